using System.Collections.Immutable;
using System.Text;
using FundingReports.Consolidation;
using FundingReports.Portfolios;
using FundingReports.Reports;
using NodaTime;

namespace FundingReports.Excel.Tests;

/// <summary>Several portfolios as one workbook.</summary>
public class TogetherTests
{
    private static readonly string[] three =
        ["cases/six-postes/portfolio.json", "landes/portfolio-with-assumptions.json", "cases/morbihan/portfolio.json"];

    private static readonly string[] unknown =
        ["landes/portfolio.json", "cases/loiret-2017/portfolio.json", "cases/oleron-2025/portfolio.json"];

    [LibreOfficeFact]
    public void ThreePortfolios_AtMostFivePages_TheAnswerOnOne()
    {
        byte[][] all =
        [
            .. from names in new[] { three, unknown }
               from asOf in new[] { new LocalDate(2022, 9, 1), new LocalDate(2025, 6, 1), new LocalDate(2026, 11, 26) }
               from language in Enum.GetValues<Language>()
               select Written(Report(names, asOf, language)),
        ];
        var pages = LibreOffice.Convert("pdf", all).Select(LibreOfficeTests.PageCount).ToList();
        Assert.All(pages, count => Assert.InRange(count, 1, 5));
    }

    [Fact]
    public void ThreePortfolios_ByTitleAndDepartementByName()
    {
        byte[] workbook = Written(Report(three, new LocalDate(2026, 11, 26), Language.French));
        var sheets = Checked.Read(workbook);
        Assert.Equal(["Synthèse", "Listes", "Répartition", "Données et notice"], sheets.Keys);
        string[] said = [.. sheets.Values.SelectMany(rows => rows.SelectMany(row => row.OfType<string>()))];
        Assert.Contains("40 Landes", said);
        Assert.Contains("Trois postes, Morbihan", said);
        Assert.DoesNotContain(said, text => text.Contains("portfolio", StringComparison.Ordinal));
        Assert.Contains(Parts(workbook), part => part.StartsWith("xl/charts/", StringComparison.Ordinal));
    }

    /// <summary>A title that two portfolios have is told apart by their files' names.</summary>
    [Fact]
    public void SameTitleTwice_IsToldApart_AndWhatIsCountedElsewhereIsNoRowOfZeros()
    {
        var report = Report(["landes/portfolio.json", "landes/portfolio.json", "landes/portfolio-with-assumptions.json"],
            new LocalDate(2022, 9, 1), Language.French);
        string[] said = [.. report.Sheets.SelectMany(sheet => sheet.Blocks).OfType<ReportTable>().SelectMany(table => table.Rows)
                .SelectMany(row => row.Cells).OfType<ReportCell.Text>().Select(text => text.Value)];
        Assert.Contains("Intervenants sociaux, Landes (0 landes/portfolio.json)", said);
        Assert.Contains(report.Sheets, sheet => sheet.Name == "À vérifier");
        Written(report);
    }

    internal static byte[] Written(Report report)
    {
        using var stream = new MemoryStream();
        report.SaveWorkbook(stream);
        Checked.Whole(stream.ToArray());
        Assert.InRange(report.Sheets.Length, 1, 5);
        Assert.True(report.Sheets[0].OnePage);
        return stream.ToArray();
    }

    private static Report Report(string[] seeds, LocalDate asOf, Language language)
    {
        var consolidated = new Consolidated();
        var counted = new List<(string, FundingAnalysis, ImmutableArray<PostFunding>)>();
        foreach (var (i, seed) in seeds.Index())
        {
            var analysis = Portfolio.Load(Path.Combine(Cases.Seeds, seed)).Analyze(asOf);
            string name = $"{i} {seed}";
            counted.Add((name, analysis, consolidated.Add(name, analysis)));
        }
        return ConsolidatedReport.Build(consolidated, asOf, [], counted, language);
    }

    private static IEnumerable<string> Parts(byte[] workbook)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(workbook));
        return [.. zip.Entries.Select(entry => entry.FullName)];
    }
}
