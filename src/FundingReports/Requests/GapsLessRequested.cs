using System.Collections.Immutable;
using FundingReports.Figures;
using FundingReports.Ledger;
using FundingReports.Portfolios;

namespace FundingReports.Requests;

/// <summary>What is asked of one funder for a gap, in cents, and what is already requested beside it.</summary>
/// <param name="Commitment">The promise whose money ended or fell; the largest number where there is no funder yet.</param>
/// <param name="Cents">How much; or unknown.</param>
internal sealed record GapPart(int Commitment, long Cents)
{
    /// <summary>The day after the last one of the year on which this money is missing; nothing where there is no funder yet.</summary>
    internal DayNumber? End { get; init; }

    /// <summary>The place of the amendment by which the promise then goes on; null where there is none.</summary>
    internal int? Continuation { get; init; }

    /// <summary>What is already requested, by commitment, in cents; or unknown.</summary>
    internal ImmutableArray<(int Commitment, long Cents)> Requested { get; init; } = [];
}

/// <summary>The parts of a gap, less what is already requested for the same post and year.</summary>
internal static class GapsLessRequested
{
    /// <summary>
    /// What is requested comes first off the part of the funder that was asked, then off what nobody is asked for, then
    /// off the others in proportion. It is shown beside what is left, and an amount that is unknown comes off nothing.
    /// </summary>
    /// <param name="parts">The parts; the last is what is still to be found, where the parts are known.</param>
    /// <param name="requested">What is already requested, by commitment, in cents; or unknown.</param>
    /// <param name="commitments">The commitments of the portfolio.</param>
    internal static IEnumerable<GapPart> Of(
        List<GapPart> parts, ImmutableArray<(int Commitment, long Cents)> requested, ImmutableArray<Commitment> commitments)
    {
        if (requested.IsEmpty)
            return parts.Where(part => part.Cents != 0);
        long[] left = [.. parts.Select(part => part.Cents)];
        bool known = !left.Contains(PostFigures.Unknown);
        int unfound = parts.Count - 1;
        long exceeding = 0;
        var beside = new List<(int Commitment, long Cents)>[parts.Count];
        foreach (var (commitment, cents) in requested)
        {
            var asked = commitments[commitment];
            int[] own = [.. Enumerable.Range(0, parts.Count).Where(i => IsOf(parts[i], asked, commitments))
                .OrderBy(i => commitments[parts[i].Commitment].Line != asked.Line)];
            if (known && cents != PostFigures.Unknown)
                exceeding += cents - TakeOff(left, own, cents);
            foreach (int i in own.Length > 0 ? own[..1] : [unfound])
                (beside[i] ??= []).Add((commitment, cents));
        }
        if (known)
            TakeOffOthers(left, unfound, exceeding);
        return WithRequested(parts, left, beside);
    }

    private static bool IsOf(GapPart part, Commitment asked, ImmutableArray<Commitment> commitments) =>
        part.Commitment < commitments.Length && commitments[part.Commitment].Funder == asked.Funder;

    /// <summary>Takes cents off some parts, one after the other.</summary>
    /// <returns>What could be taken.</returns>
    private static long TakeOff(long[] left, int[] from, long cents)
    {
        long taken = 0;
        foreach (int i in from)
        {
            long off = Math.Min(left[i], cents - taken);
            left[i] -= off;
            taken += off;
        }
        return taken;
    }

    /// <summary>
    /// What exceeds the parts of those who were asked comes off what nobody is asked for, then off the others in proportion.
    /// </summary>
    private static void TakeOffOthers(long[] left, int unfound, long cents)
    {
        cents -= TakeOff(left, [unfound], cents);
        long rest = left.Sum();
        if (cents == 0 || rest == 0)
            return;
        var inProportion = Euros.FromCents(Math.Min(cents, rest)).Allocate(left);
        for (int i = 0; i < left.Length; i++)
            left[i] -= inProportion[i].Cents;
    }

    /// <summary>
    /// The parts that are left, each with what is requested beside: of a part that is not, beside what is still to be found, or the first.
    /// </summary>
    private static IEnumerable<GapPart> WithRequested(List<GapPart> parts, long[] left, List<(int Commitment, long Cents)>[] beside)
    {
        int last = parts.Count - 1, shown = left[last] != 0 ? last : Array.FindIndex(left, cents => cents != 0);
        if (shown < 0)
            yield break;
        var moved = beside.Where((_, i) => left[i] == 0).SelectMany(list => list ?? []);
        for (int i = 0; i < parts.Count; i++)
            if (left[i] != 0)
                yield return parts[i] with
                {
                    Cents = left[i],
                    Requested = [.. (beside[i] ?? []).Concat(i == shown ? moved : []).OrderBy(sum => sum.Commitment)],
                };
    }
}
