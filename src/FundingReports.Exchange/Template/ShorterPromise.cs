using System.Collections.Immutable;
using System.Numerics;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Exchange.Template;

/// <summary>A promise that something ends before its term: what is left of it, at the same money a day, and never more.</summary>
internal static class ShorterPromise
{
    /// <summary>The promise to its new last day; null where no day of it weighs anything.</summary>
    /// <param name="promise">The promise to one post.</param>
    /// <param name="end">The last day, not after the term.</param>
    /// <param name="isRounded">Whether less than a cent of a sum, or a day that weighs nothing, is left out.</param>
    internal static Commitment? Of(Commitment promise, LocalDate end, out bool isRounded)
    {
        isRounded = false;
        ImmutableArray<Instalment> tranches = promise.Instalments ?? [];
        // A sum needs a day that weighs something.
        while (tranches.FirstOrDefault(tranche => tranche.Amount is not null && tranche.From.First <= end && end < tranche.Until.Last
            && Thirtieths.Between(tranche.From.First, end) == 0) is { } weightless)
            (end, isRounded) = (weightless.From.First.PlusDays(-1), true);
        if (end < promise.From.First)
            return null;
        var kept = ImmutableArray.CreateBuilder<Instalment>();
        foreach (Instalment tranche in tranches.Where(tranche => tranche.From.First <= end))
            kept.Add(tranche.Until.Last <= end ? tranche : tranche with
            {
                Until = end,
                Amount = tranche.Amount is { } sum
                    ? Part(sum.Cents, Thirtieths.Between(tranche.From.First, end), Weight(tranche), ref isRounded) : null,
            });
        Commitment shorter = promise with { Until = Term.On(end), Instalments = promise.Instalments is null ? null : kept.ToImmutable() };
        return promise.Amount.WholeSum is { } total ? OfTotal(shorter, total, promise.Until.Until!.Value.Last, tranches, ref isRounded)
            : shorter;
    }

    // A total stays a total: what its instalments leave is spread over its other days, of which only some are left.
    private static Commitment? OfTotal(
        Commitment shorter, Euros sum, LocalDate term, ImmutableArray<Instalment> tranches, ref bool isRounded)
    {
        LocalDate from = shorter.From.First, end = shorter.Until.Until!.Value.Last;
        if (Thirtieths.Between(from, end) == 0)
        {
            isRounded = true;
            return null;
        }
        Instalment[] priced = [.. tranches.Where(tranche => tranche.Amount is not null)],
            kept = [.. (shorter.Instalments ?? []).Where(tranche => tranche.Amount is not null)];
        long rest = sum.Cents - priced.Sum(tranche => tranche.Amount!.Value.Cents);
        int free = Thirtieths.Between(from, term) - priced.Sum(Weight), left = Thirtieths.Between(from, end) - kept.Sum(Weight);
        Euros fixedSum = kept.Aggregate(Euros.Zero, (all, tranche) => all + tranche.Amount!.Value);
        if (free <= 0 || left <= 0)
            return shorter with { Amount = new Amount.Total(fixedSum) };
        // Written as euros a year where the sum of the days that are left is no whole number of cents.
        var (rate, rateRest) = BigInteger.DivRem((BigInteger)rest * Thirtieths.InAYear, free);
        if (!((BigInteger)rest * left % free).IsZero && rateRest.IsZero && rate < Euros.Limit)
            return shorter with { Amount = new Amount.Annual(Euros.FromCents((long)rate)) };
        return shorter with { Amount = new Amount.Total(fixedSum + Part(rest, left, free, ref isRounded)) };
    }

    private static int Weight(Instalment tranche) => Thirtieths.Between(tranche.From.First, tranche.Until.Last);

    private static Euros Part(BigInteger cents, int weight, int whole, ref bool isRounded)
    {
        var (part, rest) = BigInteger.DivRem(cents * weight, whole);
        isRounded |= !rest.IsZero;
        return Euros.FromCents((long)part);
    }
}
