using System.Numerics;
using CsCheck;

namespace FundingReports.Tests.Values;

public class ArithmeticTests
{
    [Theory]
    [InlineData("80", "4/5")]
    [InlineData("100", "1/1")]
    [InlineData("33.3", "333/1000")]
    [InlineData("0.5", "1/200")]
    [InlineData("50.00", "1/2")]
    public void Percent_IsTheExactFraction(string percent, string share) =>
        Assert.Equal(share, Share.Percent(decimal.Parse(percent, System.Globalization.CultureInfo.InvariantCulture)).ToString());

    [Theory]
    [InlineData("0"), InlineData("-1"), InlineData("100.01"), InlineData("33.33333333333")]
    public void Percent_ThatIsNoShare_IsRefused(string percent) => Assert.Throws<ArgumentOutOfRangeException>(
        () => Share.Percent(decimal.Parse(percent, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Ratio_OfOneValue_IsEqual_WhateverItsTerms() => Gen.Select(Gen.Long[-1000, 1000], Gen.Long[1, 1000], Gen.Long[1, 1000])
        .Sample((over, below, times) =>
        {
            Ratio one = new(over, below), same = new((BigInteger)over * times, (BigInteger)below * times);
            Assert.Equal(one, same);
            Assert.Equal(one.GetHashCode(), same.GetHashCode());
            Assert.NotEqual(one, one + new Ratio(1, 1_000_000));
        }, iter: Rounds.Of(500));

    [Fact]
    public void Ratio_ByDefault_IsNothing_AndNoDenominatorIsBelowOne()
    {
        Assert.Equal(Ratio.Zero, default);
        Assert.Equal("0/1", default(Ratio).ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => new Ratio(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Ratio(1, -2));
    }

    [Fact]
    public void Euros_TimesAndOver_AreExact()
    {
        Assert.Equal(Euros.Of(100_000), Euros.Of(25_000) * 4);
        Assert.Equal(new Ratio(1, 3), Euros.Of(10) / Euros.Of(30));
        Assert.Equal(new Ratio(1, 3), -Euros.Of(10) / -Euros.Of(30));
        Assert.Throws<DivideByZeroException>(() => Euros.Of(1) / Euros.Zero);
        Assert.Throws<OverflowException>(() => Euros.FromCents(long.MaxValue) * 2);
    }

    [Fact]
    public void Shares_AreCompared_AsFractions()
    {
        Assert.True(Share.Of(1, 3) < Share.Percent(34) && Share.Of(1, 3) > Share.Percent(33));
        Assert.True(Share.Percent(50) <= Share.Of(1, 2) && Share.Percent(50) >= Share.Of(1, 2));
        Assert.True(new Factor(2, 3) < Factor.One && new Factor(3, 2) > Factor.One);
    }

    [Fact]
    public void Dates_AreSorted_ADayBeforeItsMonth_AndItsMonthBeforeItsYear() => Assert.Equal(
        ["2022-01-01", "2022-01", "2022", "2022-01-02", "2023"],
        new PartialDate[] { new(2023), new(2022), new(2022, 1, 2), new(2022, 1), new(2022, 1, 1) }.Order().Select(date => $"{date}"));

    [Fact]
    public void Reaches_AreSorted_FromNoneToOpen() => Assert.Equal(
        [Reach.None, Reach.To(new(2022, 1, 1)), Reach.To(new(2022, 1, 2)), Reach.Open],
        new[] { Reach.Open, Reach.To(new(2022, 1, 2)), Reach.None, Reach.To(new(2022, 1, 1)) }.Order());
}
