using FundingReports.Reports;
using NodaTime;

namespace FundingReports.Excel.Tests;

public class ChangesSheetTests
{
    private static readonly LocalDate AfterTheTerm = new(2023, 8, 1);

    private static IEnumerable<(FundingAnalysis Before, FundingAnalysis After)> Pairs()
    {
        yield return (Cases.Landes, Cases.LandesWithAssumptions);
        yield return (Cases.LandesWithAssumptions, Cases.Landes);
        yield return (Cases.Landes, Cases.Landes.Portfolio.Analyze(AfterTheTerm));
        yield return (Cases.Landes, Cases.Landes);
        yield return (Cases.Empty, Cases.Landes);
        yield return (Cases.Landes, Cases.Empty);
        yield return (Cases.Empty, Cases.Empty);
        yield return (Cases.Many, Cases.Many.Portfolio.Analyze(AfterTheTerm));
        yield return (Cases.Saying("=1+1"), Cases.Saying("-cmd|' /C calc'!A0"));
    }

    [Fact]
    public void AnyTwo_EitherLanguage_IsValidAndHoldsNoBlankCell()
    {
        foreach (var (before, after) in Pairs())
            foreach (var language in Enum.GetValues<Language>())
            {
                using var workbook = new ClosedXML.Excel.XLWorkbook(new MemoryStream(Workbook(before, after, language)));
                foreach (var table in workbook.Worksheets.SelectMany(sheet => sheet.Tables))
                    Assert.DoesNotContain(table.DataRange.Cells(), cell => !cell.HasFormula && cell.GetString().Length == 0);
            }
    }

    [Fact]
    public void Sheet_IsThereOnlyWhereThereIsSomethingToCompare()
    {
        Assert.DoesNotContain("Évolution", Checked.Read(Cases.Workbook(Cases.Landes)).Keys);
        Assert.Equal(
            ["Évolution", "Évolution des financements", "Évolution des crédits"],
            Checked.Read(Workbook(Cases.Landes, Cases.LandesWithAssumptions))
                .Keys.Where(name => name.StartsWith("Évolution", StringComparison.Ordinal)));
    }

    [Fact]
    public void Landes_FactsThenAssumptions_MoneyByFunder()
    {
        var sheets = Checked.Read(Workbook(Cases.Landes, Cases.LandesWithAssumptions));
        var rows = sheets["Évolution de l'argent"];
        var header = rows.First(row => row[0] is "Exercice").ToList();
        var state = rows.Single(row => row[0] is 2023.0 && row[1] is "Conventionné" && row[2] is "État");
        Assert.Equal("inconnu", state[header.IndexOf("Avant")]);
        Assert.Equal(56_388.88, state[header.IndexOf("Après")]);
        Assert.Equal("inconnu", state[header.IndexOf("Différence")]);
        Assert.Equal(0.0, state[header.IndexOf("Part connue, avant")]);
        Assert.Contains(sheets["Évolution"], row => row[0] is "Intervenant social, poste 4" && row[1] is "prolongé");
    }

    [Fact]
    public void Assumptions_OfTheOldState_AreNamed()
    {
        var rows = Checked.Read(Workbook(Cases.LandesWithAssumptions, Cases.Landes))["Évolution"];
        Assert.Contains(rows, row => row[0] is string said
                && said.Contains("Coût annuel de 50 000 € par poste, pour illustration", StringComparison.Ordinal));
    }

    [LibreOfficeFact]
    public void AnyTwo_RecalculateToTheSame()
    {
        byte[][] written = [.. Pairs().Select(pair => Workbook(pair.Before, pair.After))];
        byte[][] worked = LibreOffice.Recalculate(written);
        for (int i = 0; i < written.Length; i++)
            LibreOfficeTests.Same($"pair {i}", Checked.Read(written[i]), Checked.Read(worked[i]));
    }

    private static byte[] Workbook(FundingAnalysis before, FundingAnalysis after, Language language = Language.French)
    {
        using var stream = new MemoryStream();
        after.SaveWorkbook(stream, language, new ReportOptions { Previous = before });
        byte[] bytes = stream.ToArray();
        Checked.Whole(bytes);
        return bytes;
    }
}
