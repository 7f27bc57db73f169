using System.Numerics;

namespace FundingReports.Coverage;

/// <content>From the pieces of a view to how far its runs reach, and what ends them.</content>
internal sealed partial class PostCalculator<T>
{
    private const Facts StateFacts = Facts.SurelyFull | Facts.PossiblyFull | Facts.SurelyPart | Facts.PossiblyPart;

    private Piece[] pieces = [];

    private void Runs(ViewFigures figures)
    {
        figures.FullSurely = RunOf(Facts.SurelyFull);
        figures.FullPossibly = RunOf(Facts.PossiblyFull);
        figures.PartSurely = RunOf(Facts.SurelyPart);
        figures.PartPossibly = RunOf(Facts.PossiblyPart);
        Day end = figures.FullSurely.End;
        figures.ResumesOn = ResumesAfter(end);
        figures.Pieces = Pieces();
        figures.Cliff = DropOn(end);
        PartsOn(end > FirstDay && end < Day.Never ? Day.Of(end.Eve) : FirstDay, figures.Parts);
    }

    /// <summary>
    /// How far the days on which something holds reach from the first day, without a hole that weighs. A run holds at
    /// least one of them: a post without any money is not funded because its only day weighs nothing.
    /// </summary>
    private Run RunOf(Facts fact)
    {
        Day first = FirstDay;
        if (first >= post.Life.To)
            return new(first, false);
        bool holds = false;
        for (int i = 0; i < cutCount; i++)
        {
            if (levels[i].Is(fact))
            {
                holds |= PieceAt(i).To > first;
                continue;
            }
            // Days before the first make no hole: they weigh nothing after it.
            Day hole = Day.Max(cuts[i], first);
            while (i + 1 < cutCount && !levels[i + 1].Is(fact))
                i++;
            Day end = PieceAt(i).To;
            if (end == Day.Never || new Span(hole, end).Weight > 0)
                return new(holds ? hole : first, false);
        }
        return holds ? new(post.Life.To, post.Life.To != Day.Never) : new(first, false);
    }

    private Day ResumesAfter(Day end)
    {
        for (int i = 0; i < cutCount; i++)
            if (cuts[i] > end && levels[i].Is(Facts.SurelyFull))
                return cuts[i];
        return Day.Never;
    }

    /// <summary>The pieces from the first day on, neighbours of equal coverage joined.</summary>
    private Piece[] Pieces()
    {
        Day first = FirstDay;
        if (first >= post.Life.To)
            return [];
        Fit(ref pieces, cutCount);
        int count = 0, last = -1;
        for (int i = PieceOn(first); i < cutCount; i++)
        {
            Span span = PieceAt(i) with { From = Day.Max(cuts[i], first) };
            bool same = last >= 0 && SameCoverage(levels[last], levels[i]);
            Facts changed = last < 0 ? 0 : (levels[last].Facts ^ levels[i].Facts) & StateFacts;
            if (same && changed == 0)
            {
                pieces[count - 1] = pieces[count - 1] with { Span = pieces[count - 1].Span with { To = span.To } };
                continue;
            }
            last = i;
            var (lowEnd, highEnd, cost, unbounded) = Ends(levels[i]);
            long atLow = Millionths(lowEnd, cost);
            long atHigh = unbounded ? PostFigures.Unknown : highEnd == lowEnd ? atLow : Millionths(highEnd, cost);
            pieces[count++] = new(span, atLow, atHigh, levels[i].Facts, same);
        }
        return pieces[..count];
    }

    private static bool SameCoverage(in Level left, in Level right)
    {
        (T leftLow, T leftHigh, T leftCost, bool leftUnbounded) = Ends(left);
        (T rightLow, T rightHigh, T rightCost, bool rightUnbounded) = Ends(right);
        return leftUnbounded == rightUnbounded
            && SameRatio(leftLow, leftCost, rightLow, rightCost)
            && (leftUnbounded || SameRatio(leftHigh, leftCost, rightHigh, rightCost));
    }

    /// <summary>A cost of nothing counts as paid in full, whatever the money.</summary>
    private static (T Low, T High, T Cost, bool Unbounded) Ends(in Level level) => level.Is(Facts.CostOfZero)
        ? (T.One, T.One, T.One, false)
        : (level.Low, level.High, level.Cost, level.Is(Facts.Unbounded));

    /// <summary>The day after a run against its last day.</summary>
    private Drop? DropOn(Day end)
    {
        if (end <= FirstDay || end >= post.Life.To)
            return null;
        int pieceBefore = PieceOn(Day.Of(end.Eve)), pieceAfter = PieceOn(end);
        Level before = levels[pieceBefore], after = levels[pieceAfter];
        var lowBefore = low.AsSpan(pieceBefore * StrandCount, StrandCount);
        var lowAfter = low.AsSpan(pieceAfter * StrandCount, StrandCount);
        bool costsKnown = !before.Is(Facts.CostUnknown) && !after.Is(Facts.CostUnknown);
        bool comparable = before.Is(Facts.CostUnknown) == after.Is(Facts.CostUnknown);
        var losses = new StrandLoss[StrandCount];
        int count = 0;
        for (int s = 0; s < StrandCount; s++)
        {
            long share = PartOf(lowBefore[s], before) - PartOf(lowAfter[s], after);
            if (comparable ? lowBefore[s] <= lowAfter[s] : !PartFalls(lowBefore[s], before, lowAfter[s], after))
                continue;
            losses[count++] = new(s, share, costsKnown ? YearlyCents(lowBefore[s]) - YearlyCents(lowAfter[s]) : PostFigures.Unknown);
        }
        long rateLost = costsKnown ? RateLost(before.Low, after.Low) : PostFigures.Unknown;
        return new(end, CoverageLost(before, after), rateLost, count == losses.Length ? losses : losses[..count]);
    }

    private static long CoverageLost(in Level before, in Level after)
    {
        (T b, _, T bc, _) = Ends(before);
        (T a, _, T ac, _) = Ends(after);
        if (bc == ac)
            return a <= b ? Millionths(b - a, bc) : -Millionths(a - b, bc);
        BigInteger lost = Wide(b) * Wide(ac) - Wide(a) * Wide(bc), of = Wide(bc) * Wide(ac);
        return (long)(lost.Sign * Millionths(BigInteger.Abs(lost), of));
    }

    // Exactly: a part too small to show falls too.
    private static bool PartFalls(T amountBefore, in Level before, T amountAfter, in Level after) => !before.Is(Facts.CostOfZero)
        && CompareProducts(amountAfter, before.Cost, amountBefore, after.Cost) < 0;

    private long RateLost(T before, T after) => after <= before ? YearlyCents(before - after) : -YearlyCents(after - before);

    private static long PartOf(T rate, in Level level) => level.Is(Facts.CostOfZero) ? 0 : Millionths(rate, level.Cost);

    /// <summary>Each strand's sure part of the cost on a day.</summary>
    private void PartsOn(Day day, Span<long> shares)
    {
        if (day >= post.Life.To)
            return;
        int piece = PieceOn(day);
        for (int s = 0; s < StrandCount; s++)
            shares[s] = PartOf(low[piece * StrandCount + s], levels[piece]);
    }
}
