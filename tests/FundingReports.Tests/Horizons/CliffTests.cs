using FundingReports.Horizons;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Tests.Horizons;

/// <summary>What is lost on the day after the last funded one: by whom, what part of the cost, and how many euros a year.</summary>
public class CliffTests
{
    private static readonly LocalDate from = new(2022, 1, 1), asOf = new(2022, 2, 8);

    [Fact]
    public void StepDown_LosesTheDifference_NotTheWhole()
    {
        Cliff cliff = CliffOf([(50_000, from)], Pays("A", new Amount.YearlyShares([Share.Of(8, 10), Share.Of(5, 10)])),
            Pays("B", new Amount.OfCost(Share.Of(2, 10))));
        Assert.Equal((new LocalDate(2023, 1, 1), "0.300000", "15000.00"),
            (cliff.On, cliff.ShareLost.ToString(), cliff.YearlyRateLost.ToString()));
        Loss loss = Assert.Single(cliff.Losses);
        Assert.Equal(("CA", "0.300000", "15000.00"), (loss.Commitment.Id, loss.ShareLost.ToString(), loss.YearlyRateLost.ToString()));
    }

    [Fact]
    public void TwoWhoEnd_EachLoseTheirOwn()
    {
        Cliff cliff = CliffOf([(50_000, from)], Pays("A", new Amount.Annual(Euros.Of(15_000)), "2023-06-30"),
            Pays("B", new Amount.OfCost(Share.Of(7, 10)), "2023-06-30"));
        Assert.Equal([("CA", "0.300000", "15000.00"), ("CB", "0.700000", "35000.00")],
            cliff.Losses.Select(loss => (loss.Commitment.Id, loss.ShareLost.ToString(), loss.YearlyRateLost.ToString())));
        Assert.Equal(("1.000000", "50000.00"), (cliff.ShareLost.ToString(), cliff.YearlyRateLost.ToString()));
    }

    /// <summary>The cost rises and the money does not: a part is lost, and not a cent of money.</summary>
    [Fact]
    public void DearerPost_LosesAPartAndNoMoney()
    {
        Cliff cliff = CliffOf([(40_000, from), (50_000, new(2023, 1, 1))], Pays("A", new Amount.Annual(Euros.Of(40_000))));
        Assert.Equal((new LocalDate(2023, 1, 1), "0.200000", "0.00"),
            (cliff.On, cliff.ShareLost.ToString(), cliff.YearlyRateLost.ToString()));
    }

    /// <summary>More money than before, and yet less than the post costs now: what is lost a year is below zero.</summary>
    [Fact]
    public void DearerPost_WithMoreMoneyThanBefore_LosesLessThanNothing()
    {
        Cliff cliff = CliffOf([(40_000, from), (60_000, new(2023, 1, 1))],
            Pays("A", new Amount.YearlyAmounts([Euros.Of(40_000), Euros.Of(45_000)])));
        Assert.Equal(("0.250000", "-5000.00"), (cliff.ShareLost.ToString(), cliff.YearlyRateLost.ToString()));
    }

    [Fact]
    public void UnknownCostAfter_HasNoEurosLost()
    {
        Cliff cliff = CliffOf([(50_000, from), (null, new(2023, 1, 1))], Pays("A", new Amount.OfCost(Share.Whole), "2022-12-31"));
        Assert.Equal(("1.000000", false), (cliff.ShareLost.ToString(), cliff.YearlyRateLost.IsKnown));
        Assert.False(cliff.Losses.Single().YearlyRateLost.IsKnown);
    }

    /// <summary>Two cents of fifty thousand euros are no millionth, and yet a part that falls when the cost is no longer known.</summary>
    [Fact]
    public void UnknownCostAfter_NamesAlsoWhoLosesLessThanAMillionth()
    {
        Cliff cliff = CliffOf([(50_000, from), (null, new(2023, 1, 1))], Pays("A", new Amount.OfCost(Share.Whole), "2022-12-31"),
            Pays("B", new Amount.Annual(Euros.Of(0.02m))));
        Assert.Equal([("CA", "1.000000"), ("CB", "0.000000")],
            cliff.Losses.Select(loss => (loss.Commitment.Id, loss.ShareLost.ToString())));
    }

    /// <summary>Nobody pays a part of a cost of nothing: when the cost is no longer known, nobody's part falls.</summary>
    [Fact]
    public void CostOfNothingBefore_LosesNobody() =>
        Assert.Empty(CliffOf([(0, from), (null, new(2023, 1, 1))], Pays("A", new Amount.Annual(Euros.Of(1000)), "2022-12-31")).Losses);

    /// <summary>Half of an unknown cost, then a quarter of a known one: a part is lost, and how many euros is not known.</summary>
    [Fact]
    public void UnknownCostBefore_HasNoEurosLost()
    {
        Cliff cliff = CliffOf([(null, from), (50_000, new(2023, 1, 1))],
            Pays("A", new Amount.YearlyShares([Share.Whole, Share.Of(1, 4)])));
        Assert.Equal(("0.750000", false), (cliff.ShareLost.ToString(), cliff.YearlyRateLost.IsKnown));
    }

    [Fact]
    public void ACentAYear_IsLostToTheCent() =>
        Assert.Equal("0.01",
            Calculation.OnePost.Analyze([("2022-01-01", 0.01m)],
                Calculation.OnePost.Pays("A", Calculation.OnePost.Yearly(0.01m), until: "2022-12-31"))
                .Agreed.Cliff!.YearlyRateLost.ToString());

    [Fact]
    public void Payers_AreThoseOfTheLastFundedDay()
    {
        var agreed = Agreed([(50_000, from)], Pays("A", new Amount.YearlyShares([Share.Of(8, 10), Share.Of(5, 10)])),
            Pays("B", new Amount.OfCost(Share.Of(2, 10))));
        Assert.Equal([("CA", "0.800000"), ("CB", "0.200000")],
            agreed.Payers.Select(payer => (payer.Commitment.Id, payer.Share.ToString())));
    }

    [Fact]
    public void FundedForEver_HasNoCliff() =>
        Assert.Null(Agreed([(50_000, from)], Pays("A", new Amount.OfCost(Share.Whole), "open")).Cliff);

    private static Cliff CliffOf((int? Annual, LocalDate From)[] costs, params Commitment[] commitments) =>
        Agreed(costs, commitments).Cliff!;

    private static ViewFunding Agreed((int? Annual, LocalDate From)[] costs, params Commitment[] commitments) => Portfolio.Create(new()
    {
        Sources = [new("S", SourceKind.Act, "Convention")],
        Funders = [new("A", "État", FunderKind.State), new("B", "Département", FunderKind.CollectiviteDepartementale)],
        Posts = [
            new("P", "Poste") { From = from, Fte = 1,
                Costs = [
                    .. costs.Select(cost => new Cost(cost.From, cost.Annual is { } annual ? Euros.Of(annual) : null) { Source = "S" })],
                Source = "S" }],
        Commitments = [.. commitments],
    }).Analyze(asOf).Posts[0].Agreed;

    private static Commitment Pays(string funder, Amount amount, string until = "2025-12-31") =>
        new($"C{funder}", funder, ["P"], from, amount)
    {
        Until = until == "open" ? Term.Open : NodaTime.Text.LocalDatePattern.Iso.Parse(until).Value, Status = CommitmentStatus.Signed,
        Instalments = [], Source = "S",
    };
}
