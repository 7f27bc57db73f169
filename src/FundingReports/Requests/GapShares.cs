using System.Numerics;
using FundingReports.Figures;
using FundingReports.Ledger;
using static FundingReports.Ledger.ExactArithmetic;

namespace FundingReports.Requests;

/// <summary>
/// Whom the agreed gap of a budget year is to be asked of: each funder, by line, that has lost on a day without full funding.
/// </summary>
/// <param name="Timelines">For each funder and line that has lost, the first timeline that paid more before.</param>
/// <param name="Ends">For each of them, the day after the last one on which it is asked for something.</param>
/// <param name="Cents">What is asked of each, then what nobody is asked for yet; null where that is not known.</param>
internal sealed record GapShares(int[] Timelines, DayNumber[] Ends, long[]? Cents);

/// <summary>Works out the shares of gaps, post after post.</summary>
/// <remarks>It keeps its arrays from one post to the next and serves one thread.</remarks>
internal sealed class GapSharer
{
    private readonly PostLedgers ledgers = new();
    private GapLosses<long>? narrow;

    /// <param name="subject">The post.</param>
    /// <param name="gaps">Budget years, the earliest first, and the agreed gap of each, in cents; or unknown.</param>
    /// <returns>One for each of these years.</returns>
    internal GapShares[] Of(PostCase subject, List<(int Year, long Cents)> gaps) =>
        ledgers.Ask<Question, GapShares[]>(subject, new(this, gaps));

    private readonly struct Question(GapSharer sharer, List<(int Year, long Cents)> gaps) : ILedgerQuestion<GapShares[]>
    {
        public GapShares[] AskOf<T>(PostLedger<T> ledger) where T : struct, IBinaryInteger<T>
        {
            GapLosses<T> losses = ledger is PostLedger<long> ofLongs
                ? (GapLosses<T>)(object)(sharer.narrow ??= new(ofLongs)) : new GapLosses<T>(ledger);
            losses.Read(gaps[^1].Year);
            var shares = new GapShares[gaps.Count];
            for (int i = 0; i < shares.Length; i++)
                shares[i] = losses.SharesOf(gaps[i].Year, gaps[i].Cents);
            return shares;
        }
    }
}

/// <summary>Compares each period without full funding with those before it: who paid more, and how much more.</summary>
/// <param name="ledger">The ledger.</param>
internal sealed class GapLosses<T>(PostLedger<T> ledger) where T : struct, IBinaryInteger<T>
{
    // For each timeline, the first of the same funder and line: it stands for the group.
    private int[] groups = [];
    // What each group surely pays, period by period, at the place of its first timeline.
    private Pay[] pays = [];
    // Of each group in each period, the last period before in which it may have paid more, of those with the same cost; the last of
    // another cost where there is none.
    private int[] mayHavePaidMore = [];
    private Asked[] asked = [];
    private readonly List<Loss> losses = [];

    /// <summary>What a funder surely pays a year by one line.</summary>
    private struct Pay
    {
        /// <summary>All of it, over a known cost.</summary>
        internal T Money;

        /// <summary>The sums, which over an unknown cost are in no coverage.</summary>
        internal T Sums;

        /// <summary>Whether some of it is of an amount that nobody knows.</summary>
        internal bool Unknown;

        /// <summary>Whether some of it is a part of the cost or of the rest.</summary>
        internal bool InParts;

        /// <summary>Whether some of it is a part of a rest that is not known: it is unknown too.</summary>
        internal bool OfUnknownRest;
    }

    /// <summary>What is asked of a group, in parts of a cent: a whole number of them, and a fraction.</summary>
    private struct Asked
    {
        internal bool HasLost;
        internal int Timeline;
        internal DayNumber End;
        internal T Whole;
        internal Ratio Fraction;

        internal readonly bool IsNothing => Whole == T.Zero && Fraction.Numerator.IsZero;
    }

    /// <summary>Reads the post that the ledger has taken.</summary>
    /// <param name="lastYear">The last budget year that is asked about.</param>
    internal void Read(int lastYear)
    {
        FindGroups();
        // From the first day of the post on: whoever paid more on any day before has lost.
        ledger.Cut(ledger.Post.Life.From, DayNumber.Min(ledger.Post.Life.To, DayNumber.FirstOf(lastYear + 1)), withYears: true);
        ledger.Fill(FundingView.Agreed);
        FindPays();
    }

    private void FindGroups()
    {
        PostLedger<T>.Fit(ref groups, ledger.TimelineCount);
        Dictionary<(int Funder, string? Line), int>? first = null;
        for (int s = 0; s < ledger.TimelineCount; s++)
        {
            groups[s] = s;
            if (ledger.FunderOf[s] == s)
            {
                first?.Add((s, ledger.Post.Timelines[s].Line), s);
                continue;
            }
            if (first is null)
            {
                first = [];
                for (int before = 0; before < s; before++)
                    first.TryAdd((ledger.FunderOf[before], ledger.Post.Timelines[before].Line), before);
            }
            if (!first.TryAdd((ledger.FunderOf[s], ledger.Post.Timelines[s].Line), s))
                groups[s] = first[(ledger.FunderOf[s], ledger.Post.Timelines[s].Line)];
        }
    }

    private void FindPays()
    {
        int count = ledger.PeriodCount * ledger.TimelineCount;
        PostLedger<T>.Fit(ref pays, count);
        pays.AsSpan(0, count).Clear();
        for (int first = 0; first < count; first += ledger.TimelineCount)
            for (int s = 0; s < ledger.TimelineCount; s++)
            {
                ref Pay pay = ref pays[first + groups[s]];
                int at = first + s;
                pay.Money += ledger.Low[at];
                if (!PaysSurely(at))
                    continue;
                ref readonly var term = ref ledger.Terms[ledger.Paying[at]];
                if (term.Rule == PaymentRule.Sum)
                    pay.Sums += term.Rate;
                else if (term.Rule == PaymentRule.Unknown)
                    pay.Unknown = true;
                else
                    pay.InParts = true;
                pay.OfUnknownRest |=
                    term.Rule is PaymentRule.ShareOfRemainder or PaymentRule.Balance && ledger.Low[at] != ledger.High[at];
            }
        FindLinks(count);
    }

    private void FindLinks(int count)
    {
        PostLedger<T>.Fit(ref mayHavePaidMore, count);
        for (int period = 0, firstOfCost = 0; period < ledger.PeriodCount; period++)
        {
            if (period > 0 && (ledger.Levels[period].Cost != ledger.Levels[period - 1].Cost
                || ledger.Levels[period].Is(CoverageFlags.CostUnknown) != ledger.Levels[period - 1].Is(CoverageFlags.CostUnknown)))
                firstOfCost = period;
            for (int group = 0; group < ledger.TimelineCount; group++)
            {
                int before = period - 1;
                while (before >= firstOfCost && IsAtMost(PayOf(group, before), PayOf(group, period)))
                    before = mayHavePaidMore[before * ledger.TimelineCount + group];
                mayHavePaidMore[period * ledger.TimelineCount + group] = before;
            }
        }
    }

    /// <summary>Over one cost, who has not paid more than the second of these has not paid more than the first.</summary>
    private static bool IsAtMost(in Pay pay, in Pay other) => pay.Money <= other.Money && pay.Sums <= other.Sums
        && pay.InParts == other.InParts && (other.Unknown || !pay.Unknown);

    internal GapShares SharesOf(int year, long gap)
    {
        DayRange days = new(DayNumber.FirstOf(year), DayNumber.FirstOf(year + 1));
        PostLedger<T>.Fit(ref asked, ledger.TimelineCount);
        asked.AsSpan(0, ledger.TimelineCount).Clear();
        T unfound = T.Zero;
        bool comparable = gap != PostFigures.Unknown;
        for (int now = 0; now < ledger.PeriodCount; now++)
        {
            ref readonly PostLedger<T>.DayLevel level = ref ledger.Levels[now];
            if (level.Low < level.Cost && !level.Is(CoverageFlags.CostOfZero)
                && ledger.PeriodAt(now).And(days) is { Weight: > 0 } lacking)
                comparable &= Ask(now, lacking, level.Cost - level.Low, ref unfound);
        }
        int losers = 0;
        for (int group = 0; group < ledger.TimelineCount; group++)
            losers += asked[group].HasLost ? 1 : 0;
        var timelines = new int[losers];
        var ends = new DayNumber[losers];
        for (int group = ledger.TimelineCount - 1; group >= 0; group--)
            if (asked[group].HasLost)
                (timelines[--losers], ends[losers]) = (asked[group].Timeline, asked[group].End);
        return new(timelines, ends, comparable ? Allocate(gap, timelines.Length, unfound) : null);
    }

    /// <summary>
    /// Asks, for a period, each that has lost for at most what it lost; in proportion where they lost more than is missing.
    /// </summary>
    /// <returns>Whether it is known how much each has lost.</returns>
    private bool Ask(int now, DayRange days, T lack, ref T unfound)
    {
        T weight = T.CreateTruncating(days.Weight);
        FindLossesBefore(now);
        T lostByAll = T.Zero;
        bool comparable = true;
        foreach (var loss in losses)
        {
            comparable &= loss.Rate > T.Zero;
            lostByAll = checked(lostByAll + loss.Rate);
        }
        foreach (var loss in losses)
        {
            ref Asked one = ref asked[loss.Group];
            if (!one.HasLost)
                (one.HasLost, one.Timeline) = (true, loss.Timeline);
            one.End = days.To;
            if (lostByAll <= lack || losses.Count == 1)
                one.Whole = checked(one.Whole + T.Min(loss.Rate, lack) * weight);
            else
                one.Fraction = (one.Fraction + new Ratio(Wide(loss.Rate) * Wide(lack) * Wide(weight), Wide(lostByAll))).Reduced;
        }
        if (lostByAll < lack)
            unfound = checked(unfound + (lack - lostByAll) * weight);
        return comparable;
    }

    /// <summary>What a funder pays less in a period than in the last one in which it paid more.</summary>
    /// <param name="Group">The first timeline of the same funder and line.</param>
    /// <param name="Timeline">The first of its timelines that fell.</param>
    /// <param name="Rate">The money a year; zero where it cannot be compared.</param>
    private readonly record struct Loss(int Group, int Timeline, T Rate);

    private void FindLossesBefore(int now)
    {
        losses.Clear();
        for (int group = 0; group < ledger.TimelineCount; group++)
            if (groups[group] == group && LastPaidMore(group, now) is { } before)
                losses.Add(new(group, FirstFalling(group, before, now), T.Max(RateLost(group, before, now) ?? T.Zero, T.Zero)));
    }

    private ref readonly Pay PayOf(int group, int period) => ref pays[period * ledger.TimelineCount + group];

    /// <summary>Null where the two periods cannot be compared in euros.</summary>
    private T? RateLost(int group, int before, int now) =>
        PayOf(group, before).Unknown == PayOf(group, now).Unknown && !PayOf(group, before).OfUnknownRest
            && EurosOf(group, before) is { } paidBefore && EurosOf(group, now) is { } paidNow ? paidBefore - paidNow : null;

    /// <summary>The last period before another in which a funder paid more; null where there is none.</summary>
    private int? LastPaidMore(int group, int than)
    {
        // Where it did not pay more, nor did it in the periods before that paid at most as much.
        for (int p = than - 1; p >= 0;)
        {
            bool more = PaidMore(group, p, than);
            if (more && ledger.PeriodAt(p).Weight > 0)
                return p;
            p = more ? p - 1 : mayHavePaidMore[p * ledger.TimelineCount + group];
        }
        return null;
    }

    private bool PaidMore(int group, int p, int than) =>
        (PayOf(group, p).Unknown && !PayOf(group, than).Unknown)
        || (!PayOf(group, p).InParts && EurosOf(group, than) is { } now
            ? now < PayOf(group, p).Sums
            : PostLedger<T>.Falls(PayOf(group, p).Money, ledger.Levels[p], PayOf(group, than).Money, ledger.Levels[than])
                || (!CostsKnown(p, than) && PayOf(group, p).Sums > PayOf(group, than).Sums));

    // The rate is a sum in euros; a part that goes on at the same rate loses nothing where the cost falls.
    private bool Fell(T before, int p, T after, int q, bool isSum) =>
        isSum && CostsKnown(p, q) ? after < before : PostLedger<T>.Falls(before, ledger.Levels[p], after, ledger.Levels[q]);

    /// <summary>
    /// What a funder surely pays a year, in exact euros; null where it is a part of an unknown cost. A sum is known over any cost.
    /// </summary>
    private T? EurosOf(int group, int period) => !ledger.Levels[period].Is(CoverageFlags.CostUnknown) ? PayOf(group, period).Money
        : !PayOf(group, period).InParts ? PayOf(group, period).Sums
        : null;

    private bool CostsKnown(int p, int q) =>
        !ledger.Levels[p].Is(CoverageFlags.CostUnknown) && !ledger.Levels[q].Is(CoverageFlags.CostUnknown);

    /// <summary>The first timeline of a funder that paid more in one period than in another.</summary>
    private int FirstFalling(int group, int p, int q)
    {
        for (int s = group; s < ledger.TimelineCount; s++)
            if (groups[s] == group && PaysSurely(p * ledger.TimelineCount + s)
                && (!PaysSurely(q * ledger.TimelineCount + s)
                    || Fell(ledger.Low[p * ledger.TimelineCount + s], p, ledger.Low[q * ledger.TimelineCount + s], q,
                        ledger.Terms[ledger.Paying[p * ledger.TimelineCount + s]].Rule == PaymentRule.Sum)))
                return s;
        return group;
    }

    private bool PaysSurely(int at) => ledger.Surely[at] && !ledger.Terms[ledger.Paying[at]].PaysNothing
        && (ledger.Terms[ledger.Paying[at]].Rule is PaymentRule.Sum or PaymentRule.Unknown || ledger.Low[at] > T.Zero);

    /// <summary>
    /// Shares cents in proportion to what is asked of each and to what nobody is asked for, by largest remainder, the first of two equal
    /// ones first.
    /// </summary>
    private long[] Allocate(long cents, int losers, T unfound)
    {
        var parts = new Asked[losers + 1];
        parts[losers].Whole = unfound;
        int next = 0, bearing = 0;
        for (int group = 0; group < ledger.TimelineCount; group++)
            if (asked[group].HasLost)
                parts[next++] = asked[group];
        foreach (ref readonly Asked part in parts.AsSpan())
            bearing += part.IsNothing ? 0 : 1;
        // Most gaps are one's alone.
        return bearing == 1 ? [.. parts.Select(part => part.IsNothing ? 0 : cents)]
            : Allocate(cents, [.. parts.Select(part => (part.Fraction + new Ratio(Wide(part.Whole), BigInteger.One)).Reduced)]);
    }

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
        LargestRemainder.Give(remainders, left, shares);
        return shares;
    }
}
