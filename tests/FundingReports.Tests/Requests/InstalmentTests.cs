using FundingReports.Portfolios;
using FundingReports.Requests;
using NodaTime;
using NodaTime.Text;

namespace FundingReports.Tests.Requests;

/// <summary>Of what is agreed, the part that no act has made firm is asked for: neither more nor less.</summary>
public class InstalmentTests
{
    /// <summary>Where nobody said how much, what is not firm is asked for all the same, and what is firm is not.</summary>
    [Theory]
    [InlineData("2022-01-01", "2022-12-31", "2023")]
    // The 31st weighs nothing; the 30th does.
    [InlineData("2022-01-01", "2022-12-30", "2023")]
    [InlineData("2022-01-01", "2022-12-29", "2022 2023")]
    [InlineData("2022-01-02", "2022-12-31", "2022 2023")]
    [InlineData("2023-01-01", "2023-12-31", "2022")]
    [InlineData("2021-01-01", "2023-12-31", "")]
    [InlineData("2021-01-01", "2021-12-31", "2022 2023")]
    public void Tranche_OfAnUnknownAmount_IsAskedForTheDaysThatAreNotFirm(string from, string until, string years)
    {
        Commitment unknown = Asked.Promised("C1", "E", Amount.NotPublished) with { Instalments = [new(Day(from), Day(until))] };
        Assert.Equal(years.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(year => $"C1 {year} unknown"),
            Asked.Of(RequestKind.Instalment, Asked.For(unknown)));
    }

    /// <summary>Days on which the promise is not in force, or there is no post, are not asked for.</summary>
    [Fact]
    public void Tranche_OfDaysThatDoNotCount_IsNotAskedFor()
    {
        Commitment unknown = Asked.Promised("C1", "E", Amount.NotPublished),
            firm = unknown with { Instalments = [new(new LocalDate(2022, 1, 1), new LocalDate(2022, 6, 30))] };
        PortfolioFacts facts = Asked.For(firm);
        Assert.Empty(Asked.Of(RequestKind.Instalment, facts with { Posts = [Asked.Post with { Until = new LocalDate(2022, 6, 30) }] }));
        Assert.Empty(
            Asked.Of(RequestKind.Instalment, Asked.For(firm with { Withdrawn = new(new LocalDate(2022, 7, 1), Asked.First, "A") })));
        Assert.Empty(Asked.Of(RequestKind.Instalment, Asked.For(unknown with { Status = CommitmentStatus.Announced })));
        Commitment amendment = unknown with { Id = "C2", Amends = "C1", From = new LocalDate(2022, 7, 1) };
        Assert.Equal(["C2 2022 unknown", "C2 2023 unknown"], Asked.Of(RequestKind.Instalment, Asked.For(firm, amendment)));
    }

    [Fact]
    public void Tranche_OfHalfAYear_LeavesTheOtherHalfToBeAskedFor() =>
        Assert.Equal(
            ["C1 2022 12500.00", "C1 2023 25000.00"],
            Asked.Of(RequestKind.Instalment,
                Asked.For(Asked.Promised("C1", "E", new Amount.OfCost(Share.Of(1, 2)))
                        with { Instalments = [new(new LocalDate(2022, 1, 1), new LocalDate(2022, 6, 30))] })));

    /// <summary>Nobody knows what is firm of it: the sum of the year, which is known, is asked for as such.</summary>
    [Fact]
    public void Tranches_ThatAreNotKnown_AreAskedForAtTheSumOfTheYear() =>
        Assert.Equal(["C1 2022 20000.00", "C1 2023 20000.00"],
            Asked.Of(RequestKind.Instalment,
                Asked.For(Asked.Promised("C1", "E", new Amount.Annual(Euros.Of(20_000))) with { Instalments = null })));

    /// <summary>The rest of a cost that others pay whole is nothing; a cent is something.</summary>
    [Fact]
    public void Tranche_OfNothing_IsNotAskedFor_OfACentItIs()
    {
        Commitment whole = Asked.Promised("C1", "E", new Amount.OfCost(Share.Whole))
            with { Instalments = [new(Asked.First, new LocalDate(2023, 12, 31))] };
        Assert.Empty(Asked.Of(RequestKind.Instalment, Asked.For(whole, Asked.Promised("C2", "D", Amount.TheBalance))));
        Assert.Equal(["C1 2022 0.01", "C1 2023 0.01"],
            Asked.Of(RequestKind.Instalment, Asked.For(Asked.Promised("C1", "E", new Amount.Annual(Euros.FromCents(1))))));
    }

    [Fact]
    public void Tranches_AreAskedForTheYearAndTheTwoThatFollow() =>
        Assert.Equal(
            ["C1 2022 50000.00", "C1 2023 50000.00", "C1 2024 50000.00"],
            Asked.Of(RequestKind.Instalment,
                Asked.For(Asked.Promised("C1", "E", new Amount.OfCost(Share.Whole)) with { Until = new LocalDate(2029, 12, 31) })));

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
