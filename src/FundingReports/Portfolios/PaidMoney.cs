using System.Collections.Immutable;
using NodaTime;

namespace FundingReports.Portfolios;

/// <summary>Payments, by what they pay and when.</summary>
/// <remarks>
/// A payment and an instalment of one year tell of the same money: it counts once, as the payments have it. An instalment over two years
/// counts as one of the year in which it begins.
/// </remarks>
internal static class PaidMoney
{
    /// <summary>The payments made by a day, by the commitment that they pay.</summary>
    internal static ILookup<string, Payment> ByCommitment(ImmutableArray<Payment> payments, LocalDate asOf) =>
        payments.Where(payment => payment.Commitment is not null && !(payment.PaidOn?.First > asOf) && !(payment.Year > asOf.Year))
            .ToLookup(payment => payment.Commitment!, StringComparer.Ordinal);

    /// <summary>The years that payments tell of.</summary>
    internal static HashSet<int> YearsOf(IEnumerable<Payment> payments) => [.. payments.Select(YearOf).OfType<int>()];

    /// <summary>The year that a payment belongs to: that of the accounts, else that of its day; null where neither is known.</summary>
    internal static int? YearOf(Payment payment) =>
        payment.Year ?? (payment.PaidOn is { } day && day.First.Year == day.Last.Year ? day.First.Year : null);

    internal static Euros Sum(IEnumerable<Payment> payments) => payments.Aggregate(Euros.Zero, (sum, payment) => sum + payment.Amount);
}
