using FundingReports.Changes;
using FundingReports.Risk;
using NodaTime;

namespace FundingReports.Tests.Changes;

/// <summary>The founding case: the facts beside the facts with assumptions, and the facts on two days.</summary>
public class LandesChangesTests
{
    private static readonly LocalDate Question = new(2022, 2, 8), AfterTheTerm = new(2023, 8, 1);

    private static readonly Portfolio Facts = Load("portfolio.json"), Assumed = Load("portfolio-with-assumptions.json");

    [Fact]
    public void FactsThenAssumptions_TheFourthPostIsProlongedAndEurosAppear()
    {
        var changes = PortfolioChanges.Between(Facts.Analyze(Question), Assumed.Analyze(Question));
        Assert.Equal([PostMove.Same, PostMove.Same, PostMove.Same, PostMove.Prolonged], changes.Posts.Select(post => post.Move));
        Assert.All(changes.Posts, post => Assert.Equal([PostDetail.Fte, PostDetail.Costs], post.Details.AsEnumerable()));
        Assert.Equal(
            [CommitmentFate.Kept, CommitmentFate.Kept, CommitmentFate.EndedEarlier, CommitmentFate.EndedEarlier, CommitmentFate.New,
                CommitmentFate.New],
            changes.Promises.Select(promise => promise.Fate));
        var money = changes.Years.Single(year => year is { Year: 2023, View: FundingView.Agreed });
        Assert.Equal([("État", 0L, 5_638_888L), ("Département des Landes", 0L, 5_638_888L)],
            money.Funders.Select(funder =>
                    (funder.Funder.Name, funder.Money.Before.KnownPart.Cents, funder.Money.After.Exact.Value.Cents)));
        Assert.False(money.Funding.Difference.IsKnown);
    }

    [Fact]
    public void FactsOnTwoDays_ThreePostsRanOut()
    {
        var changes = PortfolioChanges.Between(Facts.Analyze(Question), Facts.Analyze(AfterTheTerm));
        Assert.Equal([PostMove.RanOut, PostMove.RanOut, PostMove.RanOut, PostMove.Same], changes.Posts.Select(post => post.Move));
        Assert.Equal([CommitmentFate.Ended, CommitmentFate.Ended, CommitmentFate.Kept, CommitmentFate.Kept],
            changes.Promises.Select(promise => promise.Fate));
        Assert.Equal([2023, 2024, 2025, 2026, 2027], changes.Years.Select(year => year.Year).Distinct());
        Assert.Equal(
            [(RiskLevel.High, RiskLevel.Critical)],
            changes.Posts.Take(3).Select(post => (post.Before!.Risk!.Level, post.After!.Risk!.Level)).Distinct());
    }

    private static Portfolio Load(string name) => Portfolio.Load(Path.Combine(AppContext.BaseDirectory, "seeds", "landes", name));
}
