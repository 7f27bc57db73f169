using FundingReports.Changes;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Tests.Changes;

public class PromiseChangesTests
{
    private static readonly LocalDate Later = new(2022, 9, 1);

    [Fact]
    public void Promise_SameInTwoReadings_IsKept()
    {
        PortfolioFacts Stepped() => ChangesOf.With(one => one with { Amount = new Amount.YearlyShares([Share.Of(1, 2), Share.Of(1, 3)]) });
        Assert.Equal(CommitmentFate.Kept, ChangesOf.To(Stepped(), Stepped()).Promise("C1").Fate);
    }

    public static TheoryData<string, CommitmentDetail> Terms => new()
    {
        { "amount", CommitmentDetail.Amount }, { "cap", CommitmentDetail.Amount }, { "from", CommitmentDetail.From },
        { "until", CommitmentDetail.Until }, { "status", CommitmentDetail.Status },
        { "funder", CommitmentDetail.Funder }, { "line", CommitmentDetail.Line }, { "posts", CommitmentDetail.Posts },
        { "instalments", CommitmentDetail.Instalments },
    };

    [Theory]
    [MemberData(nameof(Terms))]
    public void Promise_OnOtherTerms_IsChangedAndSaysWhich(string what, CommitmentDetail expected)
    {
        var before = ChangesOf.Facts with { Posts = [.. ChangesOf.Facts.Posts, ChangesOf.Post("P2")] };
        PortfolioFacts after = before with
        {
            Commitments = [.. before.Commitments.Select(one => one.Id != "C1" ? one : what switch
            {
                "amount" => one with { Amount = new Amount.ShareOfCost(Share.Of(1, 3)) },
                "cap" => one with { Cap = Euros.Of(20_000) },
                "from" => one with { From = new LocalDate(2021, 2, 1) },
                "until" => one with { Until = new LocalDate(2024, 6, 30) },
                "status" => one with { Status = CommitmentStatus.Granted },
                "funder" => one with { Funder = "D" },
                "line" => one with { Line = "FIPD" },
                "posts" => one with { Posts = ["P2"] },
                _ => one with { Instalments = [new(new LocalDate(2022, 1, 1), new LocalDate(2022, 12, 31))] },
            })],
        };
        var promise = ChangesOf.To(after, before).Promise("C1");
        Assert.Equal(CommitmentFate.Changed, promise.Fate);
        Assert.Equal(expected, promise.Details.Single());
    }

    [Fact]
    public void Promise_PaidSince_IsKept()
    {
        PortfolioFacts Tranche(Euros? paid) =>
            ChangesOf.With(one => one
                    with { Instalments = [new(new LocalDate(2022, 1, 1), new LocalDate(2022, 12, 31)) { Paid = paid }] });
        Assert.Equal(CommitmentFate.Kept, ChangesOf.To(Tranche(Euros.Of(1)), Tranche(null)).Promise("C1").Fate);
    }

    [Fact]
    public void Promise_WithdrawnBetweenTheTwoDates_IsWithdrawnThenOver()
    {
        var facts = ChangesOf.With(one => one with { Withdrawn = new(new LocalDate(2022, 6, 1), new LocalDate(2022, 6, 1), "A") });
        Assert.Equal(CommitmentFate.Withdrawn, ChangesOf.To(facts, facts, Later).Promise("C1").Fate);
        var over = PortfolioChanges.Between(Portfolio.Create(facts).Analyze(Later), Portfolio.Create(facts).Analyze(Later));
        Assert.Equal(CommitmentFate.Over, over.Promise("C1").Fate);
        Assert.True(over.IsEmpty);
    }

    [Theory]
    [InlineData(CommitmentStatus.Refused)]
    [InlineData(CommitmentStatus.Requested)]
    public void Promise_NoLongerOne_IsRefused(CommitmentStatus status) =>
        Assert.Equal(CommitmentFate.Refused, ChangesOf.To(ChangesOf.With(one => one with { Status = status })).Promise("C1").Fate);

    [Fact]
    public void Promise_NotListed_IsGoneBeforeItsTermAndEndedAfter()
    {
        var less = ChangesOf.Facts with { Commitments = [ChangesOf.Facts.Commitments[1]] };
        Assert.Equal(CommitmentFate.Gone, ChangesOf.To(less).Promise("C1").Fate);
        Assert.Equal(CommitmentFate.Ended, ChangesOf.To(less, null, new(2023, 7, 1)).Promise("C1").Fate);
    }

    [Fact]
    public void Promise_TermMovedForward_EndedEarlier() =>
        Assert.Equal(CommitmentFate.EndedEarlier,
            ChangesOf.To(ChangesOf.With(one => one with { Until = new LocalDate(2022, 12, 31) })).Promise("C1").Fate);

    [Fact]
    public void Promise_AmendedToAnEarlierTerm_EndedEarlierUnlessTheAvenantIsOnlyAnnounced()
    {
        PortfolioFacts Amended(CommitmentStatus status) => ChangesOf.Facts with
        {
            Commitments = [.. ChangesOf.Facts.Commitments,
                ChangesOf.Half("C3", "E", new(2022, 12, 31), "P1")
                    with { From = new LocalDate(2022, 1, 1), Amends = "C1", Status = status }],
        };
        Assert.Equal(CommitmentFate.EndedEarlier, ChangesOf.To(Amended(CommitmentStatus.Signed)).Promise("C1").Fate);
        var announced = ChangesOf.To(Amended(CommitmentStatus.Announced)).Promise("C1");
        Assert.Equal((CommitmentFate.Changed, CommitmentDetail.Amended), (announced.Fate, announced.Details.Single()));
        Assert.Equal(CommitmentFate.New, ChangesOf.To(Amended(CommitmentStatus.Signed)).Promise("C3").Fate);
        // Replaced before either date: it is not said to stand.
        Assert.Equal(CommitmentFate.Over,
            ChangesOf.To(Amended(CommitmentStatus.Signed), Amended(CommitmentStatus.Signed)).Promise("C1").Fate);
    }

    [Fact]
    public void Promise_DecidedBetweenTheTwoDates_IsNew()
    {
        var facts = ChangesOf.With(one => one with { DecidedOn = new LocalDate(2022, 6, 1) });
        Assert.Equal(CommitmentFate.New, ChangesOf.To(facts, facts, Later).Promise("C1").Fate);
    }

    [Fact]
    public void Request_Granted_IsNew()
    {
        var asked = ChangesOf.With(one => one with { Status = CommitmentStatus.Requested });
        var promise = ChangesOf.To(ChangesOf.Facts, asked).Promise("C1");
        Assert.Equal((CommitmentFate.New, CommitmentDetail.Status), (promise.Fate, promise.Details.Single()));
        Assert.Equal(CommitmentFate.NotPromised, ChangesOf.To(asked, asked).Promise("C1").Fate);
    }

    [Fact]
    public void Match_OtherIds_ByReferenceAndFunder()
    {
        PortfolioFacts Renamed(string prefix) => ChangesOf.Facts with
        {
            // One convention, two funders, and an avenant under the same number.
            Commitments =
            [
                .. ChangesOf.Facts.Commitments.Select(one => one
                        with { Id = prefix + one.Id, References = ChangesOf.Reference("convention", "12") }),
                ChangesOf.Half(prefix + "C3", "E", new(2024, 12, 31), "P1")
                    with { From = new LocalDate(2022, 1, 1), Amends = prefix + "C1",
                        References = ChangesOf.Reference("convention", "12") },
            ],
        };
        var changes = ChangesOf.To(Renamed("n"), Renamed("o"));
        Assert.Equal([("oC1", "nC1"), ("oC2", "nC2"), ("oC3", "nC3")],
            changes.Promises.Select(promise => (promise.Before!.Id, promise.After!.Id)));
        Assert.All(changes.Promises, promise => Assert.Equal(MatchedBy.Reference, promise.MatchedBy));
    }

    [Fact]
    public void Match_FunderOfAnotherId_ByName()
    {
        var renamed = ChangesOf.Facts with
        {
            Funders = [new("S", "état", FunderKind.State), ChangesOf.Facts.Funders[1]],
            Commitments = [.. ChangesOf.Facts.Commitments.Select(one => one.Funder == "E" ? one with { Funder = "S" } : one)],
        };
        var changes = ChangesOf.To(renamed);
        Assert.Equal(CommitmentFate.Kept, changes.Promise("C1").Fate);
        Assert.All(changes.Years, year => Assert.Equal(2, year.Funders.Length));
    }
}
