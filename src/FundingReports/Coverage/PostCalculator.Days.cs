namespace FundingReports.Coverage;

/// <content>One day of the post in one view: the range of yearly money, and each strand's part in it.</content>
internal sealed partial class PostCalculator<T>
{
    // Of each piece, then of each strand: its money (a remainder or a balance also as if it were sure), by which of the terms, and whether it is sure.
    private T[] low = [];
    private T[] high = [];
    private T[] ifSure = [];
    private int[] paying = [];
    private bool[] surely = [];

    // The view in which days are worked out, and the days on which each strand is in force in it.
    private FundingView view;
    private Span[] inForce = [];

    // In the firm view, what the agreed one gives to each strand on each piece: nothing is firm for more.
    private T[] agreedIfSure = [];
    private T[] agreedHigh = [];

    /// <summary>A day's yearly money. Over an unknown cost the cost is one nominal cent, and only the parts of it have a meaning.</summary>
    private readonly record struct Level(T Low, T High, T Cost, Facts Facts)
    {
        internal bool Is(Facts fact) => (Facts & fact) != 0;
    }

    /// <summary>From here on, days are worked out in this view.</summary>
    private void LookAt(FundingView counted)
    {
        view = counted;
        Fit(ref inForce, StrandCount);
        for (int s = 0; s < StrandCount; s++)
            inForce[s] = post.Strands[s].InForce(view);
    }

    /// <summary>
    /// Works out a day; each strand's low and high amounts are left in <see cref="low"/> and <see cref="high"/>.
    /// A remainder, or a balance, is worked out on the low of the others for low, and on their high for high: where
    /// that has no bound, nothing is left.
    /// </summary>
    /// <param name="day">The day.</param>
    /// <param name="at">Where the strands' amounts begin: as many places a piece as there are strands.</param>
    private Level LevelOn(Day day, int at)
    {
        long? cents = CostOn(day);
        bool costKnown = cents is not null;
        T cost = checked(T.CreateChecked(cents ?? 1) * scale);
        T sureMoney = T.Zero, possibleMoney = T.Zero;
        bool unbounded = false, part = false, remainders = false, balances = false;

        for (int s = 0, i = at; s < StrandCount; s++, i++)
        {
            (low[i], high[i], ifSure[i]) = (T.Zero, T.Zero, T.Zero);
            paying[i] = FindPaying(s, day, out bool sure);
            surely[i] = sure;
            if (paying[i] < 0)
                continue;
            ref readonly var term = ref terms[paying[i]];
            if (term.PaysNothing)
                continue;
            switch (term.Rule)
            {
                case Rule.Sum:
                    part |= sure;
                    if (costKnown)
                        (low[i], high[i]) = (sure ? term.Rate : T.Zero, term.Rate);
                    else
                        unbounded = true;
                    break;
                case Rule.PartOfCost:
                    // Over an unknown cost a capped part is only possible: the cap may bite.
                    high[i] = costKnown ? term.CappedPartOf(cost) : term.PartOf(cost);
                    low[i] = sure && (costKnown || !term.HasCap) ? high[i] : T.Zero;
                    break;
                case Rule.Unknown:
                    part |= sure;
                    if (costKnown && term.HasCap)
                        high[i] = term.Cap;
                    else
                        unbounded = true;
                    break;
                case Rule.PartOfRemainder:
                    remainders = true;
                    break;
                case Rule.Balance:
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
            AddRest(at, Rule.PartOfRemainder, costKnown, Left(cost, sureMoney), LeftAtHigh(), ref sureMoney, ref possibleMoney);
        if (balances)
            AddRest(at, Rule.Balance, costKnown, Left(cost, sureMoney), LeftAtHigh(), ref sureMoney, ref possibleMoney);
        if (view == FundingView.Firm && sureMoney > possibleMoney && !unbounded)
            ExchangeRests(at, ref sureMoney, ref possibleMoney);

        bool nothing = cents == 0;
        Facts facts = (nothing || sureMoney >= cost ? Facts.SurelyFull : 0)
            | (nothing || unbounded || possibleMoney >= cost ? Facts.PossiblyFull : 0)
            | (nothing || part || sureMoney > T.Zero ? Facts.SurelyPart : 0)
            | (nothing || unbounded || possibleMoney > T.Zero ? Facts.PossiblyPart : 0)
            | (sureMoney > cost ? Facts.Over : 0)
            | (unbounded ? Facts.Unbounded : 0)
            | (costKnown ? 0 : Facts.CostUnknown)
            | (nothing ? Facts.CostOfZero : 0);
        return new(sureMoney, possibleMoney, cost, facts);

        T LeftAtHigh() => unbounded ? T.Zero : Left(cost, possibleMoney);
    }

    /// <summary>Adds what takes its part of the rest: all remainders of the same rest, or the balance.</summary>
    private void AddRest(int at, Rule rule, bool costKnown, T rest, T restAtHigh, ref T sureMoney, ref T possibleMoney)
    {
        for (int i = at; i < at + StrandCount; i++)
        {
            if (paying[i] < 0 || terms[paying[i]].Rule != rule || terms[paying[i]].PaysNothing)
                continue;
            ref readonly var term = ref terms[paying[i]];
            high[i] = costKnown ? term.CappedPartOf(restAtHigh) : term.PartOf(restAtHigh);
            ifSure[i] = costKnown ? term.CappedPartOf(rest) : term.PartOf(rest);
            if (view == FundingView.Firm)
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
    /// Where an agreed promise that is not firm would leave less to a balance the more it pays, the firm money of the
    /// balance is least when that promise is most: of what each end bounds, the lesser is the sure one.
    /// </summary>
    private void ExchangeRests(int at, ref T sureMoney, ref T possibleMoney)
    {
        for (int i = at; i < at + StrandCount; i++)
        {
            if (paying[i] < 0 || terms[paying[i]].Rule is not (Rule.PartOfRemainder or Rule.Balance) || high[i] >= low[i])
                continue;
            checked
            {
                sureMoney += high[i] - low[i];
                possibleMoney += low[i] - high[i];
            }
            (low[i], high[i]) = (high[i], low[i]);
        }
    }

    /// <summary>Keeps what the agreed view, worked out last, gives to each strand.</summary>
    private void KeepAgreed()
    {
        int length = cutCount * StrandCount;
        Fit(ref agreedIfSure, length);
        Fit(ref agreedHigh, length);
        Array.Copy(ifSure, agreedIfSure, length);
        Array.Copy(high, agreedHigh, length);
    }

    /// <summary>The term by which a strand has money of some worth on a day, or -1.</summary>
    private int FindPaying(int s, Day day, out bool sure)
    {
        sure = false;
        if (!inForce[s].Contains(day))
            return -1;
        for (int t = firstTerm[s]; t < firstTerm[s + 1]; t++)
        {
            if (!terms[t].Days.Contains(day))
                continue;
            Worth worth = post.Strands[s].WorthOf(terms[t].Firm, day, view);
            sure = worth == Worth.Sure;
            return worth == Worth.Nothing ? -1 : t;
        }
        return -1;
    }

    private static T Left(T cost, T money) => money < cost ? cost - money : T.Zero;
}
