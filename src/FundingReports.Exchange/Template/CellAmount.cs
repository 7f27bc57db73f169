using System.Collections.Immutable;
using FundingReports.Portfolios;

namespace FundingReports.Exchange.Template;

/// <summary>
/// The sums or shares of an amount from which the cells of a row are filled; all null where every year says the same word or share (half
/// of the cost, the balance, unknown).
/// </summary>
/// <param name="Whole">The sum for the whole period.</param>
/// <param name="Yearly">The sum a year.</param>
/// <param name="Sums">The sums of successive twelve months.</param>
/// <param name="Shares">The shares of successive twelve months.</param>
internal sealed record CellAmount(Euros? Whole, Euros? Yearly, ImmutableArray<Euros>? Sums, ImmutableArray<Share>? Shares)
{
    private static readonly CellAmount alike = new(null, null, null, null);

    /// <summary>Those of an amount.</summary>
    internal static CellAmount Of(Amount amount) => amount.Match(
        total: total => alike with { Whole = total.Sum },
        annual: annual => alike with { Yearly = annual.Yearly },
        yearlyAmounts: schedule => alike with { Sums = schedule.Steps },
        share: _ => alike,
        yearlyShares: schedule => alike with { Shares = schedule.Steps },
        shareOfRemainder: _ => alike,
        balance: _ => alike,
        unknown: _ => alike);
}
