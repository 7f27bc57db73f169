using FundingReports.Ledger;
using System.Numerics;
using static FundingReports.Ledger.ExactArithmetic;

namespace FundingReports.Figures;

/// <summary>How far the money of a view reaches from the first day on, and what ends it.</summary>
/// <param name="ledger">The ledger.</param>
/// <param name="balances">What is exactly true of each period, compensation included.</param>
internal sealed class RunFigures<T>(PostLedger<T> ledger, YearBalances<T> balances) where T : struct, IBinaryInteger<T>
{
    private const CoverageFlags StateFacts =
        CoverageFlags.SurelyFull | CoverageFlags.PossiblyFull | CoverageFlags.SurelyPart | CoverageFlags.PossiblyPart;

    private PackedPiece[] pieces = [];
    private TimelineLoss[] losses = [];

    internal void Write(ViewFigures figures)
    {
        figures.FullSurely = RunOf(CoverageFlags.SurelyFull);
        figures.FullPossibly = RunOf(CoverageFlags.PossiblyFull);
        figures.PartSurely = RunOf(CoverageFlags.SurelyPart);
        figures.PartPossibly = RunOf(CoverageFlags.PossiblyPart);
        DayNumber end = figures.FullSurely.End;
        figures.ResumesOn = ResumesAfter(end);
        figures.Pieces = Pieces();
        figures.Cliff = DropOn(end);
        PartsOn(end > ledger.FirstDay && end < DayNumber.Never ? DayNumber.Of(end.Eve) : ledger.FirstDay, figures.Parts);
    }

    /// <summary>
    /// How far the days on which a fact holds reach from the first day, without an interruption that weighs something. A run holds at
    /// least one day that weighs something: a post without any money is not funded because its only day weighs nothing.
    /// </summary>
    private FundedRun RunOf(CoverageFlags fact)
    {
        DayNumber first = ledger.FirstDay;
        if (first >= ledger.Post.Life.To)
            return new(first, false);
        CoverageFlags[] flags = balances.Flags;
        bool holds = false;
        for (int i = 0; i < ledger.PeriodCount; i++)
        {
            if ((flags[i] & fact) != 0)
            {
                holds |= ledger.PeriodAt(i).To > first;
                continue;
            }
            // Days before the first one do not interrupt the run.
            DayNumber hole = DayNumber.Max(ledger.Starts[i], first);
            while (i + 1 < ledger.PeriodCount && (flags[i + 1] & fact) == 0)
                i++;
            DayNumber end = ledger.PeriodAt(i).To;
            if (end == DayNumber.Never || new DayRange(hole, end).Weight > 0)
                return new(holds ? hole : first, false);
        }
        return holds ? new(ledger.Post.Life.To, ledger.Post.Life.To != DayNumber.Never) : new(first, false);
    }

    private DayNumber ResumesAfter(DayNumber end)
    {
        for (int i = 0; i < ledger.PeriodCount; i++)
            if (ledger.Starts[i] > end && (balances.Flags[i] & CoverageFlags.SurelyFull) != 0)
                return ledger.Starts[i];
        return DayNumber.Never;
    }

    /// <summary>The pieces from the first day on; neighbours of equal coverage are joined.</summary>
    private PackedPiece[] Pieces()
    {
        DayNumber first = ledger.FirstDay;
        if (first >= ledger.Post.Life.To)
            return [];
        PostLedger<T>.Fit(ref pieces, ledger.PeriodCount);
        CoverageFlags[] flags = balances.Flags;
        int count = 0, last = -1;
        for (int i = ledger.PeriodOn(first); i < ledger.PeriodCount; i++)
        {
            DayRange span = ledger.PeriodAt(i) with { From = DayNumber.Max(ledger.Starts[i], first) };
            bool same = last >= 0 && SameCoverage(ledger.Levels[last], ledger.Levels[i]);
            CoverageFlags changed = last < 0 ? 0 : (flags[last] ^ flags[i]) & StateFacts;
            if (same && changed == 0)
            {
                pieces[count - 1] = pieces[count - 1] with { Days = pieces[count - 1].Days with { To = span.To } };
                continue;
            }
            last = i;
            var (lowEnd, highEnd, cost, unbounded) = ledger.Levels[i].Ends;
            long atLow = Millionths(lowEnd, cost);
            long atHigh = unbounded ? PostFigures.Unknown : highEnd == lowEnd ? atLow : Millionths(highEnd, cost);
            pieces[count++] = new(span, atLow, atHigh, flags[i], same);
        }
        return pieces[..count];
    }

    private static bool SameCoverage(in PostLedger<T>.DayLevel left, in PostLedger<T>.DayLevel right)
    {
        (T leftLow, T leftHigh, T leftCost, bool leftUnbounded) = left.Ends;
        (T rightLow, T rightHigh, T rightCost, bool rightUnbounded) = right.Ends;
        return leftUnbounded == rightUnbounded
            && SameRatio(leftLow, leftCost, rightLow, rightCost)
            && (leftUnbounded || SameRatio(leftHigh, leftCost, rightHigh, rightCost));
    }

    /// <summary>Compares the day after a run with its last day.</summary>
    private PackedCliff? DropOn(DayNumber end)
    {
        if (end <= ledger.FirstDay || end >= ledger.Post.Life.To)
            return null;
        int pieceBefore = ledger.PeriodOn(DayNumber.Of(end.Eve)), pieceAfter = ledger.PeriodOn(end);
        PostLedger<T>.DayLevel before = ledger.Levels[pieceBefore], after = ledger.Levels[pieceAfter];
        var lowBefore = ledger.Low.AsSpan(pieceBefore * ledger.TimelineCount, ledger.TimelineCount);
        var lowAfter = ledger.Low.AsSpan(pieceAfter * ledger.TimelineCount, ledger.TimelineCount);
        bool costsKnown = !before.Is(CoverageFlags.CostUnknown) && !after.Is(CoverageFlags.CostUnknown);
        bool comparable = before.Is(CoverageFlags.CostUnknown) == after.Is(CoverageFlags.CostUnknown);
        PostLedger<T>.Fit(ref losses, ledger.TimelineCount);
        int count = 0;
        for (int s = 0; s < ledger.TimelineCount; s++)
        {
            long share = PartOf(lowBefore[s], before) - PartOf(lowAfter[s], after);
            if (comparable ? lowBefore[s] <= lowAfter[s] : !PartFalls(lowBefore[s], before, lowAfter[s], after))
                continue;
            losses[count++] =
                new(s, share, costsKnown ? ledger.YearlyCents(lowBefore[s]) - ledger.YearlyCents(lowAfter[s]) : PostFigures.Unknown);
        }
        long rateLost = costsKnown ? RateLost(before.Low, after.Low) : PostFigures.Unknown;
        return new(end, CoverageLost(before, after), rateLost, losses[..count]);
    }

    private static long CoverageLost(in PostLedger<T>.DayLevel before, in PostLedger<T>.DayLevel after)
    {
        (T b, _, T bc, _) = before.Ends;
        (T a, _, T ac, _) = after.Ends;
        if (bc == ac)
            return a <= b ? Millionths(b - a, bc) : -Millionths(a - b, bc);
        BigInteger lost = Wide(b) * Wide(ac) - Wide(a) * Wide(bc), of = Wide(bc) * Wide(ac);
        return (long)(lost.Sign * WideMillionths(BigInteger.Abs(lost), of));
    }

    // The comparison is exact: a part too small to show falls too.
    private static bool PartFalls(T amountBefore, in PostLedger<T>.DayLevel before, T amountAfter, in PostLedger<T>.DayLevel after) =>
        !before.Is(CoverageFlags.CostOfZero)
        && CompareProducts(amountAfter, before.Cost, amountBefore, after.Cost) < 0;

    private long RateLost(T before, T after) => after <= before ? ledger.YearlyCents(before - after) : -ledger.YearlyCents(after - before);

    private static long PartOf(T rate, in PostLedger<T>.DayLevel level) =>
        level.Is(CoverageFlags.CostOfZero) ? 0 : Millionths(rate, level.Cost);

    /// <summary>Each timeline's sure part of the cost on a day.</summary>
    private void PartsOn(DayNumber day, Span<long> shares)
    {
        if (day >= ledger.Post.Life.To)
            return;
        int piece = ledger.PeriodOn(day);
        for (int s = 0; s < ledger.TimelineCount; s++)
            shares[s] = PartOf(ledger.Low[piece * ledger.TimelineCount + s], ledger.Levels[piece]);
    }
}
