using System.Collections.Immutable;
using FundingReports.Exchange.Names;
using FundingReports.Portfolios;
using FundingReports.Validation;

namespace FundingReports.Exchange;

// What accounts say was paid.
public sealed partial class PortfolioMerge
{
    private readonly List<(Payment Payment, string By)> payments = [];
    private readonly HashSet<string> paymentIds = new(StringComparer.Ordinal);

    /// <summary>
    /// Adds the payments of one return. A budget year of an EJ is told as a whole: where two returns tell it, the one with more payments
    /// holds all those of the other, or they disagree.
    /// </summary>
    private void AddPayments(ImmutableArray<Payment> told, string by)
    {
        ILookup<string, Payment> known = payments.Where(entry => entry.By != by).Select(entry => entry.Payment)
            .ToLookup(YearKey, StringComparer.Ordinal);
        foreach (var year in told.GroupBy(YearKey, StringComparer.Ordinal))
        {
            List<Payment> fresh = [.. year], before = [.. known[year.Key]];
            List<Payment> missing = [.. before.Where(payment => !Remove(fresh, payment))];
            if (before.Count > 0)
                Compare(year.First(), before, fresh, missing, by);
            if (before.Count == 0 || missing.Count == 0)
                payments.AddRange(fresh.Select(payment => (payment with { Id = Slug.Unique(payment.Id, paymentIds) }, by)));
        }
    }

    private void Compare(Payment first, List<Payment> before, List<Payment> fresh, List<Payment> missing, string by)
    {
        string path = Property.Payments, earlier = payments.Find(entry => ReferenceEquals(entry.Payment, before[0])).By;
        if (missing.Count > 0 && fresh.Count > 0)
            problems.Add(new(ProblemCode.ReturnsDisagree, path, null, "payments", NumberOf(first), Property.Amount,
                SumOf(before), earlier, SumOf([.. fresh, .. before.Except(missing)]), by));
        else
            problems.Add(new(ProblemCode.ToldTwice, path, null, "payments", NumberOf(first), earlier, by));
    }

    // The same day, sum and receiver: one payment, whatever its id.
    private static bool Remove(List<Payment> payments, Payment payment)
    {
        int at = payments.FindIndex(one => one.Amount == payment.Amount && one.PaidOn == payment.PaidOn
            && (one.Beneficiary?.Siret ?? "") == (payment.Beneficiary?.Siret ?? ""));
        if (at >= 0)
            payments.RemoveAt(at);
        return at >= 0;
    }

    private static string SumOf(IEnumerable<Payment> payments) =>
        Words.Money(payments.Aggregate(Euros.Zero, (sum, payment) => sum + payment.Amount), Language.French);

    private static string NumberOf(Payment payment) =>
        payment.References.GetValueOrDefault("EJ") ?? payment.References.GetValueOrDefault("DP") ?? payment.Id;

    private static string YearKey(Payment payment) => $"{NumberOf(payment)}\n{payment.Year}";

    /// <summary>A payment whose EJ one commitment alone names pays that one; what several name, somebody must say.</summary>
    private Payment Placed(Payment payment)
    {
        if (payment.Commitment is not null || EjNumbers.Of(payment) is not { Length: > 0 } numbers)
            return payment;
        List<Commitment> named =
            [.. commitments.Select(entry => entry.Commitment).Where(commitment => EjNumbers.AreOf(commitment, numbers))];
        return named is [var only] ? payment with { Commitment = only.Id } : payment;
    }
}
