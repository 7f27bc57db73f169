using FundingReports.Changes;
using FundingReports.Portfolios;
using FundingReports.Tests.Changes;
using NodaTime;
using static FundingReports.Tests.Calculation.OnePost;

namespace FundingReports.Tests.Calculation;

/// <summary>A decision counts from the last day that its date may mean (model.md, 4): a vague date gives no better answer.</summary>
public class DecisionTests
{
    [Theory]
    [InlineData("2022", "2022-12-30", false)]
    [InlineData("2022", "2022-12-31", true)]
    [InlineData("2022-03", "2022-03-30", false)]
    [InlineData("2022-03", "2022-03-31", true)]
    [InlineData("2022-03-15", "2022-03-14", false)]
    [InlineData("2022-03-15", "2022-03-15", true)]
    [InlineData(null, "1600-01-01", true)]
    public void Decision_CountsFromTheLastDayThatItMayMean(string? decidedOn, string asOf, bool taken) =>
        Assert.Equal(taken, Decision.IsTaken(PartialDate.TryParse(decidedOn, out var date) ? date : null, Iso(asOf)));

    /// <summary>A rise decided in 2022, nobody says when, costs nothing more before 2023.</summary>
    [Theory]
    [InlineData("2022-06-30", 50_000)]
    [InlineData("2022-12-31", 60_000)]
    public void Cost_DecidedInAYear_IsKnownFromItsLastDay(string asOf, int expected)
    {
        Post post = Whole
            with { Costs = [new(From, Euros.Of(50_000)), new(Iso("2022-02-01"), Euros.Of(60_000)) { DecidedOn = PartialDate.Of(2022) }] };
        Assert.Equal(Euros.Of(expected), PostFacts.KnownCosts(post, Iso(asOf))[^1].Annual);
    }

    /// <summary>Of two costs from one day, the one that was decided on 1 July is older than the one of "2022".</summary>
    [Fact]
    public void Cost_DecidedInAYear_ComesAfterOneDecidedOnADayOfIt()
    {
        Post post = Whole
            with { Costs = [new(From, Euros.Of(60_000)) { DecidedOn = PartialDate.Of(2022) },
                new(From, Euros.Of(50_000)) { DecidedOn = Iso("2022-07-01") }] };
        Assert.Equal([Euros.Of(60_000)], PostFacts.KnownCosts(post, Iso("2023-01-01")).Select(cost => cost.Annual!.Value));
    }

    /// <summary>A withdrawal of "2022" is no change in June, and one at the end of the year.</summary>
    [Theory]
    [InlineData("2022-06-30", CommitmentFate.Kept)]
    [InlineData("2022-12-31", CommitmentFate.Withdrawn)]
    public void Change_DecidedInAYear_IsOneFromItsLastDay(string asOf, CommitmentFate expected)
    {
        var after = ChangesOf.With(one => one with { Withdrawn = new(Iso("2022-02-01"), PartialDate.Of(2022), "A") });
        Portfolio before = FundingReports.Portfolio.Create(ChangesOf.Facts), now = FundingReports.Portfolio.Create(after);
        Assert.Equal(expected,
            PortfolioChanges.Between(before.Analyze(Iso(asOf)), now.Analyze(Iso(asOf)))
                .Promises.Single(promise => promise.Commitment.Id == "C1").Fate);
    }

    /// <summary>A payment is no decision: of "2022-02" it counts from 1 February.</summary>
    [Theory]
    [InlineData("2022-02", "9000.00")]
    [InlineData("2022-03", "unknown")]
    public void Payment_KnownToTheMonth_CountsFromItsFirstDay(string paidOn, string expected)
    {
        Assert.True(PartialDate.TryParse(paidOn, out var date));
        var paid = Pays("A", Yearly(10_000), until: "2022-12-31")
            with { Instalments = [new(From, Iso("2022-12-31")) { Paid = Euros.Of(9_000), PaidOn = date }] };
        Assert.Equal(expected,
            Portfolio(Whole, [("2022-01-01", 50_000)], paid).Analyze(Iso("2022-02-08")).CommitmentBalances[0].Paid.ToString());
    }
}
