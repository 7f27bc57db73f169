using FundingReports.Portfolios;

namespace FundingReports.Tests.Amounts;

public class AmountTests
{
    [Fact]
    public void Equals_SameStepsInOtherLists_IsTrue()
    {
        Assert.Equal(new Amount.YearlyAmounts([Euros.Of(2), Euros.Of(1)]), new Amount.YearlyAmounts([Euros.Of(2), Euros.Of(1)]));
        Assert.Equal(new Amount.YearlyShares([Share.Of(1, 2)]).GetHashCode(), new Amount.YearlyShares([Share.Of(2, 4)]).GetHashCode());
        Assert.NotEqual(new Amount.YearlyAmounts([Euros.Of(2), Euros.Of(1)]), new Amount.YearlyAmounts([Euros.Of(1), Euros.Of(2)]));
        Assert.NotEqual<Amount>(new Amount.YearlyAmounts([]), new Amount.YearlyShares([]));
    }

    [Fact]
    public void Equals_StepsNeverSet_IsTheEmptyList() => Assert.Equal(new Amount.YearlyShares([]), new Amount.YearlyShares(default));

    [Fact]
    public void ToString_HoldsWhatWasWrittenAlone() => Assert.Equal("Annual { Yearly = 1.00 }", new Amount.Annual(Euros.Of(1)).ToString());

    [Fact]
    public void Match_OfATotal_IsTheAnswerForTotals() => Assert.Equal("1.00", new Amount.Total(Euros.Of(1)).Match(
        total: total => total.Sum.ToString(), annual: _ => "", yearlyAmounts: _ => "", share: _ => "", yearlyShares: _ => "",
        shareOfRemainder: _ => "", balance: _ => "", unknown: _ => ""));
}
