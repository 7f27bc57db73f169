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
        Assert.Equal(
            [
                "Synthèse", "Postes", "Plan de financement", "Demandes", "Conventions", "Simulation",
                "Calendrier", "Risques", "Données", "Financeurs", "Rattachement", "Hypothèses et sources", "Contrôles",
                "Lecture des conventions", "Échéancier", "Calcul de la simulation", "Notice",
            ], sheets);
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
                return Cases.Workbook(Cases.LandesWithAssumptions);
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
        var plan = Checked.Read(Cases.Workbook(Cases.Landes))["Plan de financement"];
        var header = plan.First(row => row[0] is "Exercice").ToList();
        var all = plan.First(row => row[0] is 2022.0 && row[2] is "Ensemble");
        Assert.Equal("inconnu", all[header.IndexOf("Coût")]);
        Assert.Equal("inconnu", all[header.IndexOf("Conventionné")]);
        var known = plan.First(row => row[2] is "Ensemble, part connue");
        Assert.Equal(0.0, known[header.IndexOf("Conventionné")]);
    }

    [Fact]
    public void Landes_WithAssumptions_GapOf2023()
    {
        var plan = Checked.Read(Cases.Workbook(Cases.LandesWithAssumptions))["Plan de financement"];
        var header = plan.First(row => row[0] is "Exercice").ToList();
        var all = plan.First(row => row[0] is 2023.0 && row[2] is "Ensemble");
        Assert.Equal((double)Cases.LandesWithAssumptions.Year(2023).Agreed.Gap.Exact.Value.ToDecimal(),
            all[header.IndexOf("Reste à financer")]);
    }

    [Fact]
    public void Landes_Summary_IsWholeOnTheFirstSheet()
    {
        var rows = Checked.Read(Cases.Workbook(Cases.Landes))["Synthèse"].Skip(1).Select(row => row[0]).TakeWhile(cell => cell is string)
            .Cast<string>();
        Assert.Equal(Cases.Landes.Summary(Language.French), string.Join(" ", rows));
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
        var cost = workbook.Worksheet("Plan de financement")
            .CellsUsed(cell => cell.DataType == XLDataType.Number && cell.GetDouble() == 50_000);
        Assert.NotEmpty(cost);
        Assert.All(cost, cell => Assert.Contains("hyp.", cell.Style.NumberFormat.Format, StringComparison.Ordinal));
    }

    [Fact]
    public void ManyPosts_SummaryShowsTheMostUrgent()
    {
        var report = ReportBuilder.Build(Cases.Many);
        var posts = report.Sheets[0].Blocks.OfType<ReportTable>().First();
        Assert.Equal(14, posts.Rows.Length);
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
        Assert.Equal(Cases.Workbook(Cases.LandesWithAssumptions), File.ReadAllBytes(path));
        Assert.Single(Directory.EnumerateFiles(Path.GetDirectoryName(path)!));
    }

    private static XLWorkbook Open(byte[] workbook) => new(new MemoryStream(workbook));
}
