using FundingReports.Portfolios;

namespace FundingReports.Benchmarks.Country;

/// <summary>
/// The benchmark's posts with other promises, which the country does not have and the loop must know all the same. Nothing is measured
/// with them; without them, a loop that leaves out compensation would pass.
/// </summary>
internal static class UnevenPosts
{
    private const int LinesEach = 3;

    private static readonly Euros little = Euros.Of(1_000);

    internal static PortfolioFacts Of(PortfolioFacts facts) => facts with
    {
        Commitments = [.. facts.Commitments.Select((commitment, i) => Changed(commitment, i / LinesEach % 4))],
    };

    private static Commitment Changed(Commitment commitment, int kind) => (kind, commitment.Amount) switch
    {
        // Too much before the share steps down pays what lacks after.
        (0, Amount.Annual) => commitment with { Amount = Yearly(20_000) },
        // The sum stops inside the year: it is not moved.
        (1, Amount.Annual) => commitment with { Amount = Yearly(20_000), Until = commitment.From.First.PlusMonths(14) },
        // Under 80 % for months of a year that is paid all the same.
        (2, Amount.Annual) => commitment with { Amount = Yearly(14_000) },
        (2, Amount.YearlyShares) => commitment with
        {
            Amount = new Amount.YearlyShares([Share.Of(1, 1), Share.Of(45, 100), Share.Of(3, 10)]),
        },
        // Nothing is at risk but the balance, where the sum is only announced.
        (3, Amount.YearlyShares) => commitment with
        {
            Amount = new Amount.YearlyShares([.. Enumerable.Repeat(Share.Of(4, 10), 5)]), Until = commitment.From.First.PlusYears(5),
        },
        ( < 3, Amount.Balance) => commitment with { Cap = little },
        _ => commitment,
    };

    private static Amount.Annual Yearly(int euros) => new(Euros.Of(euros));
}
