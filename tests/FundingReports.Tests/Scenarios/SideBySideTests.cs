using FundingReports.Policies;
using FundingReports.Portfolios;
using FundingReports.Scenarios;
using NodaTime;

namespace FundingReports.Tests.Scenarios;

/// <summary>The baseline beside what would be.</summary>
public class SideBySideTests
{
    private static readonly LocalDate last = new(2024, 12, 31);

    /// <summary>A funder that was not there pays more from nothing, and one that is no longer there pays nothing.</summary>
    [Fact]
    public void Difference_IsOfWhoeverPaysOnEitherSide()
    {
        PortfolioFacts facts = Suppose.With(one => one with { Funder = "D" });
        var compared = Compared(facts, new ScenarioChange.RemovePost("P"));
        Assert.Equal(["D -25000.00", "E 0.00"], Differences(compared));
        compared = Compared(facts with { Commitments = [facts.Commitments[0]] },
            new ScenarioChange.AddCommitment(Suppose.Half("C3", "Q")));
        Assert.Equal(["D 0.00", "E 25000.00"], Differences(compared));
    }

    /// <summary>Without its only post, nobody pays what each paid.</summary>
    [Fact]
    public void Difference_OfNoPostLeft_IsAllThatWasPaid()
    {
        Portfolio alone = new PortfolioBuilder().Post("Poste 1", costs: 40_000, from: new(2022, 1, 1), id: "P")
            .Signed(Funder.Commune("Ville"), 11_000, new(2022, 1, 1), last).Build();
        Assert.True(ScenarioComparison.TryOf(
            alone, new(2022, 2, 8), [new Scenario("Rien", null, new ScenarioChange.RemovePost("P"))], out var compared, out _));
        Assert.Equal(Knowable<Euros>.Known(Euros.Of(-11_000)), compared.Difference(compared.Scenarios[0], 2023).Single().Value);
        Assert.Throws<ArgumentOutOfRangeException>(() => compared.Difference(compared.Scenarios[0], 2099));
    }

    [Fact]
    public void NullAmongTheScenarios_IsSaidAtItsPlace()
    {
        Portfolio portfolio = Portfolio.Create(Suppose.Facts);
        Assert.False(ScenarioComparison.TryOf(portfolio, new(2022, 2, 8), [null!], out _, out var problems));
        Assert.Equal("scenarios[0]", Assert.Single(problems).Path);
        Assert.Contains("number 1", Assert.Throws<ArgumentException>(
            () => ScenarioComparison.Of(portfolio, new(2022, 2, 8), scenarios: [null!])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ChangeOfNoKind_SaysTheWordThatStandsThere()
    {
        var problem = Assert.Throws<PortfolioException>(() => Scenario.Parse(
            """{"format":"fundingreports/scenario@1","name":"x","changes":[{"withdra":{"commitment":"C"}}]}""")).Problems[0];
        Assert.Equal("withdra", problem.Found);
        Assert.Contains("withdra", problem.Message(Language.French), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Difference_WhereEitherIsUnknown_IsUnknown(bool before)
    {
        PortfolioFacts facts = before ? Suppose.With(one => one with { Amount = Amount.NotPublished }) : Suppose.Facts;
        ScenarioChange change = before ? new ScenarioChange.RemovePost("P")
            : new ScenarioChange.AddCommitment(Suppose.Half("C3", "P") with { Amount = Amount.NotPublished });
        Assert.Equal(["E unknown"], Differences(Compared(facts, change)));
    }

    /// <summary>On 31 December itself, in the agreed view: what is announced beside does not count.</summary>
    [Theory]
    [InlineData("2022-12-29", 1, 1)]
    [InlineData("2022-12-31", 2, 1)]
    [InlineData("2023-12-29", 2, 1)]
    [InlineData("2023-12-31", 2, 2)]
    public void FundedAtTheEnd_IsOnTheLastDayOfTheYear(string until, int in2022, int in2023)
    {
        Commitment Whole(string id, string post) => Suppose.Half(id, post) with { Amount = new Amount.ShareOfCost(Share.Whole) };
        Assert.True(PartialDate.TryParse(until, out var date));
        ScenarioAnswer answer = Compared(Suppose.Facts with
        {
            Posts = [Suppose.Post("P") with { Fte = 0.5m }, Suppose.Post("Q")],
            Commitments = [Whole("C1", "P"), Whole("C2", "Q") with { Until = Term.On(date) },
                Whole("C3", "Q") with { Status = CommitmentStatus.Announced }],
        }).Baseline;
        Assert.Equal([in2022, in2023, 0], new[] { 2022, 2023, 2024 }.Select(year => answer.FundedAtEndOf(year).Posts));
        Assert.Equal(in2022 == 2 ? 1.5m : 0.5m, answer.FundedAtEndOf(2022).Fte);
    }

    /// <summary>The baseline and the scenarios are judged by the same policies.</summary>
    [Fact]
    public void Compared_UnderPolicies_IsAnalysedByThemOnEachSide()
    {
        PolicySet house = PolicySet.Default.WithValue("policy.stale-after-months", new LocalDate(2000, 1, 1), 1,
            new Source("H", SourceKind.Act, "Règlement"));
        var compared = ScenarioComparison.Of(Portfolio.Create(Suppose.Facts), Suppose.AsOf, last, house, new Scenario("rien", null));
        Assert.Equal([house, house], new[] { compared.Baseline, compared.Scenarios[0] }.Select(answer => answer.Analysis.Policies));
    }

    [Fact]
    public void FundedAtTheEnd_FromThatVeryDayOn_Counts()
    {
        Post begins = Suppose.Post("P") with { From = new LocalDate(2022, 12, 31) };
        PortfolioFacts facts = Suppose.Facts
            with { Posts = [begins], Commitments = [Suppose.Half("C1", "P") with { Amount = new Amount.ShareOfCost(Share.Whole) }] };
        Assert.Equal((1, 1m), Compared(facts).Baseline.FundedAtEndOf(2022));
    }

    [Fact]
    public void FundedAtTheEnd_WithoutAPost_IsNone() =>
        Assert.Equal((0, 0m),
            Compared(Suppose.Facts, new ScenarioChange.RemovePost("P"), new ScenarioChange.RemovePost("Q")).Scenarios[0]
                .FundedAtEndOf(2022));

    private static ScenarioComparison Compared(PortfolioFacts facts, params ScenarioChange[] changes) =>
        ScenarioComparison.Of(Portfolio.Create(facts), Suppose.AsOf, last, scenarios: new Scenario("essai", null, [.. changes]));

    private static IEnumerable<string> Differences(ScenarioComparison compared) =>
        compared.Difference(compared.Scenarios[0], 2023).Select(one => $"{one.Key} {one.Value}");

    [Fact]
    public void Comparison_OfCallersWhoHaveLeft_IsNotMade()
    {
        using var left = new CancellationTokenSource();
        left.Cancel();
        Portfolio portfolio = Portfolio.Create(Suppose.Facts);
        Assert.Throws<OperationCanceledException>(
            () => ScenarioComparison.Of(portfolio, Suppose.AsOf, [], cancellationToken: left.Token));
        Assert.Throws<OperationCanceledException>(
            () => new FundingAnalyzer().Compare(portfolio, Suppose.AsOf, [new Scenario("rien", null)], null, left.Token));
        var nothing = new Scenario("rien", null);
        Assert.Single(new FundingAnalyzer().Compare(portfolio, Suppose.AsOf, [nothing], new AnalysisOptions()).Scenarios);
    }
}
