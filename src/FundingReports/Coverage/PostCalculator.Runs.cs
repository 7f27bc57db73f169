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
            if (pieces.Count > 0 && SameCoverage(last, level))
            {
                var before = pieces[^1];
                pieces[^1] = before with { Span = before.Span with { To = span.To }, Facts = before.Facts | level.Facts & (Facts.CostUnknown | Facts.SurelyPart) };
                continue;
            }
            last = level;
            bool free = level.Is(Facts.CostOfZero);
            pieces.Add(new(
                span,
                free ? 1_000_000 : Millionths(level.Low, level.Cost),
                free ? 1_000_000 : level.Is(Facts.Unbounded) ? PostFigures.Unknown : Millionths(level.High, level.Cost),
                level.Facts));
        }
        return [.. pieces];
    }

    private static bool SameCoverage(in Level left, in Level right)
    {
        const Facts kind = Facts.SurelyFull | Facts.PossiblyFull | Facts.SurelyPart | Facts.PossiblyPart | Facts.Over | Facts.Unbounded | Facts.CostOfZero;
        if ((left.Facts & kind) != (right.Facts & kind))
            return false;
        return left.Is(Facts.CostOfZero)
            || (SameRatio(left.Low, left.Cost, right.Low, right.Cost)
                && (left.Is(Facts.Unbounded) || SameRatio(left.High, left.Cost, right.High, right.Cost)));
    }

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
        (T b, T bc) = before.Is(Facts.CostOfZero) ? (T.One, T.One) : (before.Low, before.Cost);
        (T a, T ac) = after.Is(Facts.CostOfZero) ? (T.One, T.One) : (after.Low, after.Cost);
        BigInteger lost = Wide(b) * Wide(ac) - Wide(a) * Wide(bc), of = Wide(bc) * Wide(ac);
        BigInteger magnitude = (BigInteger.Abs(lost) * 2_000_000 + of) / (2 * of);
        return (long)(lost.Sign * magnitude);
    }

    private long RateLost(T before, T after)
    {
        BigInteger lost = Wide(before) - Wide(after), unit = Wide(scale);
        return (long)(lost.Sign * ((2 * BigInteger.Abs(lost) + unit) / (2 * unit)));
    }

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
