using System.Globalization;
using System.Text.RegularExpressions;
using FundingReports.Ledger;
using FundingReports.Reports;
using FundingReports.Tests;
using NodaTime;

namespace FundingReports.Docs.Tests;

/// <summary>The way of docs/house.md from a cell to the facts is there to be walked.</summary>
public class HouseTests
{
    private static readonly string way = Section();

    private static readonly FundingAnalysis analysis =
        Portfolio.Load(Repository.PathOf("tests", "corpus", "six-postes", "portfolio.json")).Analyze(asOf: new LocalDate(2026, 11, 26));

    [Fact]
    public void EverySheet_IsInTheTable_WithItsFile()
    {
        string[] rows = [.. way.Split('\n').Where(row => row.StartsWith("| ", StringComparison.Ordinal))];
        var missing = Enum.GetValues<ReportPart>()
            .SelectMany(part => ReportBuilder.Build(analysis, Language.French, new ReportOptions { Part = part }).Sheets)
            .Select(sheet => sheet.Name)
            .Where(name => !rows.Any(row => row.Split('|')[1].Split('·').Any(cell => cell.Trim() == name)));
        Assert.Empty(missing);
        var files = Regex.Matches(way, @"`((?:\w+/)?\w+Sheet\.cs)`").Select(match => match.Groups[1].Value).ToList();
        Assert.True(files.Count >= 15);
        Assert.DoesNotContain(files,
            file => !File.Exists(Repository.PathOf(["src", "FundingReports.Reports", "Sheets", .. file.Split('/')])));
    }

    [Fact]
    public void FiguresInBold_AreThoseOfThePost()
    {
        var post = analysis.Posts.Single(post => post.Id == "CAR");
        Assert.True(post.Years.Single(year => year.Year == 2026).Agreed.Gap.TryGet(out Euros gap));
        // The two halves of the year, by hand: what each lacks or has too much a year, times 180/360.
        // A period more begins on the as-of date; nothing changes on it.
        var ledger = post.Ledger(FundingView.Agreed);
        LedgerPeriod[] halves = [ledger.On(new LocalDate(2026, 6, 30))!, ledger.On(new LocalDate(2026, 7, 1))!];
        Assert.Equal(new LocalDate(2026, 1, 1), halves[0].From);
        Assert.Equal(halves[1].Missing, ledger.On(new LocalDate(2026, 12, 31))!.Missing);
        decimal[] lacking = [.. halves.Select(period =>
            (period.Cost.Value - period.Lines.Aggregate(Euros.Zero, (sum, line) => sum + line.LowMoney.Value)).ToDecimal() / 2)];
        decimal[] figures = [gap.ToDecimal(), lacking[1], -lacking[0]];
        Assert.Equal(figures[0], figures[1] - figures[2]);
        var bold = Regex.Matches(way, @"\*\*([\d ]+\.\d\d)\*\*")
            .Select(match => match.Groups[1].Value.Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal(figures.Select(figure => figure.ToString("0.00", CultureInfo.InvariantCulture)), bold);
    }

    private static string Section()
    {
        string page = File.ReadAllText(Repository.PathOf("docs", "house.md"));
        return page[page.IndexOf("## From a cell", StringComparison.Ordinal)..page.IndexOf("## The map", StringComparison.Ordinal)];
    }
}
