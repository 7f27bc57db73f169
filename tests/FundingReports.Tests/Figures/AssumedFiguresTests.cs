using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Tests.Figures;

/// <summary>Which assumptions enter which figure.</summary>
public sealed class AssumedFiguresTests
{
    private static readonly LocalDate asOf = new(2024, 2, 8);
    private static readonly Funder state = Funder.State("État"), county = Funder.Departement("Département");

    private static Source Assumed(string id) => new(id, SourceKind.Assumption, id) { Author = "fonction", Reason = "inconnu" };

    private static readonly PortfolioFacts nothing = new()
    {
        Sources = [Assumed("H"), Assumed("H2"), new("A", SourceKind.Act, "Acte")],
    };

    private static PortfolioBuilder Two => new PortfolioBuilder(nothing)
        .Post("Poste 1", costs: 50_000, from: new(2024, 1, 1), fte: 1, id: "P1")
        .Post("Poste 2", costs: 45_000, from: new(2024, 1, 1), fte: 1, id: "P2");

    private static string[] Ids(IEnumerable<Source> sources) => [.. sources.Select(source => source.Id)];

    [Fact]
    public void Figures_WithoutAssumption_RestOnNone()
    {
        FundingAnalysis analysis = Two
            .Signed(state, Pays.Annual(10_000).ForEachPost, new(2024, 1, 1), new(2025, 12, 31), posts: ["P1", "P2"])
            .But(commitment => commitment with { Source = "A" }).Build().Analyze(asOf);
        Assert.All(analysis.Posts, post =>
        {
            Assert.Empty(post.Assumptions);
            Assert.Empty(post.Agreed.Assumptions);
            Assert.All(post.Years, year => Assert.Empty(year.Assumptions.Concat(year.CostAssumptions)));
            Assert.All(post.Years.SelectMany(year => year.Cells), cell => Assert.Empty(cell.Assumptions));
        });
        Assert.Empty(analysis.Assumptions.Year(2024));
    }

    [Fact]
    public void Term_EntersFromItsOwnYearOn()
    {
        FundingAnalysis analysis = Two
            .Signed(state, Share.Percent(80), new(2024, 1, 1), new(2025, 6, 30), posts: ["P1"])
            .But(commitment => commitment with { Sources = commitment.Sources.Add("until", "H") })
            .Signed(county, Share.Percent(20), new(2024, 1, 1), new(2027, 12, 31), posts: ["P1"]).Build().Analyze(asOf);
        PostFunding post = analysis.Post("P1");
        Assert.Equal([[], ["H"], ["H"]], post.Years.Take(3).Select(year => Ids(year.Assumptions)));
        Assert.Equal([["H"], []], post.Year(2025).Cells.Select(cell => Ids(cell.Assumptions)));
        Assert.Empty(post.Year(2025).CostAssumptions);
        Assert.Equal(["H"], Ids(post.Agreed.Assumptions));
        Assert.Empty(analysis.Post("P2").Assumptions);
        Assert.Equal([[], ["H"]], new[] { 2024, 2025 }.Select(year => Ids(analysis.Assumptions.Year(year))));
        Assert.Equal([["H"], []], new[] { state, county }.Select(funder => Ids(analysis.Assumptions.Money(funder, 2025))));
    }

    /// <summary>The mark follows every figure it enters: what the other is taken to work decides what this one gets.</summary>
    [Fact]
    public void WorkingTimeOfTheOther_EntersASumThatIsSplitByIt()
    {
        FundingAnalysis analysis = Two.ButPost(post => post with { Sources = post.Sources.Add("fte", "H") })
            .Signed(state, Pays.Annual(30_000).ForAllPosts, new(2024, 1, 1), new(2025, 12, 31), posts: ["P1", "P2"])
            .Build().Analyze(asOf);
        Assert.Equal(["H"], Ids(analysis.Post("P1").Year(2024).Cells.Single().Assumptions));
        Assert.Equal(["H"], Ids(analysis.Post("P1").Agreed.Assumptions));
        Assert.Equal(["H"], Ids(analysis.Post("P1").Assumptions));
    }

    [Fact]
    public void Withdrawal_EntersFromItsOwnYearOn_AndWhatTheOthersPayEntersARemainder()
    {
        FundingAnalysis analysis = Two
            .Signed(state, Share.Percent(30), new(2024, 1, 1), new(2027, 12, 31), posts: ["P1"])
            .But(commitment => commitment with { Withdrawn = new(new(2025, 7, 1), new(2024, 1, 1), "H2") })
            .Signed(county, Pays.TheBalance, new(2024, 1, 1), new(2027, 12, 31), posts: ["P1"]).Build().Analyze(asOf);
        PostFunding post = analysis.Post("P1");
        Assert.All(post.Year(2024).Cells, cell => Assert.Empty(cell.Assumptions));
        Assert.All(post.Year(2025).Cells, cell => Assert.Equal(["H2"], Ids(cell.Assumptions)));
    }

    [Fact]
    public void Cost_EntersSharesAndGaps_NotSums_AndTheOrderIsThePortfolios()
    {
        FundingAnalysis analysis = Two
            .ButPost(post => post with { Costs = [post.Costs[0] with { Source = "H2" }] })
            .Signed(state, Share.Percent(30), new(2024, 1, 1), new(2024, 12, 31), posts: ["P2"])
            .Signed(county, Pays.Annual(10_000), new(2024, 1, 1), new(2024, 12, 31), posts: ["P2"])
            .But(commitment => commitment with { Source = "H" }).Build().Analyze(asOf);
        PostYear year = analysis.Post("P2").Year(2024);
        Assert.Equal(["H2"], Ids(year.CostAssumptions));
        Assert.Equal([["H2"], ["H"]], year.Cells.Select(cell => Ids(cell.Assumptions)));
        Assert.Equal(["H", "H2"], Ids(year.Assumptions));
    }

    /// <summary>A stream answers as the analysis does.</summary>
    [Fact]
    public void Stream_NamesTheSame()
    {
        Portfolio portfolio = Portfolio.Load(Repository.PathOf("seeds", "landes", "portfolio-with-assumptions.json"));
        var day = new LocalDate(2022, 2, 8);
        FundingAnalysis analysis = portfolio.Analyze(day);
        Assert.Contains(analysis.Posts, post => !post.Assumptions.IsEmpty);
        Assert.Equal(analysis.Posts.Select(Said), FundingAnalysis.Stream([portfolio], day).Select(Said));

        static string Said(PostFunding post) => string.Join(
            "; ", post.Years.Select(year => year.Assumptions).Append(post.Assumptions).Select(one => string.Join(", ", Ids(one))));
    }
}
