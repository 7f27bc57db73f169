using System.Collections.Immutable;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Exchange.Template;

/// <summary>
/// A line in force → the promise to one post that a row of the form says: its part of each sum, to the last day on which it is in force,
/// without what amends it. The analysis has the same figures of both; where none would have, there is no row, and a loss says so.
/// </summary>
internal static class PromiseToPost
{
    /// <summary>The promise; null where the form does not hold it.</summary>
    /// <param name="line">The promise and its days.</param>
    /// <param name="weights">How its sums are split between its posts; null where there is one.</param>
    /// <param name="lose">What is lost of which commitment.</param>
    internal static Commitment? Of(LineInForce line, long[]? weights, Action<string, TemplateLossKind> lose)
    {
        Commitment commitment = line.Commitment;
        if (!commitment.Scalings.IsEmpty)
            return Lost(TemplateLossKind.Scaled);
        // Where the term is unknown the money is sure to the end of the as-of year alone, which the form cannot say: a row has a last day
        // or none.
        if (line.IsCut && commitment.Until.IsUnknown)
            return Lost(TemplateLossKind.UnknownTerm);
        ImmutableArray<Instalment> tranches = commitment.Instalments ?? [];
        if (weights is not null && commitment.Amount.WholeSum is { } total && !LeavesNoneBelowNothing(total, tranches, weights)
            || tranches.Any(tranche => tranche.From.First < line.From))
            return Lost(TemplateLossKind.WithinYear);
        int slot = commitment.Posts.IndexOf(line.Post);
        Commitment? promise = commitment with
        {
            Posts = [line.Post],
            Amount = PartOf(commitment.Amount),
            Cap = commitment.Cap is { } cap ? Part(cap) : null,
            Instalments = commitment.Instalments is null ? null
                : [.. tranches.Select(tranche => tranche.Amount is { } sum ? tranche with { Amount = Part(sum) } : tranche)],
            Amends = null,
            Withdrawn = null,
        };
        if (line.Until is { } end && (line.IsCut || tranches.Any(tranche => tranche.Until.Last > end)))
        {
            if (promise.Amount.WholeSum is not null && tranches.Any(tranche => tranche is { Amount: not null, DecidedOn: not null }))
                return Lost(TemplateLossKind.WithinYear);
            promise = ShorterPromise.Of(promise, end, out bool isRounded);
            if (isRounded)
                lose(commitment.Id, TemplateLossKind.Rounded);
            if (promise is null)
                return null;
        }
        promise = WithoutNeedlessSums(promise);
        CellAmount amount = CellAmount.Of(promise.Amount);
        if (!PaysNothing(amount))
        {
            if (amount.Sums is [.., var last] && last == Euros.Zero)
                lose(commitment.Id, TemplateLossKind.NothingAtTheEnd);
            return promise;
        }
        ImmutableArray<Instalment> priced =
            [.. (promise.Instalments ?? []).Where(tranche => tranche.Amount is { } sum && sum > Euros.Zero)];
        if (priced.IsEmpty)
            return Lost(TemplateLossKind.NoMoney);
        // Its instalments are all its money: a total of which they leave nothing. Before one is decided, that total would be spread; and
        // without a term that is known there is no such total, but of an open one, which pays nothing after its last instalment.
        if (promise.Until.IsUnknown || priced.Any(tranche => tranche.DecidedOn is not null))
            return Lost(TemplateLossKind.WithinYear);
        // To the end of a year, because only money that is in force on each day of a year may be moved within it.
        Term until = promise.Until.IsOpen ? Term.On(PartialDate.Of(priced.Max(tranche => tranche.Until.Last.Year))) : promise.Until;
        return promise with
        {
            Amount = new Amount.Total(priced.Aggregate(Euros.Zero, (sum, tranche) => sum + tranche.Amount!.Value)),
            Cap = null,
            Until = until,
            Instalments = [.. promise.Instalments!.Value.Where(tranche => tranche.Until.Last <= until.Until!.Value.Last)],
        };

        Commitment? Lost(TemplateLossKind kind)
        {
            lose(commitment.Id, kind);
            return null;
        }

        Euros Part(Euros sum) => weights is null ? sum : sum.Allocate(weights)[slot];

        Amount PartOf(Amount amount) => amount.Match<Amount>(
            total: whole => new Amount.Total(Part(whole.Sum)),
            annual: annual => new Amount.Annual(Part(annual.Yearly)),
            yearlyAmounts: schedule => new Amount.YearlyAmounts([.. Steps(schedule.Steps).Select(Part)]),
            share: same => same,
            yearlyShares: schedule => new Amount.YearlyShares(Steps(schedule.Steps)),
            shareOfRemainder: same => same,
            balance: same => same,
            unknown: same => same);

        // Only the steps of twelve months that begin on the last day or before it.
        ImmutableArray<T> Steps<T>(ImmutableArray<T> steps) =>
            [.. steps.Where((_, k) => k == 0 || line.Until is not { } end || line.From.PlusYears(k) <= end)];
    }

    // The parts of the instalments, each rounded by itself, may be a cent more than the part of the total.
    private static bool LeavesNoneBelowNothing(Euros total, ImmutableArray<Instalment> tranches, long[] weights)
    {
        long[] left = [.. total.Allocate(weights).Select(part => part.Cents)];
        foreach (Instalment tranche in tranches)
            if (tranche.Amount is { } sum)
                foreach (var (slot, part) in sum.Allocate(weights).Index())
                    left[slot] -= part.Cents;
        return Array.TrueForAll(left, cents => cents >= 0);
    }

    // An instalment whose sum is what the promise pays on its days anyway says no more than that they are firm.
    private static Commitment WithoutNeedlessSums(Commitment promise)
    {
        CellAmount own = CellAmount.Of(promise.Amount);
        if (promise.Instalments is not { } tranches || (own.Whole ?? own.Yearly) is not { Cents: var cents })
            return promise;
        int weight = own.Whole is null
            ? Thirtieths.InAYear : Thirtieths.Between(promise.From.First, promise.Until.Until!.Value.Last);
        if (promise.Cap is { } cap && (Int128)cents * Thirtieths.InAYear > (Int128)cap.Cents * weight)
            return promise;
        bool IsNeedless(Instalment tranche) => tranche.Amount is { } sum
            && (Int128)sum.Cents * weight == (Int128)cents * Thirtieths.Between(tranche.From.First, tranche.Until.Last);
        // What an instalment takes of a total is missing on the other days.
        if (own.Whole is not null && tranches.Any(tranche => tranche.Amount is not null && !IsNeedless(tranche)))
            return promise;
        return promise with
        {
            Instalments = [.. tranches.Select(tranche => IsNeedless(tranche) ? tranche with { Amount = null } : tranche)],
        };
    }

    private static bool PaysNothing(CellAmount amount) => (amount.Whole ?? amount.Yearly) is { } sum
        ? sum == Euros.Zero : amount.Sums is { } steps && steps.All(step => step == Euros.Zero);
}
