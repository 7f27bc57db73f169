using System.Numerics;

namespace FundingReports.Coverage;

/// <content>From the pieces of a view to how far its runs reach, and what ends them.</content>
internal sealed partial class PostCalculator<T>
{
    /// <summary>How far the days on which something holds reach from the first day, without a hole that weighs.</summary>
    private Run RunEnd(Level[] levels, Facts fact)
    {
        Day first = FirstDay;
        if (first >= post.Life.To)
            return new(first, false);
        for (int i = 0; i < cuts.Length; i++)
        {
            Span piece = PieceAt(i);
            if (piece.To <= first || levels[i].Is(fact))
                continue;
            Day hole = Day.Max(piece.From, first);
            while (i + 1 < cuts.Length && !levels[i + 1].Is(fact))
                i++;
            Day end = PieceAt(i).To;
            if (end == Day.Never || new Span(hole, end).Weight > 0)
                return new(hole, false);
        }
        return new(post.Life.To, post.Life.To != Day.Never);
    }

    private Day ResumesOn(Level[] levels, Day end)
    {
        for (int i = 0; i < cuts.Length; i++)
            if (cuts[i] > end && levels[i].Is(Facts.SurelyFull) && cuts[i] > FirstDay)
                return cuts[i];
        return Day.Never;
    }

    private int PieceOn(Day day)
    {
        int i = Array.BinarySearch(cuts, day);
        return i >= 0 ? i : ~i - 1;
    }

    /// <summary>The pieces from the first day on, neighbours of equal coverage joined.</summary>
    private Piece[] PiecesOf(Level[] levels)
    {
        Day first = FirstDay;
        if (first >= post.Life.To)
            return [];
        var pieces = new List<Piece>(cuts.Length);
        Level last = default;
        for (int i = PieceOn(first); i < cuts.Length; i++)
        {
            Span span = PieceAt(i) with { From = Day.Max(cuts[i], first) };
            Level level = levels[i];
            bool same = pieces.Count > 0 && SameCoverage(last, level);
            if (same && (last.Facts & StateFacts) == (level.Facts & StateFacts))
            {
                pieces[^1] = pieces[^1] with { Span = pieces[^1].Span with { To = span.To } };
                continue;
            }
            last = level;
            bool free = level.Is(Facts.CostOfZero);
            pieces.Add(new(
                span,
                free ? 1_000_000 : Millionths(level.Low, level.Cost),
                free ? 1_000_000 : level.Is(Facts.Unbounded) ? PostFigures.Unknown : Millionths(level.High, level.Cost),
                level.Facts,
                same));
        }
        return [.. pieces];
    }

    private const Facts StateFacts = Facts.SurelyFull | Facts.PossiblyFull | Facts.SurelyPart | Facts.PossiblyPart;

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
    private Drop? DropOn(Day end, Level[] levels, FundingView view)
    {
        if (end <= FirstDay || end >= post.Life.To)
            return null;
        int afterAt = PieceOn(end), beforeAt = PieceOn(Day.Of(end.Eve));
        Level before = LevelOn(cuts[beforeAt], view);
        T[] lowBefore = [.. low];
        Level after = LevelOn(cuts[afterAt], view);
        bool costsKnown = !before.Is(Facts.CostUnknown) && !after.Is(Facts.CostUnknown);
        var losses = new List<StrandLoss>(StrandCount);
        for (int s = 0; s < StrandCount; s++)
        {
            long share = PartOf(lowBefore[s], before) - PartOf(low[s], after);
            bool comparable = before.Is(Facts.CostUnknown) == after.Is(Facts.CostUnknown);
            if (comparable ? lowBefore[s] <= low[s] : share <= 0)
                continue;
            losses.Add(new(s, share, costsKnown ? YearlyCents(lowBefore[s]) - YearlyCents(low[s]) : PostFigures.Unknown));
        }
        long rateLost = costsKnown ? RateLost(before.Low, after.Low) : PostFigures.Unknown;
        return new(end, CoverageLost(before, after), rateLost, [.. losses]);
    }

    private static long CoverageLost(in Level before, in Level after)
    {
        (T b, _, T bc, _) = Ends(before);
        (T a, _, T ac, _) = Ends(after);
        if (bc == ac)
            return a <= b ? Millionths(b - a, bc) : -Millionths(a - b, bc);
        BigInteger lost = Wide(b) * Wide(ac) - Wide(a) * Wide(bc), of = Wide(bc) * Wide(ac);
        return (long)(lost.Sign * ((BigInteger.Abs(lost) * 2_000_000 + of) / (2 * of)));
    }

    private long RateLost(T before, T after) => after <= before ? YearlyCents(before - after) : -YearlyCents(after - before);

    private long YearlyCents(T rate) => long.CreateChecked(Rounded(rate, scale));

    private static BigInteger Wide(T value) => BigInteger.CreateChecked(value);

    private static long PartOf(T rate, in Level level) => level.Is(Facts.CostOfZero) ? 0 : Millionths(rate, level.Cost);

    /// <summary>Each strand's sure part of the cost on a day.</summary>
    private long[] PartsOn(Day day, Level[] levels, FundingView view)
    {
        var parts = new long[StrandCount];
        if (cuts.Length == 0 || day < cuts[0] || day >= post.Life.To)
            return parts;
        Level level = LevelOn(cuts[PieceOn(day)], view);
        for (int s = 0; s < StrandCount; s++)
            parts[s] = PartOf(low[s], level);
        return parts;
    }
}
