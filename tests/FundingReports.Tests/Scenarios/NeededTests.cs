using FundingReports.Portfolios;
using FundingReports.Scenarios;
using NodaTime;

namespace FundingReports.Tests.Scenarios;

/// <summary>What it would take.</summary>
public class NeededTests
{
    [Fact]
    public void Needed_WhereACostIsUnknown_IsUnknown_BesideWhatIsKnown()
    {
        MoneyNeeded needed = MoneyNeeded.Until(
            Portfolio.Create(Suppose.Facts with { Posts = [Suppose.Post("P"), Suppose.Post("Q") with { Costs = [] }] }),
            new LocalDate(2023, 1, 1), new LocalDate(2023, 12, 31));
        Assert.Equal(("unknown", "25000.00"), (needed.Total.ToString(), needed.KnownPart.ToString()));
    }

    [Fact]
    public void Needed_OfPostsThatWereTakenInAnyOrder_IsByYear()
    {
        PostNeed Of(string post, params (int Year, int Euros)[] years) =>
            new(Suppose.Post(post), [.. years.Select(one => new YearNeed(one.Year, Knowable<Euros>.Known(Euros.Of(one.Euros))))]);
        var needed = new MoneyNeeded(new LocalDate(2025, 12, 31), [Of("P", (2024, 1), (2025, 20)), Of("Q", (2023, 300), (2024, 4_000))]);
        Assert.Equal(["2023 300.00", "2024 4001.00", "2025 20.00"], needed.Years.Select(year => $"{year.Year} {year.Amount}"));
        Assert.Equal(("4321.00", "4321.00"), (needed.Total.ToString(), needed.KnownPart.ToString()));
    }

    /// <summary>The target is included, the as-of date too: two days of thirty, and not of thirty-one.</summary>
    [Fact]
    public void Needed_BetweenTwoDays_IsOfBoth()
    {
        MoneyNeeded needed = MoneyNeeded.Until(Portfolio.Create(Suppose.Facts), new LocalDate(2022, 12, 30), new LocalDate(2023, 1, 1));
        Assert.Equal(["138.88", "138.88"], needed.Years.Select(year => year.Amount.ToString()));
    }
}
