using System.Collections.Immutable;
using FundingReports.Exchange.Names;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Exchange;

/// <summary>Two promises of one funder for the same posts, of which one may be a part of the other.</summary>
internal static class PromiseParts
{
    /// <summary>Whether both are of one funder, line and posts, of one worth at most asked for, and have days in common.</summary>
    internal static bool Overlap(Commitment one, Commitment other) =>
        one.Funder == other.Funder && one.Amends is null && other.Amends is null
            && Plain.Key(one.Line ?? "") == Plain.Key(other.Line ?? "")
        && one.Posts.Order(StringComparer.Ordinal).SequenceEqual(other.Posts.Order(StringComparer.Ordinal)) && !ToldApart(one, other)
        && one.From.First <= Last(other) && other.From.First <= Last(one);

    /// <summary>Whether the longer one says all that the other says: the same money on the days of both.</summary>
    internal static bool Tells(Commitment longer, Commitment other) =>
        longer.From.First <= other.From.First && Last(other) <= Last(longer) && longer.Status == other.Status && longer.Cap == other.Cap
            && AmountFrom(longer, other) == other.Amount;

    private static LocalDate Last(Commitment commitment) => commitment.Until.Until?.Last ?? LocalDate.MaxIsoValue;

    // Refused or asked for beside what is promised, or under another number, is something else.
    private static bool ToldApart(Commitment one, Commitment other) =>
        one.IsPromised != other.IsPromised || (one.Status is CommitmentStatus.Refused) != (other.Status is CommitmentStatus.Refused)
        || one.References.Any(reference => other.References.TryGetValue(reference.Key, out string? number)
            && Plain.Key(number) != Plain.Key(reference.Value));

    // The part of an amount given year by year that falls on the days of the other.
    private static Amount AmountFrom(Commitment longer, Commitment other)
    {
        int skipped = other.From.First.Year - longer.From.First.Year;
        if (longer.Amount.Years is null || skipped < 0 || longer.From.First.PlusYears(skipped) != other.From.First)
            return longer.Amount;
        int years = Last(other).Year - other.From.First.Year + 1;
        return longer.Amount.Match<Amount>(
            total: total => total,
            annual: annual => annual,
            yearlyAmounts: schedule => OfSums(Part(schedule.Steps, skipped, years)),
            share: part => part,
            yearlyShares: schedule => OfShares(Part(schedule.Steps, skipped, years)),
            shareOfRemainder: part => part,
            balance: balance => balance,
            unknown: unknown => unknown);
    }

    private static Amount OfSums(ImmutableArray<Euros> steps) =>
        steps.Distinct().Count() == 1 ? new Amount.Annual(steps[0]) : new Amount.YearlyAmounts(steps);

    private static Amount OfShares(ImmutableArray<Share> steps) =>
        steps.Distinct().Count() == 1 ? new Amount.ShareOfCost(steps[0]) : new Amount.YearlyShares(steps);

    private static ImmutableArray<T> Part<T>(ImmutableArray<T> steps, int skipped, int years) => [.. steps.Skip(skipped).Take(years)];
}
