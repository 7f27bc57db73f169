using System.Numerics;
using FundingReports.Exchange.Forms;
using FundingReports.Portfolios;
using NodaTime;
using static FundingReports.Exchange.Forms.WrittenValues;

namespace FundingReports.Exchange.Template;

/// <summary>
/// A promise to one post → rows of days that nothing cuts but the first of January, and what stands in each year of them.
/// </summary>
/// <param name="commitment">The promise.</param>
/// <param name="line">Its days.</param>
/// <param name="partOf">What of a sum is this post's.</param>
internal sealed class YearCells(Commitment commitment, LineInForce line, Func<Euros, Euros> partOf)
{
    /// <summary>The rows, one after the other: cut where twelve months or a tranche end within a year.</summary>
    internal IEnumerable<(LocalDate From, LocalDate Until)> Rows(LocalDate end)
    {
        SortedSet<LocalDate> starts = [line.From];
        if (commitment.Amount.Years is not null)
            for (int k = 1; commitment.From.First.PlusYears(k) <= end; k++)
                starts.Add(commitment.From.First.PlusYears(k));
        foreach (Instalment tranche in commitment.Instalments ?? [])
            starts.UnionWith([tranche.From.First, tranche.Until.Last.PlusDays(1)]);
        List<LocalDate> cuts =
            [.. starts.Where(day => day == line.From || day > line.From && day <= end && day is not { Day: 1, Month: 1 })];
        for (int i = 0; i < cuts.Count; i++)
            yield return (cuts[i], i + 1 < cuts.Count ? cuts[i + 1].PlusDays(-1) : end);
    }

    /// <summary>Whether an act has made the days firm.</summary>
    internal bool IsFirm(LocalDate from, LocalDate until) =>
        (commitment.Instalments ?? []).Any(tranche => tranche.From.First <= from && until <= tranche.Until.Last);

    /// <summary>What stands in the cell of some days of one year; null where nothing is paid.</summary>
    /// <param name="from">The first of them.</param>
    /// <param name="until">The last.</param>
    /// <param name="isExact">Whether it says to the last fraction of a cent what the promise says.</param>
    internal object? Of(LocalDate from, LocalDate until, out bool isExact)
    {
        isExact = true;
        Instalment? tranche = (commitment.Instalments ?? [])
            .FirstOrDefault(tranche => tranche.Amount is not null && tranche.From.First <= from && until <= tranche.Until.Last);
        if (tranche is not null)
            return Sum(partOf(tranche.Amount!.Value), Thirtieths.Between(tranche.From.First, tranche.Until.Last), tranche.From.First, from,
                until, out isExact);
        int step = Step(commitment.From.First, from);
        bool exact = true;
        object? value = commitment.Amount.Match<object?>(
            total: total => Sum(partOf(total.Sum), Thirtieths.Between(commitment.From.First, commitment.Until.Until?.Last ?? until),
                commitment.From.First, from, until, out exact),
            annual: annual => Sum(partOf(annual.Yearly), Thirtieths.InAYear, commitment.From.First, from, until, out exact),
            yearlyAmounts: schedule => step < schedule.Steps.Length ? Sum(
                partOf(schedule.Steps[step]), Thirtieths.InAYear, commitment.From.First.PlusYears(step), from, until, out exact) : null,
            share: part => Share(part.Share),
            yearlyShares: schedule => step < schedule.Steps.Length ? Share(schedule.Steps[step]) : null,
            shareOfRemainder: part => About($"{Part(part.Share)} du solde"),
            balance: _ => About("le solde"),
            unknown: _ => "inconnu");
        isExact = exact;
        return value;
    }

    private static int Step(LocalDate first, LocalDate day)
    {
        int step = day.Year - first.Year;
        return first.PlusYears(step) > day ? step - 1 : step;
    }

    private string About(string text) => commitment.Approximate ? $"env. {text}" : text;

    // A number where it can be one, so that the form adds it up.
    private object Share(Share share) =>
        commitment.Approximate || 10_000 % share.Denominator != 0 ? About(Part(share)) : new PercentValue(share);

    // A sum of so many thirtieths, over some of them: what falls on the days, else what it is a year, else what falls there to the cent.
    private object? Sum(Euros sum, int weight, LocalDate first, LocalDate from, LocalDate until, out bool isExact)
    {
        isExact = true;
        if (sum == Euros.Zero)
            return null;
        int days = Thirtieths.Between(from, until);
        var (own, rest) = BigInteger.DivRem((BigInteger)sum.Cents * days, Math.Max(weight, 1));
        var (rate, left) = BigInteger.DivRem((BigInteger)sum.Cents * Thirtieths.InAYear, Math.Max(weight, 1));
        if (weight > 0 && days > 0 && rest.IsZero)
            return Written(Euros.FromCents((long)own));
        if (weight > 0 && left.IsZero && rate < Euros.Limit)
            return About($"{Money(Euros.FromCents((long)rate))} par an");
        isExact = false;
        // Rounded as a running sum, so that the cells add up to the whole.
        Euros part = weight == 0 ? sum : Until(until) - Until(from.PlusDays(-1));
        return part == Euros.Zero ? null : Written(part);

        Euros Until(LocalDate day) =>
            Euros.FromCents((long)(((BigInteger)sum.Cents * Thirtieths.Between(first, day) * 2 + weight) / (2 * weight)));
    }

    // As a number it would be asked about up to a hundred euros.
    private object Written(Euros sum) => commitment.Approximate || sum.Cents <= 100_00 ? About(Money(sum)) : sum;
}

/// <summary>A share that is written as a number in percent.</summary>
internal sealed record PercentValue(Share Share)
{
    internal decimal Number => (decimal)Share.Numerator / Share.Denominator;
}
