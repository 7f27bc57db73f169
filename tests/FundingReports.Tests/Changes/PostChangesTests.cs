using FundingReports.Changes;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Tests.Changes;

public class PostChangesTests
{
    private static readonly PortfolioFacts Facts = ChangesOf.Facts;

    [Fact]
    public void Post_OnlyAfter_IsCreatedAndSwappedClosed()
    {
        var more = Facts with { Posts = [.. Facts.Posts, ChangesOf.Post("P2")] };
        Assert.Equal(PostMove.Created, ChangesOf.To(more).Posts.Single(post => post.Post.Id == "P2").Move);
        Assert.Equal(PostMove.Closed, ChangesOf.To(Facts, more).Posts.Single(post => post.Post.Id == "P2").Move);
    }

    [Fact]
    public void Post_WhoseLastDayIsPast_IsClosed()
    {
        var ends = Facts with { Posts = [ChangesOf.Post("P1") with { Until = new LocalDate(2022, 6, 30) }] };
        var changes = ChangesOf.To(ends, ends, new(2022, 9, 1));
        Assert.Equal(PostMove.Closed, changes.Posts.Single().Move);
        Assert.Equal(RiskReasons.None, changes.Posts.Single().Risk);
    }

    [Fact]
    public void Horizon_Later_IsProlongedInEveryViewThatCounts()
    {
        var post = ChangesOf.To(Until(2025)).Posts.Single();
        Assert.Equal(PostMove.Prolonged, post.Move);
        Assert.Equal(ReachMove.Later, post[FundingView.Announced].Surely);
        Assert.Equal(ReachMove.Same, post[FundingView.Firm].Surely);
        Assert.Equal((RiskReasons.EndsSoon, RiskReasons.None), (post.RiskBefore, post.Risk));
    }

    /// <summary>
    /// 25 000 € from each pays 50 000 €, and no longer 52 000 € from 2023 on: the promises stand, and are not said to be shortened.
    /// </summary>
    [Fact]
    public void Horizon_EarlierByTheCostAlone_IsNotShortened()
    {
        Commitment Sum(string id, string funder) =>
            ChangesOf.Half(id, funder, new(2023, 12, 31), "P1") with { Amount = new Amount.Annual(Euros.Of(25_000)) };
        PortfolioFacts before = Facts with { Commitments = [Sum("C1", "E"), Sum("C2", "D")] };
        PortfolioFacts dearer = before
            with { Posts = [before.Posts[0]
                    with { Costs = [.. before.Posts[0].Costs, new(new LocalDate(2023, 1, 1), Euros.Of(52_000)) { Source = "A" }] }] };
        var changes = ChangesOf.To(dearer, before);
        Assert.Equal((PostMove.CostRose, RiskReasons.CostRose), (changes.Posts[0].Move, changes.Posts[0].Risk & ~RiskReasons.EndsSoon));
        Assert.All(changes.Promises, promise => Assert.Equal(CommitmentFate.Kept, promise.Fate));
        // Where a promise ends earlier too, it is.
        PortfolioFacts both = dearer with { Commitments = [Sum("C1", "E") with { Until = new LocalDate(2022, 6, 30) }, Sum("C2", "D")] };
        Assert.Equal(PostMove.Shortened, ChangesOf.To(both, before).Posts[0].Move);
    }

    [Fact]
    public void Horizon_Earlier_IsShortenedAndAtRisk()
    {
        var post = ChangesOf.To(Until(2024), Until(2025)).Posts.Single();
        Assert.Equal(PostMove.Shortened, post.Move);
        Assert.Equal((RiskReasons.None, RiskReasons.Shortened), (post.RiskBefore, post.Risk));
    }

    [Fact]
    public void Horizon_PastWithoutMore_RanOutAndIsNotShortened()
    {
        var post = ChangesOf.To(Facts, Facts, new(2023, 7, 1)).Posts.Single();
        Assert.Equal(PostMove.RanOut, post.Move);
        Assert.Equal(RiskReasons.NotFullyFunded, post.Risk);
    }

    [Theory]
    [InlineData(2023, 12, 29, RiskReasons.EndsSoon)]
    [InlineData(2023, 12, 31, RiskReasons.None)]
    public void Risk_IsBeforeTheEndOfTheFollowingYear(int year, int month, int day, RiskReasons expected)
    {
        var facts = Facts
            with { Commitments = [.. Facts.Commitments.Select(one => one with { Until = new LocalDate(year, month, day) })] };
        Assert.Equal(expected, ChangesOf.To(facts, facts).Posts.Single().Risk);
    }

    [Fact]
    public void Risk_FundedToItsOwnLastDay_IsNone()
    {
        var facts = Facts with { Posts = [ChangesOf.Post("P1") with { Until = new LocalDate(2023, 6, 30) }] };
        Assert.Equal(RiskReasons.None, ChangesOf.To(facts, facts).Posts.Single().Risk);
    }

    [Fact]
    public void Match_OtherIds_ByReferenceThenByLabelAndDepartement()
    {
        var before = Of(ChangesOf.Post("A") with { References = ChangesOf.Reference("FONJEP", "J1") }, ChangesOf.Post("B"));
        var after = Of(ChangesOf.Post("X") with { References = ChangesOf.Reference("FONJEP", "J1 ") },
            ChangesOf.Post("Y") with { Label = " poste  B" });
        Assert.Equal([MatchedBy.Reference, MatchedBy.Name], ChangesOf.To(after, before).Posts.Select(post => post.MatchedBy));
    }

    [Fact]
    public void Match_SameLabelInAnotherDepartement_IsAnotherPost()
    {
        var changes = ChangesOf.To(Of(ChangesOf.Post("P2") with { Label = "Poste P1", Departement = "33" }), Of(ChangesOf.Post("P1")));
        Assert.Equal([PostMove.Created, PostMove.Closed], changes.Posts.Select(post => post.Move));
    }

    [Fact]
    public void Match_TwoCandidates_TakesNeitherAndSaysSo()
    {
        var changes = ChangesOf.To(Of(ChangesOf.Post("X") with { Label = "Poste" }),
            Of(ChangesOf.Post("A") with { Label = "Poste" }, ChangesOf.Post("B") with { Label = "Poste" }));
        Assert.Equal(3, changes.Posts.Length);
        Assert.All(changes.Posts, post => Assert.Equal((PostMove.Unmatched, MatchedBy.Ambiguous), (post.Move, post.MatchedBy)));
    }

    [Fact]
    public void Match_SameLabelButOtherNumber_IsNotTaken()
    {
        Post Numbered(string id, string number) =>
            ChangesOf.Post(id) with { Label = "Poste", References = ChangesOf.Reference("FONJEP", number) };
        Assert.All(ChangesOf.To(Of(Numbered("X", "J2")), Of(Numbered("A", "J1"))).Posts,
            post => Assert.Equal(PostMove.Unmatched, post.Move));
    }

    [Fact]
    public void Details_AreNamed()
    {
        var after = Of(ChangesOf.Post("P1") with { Label = "Autre", Fte = 0.5m, Until = new LocalDate(2026, 12, 31) });
        Assert.Equal([PostDetail.Label, PostDetail.Fte, PostDetail.Until],
            ChangesOf.To(after, Of(ChangesOf.Post("P1"))).Posts.Single().Details.AsEnumerable());
    }

    private static PortfolioFacts Of(params Post[] posts) => Facts with { Posts = [.. posts], Commitments = [] };

    private static PortfolioFacts Until(int year) =>
        Facts with { Commitments = [.. Facts.Commitments.Select(one => one with { Until = new LocalDate(year, 6, 30) })] };
}
