using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Tests;

/// <summary>What values say at their edges: the first and the last year, no weight at all, an end that is open.</summary>
public class EdgesOfValuesTests
{
    private static readonly LocalDate asOf = new(2022, 2, 8);

    [Theory]
    [InlineData(2021, false)]
    [InlineData(2022, true)]
    [InlineData(2024, true)]
    [InlineData(2025, false)]
    public void Year_OutsideThoseShown_IsRefused(int year, bool shown)
    {
        var analysis = Portfolio.Load(Repository.PathOf("seeds", "landes", "portfolio.json")).Analyze(asOf, new LocalDate(2024, 12, 31));
        if (shown)
            Assert.Equal(year, analysis.Year(year).Year);
        else
            Assert.Throws<ArgumentOutOfRangeException>(() => analysis.Year(year));
    }

    [Theory]
    [InlineData(1599, false)]
    [InlineData(1600, true)]
    [InlineData(4999, true)]
    [InlineData(5000, false)]
    public void PartialDate_OfAYearThatIsATypingError_IsRefused(int year, bool taken)
    {
        Assert.Equal(taken, PartialDate.TryParse($"{year}-07", out _));
        if (taken)
            Assert.Equal(31, PartialDate.Of(year, 7).Last.Day);
        else
            Assert.Throws<ArgumentOutOfRangeException>(() => PartialDate.Of(year, 7));
    }

    /// <summary>
    /// Two figures that nobody knows for the same reasons are the same answer, whoever has found it and in whatever order.
    /// </summary>
    [Fact]
    public void Unknown_ForTheSameReasons_IsEqual()
    {
        var one = Knowable<Euros>.Unknown(Missing.Cost, Missing.Amount);
        Assert.Equal(one, Knowable<Euros>.Unknown([Missing.Amount, Missing.Cost]));
        Assert.Equal(one.GetHashCode(), Knowable<Euros>.Unknown(Missing.Amount, Missing.Cost).GetHashCode());
        Assert.NotEqual(one, Knowable<Euros>.Unknown(Missing.Cost));
        Assert.NotEqual(one, Knowable<Euros>.Unknown());
        Assert.Equal(default, Knowable<Euros>.Unknown());
        Assert.NotEqual(Knowable<Euros>.Known(Euros.Zero), Knowable<Euros>.Unknown());
        Assert.Equal(Knowable<Euros>.Known(Euros.Of(1)), Knowable<Euros>.Known(Euros.Of(1)));
        Assert.NotEqual(Knowable<Euros>.Known(Euros.Of(1)), Knowable<Euros>.Known(Euros.Of(2)));
    }

    [Fact]
    public void Reach_Open_IsNeitherAnEndNorNothing()
    {
        Assert.True(Reach.Open.IsOpen);
        Assert.False(Reach.Open.IsNone);
        Assert.Null(Reach.Open.Until);
        Assert.True(Reach.None.IsNone);
        Assert.False(Reach.To(asOf).IsNone || Reach.To(asOf).IsOpen);
    }

    [Fact]
    public void Knowable_ByDefault_IsUnknown_AndSaysNothingOfWhy()
    {
        Assert.False(default(Knowable<Euros>).IsKnown);
        Assert.Empty(default(Knowable<Euros>).Missing);
        Assert.Empty(Knowable<Euros>.Known(Euros.Zero).Missing);
        Assert.Equal(Missing.Cost, Assert.Single(Knowable<Euros>.Unknown(Missing.Cost).Missing));
    }

    [Fact]
    public void Knowable_WorkedOutFromOthers_LacksWhatTheyLack()
    {
        Knowable<Euros> one = Knowable<Euros>.Known(Euros.Of(1)), noCost = Knowable<Euros>.Unknown(Missing.Cost);
        Knowable<Euros> noAmount = Knowable<Euros>.Unknown(Missing.Amount);
        Assert.Equal(Knowable<int>.Known(100), one.Select(money => (int)money.Cents));
        Assert.Equal(Knowable<int>.Unknown(Missing.Cost), noCost.Select(money => (int)money.Cents));
        Assert.Equal(Knowable<Ratio>.Known(new(1, 2)), one.With(Knowable<Euros>.Known(Euros.Of(2)), (part, whole) => part / whole));
        Assert.Equal(Knowable<Euros>.Known(Euros.Of(2)), new[] { one, one }.Sum());
        Assert.Equal(Knowable<Euros>.Known(Euros.Zero), Array.Empty<Knowable<Euros>>().Sum());
        Assert.Equal(Knowable<Euros>.Unknown(Missing.Cost, Missing.Amount), new[] { one, noCost, noAmount, one }.Sum());
        Assert.Equal("unknown (at least 1.00)", new FundingReports.Totals.Total(noCost, Euros.Of(1)).ToString());
    }

    [Fact]
    public void Allocate_NoWeightAboveZero_IsRefused_AndAPartOfNoWeightGetsNothing()
    {
        Assert.Throws<ArgumentException>(() => Euros.Of(1).Allocate([0, 0]));
        Assert.Throws<ArgumentException>(() => Euros.Of(1).Allocate([1, -1]));
        Assert.Throws<ArgumentException>(() => Euros.Of(1).Allocate([]));
        Assert.Equal([0, 100, 0], Euros.Of(1).Allocate([0, 1, 0]).Select(part => part.Cents));
        Assert.Equal([-34, -33, -33], (-Euros.Of(1)).Allocate([1, 1, 1]).Select(part => part.Cents));
        Assert.Equal([34, 33, 33], Euros.Of(1).Allocate([1, 1, 1]).Select(part => part.Cents));
    }

    [Fact]
    public void ViewThatIsNone_IsRefusedByItsName()
    {
        const FundingView none = (FundingView)9;
        FundingAnalysis analysis = new PortfolioBuilder().Post("Poste 1", costs: 50_000, from: new(2022, 1, 1))
            .Signed(Funder.State("État"), 20_000, new(2022, 1, 1), new(2025, 12, 31)).Build().Analyze(asOf);
        PostFunding post = analysis.Posts[0];
        Assert.All((Func<object>[])[() => post[none], () => post.Years[0][none], () => post.Ledger(none), () => analysis.Years[0][none],
            () => post.Years[0].Cells.First()[none]],
            asked => Assert.Equal("view", Assert.Throws<ArgumentOutOfRangeException>(asked).ParamName));
    }

    /// <summary>A day of another calendar is that day, wherever it is given.</summary>
    [Fact]
    public void DayOfAnotherCalendar_IsThatDay()
    {
        var julian = new LocalDate(2026, 1, 1, CalendarSystem.Julian);
        Assert.Equal(new PartialDate(2026, 1, 14), (PartialDate)julian);
        Portfolio portfolio = new PortfolioBuilder().Post("Poste 1", costs: 50_000, from: julian).Build();
        Assert.Equal(portfolio.Analyze(new(2026, 1, 14)).ToJson(),
            portfolio.Analyze(julian, new AnalysisOptions { Through = new LocalDate(2031, 12, 18, CalendarSystem.Julian) }).ToJson());
        Assert.True(portfolio.TryAnalyze(julian, out _, out _));
        Assert.Single(FundingAnalysis.Stream([portfolio], julian));
    }
}
