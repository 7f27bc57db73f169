using System.Collections.Immutable;
using CsCheck;
using FundingReports.Consolidation;
using FundingReports.Portfolios;
using FundingReports.Reports;
using FundingReports.Tests.Naive;
using NodaTime;

namespace FundingReports.Tests.Consolidation;

public class ConsolidatedTests
{
    private static readonly LocalDate AsOf = new(2022, 2, 8);

    [Fact]
    public void OnePortfolio_SumsToItsOwnTotals() => Generators.Portfolio.Sample(facts =>
    {
        var analysis = Portfolio.Create(facts).Analyze(AsOf);
        var consolidated = new Consolidated();
        Assert.Equal(analysis.Posts.Length, consolidated.Add("a", analysis).Length);
        Assert.Equal(
            analysis.Totals.Years.Select(year =>
                    $"{year.Year} {year.Cost} {year.Agreed.Gap} {year.Firm.Funding} {year.Agreed.Funding} {year.Announced.Funding}"),
            consolidated.Years.Select(year => $"{year.Year} {year.Cost} {year.Gap} {year.Firm} {year.Agreed} {year.Announced}"));
    }, iter: Rounds.Of(200));

    [Fact]
    public void ManyPortfolios_GroupsAddUpToTheWhole()
    {
        var consolidated = new Consolidated();
        foreach (string name in new[] { "01", "2A", "40" })
            consolidated.Add(name, Iscg(name, "FONJEP").Analyze(AsOf));
        foreach (var rows in new[] { consolidated.ByDepartement, consolidated.ByScheme, consolidated.ByFunder, consolidated.ByLine })
            foreach (var year in consolidated.Years)
                Assert.Equal(year.Agreed.Exact.Value,
                    rows.Where(row => row.Year == year.Year).Aggregate(Euros.Zero, (sum, row) => sum + row.Agreed.Exact.Value));
        Assert.Equal(["01", "2A", "40"], consolidated.ByDepartement.Select(row => row.Group).Distinct());
        // "État" is one funder for all three; each Département is its own.
        Assert.Equal(["Département 01", "Département 2A", "Département 40", "État"],
            consolidated.ByFunder.Select(row => row.Group).Distinct());
    }

    [Fact]
    public void SamePostInTwoPortfolios_IsCountedOnce_AndSaid()
    {
        var consolidated = new Consolidated();
        consolidated.Add("janvier", Iscg("40", "X").Analyze(AsOf));
        var before = consolidated.Years;
        Assert.Empty(consolidated.Add("copie", Iscg("40", "X").Analyze(AsOf)));
        Assert.Equal(before.Select(year => year.ToString()), consolidated.Years.Select(year => year.ToString()));
        var said = Assert.Single(consolidated.CountedElsewhere);
        Assert.Equal(("copie", "ISCG", "janvier"), (said.Portfolio, said.Post, said.CountedIn));
    }

    [Fact]
    public void SameReference_IsTheSamePost_WhateverItsName()
    {
        Portfolio Named(string label) =>
            Portfolio.Create(Facts("40", "X")
                    with { Posts = [Facts("40", "X").Posts[0]
                            with { Label = label, Departement = null,
                                References = ImmutableSortedDictionary<string, string>.Empty.Add("fonjep", "10004") }] });
        var consolidated = new Consolidated();
        consolidated.Add("a", Named("Médiatrice").Analyze(AsOf));
        Assert.Empty(consolidated.Add("b", Named("Médiateur").Analyze(AsOf)));
        Assert.Equal("fonjep 10004", Assert.Single(consolidated.CountedElsewhere).By);
    }

    [Fact]
    public void PostsWithoutDepartementOrReference_AreNotTakenForTheSame()
    {
        Portfolio Somewhere() =>
            Portfolio.Create(Facts("40", "X") with { Posts = [Facts("40", "X").Posts[0] with { Departement = null }] });
        var consolidated = new Consolidated();
        consolidated.Add("a", Somewhere().Analyze(AsOf));
        Assert.Single(consolidated.Add("b", Somewhere().Analyze(AsOf)));
    }

    [Fact]
    public void Report_HasARowOfData_APostFunderAndYear()
    {
        var consolidated = new Consolidated();
        var analysis = Iscg("40", "X").Analyze(AsOf);
        var counted = consolidated.Add("a", analysis);
        var report = ConsolidatedReport.Build(consolidated, AsOf, [new("faux.json", "illisible")], [("a", analysis, counted)]);
        var data = Assert.Single(report.Sheets.SelectMany(sheet => sheet.Blocks).OfType<ReportData>());
        // The State until 2024, the Département until 2025.
        Assert.Equal(3 + 4, data.Count);
        Assert.Equal(data.Count, data.Rows.Count());
        Assert.Contains(report.Sheets, sheet => sheet.Name == "À vérifier");
    }

    private static Portfolio Iscg(string departement, string line) => Portfolio.Create(Facts(departement, line));

    private static PortfolioFacts Facts(string departement, string line) => new()
    {
        Funders = [new("E", "État", FunderKind.State), new("D", $"Département {departement}", FunderKind.CollectiviteDepartementale)],
        Posts = [
            new("P", "ISCG") { Departement = departement, Scheme = "ISCG", Fte = 1, From = new LocalDate(2021, 1, 1),
                Costs = [new(new LocalDate(2021, 1, 1), Euros.Of(50_000))] }],
        Commitments =
        [
            new("C1", "E", ["P"], new LocalDate(2021, 1, 1), new Amount.Annual(Euros.Of(20_000))) { Line = line,
                Status = CommitmentStatus.Signed, Until = new LocalDate(2024, 6, 30), Instalments = [] },
            new("C2", "D", ["P"], new LocalDate(2021, 1, 1), new Amount.ShareOfCost(Share.Of(1, 2))) { Status = CommitmentStatus.Granted,
                Until = new LocalDate(2025, 12, 31), Instalments = [] },
        ],
    };
}
