using System.Numerics;

namespace FundingReports.Coverage;

/// <content>What is asked of some days only: what is missing on them, and whom a hole concerns.</content>
internal sealed partial class PostCalculator<T>
{
    /// <inheritdoc/>
    public long ShortfallOn(Span days, FundingView counted)
    {
        Span living = days.And(post.Life);
        if (living.IsEmpty)
            return 0;
        YearTally tally = default;
        LookAt(counted);
        Breakpoints(living.From, living.To, withYears: false);
        for (int i = 0; i < cutCount; i++)
            if (PieceAt(i).And(living).Weight is > 0 and var weight)
                Tally(ref tally, LevelOn(cuts[i], at: 0), T.CreateTruncating(weight), ahead: false);
        return tally.GapUnknown ? PostFigures.Unknown : Cents(tally.ShortLow);
    }

    /// <inheritdoc/>
    public EndedMoney EndedBefore(Day hole, FundingView counted)
    {
        LookAt(counted);
        if (hole <= post.Life.From || LastFundedBefore(hole) is not { } last)
            return EndedMoney.None;
        Level levelAfter = LevelOn(hole, at: 0);
        bool[] paidAfter = [.. Enumerable.Range(0, StrandCount).Select(PaysSurely)];
        T[] after = low[..StrandCount];
        Level level = LevelOn(last, at: 0);
        var strands = new List<int>(StrandCount);
        for (int s = 0; s < StrandCount; s++)
            if (PaysSurely(s) && (!paidAfter[s] || Falls(low[s], level, after[s], levelAfter)))
                strands.Add(s);
        T[] rates = [.. strands.Select(s => low[s])];
        bool comparable = rates.Length > 0 && rates.All(rate => rate > T.Zero);
        return new([.. strands], last, comparable ? amount => Allocate(amount, rates) : null);
    }

    /// <summary>The last day before a hole that was funded: fully, or failing that in part.</summary>
    private Day? LastFundedBefore(Day hole)
    {
        Breakpoints(post.Life.From, hole, withYears: false);
        foreach (Facts enough in (ReadOnlySpan<Facts>)[Facts.SurelyFull, Facts.SurelyPart])
            for (int i = cutCount - 1; i >= 0; i--)
                if (LevelOn(cuts[i], at: 0).Is(enough))
                    return Day.Of((i + 1 < cutCount ? cuts[i + 1] : hole).Eve);
        return null;
    }

    private bool PaysSurely(int s) => surely[s] && !terms[paying[s]].PaysNothing
        && (terms[paying[s]].Rule is Rule.Sum or Rule.Unknown || low[s] > T.Zero);

    /// <summary>Shares cents in proportion to exact rates, by largest remainder, the first of two equal ones first.</summary>
    private static long[] Allocate(long cents, T[] rates)
    {
        BigInteger sum = BigInteger.Zero;
        foreach (T rate in rates)
            sum += Wide(rate);
        var shares = new long[rates.Length];
        var remainders = new BigInteger[rates.Length];
        long left = cents;
        for (int i = 0; i < rates.Length; i++)
        {
            var whole = BigInteger.DivRem(Wide(rates[i]) * cents, sum, out remainders[i]);
            shares[i] = (long)whole;
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
