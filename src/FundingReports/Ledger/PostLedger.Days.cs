using static FundingReports.Ledger.ExactArithmetic;

namespace FundingReports.Ledger;

// One period in one view: the range of yearly money, and the part of each timeline in it.
internal sealed partial class PostLedger<T>
{
    private T[] low = [];
    private T[] high = [];
    private T[] ifSure = [];
    private int[] paying = [];
    private bool[] surely = [];

    private DayRange[] inForce = [];
    private DayLevel[] levels = [];

    // In the firm view: what the agreed view gives to each timeline in each period, which is the most that can be firm.
    private T[] agreedIfSure = [];
    private T[] agreedHigh = [];

    /// <summary>The view that the periods are filled with.</summary>
    internal FundingView View { get; private set; }

    /// <summary>The money of each period.</summary>
    internal DayLevel[] Levels => levels;

    /// <summary>The sure money a year of each timeline: period by period, <see cref="TimelineCount"/> places each.</summary>
    internal T[] Low => low;

    /// <summary>The possible money a year, laid out in the same way.</summary>
    internal T[] High => high;

    /// <summary>What a remainder or a balance pays as if it were sure, laid out in the same way.</summary>
    internal T[] IfSure => ifSure;

    /// <summary>The place of the term that pays, or -1, laid out in the same way.</summary>
    internal int[] Paying => paying;

    /// <summary>Whether that money is sure, laid out in the same way.</summary>
    internal bool[] Surely => surely;

    /// <summary>The days on which each timeline is in force in the view.</summary>
    internal DayRange[] InForce => inForce;

    /// <summary>
    /// The yearly money of a day. Where the cost is unknown, it counts as one nominal cent, and only the parts of it have a meaning.
    /// </summary>
    internal readonly record struct DayLevel(T Low, T High, T Cost, CoverageFlags Facts)
    {
        internal bool Is(CoverageFlags fact) => (Facts & fact) != 0;

        /// <summary>Both ends of the money, and the cost. A cost of zero counts as paid in full, whatever the money.</summary>
        internal (T Low, T High, T Cost, bool Unbounded) Ends =>
            Is(CoverageFlags.CostOfZero) ? (T.One, T.One, T.One, false) : (Low, High, Cost, Is(CoverageFlags.Unbounded));

        /// <summary>Adds the money that is missing, without the excess of other days; false where it is not known.</summary>
        internal bool AddLack(ref T lack, T weight)
        {
            T atLow = Left(Cost, Low), atHigh = Is(CoverageFlags.Unbounded) ? T.Zero : Left(Cost, High);
            if (atLow != atHigh || (Is(CoverageFlags.CostUnknown) && atLow > T.Zero))
                return false;
            checked { lack += atLow * weight; }
            return true;
        }
    }

    /// <summary>Whether money falls from one level to another.</summary>
    /// <remarks>
    /// Where the cost changes, money is compared as a part of it: a post that becomes dearer is nobody's step-down. Where only one of the
    /// costs is known, only the part can be compared.
    /// </remarks>
    internal static bool Falls(T before, in DayLevel levelBefore, T after, in DayLevel level) => levelBefore.Cost == level.Cost
        ? after < before
        : (after < before || levelBefore.Is(CoverageFlags.CostUnknown) != level.Is(CoverageFlags.CostUnknown))
            && CompareProducts(after, levelBefore.Cost, before, level.Cost) < 0;

    /// <summary>From here on, days are worked out in this view.</summary>
    private void LookAt(FundingView view)
    {
        View = view;
        Fit(ref levels, PeriodCount);
        Fit(ref low, (PeriodCount + 1) * TimelineCount);
        Fit(ref high, low.Length);
        Fit(ref ifSure, low.Length);
        Fit(ref paying, low.Length);
        Fit(ref surely, low.Length);
        Fit(ref inForce, TimelineCount);
        for (int s = 0; s < TimelineCount; s++)
            inForce[s] = Post.Timelines[s].InForce(View);
    }

    /// <summary>
    /// Works out a period; the low and high amounts of each timeline are left in <see cref="low"/> and <see cref="high"/>. A remainder
    /// or a balance is worked out on the low amounts of the others for its low amount, and on their high amounts for its high one: where
    /// those have no bound, nothing is left.
    /// </summary>
    private DayLevel LevelOf(int period)
    {
        int at = period * TimelineCount;
        bool nothing = costs[period] == 0 && !countsAsPromised, costKnown = nothing || costs[period] is not (null or 0);
        T cost = costKnown ? packedCosts[period] : Scale;
        T sureMoney = T.Zero, possibleMoney = T.Zero;
        bool unbounded = false, part = false, remainders = false, balances = false;

        for (int s = 0, i = at; s < TimelineCount; s++, i++)
        {
            (low[i], high[i], ifSure[i]) = (T.Zero, T.Zero, T.Zero);
            paying[i] = FindPaying(s, starts[period], running[i], out bool sure);
            surely[i] = sure;
            if (paying[i] < 0)
                continue;
            ref readonly var term = ref terms[paying[i]];
            if (term.PaysNothing)
                continue;
            switch (term.Rule)
            {
                case PaymentRule.Sum:
                    part |= sure;
                    if (costKnown)
                        (low[i], high[i]) = (sure ? term.Rate : T.Zero, term.Rate);
                    else
                        unbounded = true;
                    break;
                case PaymentRule.ShareOfCost:
                    // Over an unknown cost a capped part is only possible, because the cap may apply.
                    high[i] = costKnown ? term.CappedPartOf(cost) : term.PartOf(cost);
                    low[i] = sure && (costKnown || !term.HasCap) ? high[i] : T.Zero;
                    break;
                case PaymentRule.Unknown:
                    part |= sure;
                    if (costKnown && term.HasCap)
                        high[i] = term.Cap;
                    else
                        unbounded = true;
                    break;
                case PaymentRule.ShareOfRemainder:
                    remainders = true;
                    break;
                case PaymentRule.Balance:
                    balances = true;
                    break;
            }
            checked
            {
                sureMoney += low[i];
                possibleMoney += high[i];
            }
        }

        if (remainders)
            AddRest(at, PaymentRule.ShareOfRemainder, costKnown, Left(cost, sureMoney), LeftAtHigh(), ref sureMoney, ref possibleMoney);
        if (balances)
            AddRest(at, PaymentRule.Balance, costKnown, Left(cost, sureMoney), LeftAtHigh(), ref sureMoney, ref possibleMoney);
        if (View == FundingView.Firm && sureMoney > possibleMoney && !unbounded)
            ExchangeRests(at, ref sureMoney, ref possibleMoney);

        CoverageFlags facts = (nothing || sureMoney >= cost ? CoverageFlags.SurelyFull : 0)
            | (nothing || unbounded || possibleMoney >= cost ? CoverageFlags.PossiblyFull : 0)
            | (nothing || part || sureMoney > T.Zero ? CoverageFlags.SurelyPart : 0)
            | (nothing || unbounded || possibleMoney > T.Zero ? CoverageFlags.PossiblyPart : 0)
            | (sureMoney > cost ? CoverageFlags.Over : 0)
            | (unbounded ? CoverageFlags.Unbounded : 0)
            | (costKnown ? 0 : CoverageFlags.CostUnknown)
            | (nothing ? CoverageFlags.CostOfZero : 0);
        return new(sureMoney, possibleMoney, cost, facts);

        T LeftAtHigh() => unbounded ? T.Zero : Left(cost, possibleMoney);
    }

    /// <summary>Adds the timelines that take a part of the rest: all remainders of the same rest, or the balance.</summary>
    private void AddRest(int at, PaymentRule rule, bool costKnown, T rest, T restAtHigh, ref T sureMoney, ref T possibleMoney)
    {
        for (int i = at; i < at + TimelineCount; i++)
        {
            if (paying[i] < 0 || terms[paying[i]].Rule != rule || terms[paying[i]].PaysNothing)
                continue;
            ref readonly var term = ref terms[paying[i]];
            high[i] = costKnown ? term.CappedPartOf(restAtHigh) : term.PartOf(restAtHigh);
            ifSure[i] = costKnown ? term.CappedPartOf(rest) : term.PartOf(rest);
            if (View == FundingView.Firm)
                (ifSure[i], high[i]) = (T.Min(ifSure[i], agreedIfSure[i]), T.Min(high[i], agreedHigh[i]));
            if (surely[i] && (costKnown || !term.HasCap))
                low[i] = ifSure[i];
            checked
            {
                sureMoney += low[i];
                possibleMoney += high[i];
            }
        }
    }

    /// <summary>
    /// Exchanges the two ends where needed. Where an agreed promise that is not firm would leave less to a balance the more it pays, the
    /// firm money of the balance is least when that promise pays most: the smaller of both ends is the sure one.
    /// </summary>
    private void ExchangeRests(int at, ref T sureMoney, ref T possibleMoney)
    {
        for (int i = at; i < at + TimelineCount; i++)
        {
            if (paying[i] < 0 || terms[paying[i]].Rule is not (PaymentRule.ShareOfRemainder or PaymentRule.Balance) || high[i] >= low[i])
                continue;
            checked
            {
                sureMoney += high[i] - low[i];
                possibleMoney += low[i] - high[i];
            }
            (low[i], high[i]) = (high[i], low[i]);
        }
    }

    /// <summary>Keeps what the agreed view, worked out last, gives to each timeline.</summary>
    private void KeepAgreed()
    {
        int length = PeriodCount * TimelineCount;
        Fit(ref agreedIfSure, length);
        Fit(ref agreedHigh, length);
        Array.Copy(ifSure, agreedIfSure, length);
        Array.Copy(high, agreedHigh, length);
        agreedKept = true;
    }

    /// <summary>The term that runs on a day, where the timeline has money of some worth by it; otherwise -1.</summary>
    private int FindPaying(int s, DayNumber day, int term, out bool sure)
    {
        sure = false;
        if (term < 0 || !inForce[s].Contains(day))
            return -1;
        MoneyWorth worth = Post.Timelines[s].WorthOf(terms[term].Firm, day, View);
        sure = worth == MoneyWorth.Sure || countsAsPromised;
        return worth == MoneyWorth.Nothing ? -1 : term;
    }
}
