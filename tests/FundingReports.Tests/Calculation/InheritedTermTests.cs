using FundingReports.Portfolios;
using static FundingReports.Tests.Calculation.OnePost;

namespace FundingReports.Tests.Calculation;

/// <summary>An amendment that gives no term keeps the term of what it amends (model.md, 4).</summary>
public class InheritedTermTests
{
    private static readonly (string, decimal?)[] cost = [("2022-01-01", 50_000)];

    private static readonly Commitment signed = Pays("A", Part(1, 1), until: "2024-12-31");

    private static readonly Commitment amendment = Pays("A", Part(1, 1), "2022-07-01", null)
        with { Id = "A2", Amends = "A", Instalments = [new(Iso("2022-07-01"), Iso("2024-12-31"))] };

    [Fact]
    public void AmendmentWithoutTerm_HasTheTermOfWhatItAmends()
    {
        var portfolio = Portfolio(Whole, cost, amendment, signed);
        Assert.Equal(["2024-12-31", "2024-12-31"], Terms(portfolio));
        Assert.Equal("2024-12-31", portfolio.FindCommitment("A2")!.Until.ToString());
    }

    [Fact]
    public void AmendmentWithoutTerm_StaysSoInTheFacts()
    {
        var portfolio = Portfolio(Whole, cost, signed, amendment);
        Assert.True(portfolio.Facts.Commitments[1].Until.IsUnknown);
        Assert.True(FundingReports.Portfolio.Parse(portfolio.ToJson()).Facts.Commitments[1].Until.IsUnknown);
    }

    [Fact]
    public void AmendmentOfAnAmendment_InheritsThroughIt() => Assert.Equal(
        ["2024-12-31", "2024-12-31", "2024-12-31"],
        Terms(Portfolio(Whole, cost, signed, amendment, amendment with { Id = "A3", Amends = "A2" })));

    [Fact]
    public void AmendmentWithATerm_HasItsOwn() =>
        Assert.Equal(["2024-12-31", "2025-06-30"],
            Terms(Portfolio(Whole, cost, signed, amendment with { Until = Iso("2025-06-30"), Instalments = [] })));

    [Fact]
    public void AmendmentOfAPromiseWithoutEnd_IsWithoutEnd() =>
        Assert.Equal(["open", "open"], Terms(Portfolio(Whole, cost, signed with { Until = Term.Open }, amendment)));

    /// <summary>Neither from an unknown term, nor where nothing is amended.</summary>
    [Fact]
    public void UnknownTerm_StaysUnknown() =>
        Assert.Equal(["unknown", "unknown", "unknown"],
            Terms(Portfolio(Whole, cost, signed with { Until = Term.Unknown }, amendment, Pays("B", Yearly(1_000), until: null))));

    /// <summary>Signed to the end of 2024, and what was amended is how much: the money is as sure as it was.</summary>
    [Fact]
    public void AmendmentWithoutTerm_DoesNotCutASureHorizon()
    {
        var horizon = Analyze(cost, signed, amendment).Agreed.FullyFundedUntil;
        Assert.Equal((HorizonState.Until, Iso("2024-12-31")), (horizon.State, horizon.Surely.Until));
    }

    private static IEnumerable<string?> Terms(Portfolio portfolio) =>
        portfolio.Commitments.Select(commitment => commitment.Until.ToString());
}
