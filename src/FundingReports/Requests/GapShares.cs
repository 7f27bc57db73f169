using System.Numerics;
using FundingReports.Figures;
using FundingReports.Ledger;
using static FundingReports.Ledger.ExactArithmetic;

namespace FundingReports.Requests;

/// <summary>
/// Whom the agreed gap of a budget year is to be asked of: each funder, by line, that has lost on a day without full funding.
/// </summary>
/// <param name="Timelines">For each funder and line that has lost, the first timeline that paid more before.</param>
/// <param name="Cents">What is asked of each, then what nobody is asked for yet; null where that is not known.</param>
internal sealed record GapShares(int[] Timelines, long[]? Cents)
{
    /// <param name="ledgers">The ledgers.</param>
    /// <param name="subject">The post.</param>
    /// <param name="gaps">Budget years, the earliest first, and the agreed gap of each, in cents; or unknown.</param>
    /// <returns>One for each of these years.</returns>
    internal static GapShares[] Of(PostLedgers ledgers, PostCase subject, IReadOnlyList<(int Year, long Cents)> gaps) =>
        ledgers.Ask<Question, GapShares[]>(subject, new(gaps));

    private readonly struct Question(IReadOnlyList<(int Year, long Cents)> gaps) : ILedgerQuestion<GapShares[]>
    {
        public GapShares[] AskOf<T>(PostLedger<T> ledger) where T : struct, IBinaryInteger<T>
        {
            var losses = new GapLosses<T>(ledger, gaps[^1].Year);
            return [.. gaps.Select(gap => losses.SharesOf(gap.Year, gap.Cents))];
        }
    }
}

/// <summary>Compares each period without full funding with those before it: who paid more, and how much more.</summary>
internal sealed class GapLosses<T> where T : struct, IBinaryInteger<T>
{
    private readonly PostLedger<T> ledger;
    // For each timeline, the first of the same funder and line.
    private readonly int[] groups;

    /// <param name="ledger">The ledger.</param>
    /// <param name="lastYear">The last budget year that is asked about.</param>
    internal GapLosses(PostLedger<T> ledger, int lastYear)
    {
        (this.ledger, groups) = (ledger, Groups(ledger.Post.Timelines));
        // From the first day of the post on: whoever paid more on any day before has lost.
        ledger.Cut(ledger.Post.Life.From, DayNumber.Min(ledger.Post.Life.To, DayNumber.FirstOf(lastYear + 1)), withYears: true);
        ledger.Fill(FundingView.Agreed);
    }

    internal GapShares SharesOf(int year, long gap)
    {
        DayRange days = new(DayNumber.FirstOf(year), DayNumber.FirstOf(year + 1));
        var losers = new SortedDictionary<int, (int Timeline, Ratio Part)>();
        Ratio unfound = Ratio.Zero;
        bool comparable = gap != PostFigures.Unknown;
        for (int now = 0; now < ledger.PeriodCount; now++)
        {
            int weight = ledger.PeriodAt(now).And(days).Weight;
            ref readonly PostLedger<T>.DayLevel level = ref ledger.Levels[now];
            if (weight == 0 || level.Low >= level.Cost || level.Is(CoverageFlags.CostOfZero))
                continue;
            BigInteger lack = Wide(level.Cost - level.Low), lostByAll = BigInteger.Zero;
            var losses = LossesBefore(now);
            foreach (var loss in losses)
            {
                comparable &= loss.Rate.Sign > 0;
                lostByAll += loss.Rate;
            }
            // Each is asked for at most what it lost; in proportion where they lost more than is missing.
            foreach (var loss in losses)
            {
                var (first, part) = losers.GetValueOrDefault(loss.Group, (loss.Timeline, Ratio.Zero));
                var asked = lostByAll > lack ? new Ratio(loss.Rate * lack * weight, lostByAll) : new(loss.Rate * weight, BigInteger.One);
                losers[loss.Group] = (first, (part + asked).Reduced);
            }
            if (lostByAll < lack)
                unfound += new Ratio((lack - lostByAll) * weight, BigInteger.One);
        }
        int[] timelines = [.. losers.Values.Select(loser => loser.Timeline)];
        return new(timelines, comparable ? Allocate(gap, [.. losers.Values.Select(loser => loser.Part), unfound]) : null);
    }

    /// <summary>What a funder pays less in a period than in the last one in which it paid more.</summary>
    /// <param name="Group">The first timeline of the same funder and line.</param>
    /// <param name="Timeline">The first of its timelines that fell.</param>
    /// <param name="Rate">The money a year; zero where it cannot be compared.</param>
    private readonly record struct Loss(int Group, int Timeline, BigInteger Rate);

    private List<Loss> LossesBefore(int now)
    {
        var losses = new List<Loss>();
        for (int group = 0; group < ledger.TimelineCount; group++)
            if (groups[group] == group && LastPaidMore(group, now) is { } before)
                losses.Add(new(group, FirstFalling(group, before, now), Wide(T.Max(RateLost(group, before, now) ?? T.Zero, T.Zero))));
        return losses;
    }

    /// <summary>Null where the two periods cannot be compared in euros.</summary>
    private T? RateLost(int group, int before, int now) =>
        PaysUnknown(group, before) == PaysUnknown(group, now) && IsExact(group, before)
            && EurosOf(group, before) is { } paidBefore && EurosOf(group, now) is { } paidNow ? paidBefore - paidNow : null;

    private static int[] Groups(CommitmentTimeline[] timelines)
    {
        var groups = new int[timelines.Length];
        var first = new Dictionary<(string Funder, string? Line), int>();
        for (int s = 0; s < timelines.Length; s++)
        {
            var key = (timelines[s].Funder, timelines[s].Line);
            groups[s] = first.TryGetValue(key, out int known) ? known : first[key] = s;
        }
        return groups;
    }

    /// <summary>The last period before another in which a funder paid more; null where there is none.</summary>
    private int? LastPaidMore(int group, int than)
    {
        for (int p = than - 1; p >= 0; p--)
            if (ledger.PeriodAt(p).Weight > 0 && PaidMore(group, p, than))
                return p;
        return null;
    }

    private bool PaidMore(int group, int p, int than) =>
        (PaysUnknown(group, p) && !PaysUnknown(group, than))
        || (PaysSumsAlone(group, p) && EurosOf(group, than) is { } now
            ? now < SumsOf(group, p)
            : PostLedger<T>.Falls(OfGroup(group, p), ledger.Levels[p], OfGroup(group, than), ledger.Levels[than])
                || (!CostsKnown(p, than) && SumsOf(group, p) > SumsOf(group, than)));

    // The rate is a sum in euros; a part that goes on at the same rate loses nothing where the cost falls.
    private bool Fell(T before, int p, T after, int q, bool isSum) =>
        isSum && CostsKnown(p, q) ? after < before : PostLedger<T>.Falls(before, ledger.Levels[p], after, ledger.Levels[q]);

    /// <summary>
    /// What a funder surely pays a year, in exact euros; null where it is a part of an unknown cost. A sum is known over any cost.
    /// </summary>
    private T? EurosOf(int group, int period) => !ledger.Levels[period].Is(CoverageFlags.CostUnknown) ? OfGroup(group, period)
        : PaysSumsAlone(group, period) ? SumsOf(group, period)
        : null;

    // A remainder or a balance beside unknown money is unknown too.
    private bool IsExact(int group, int period) =>
        !AnyOf(group, period, static (own, at) => own.RuleAt(at) is PaymentRule.ShareOfRemainder or PaymentRule.Balance
            && own.ledger.Low[at] != own.ledger.High[at]);

    private bool PaysSumsAlone(int group, int period) =>
        !AnyOf(group, period, static (own, at) => own.RuleAt(at) is not (PaymentRule.Sum or PaymentRule.Unknown));

    private bool CostsKnown(int p, int q) =>
        !ledger.Levels[p].Is(CoverageFlags.CostUnknown) && !ledger.Levels[q].Is(CoverageFlags.CostUnknown);

    private bool PaysUnknown(int group, int period) =>
        AnyOf(group, period, static (own, at) => own.RuleAt(at) == PaymentRule.Unknown);

    private PaymentRule RuleAt(int at) => ledger.Terms[ledger.Paying[at]].Rule;

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

    private bool AnyOf(int group, int period, Func<GapLosses<T>, int, bool> which)
    {
        for (int s = group; s < ledger.TimelineCount; s++)
            if (groups[s] == group && PaysSurely(period * ledger.TimelineCount + s) && which(this, period * ledger.TimelineCount + s))
                return true;
        return false;
    }

    private T OfGroup(int group, int period)
    {
        T money = T.Zero;
        for (int s = group; s < ledger.TimelineCount; s++)
            if (groups[s] == group)
                money += ledger.Low[period * ledger.TimelineCount + s];
        return money;
    }

    /// <summary>The sums of a funder a year, which over an unknown cost are in no coverage.</summary>
    private T SumsOf(int group, int period)
    {
        T money = T.Zero;
        for (int s = group; s < ledger.TimelineCount; s++)
            if (groups[s] == group && PaysSurely(period * ledger.TimelineCount + s)
                && ledger.Terms[ledger.Paying[period * ledger.TimelineCount + s]].Rule == PaymentRule.Sum)
                money += ledger.Terms[ledger.Paying[period * ledger.TimelineCount + s]].Rate;
        return money;
    }

    private bool PaysSurely(int at) => ledger.Surely[at] && !ledger.Terms[ledger.Paying[at]].PaysNothing
        && (ledger.Terms[ledger.Paying[at]].Rule is PaymentRule.Sum or PaymentRule.Unknown || ledger.Low[at] > T.Zero);

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
        LargestRemainder.Give(remainders, left, shares);
        return shares;
    }
}
