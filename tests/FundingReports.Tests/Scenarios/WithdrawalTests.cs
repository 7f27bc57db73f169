using FundingReports.Portfolios;
using FundingReports.Scenarios;
using NodaTime;

namespace FundingReports.Tests.Scenarios;

/// <summary>Of two withdrawals the earlier one counts, and says whose it is.</summary>
public class WithdrawalTests
{
    [Theory]
    [InlineData(null, null, "2023-07-01", "2023-07-01", "essai")]
    [InlineData("2023-01-01", "2022-02-08", "2023-07-01", "2023-01-01", "Convention")]
    [InlineData("2023-07-01", "2022-02-08", "2023-01-01", "2023-01-01", "essai")]
    [InlineData("2023", "2022-02", "2023-07-01", "2023-07-01", "essai")]
    // Decided after the as-of date it does not exist: the scenario's acts on its own day, whichever is earlier.
    [InlineData("2023-01-01", "2022-12-01", "2023-07-01", "2023-07-01", "essai")]
    [InlineData("2023-07-01", "2022-12-01", "2023-01-01", "2023-01-01", "essai")]
    public void Withdrawn_ThatIsKnownFromADay_StaysWhereItIsEarlier(string? from, string? decidedOn, string supposed, string expected,
        string by)
    {
        PortfolioFacts facts = Suppose.With(one => one with { Withdrawn = from is null ? null : new(Date(from), Date(decidedOn!), "A") });
        Portfolio changed = facts.Applied(new ScenarioChange.Withdraw("E", Date(supposed)));
        Withdrawal withdrawn = changed.FindCommitment("C1")!.Withdrawn!;
        Assert.Equal((expected, by), (withdrawn.From.ToString(), changed.FindSource(withdrawn.Source)!.Title));
        Assert.Equal(Date(expected).First.PlusDays(-1), changed.Analyze(Suppose.AsOf).Posts[0].Agreed.PartlyFundedUntil.Surely.Until);
    }

    [Theory]
    [InlineData(2023, 2024, 2023, "un")]
    [InlineData(2024, 2023, 2023, "deux")]
    [InlineData(2023, 2023, 2023, "un")]
    public void Withdrawn_ByTwoScenarios_IsOfTheEarlierDay_AndOfTheFirstWhoSaysIt(int one, int two, int expected, string by)
    {
        Scenario Of(string name, int year) => new(name, null, new ScenarioChange.Withdraw("E", new LocalDate(year, 7, 1)));
        Portfolio changed = Of("deux", two).Apply(Of("un", one).Apply(Portfolio.Create(Suppose.Facts), Suppose.AsOf), Suppose.AsOf);
        Withdrawal withdrawn = changed.FindCommitment("C1")!.Withdrawn!;
        Assert.Equal((new LocalDate(expected, 7, 1), by), (withdrawn.From.First, changed.FindSource(withdrawn.Source)!.Title));
    }

    [Fact]
    public void Withdrawn_IsOfItsFunderOnly()
    {
        Portfolio changed = Suppose.With(one => one with { Funder = "D" })
            .Applied(new ScenarioChange.Withdraw("E", new LocalDate(2022, 7, 1)));
        Assert.Equal(["25000.00", "12500.00"], new[] { changed.Paid("P", "C1", 2022), changed.Paid("Q", "C2", 2022) });
    }

    private static PartialDate Date(string text) => PartialDate.TryParse(text, out var date) ? date : throw new FormatException(text);
}
