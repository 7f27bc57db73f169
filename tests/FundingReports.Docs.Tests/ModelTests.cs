using System.Globalization;
using System.Text.RegularExpressions;
using FundingReports.Policies;
using FundingReports.Tests;
using NodaTime;

namespace FundingReports.Docs.Tests;

/// <summary>The figures of docs/model.md are those of the library.</summary>
public class ModelTests
{
    private static readonly string page = File.ReadAllText(Repository.PathOf("docs", "model.md"));

    [Fact]
    public void WorkedExample_FiguresInBold_AreTheAnswers()
    {
        var post = Assert.Single(Portfolio.Load(Repository.PathOf("seeds", "cases", "worked-06", "portfolio.json"))
                .Analyze(asOf: new LocalDate(2022, 3, 1)).Posts);
        YearFunding Of(FundingView view, int year) => post.Years.Single(one => one.Year == year)[view];
        Knowable<Euros>[] answers =
        [
            Of(FundingView.Agreed, 2022).Gap, Of(FundingView.Agreed, 2023).Surplus,
            Of(FundingView.Firm, 2022).Gap, Of(FundingView.Firm, 2023).Gap,
        ];
        string example = page[
            page.IndexOf("## A worked example", StringComparison.Ordinal)..page.IndexOf("## Totals", StringComparison.Ordinal)];
        var bold = Regex.Matches(example, @"\*\*([\d ]+\.\d\d)\*\*")
            .Select(match => match.Groups[1].Value.Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal(answers.Select(answer => answer.TryGet(out var euros) ? euros.ToString() : "unknown"), bold);
    }

    [Fact]
    public void RiskThresholds_AreThePoliciesThatShip()
    {
        string risk = page[
            page.IndexOf("## Renewal risk", StringComparison.Ordinal)..page.IndexOf("## Scenarios", StringComparison.Ordinal)];
        var today = new LocalDate(2026, 1, 1);
        string Months(string name) => PolicySet.Default.WholeOn(name, today).ToString(CultureInfo.InvariantCulture) + " months";
        Assert.Contains(Months("risk.critical-months"), risk, StringComparison.Ordinal);
        Assert.Contains("step-down within " + Months("risk.step-down-months"), risk, StringComparison.Ordinal);
        Assert.Contains("horizon within " + Months("risk.moderate-months"), risk, StringComparison.Ordinal);
        Assert.Equal(Share.Of(3, 4), PolicySet.Default.ShareOn("risk.concentration-share", today));
        Assert.Contains("75 %", risk, StringComparison.Ordinal);
    }
}
