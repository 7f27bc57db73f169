using System.Globalization;
using FundingReports.Reports;

namespace FundingReports.Excel.Tests;

/// <summary>The edition that everybody may read.</summary>
public class PublicationTests
{
    [Fact]
    public void EverySeed_EitherLanguage_IsValidAndReopens()
    {
        foreach (var (_, analysis) in Cases.All())
            foreach (var language in Enum.GetValues<Language>())
                Published(analysis, language);
    }

    [Fact]
    public void OnePost_NoFigureOfItsMoneyIsAnywhere()
    {
        foreach (var (name, analysis) in Cases.All().Where(seed => seed.Analysis.Posts.Length < 3))
        {
            double[] secret = [.. analysis.Posts.SelectMany(post => post.Years).SelectMany(Money).Where(cents => cents != 0)
                    .Select(cents => cents / 100.0)];
            foreach (var (sheet, rows) in Checked.Read(Published(analysis)))
                foreach (object? cell in rows.SelectMany(row => row))
                {
                    Assert.False(cell is double figure && secret.Contains(figure), $"{name}, {sheet}: {cell}");
                    Assert.False(cell is string said
                            && secret.Any(amount => said.Contains(amount.ToString("#,##0.00", French), StringComparison.Ordinal)),
                        $"{name}, {sheet}: {cell}");
                }
        }
    }

    [Fact]
    public void Landes_NoRisk_NoRequest_NoSimulation()
    {
        var sheets = Checked.Read(Published(Cases.LandesWithAssumptions)).Keys;
        Assert.DoesNotContain("Risques", sheets);
        Assert.DoesNotContain("À faire", sheets);
        Assert.DoesNotContain("Simulation", sheets);
        Assert.DoesNotContain("Plan de financement", sheets);
    }

    /// <summary>Whether everybody may read a column is decided here, and not by whoever adds it to its sheet.</summary>
    [Fact]
    public void Columns_AreThoseThatEverybodyMayRead()
    {
        var options = new ReportOptions { Profile = ReportProfile.Publication };
        var report = ReportBuilder.Build(Cases.LandesWithAssumptions, Language.French, options);
        var allowed = new Dictionary<string, string[]>
        {
            ["Tab_Exercices"] = ["year", "cost", "agreed", "gap"],
            ["Tab_Conventions"] = ["number", "funder", "posts", "from", "until", "status", "decidedOn", "source", "remarks"],
        };
        var tables = report.Sheets.SelectMany(sheet => sheet.Blocks).OfType<ReportTable>().Where(table => table.Name != "Tab_Calendrier");
        Assert.All(tables, table => Assert.Subset(allowed[table.Name].ToHashSet(), table.Columns.Select(column => column.Key).ToHashSet()));
    }

    [Fact]
    public void ManyPosts_TheirMoneyTogetherIsPublished()
    {
        var rows = Checked.Read(Published(Cases.Many))["Synthèse"];
        double cost = Math.Round((double)Cases.Many.Year(2022).Cost.Exact.Value.ToDecimal() / 1000, MidpointRounding.AwayFromZero) * 1000;
        Assert.Contains(rows, row => row[0] is 2022.0 && row.Contains(cost));
    }

    [LibreOfficeFact]
    public void Published_RecalculatesToTheSame()
    {
        byte[] written = Published(Cases.Many);
        LibreOfficeTests.Same("published", Checked.Read(written), Checked.Read(LibreOffice.Recalculate(written)[0]));
    }

    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    private static IEnumerable<long> Money(PostYear year) =>
        from figure in (Knowable<Euros>[])[year.Cost,
            .. Enum.GetValues<FundingView>().SelectMany(view => (Knowable<Euros>[])[year[view].Funding, year[view].Gap]),
            .. year.Cells.Select(cell => cell.Agreed)]
        where figure.IsKnown
        select figure.Value.Cents;

    private static byte[] Published(FundingAnalysis analysis, Language language = Language.French)
    {
        using var stream = new MemoryStream();
        analysis.SaveWorkbook(stream, language, new ReportOptions { Profile = ReportProfile.Publication });
        Checked.Whole(stream.ToArray());
        return stream.ToArray();
    }
}
