using System.Numerics;

namespace FundingReports.Coverage;

/// <content>What is asked of some days only: what is missing on them, and of whom a year's gap is to be asked.</content>
internal sealed partial class PostCalculator<T>
{
    /// <inheritdoc/>
    public long ShortfallOn(Span days, FundingView counted)
    {
        Span living = days.And(post.Life);
        if (living.IsEmpty)
            return 0;
        LookAt(counted);
        Breakpoints(living.From, living.To, withYears: false);
        T lack = T.Zero;
        bool known = true;
        for (int i = 0; i < cutCount; i++)
            if (PieceAt(i).And(living).Weight is > 0 and var weight)
                known &= AddLack(ref lack, LevelOn(cuts[i], at: 0), T.CreateTruncating(weight));
        return known ? Cents(lack) : PostFigures.Unknown;
    }

    /// <inheritdoc/>
    public GapShares SharesOfGap(int year, long gap, FundingView counted)
    {
        // From the first day of the post on: whoever paid more on any day before has lost.
        Span days = new Span(Day.FirstOf(year), Day.FirstOf(year + 1)).And(post.Life);
        LookAt(counted);
        Breakpoints(post.Life.From, days.To, withYears: true);
        FitToCuts();
        for (int i = 0; i < cutCount; i++)
            levels[i] = LevelOn(cuts[i], i * StrandCount);
        int[] groups = Groups();
        var losers = new SortedDictionary<int, (int Strand, Ratio Part)>();
        Ratio unfound = Ratio.Zero;
        bool comparable = gap != PostFigures.Unknown;
        for (int q = 0; q < cutCount; q++)
        {
            Span piece = new Span(cuts[q], q + 1 < cutCount ? cuts[q + 1] : days.To).And(days);
            ref readonly Level level = ref levels[q];
            if (piece.Weight == 0 || level.Low >= level.Cost || level.Is(Facts.CostOfZero))
                continue;
            BigInteger lack = Wide(level.Cost - level.Low), lostByAll = BigInteger.Zero;
            var lost = new List<(int Group, int Strand, BigInteger Rate)>();
            for (int g = 0; g < StrandCount; g++)
                if (groups[g] == g && LastPaidMore(groups, g, q) is { } p)
                {
                    T? rate = PaysUnknown(groups, g, p) == PaysUnknown(groups, g, q) && EurosOf(groups, g, p) is { } before && IsExact(groups, g, p) && EurosOf(groups, g, q) is { } now ? before - now : null;
                    comparable &= rate > T.Zero;
                    lost.Add((g, FirstFalling(groups, g, p, q), Wide(T.Max(rate ?? T.Zero, T.Zero))));
                    lostByAll += lost[^1].Rate;
                }
            // At most what each lost; in proportion where they lost more than is missing.
            foreach (var (group, strand, rate) in lost)
            {
                var (first, part) = losers.GetValueOrDefault(group, (strand, Ratio.Zero));
                var asked = lostByAll > lack ? new Ratio(rate * lack * piece.Weight, lostByAll) : new(rate * piece.Weight, BigInteger.One);
                losers[group] = (first, (part + asked).Reduced);
            }
            if (lostByAll < lack)
                unfound += new Ratio((lack - lostByAll) * piece.Weight, BigInteger.One);
        }
        int[] strands = [.. losers.Values.Select(loser => loser.Strand)];
        return new(strands, comparable ? Allocate(gap, [.. losers.Values.Select(loser => loser.Part), unfound]) : null);
    }

    /// <summary>Of each strand, the first of the same funder and line.</summary>
    private int[] Groups()
    {
        var groups = new int[StrandCount];
        var first = new Dictionary<(string Funder, string? Line), int>();
        for (int s = 0; s < StrandCount; s++)
        {
            var key = (post.Strands[s].Funder, post.Strands[s].Line);
            groups[s] = first.TryGetValue(key, out int known) ? known : first[key] = s;
        }
        return groups;
    }

    /// <summary>The last piece before another on which a funder paid more; null where there is none.</summary>
    private int? LastPaidMore(int[] groups, int group, int than)
    {
        for (int p = than - 1; p >= 0; p--)
            if (PieceAt(p).Weight > 0 && PaidMore(groups, group, p, than))
                return p;
        return null;
    }

    private bool PaidMore(int[] groups, int group, int p, int than) =>
        (PaysUnknown(groups, group, p) && !PaysUnknown(groups, group, than))
        || (PaysSumsAlone(groups, group, p) && EurosOf(groups, group, than) is { } now
            ? now < SumsOf(groups, group, p)
            : Falls(OfGroup(groups, group, p), levels[p], OfGroup(groups, group, than), levels[than])
                || (!CostsKnown(p, than) && SumsOf(groups, group, p) > SumsOf(groups, group, than)));

    // A sum in euros; a part that goes on at the same rate has lost nothing where the cost falls.
    private bool Fell(T before, int p, T after, int q, bool isSum) =>
        isSum && CostsKnown(p, q) ? after < before : Falls(before, levels[p], after, levels[q]);

    /// <summary>What a funder surely pays a year, in exact euros; null where it is a part of an unknown cost. A sum is known over any cost.</summary>
    private T? EurosOf(int[] groups, int group, int piece) => !levels[piece].Is(Facts.CostUnknown) ? OfGroup(groups, group, piece)
        : PaysSumsAlone(groups, group, piece) ? SumsOf(groups, group, piece)
        : null;

    // A remainder or a balance beside money that is not known is not known either.
    private bool IsExact(int[] groups, int group, int piece) => !AnyOf(groups, group, piece, at => terms[paying[at]].Rule is Rule.PartOfRemainder or Rule.Balance && low[at] != high[at]);

    private bool PaysSumsAlone(int[] groups, int group, int piece) => !AnyOf(groups, group, piece, at => terms[paying[at]].Rule is not (Rule.Sum or Rule.Unknown));

    private bool CostsKnown(int p, int q) => !levels[p].Is(Facts.CostUnknown) && !levels[q].Is(Facts.CostUnknown);

    private bool PaysUnknown(int[] groups, int group, int piece) => AnyOf(groups, group, piece, at => terms[paying[at]].Rule == Rule.Unknown);

    /// <summary>The first strand of a funder that paid more on one piece than on another.</summary>
    private int FirstFalling(int[] groups, int group, int p, int q)
    {
        for (int s = group; s < StrandCount; s++)
            if (groups[s] == group && PaysSurely(p * StrandCount + s)
                && (!PaysSurely(q * StrandCount + s) || Fell(low[p * StrandCount + s], p, low[q * StrandCount + s], q, terms[paying[p * StrandCount + s]].Rule == Rule.Sum)))
                return s;
        return group;
    }

    private bool AnyOf(int[] groups, int group, int piece, Func<int, bool> which)
    {
        for (int s = group; s < StrandCount; s++)
            if (groups[s] == group && PaysSurely(piece * StrandCount + s) && which(piece * StrandCount + s))
                return true;
        return false;
    }

    private T OfGroup(int[] groups, int group, int piece)
    {
        T money = T.Zero;
        for (int s = group; s < StrandCount; s++)
            if (groups[s] == group)
                money += low[piece * StrandCount + s];
        return money;
    }

    /// <summary>The sums of a funder a year, which over an unknown cost are in no coverage.</summary>
    private T SumsOf(int[] groups, int group, int piece)
    {
        T money = T.Zero;
        for (int s = group; s < StrandCount; s++)
            if (groups[s] == group && PaysSurely(piece * StrandCount + s) && terms[paying[piece * StrandCount + s]].Rule == Rule.Sum)
                money += terms[paying[piece * StrandCount + s]].Rate;
        return money;
    }

    private bool PaysSurely(int at) => surely[at] && !terms[paying[at]].PaysNothing
        && (terms[paying[at]].Rule is Rule.Sum or Rule.Unknown || low[at] > T.Zero);

    /// <summary>Shares cents in proportion to exact parts, by largest remainder, the first of two equal ones first.</summary>
    private static long[] Allocate(long cents, Ratio[] parts)
    {
        BigInteger common = BigInteger.One, sum = BigInteger.Zero;
        foreach (var part in parts)
            common = common / BigInteger.GreatestCommonDivisor(common, part.Denominator) * part.Denominator;
        BigInteger[] wholes = [.. parts.Select(part => part.Numerator * (common / part.Denominator))];
        foreach (var whole in wholes)
            sum += whole;
        var shares = new long[parts.Length];
        var remainders = new BigInteger[parts.Length];
        long left = cents;
        for (int i = 0; i < parts.Length; i++)
        {
            shares[i] = (long)BigInteger.DivRem(wholes[i] * cents, sum, out remainders[i]);
            left -= shares[i];
        }
        for (; left > 0; left--)
        {
            int largest = LargestRemainder.IndexOfLargest<BigInteger>(remainders);
            remainders[largest] = -1;
            shares[largest]++;
        }
        return shares;
    }
}
