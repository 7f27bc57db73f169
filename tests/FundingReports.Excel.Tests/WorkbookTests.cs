using System.Globalization;
using ClosedXML.Excel;
using FundingReports.Reports;

namespace FundingReports.Excel.Tests;

public class WorkbookTests
{
    // With version 3 of the Open XML SDK everything restores and this throws.
    [Fact]
    public void ClosedXml_NewWorkbook_Opens()
    {
        using var workbook = new XLWorkbook();
        Assert.Empty(workbook.Worksheets);
    }

    [Fact]
    public void EverySeed_EitherLanguage_IsValidAndReopens()
    {
        foreach (var (_, analysis) in Cases.All())
        {
            Cases.Workbook(analysis);
            Cases.Workbook(analysis, Language.English);
        }
    }

    [Fact]
    public void NothingAtAll_IsValidAndReopens() => Cases.Workbook(Cases.Empty);

    [Fact]
    public void Sheets_InOrder()
    {
        var sheets = Checked.Read(Cases.Workbook(Cases.Landes)).Keys;
        Assert.Equal(["Synthèse", "Plan de financement", "Calendrier", "Conventions", "Données et notice"], sheets);
    }

    [Fact]
    public void Sheets_OfSixPosts_SevenAtMost() => Assert.Equal(
        ["Synthèse", "Plan de financement", "Calendrier", "À faire", "Conventions", "Données et notice"],
        Checked.Read(Cases.Workbook(Cases.SixPosts)).Keys);

    [Fact]
    public void TechnicalFile_Sheets_InOrder() => Assert.Equal(
        [
            "Simulation", "Contrôles", "Échéancier", "Rattachement", "Lecture des conventions", "Détail au centime", "Postes", "Risques",
            "Calcul de la simulation",
        ], Checked.Read(Cases.Technical(Cases.SixPosts)).Keys);

    [Fact]
    public void TechnicalFile_EverySeed_EitherLanguage_IsValidAndReopens()
    {
        foreach (var (_, analysis) in Cases.All())
            foreach (var language in Enum.GetValues<Language>())
                Cases.Technical(analysis, language);
    }

    [Theory]
    [InlineData("fr-FR")]
    [InlineData("ar-SA")]
    [InlineData("en-US")]
    public void SameInput_AnyCulture_SameBytes(string culture)
    {
        byte[] invariant = Under(CultureInfo.InvariantCulture);
        Assert.Equal(invariant, Under(CultureInfo.GetCultureInfo(culture)));

        static byte[] Under(CultureInfo culture)
        {
            var before = CultureInfo.CurrentCulture;
            CultureInfo.CurrentCulture = culture;
            try
            {
                return Cases.Written(Cases.LandesWithAssumptions);
            }
            finally
            {
                CultureInfo.CurrentCulture = before;
            }
        }
    }

    [Fact]
    public void Landes_FactsAlone_UnknownsAreAWord()
    {
        var detail = Checked.Read(Cases.Technical(Cases.Landes))["Détail au centime"];
        var header = detail.First(row => row[0] is "Exercice").ToList();
        var all = detail.First(row => row[0] is 2022.0 && row[2] is "Ensemble");
        Assert.Equal("inconnu", all[header.IndexOf("Coût")]);
        Assert.Equal("inconnu", all[header.IndexOf("Conventionné")]);
        var known = detail.First(row => row[2] is "Ensemble, part connue");
        Assert.Equal(0.0, known[header.IndexOf("Conventionné")]);
    }

    [Fact]
    public void Landes_FactsAlone_ThePlanSaysShares()
    {
        var plan = Checked.Read(Cases.Workbook(Cases.Landes))["Plan de financement"];
        var header = plan.First(row => row[0] is "Poste").ToList();
        var state = plan.First(row => row[0] is "Intervenant social, poste 1 (convention de 2020)" && row[1] is "État");
        Assert.Equal("50\u202f%", state[header.IndexOf("2022")]);
        Assert.StartsWith("50\u202f% jusqu’au 23/07", (string)state[header.IndexOf("2023")]!, StringComparison.Ordinal);
    }

    [Fact]
    public void Landes_WithAssumptions_GapOf2023()
    {
        var plan = Checked.Read(Cases.Workbook(Cases.LandesWithAssumptions))["Plan de financement"];
        var header = plan.First(row => row[0] is "Poste").ToList();
        var all = plan.First(row => row[0] is "Tous les postes" && row[1] is "Reste à financer");
        Assert.Equal((double)Cases.LandesWithAssumptions.Year(2023).Agreed.Gap.Exact.Value.ToDecimal(), all[header.IndexOf("2023")]);
    }

    [Fact]
    public void Landes_Summary_IsWholeOnTheFirstSheet()
    {
        var rows = Checked.Read(Cases.Workbook(Cases.Landes))["Synthèse"].Skip(1).Select(row => row[0]).OfType<string>();
        Assert.StartsWith(Cases.Landes.Summary(Language.French), string.Join(" ", rows), StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_HoldNoBlankCell()
    {
        foreach (var analysis in new[] { Cases.Landes, Cases.LandesWithAssumptions, Cases.Many })
        {
            using var workbook = Open(Cases.Workbook(analysis));
            foreach (var table in workbook.Worksheets.SelectMany(sheet => sheet.Tables))
                Assert.DoesNotContain(table.DataRange.Cells(), cell => !cell.HasFormula && cell.GetString().Length == 0);
        }
    }

    [Fact]
    public void Assumed_IsSaidInTheCell()
    {
        using var workbook = Open(Cases.Workbook(Cases.LandesWithAssumptions));
        // In the plan, where every amount is assumed, the note above them says it.
        var cost = workbook.Worksheet("Synthèse").Tables.Single(table => table.Name == "Tab_Exercices").DataRange.Column(2).Cells();
        Assert.NotEmpty(cost);
        Assert.All(cost, cell => Assert.Contains("hyp.", cell.Style.NumberFormat.Format, StringComparison.Ordinal));
    }

    [Fact]
    public void ManyPosts_SummaryShowsTheMostUrgent()
    {
        var report = ReportBuilder.Build(Cases.Many);
        Assert.Equal(14, report.Sheets[0].Blocks.OfType<ReportTimeline>().Single().Lines.Length);
        Cases.Workbook(Cases.Many);
    }

    [Fact]
    public void Save_PathThatCannotBe_LeavesNothing()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        Directory.CreateDirectory(Path.Combine(folder, "taken.xlsx"));
        Assert.ThrowsAny<Exception>(() => Cases.Landes.SaveWorkbook(Path.Combine(folder, "taken.xlsx")));
        Assert.Empty(Directory.EnumerateFiles(folder));
    }

    [Fact]
    public void Save_Twice_ReplacesTheFile()
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory().FullName, "landes.xlsx");
        Cases.Landes.SaveWorkbook(path);
        Cases.LandesWithAssumptions.SaveWorkbook(path);
        Assert.Equal(Cases.Written(Cases.LandesWithAssumptions), File.ReadAllBytes(path));
        Assert.Single(Directory.EnumerateFiles(Path.GetDirectoryName(path)!));
    }

    private static XLWorkbook Open(byte[] workbook) => new(new MemoryStream(workbook));
}
