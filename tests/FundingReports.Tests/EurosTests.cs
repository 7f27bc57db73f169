using FundingReports.Portfolios;

namespace FundingReports.Tests;

/// <summary>An amount of money compares, is parsed and is refused as money is.</summary>
public class EurosTests
{
    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 1)]
    [InlineData(100, 101)]
    public void Compare_SmallerAndLarger(long smaller, long larger)
    {
        (Euros a, Euros b, Euros same) = (Euros.FromCents(smaller), Euros.FromCents(larger), Euros.FromCents(smaller));
        Assert.True(a < b && b > a && a <= b && b >= a && a <= same && a >= same);
        Assert.False(b < a || a > b || b <= a || a >= b || a < same || a > same);
        Assert.Equal((-1, 0, 1), (Math.Sign(a.CompareTo(b)), a.CompareTo(same), Math.Sign(b.CompareTo(a))));
    }

    [Fact]
    public void Of_MoreThanTwoDecimals_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => Euros.Of(1.005m));
        Assert.Equal(100, Euros.Of(1.00m).Cents);
        Assert.Equal(-1, Euros.Of(-0.01m).Cents);
    }

    [Fact]
    public void ToDecimal_IsInEuros() =>
        Assert.Equal((26_000.01m, "26000.01"), (Euros.FromCents(2_600_001).ToDecimal(), Euros.FromCents(2_600_001).ToString()));

    [Theory]
    [InlineData(1, -1)]
    [InlineData(2, -1)]
    [InlineData(0, 0)]
    [InlineData(0)]
    public void Allocate_NegativeWeightOrNone_IsRefused(params int[] weights)
    {
        long[] all = [.. weights.Select(weight => (long)weight)];
        Assert.Throws<ArgumentException>(() => Euros.Of(100).Allocate(all));
    }

    [Fact]
    public void Allocate_OneWeightAboveZero_TakesAll() =>
        Assert.Equal([0, 10_000, 0], Euros.Of(100).Allocate([0, 5, 0]).Select(part => part.Cents));

    [Fact]
    public void Allocate_OddCents_OneEachToTheFirstOfEqualParts() =>
        Assert.Equal([34, 33, 33], Euros.FromCents(100).Allocate([1, 1, 1]).Select(part => part.Cents));

    [Fact]
    public void Allocate_TwoCentsLeft_NobodyGetsBoth() =>
        Assert.Equal([15, 15, 14, 14, 14, 14, 14], Euros.FromCents(100).Allocate([1, 1, 1, 1, 1, 1, 1]).Select(part => part.Cents));
}
