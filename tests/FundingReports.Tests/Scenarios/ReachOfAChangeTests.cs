using FundingReports.Portfolios;
using FundingReports.Scenarios;
using NodaTime;

namespace FundingReports.Tests.Scenarios;

/// <summary>What a change concerns, and nothing else; and whose supposition it is.</summary>
public class ReachOfAChangeTests
{
    private static readonly LocalDate from = new(2023, 1, 1);

    [Theory]
    [InlineData("E", null, "12500.00", "12500.00")]
    [InlineData("E", "FIPD", "12500.00", "25000.00")]
    [InlineData("E", "FONJEP", "25000.00", "12500.00")]
    [InlineData("E", "fipd", "12500.00", "25000.00")]
    [InlineData("E", "Fonjep", "25000.00", "12500.00")]
    public void Scale_IsOfAFunder_AndOfItsLineWhereOneIsNamed(string funder, string? line, string ofP, string ofQ)
    {
        Portfolio changed = Suppose.Facts.Applied(new ScenarioChange.Scale(funder, line, from, new(1, 2)));
        Assert.Equal((ofP, ofQ), (changed.Paid("P", "C1", 2023), changed.Paid("Q", "C2", 2023)));
    }

    [Theory]
    [InlineData("P", "100000.00", "50000.00")]
    [InlineData("Q", "50000.00", "100000.00")]
    [InlineData("P Q", "100000.00", "100000.00")]
    [InlineData("*", "100000.00", "100000.00")]
    public void Cost_IsOfThePostsNamed(string posts, string ofP, string ofQ)
    {
        string[] named = posts.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Portfolio changed = Suppose.Facts.Applied(new ScenarioChange.IndexCost([.. named], from, new(2, 1)));
        Assert.Equal([ofP, ofQ], changed.Analyze(Suppose.AsOf).Posts.Select(post => post.Years[1].Cost.ToString()));
    }

    [Fact]
    public void Unknown_FunderOrPost_IsNamedAtItsPlace() =>
        Assert.Equal(
            ["unknown-id changes[0].withdraw.funder X", "unknown-id changes[1].scale.funder X",
                "unknown-id changes[2].indexCost.posts[0] Z", "unknown-id changes[3].setCost.posts[1] Z",
                "unknown-id changes[4].removePost Z"],
            Suppose.Facts.Errors(
                new ScenarioChange.Withdraw("X", from), new ScenarioChange.Scale("X", null, from, Factor.One),
                new ScenarioChange.IndexCost(["Z", "P"], from, Factor.One),
                new ScenarioChange.SetCost(["Q", "Z"], from, Euros.Zero, null), new ScenarioChange.RemovePost("Z")));

    /// <summary>What a scenario adds is an assumption that names it; words that name no source of the portfolio do not.</summary>
    [Theory]
    [InlineData("B", "B")]
    [InlineData("une note", "scenario")]
    [InlineData(null, "scenario")]
    public void Source_ThatThePortfolioHolds_IsKept(string? said, string expected)
    {
        Portfolio changed = Suppose.Facts.Applied(
            new ScenarioChange.SetCost(["P"], from, Euros.Of(60_000), said),
            new ScenarioChange.AddPost(Suppose.Post("R") with { Source = said, Costs = [new(from, Euros.Of(1)) { Source = said }] }),
            new ScenarioChange.AddCommitment(Suppose.Half("C3", "R") with { Source = said, Withdrawn = new(from, from, said ?? "") }));
        Post post = changed.FindPost("R")!;
        Commitment commitment = changed.FindCommitment("C3")!;
        Assert.All(
            [changed.FindPost("P")!.CostChanges[0].Source, post.Source, post.Costs[0].Source, commitment.Source,
                commitment.Withdrawn!.Source], source => Assert.Equal(expected, source));
    }

    [Theory]
    [InlineData("parce que", "parce que")]
    [InlineData(null, "essai")]
    public void Assumption_SaysWhoSupposesItAndWhy(string? said, string expected)
    {
        Portfolio changed = new Scenario("essai", said, new ScenarioChange.Withdraw("E", from))
            .Apply(Portfolio.Create(Suppose.Facts), Suppose.AsOf);
        Source source = changed.FindSource("scenario")!;
        Assert.Equal((SourceKind.Assumption, "essai", expected), (source.Kind, source.Title, source.Reason));
    }

    [Fact]
    public void Scenario_WithoutAnyList_ChangesNothing() =>
        Assert.Empty(new Scenario("rien", null, default(System.Collections.Immutable.ImmutableArray<ScenarioChange>)).Changes);
}
