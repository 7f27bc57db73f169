namespace FundingReports.Coverage;

/// <content>One day of the post in one view: the range of yearly money, and each strand's part in it.</content>
internal sealed partial class PostCalculator<T>
{
    /// <summary>A day's yearly money. Over an unknown cost the cost is one nominal cent, and only the parts of it have a meaning.</summary>
    private readonly record struct Level(T Low, T High, T Cost, Facts Facts)
    {
        internal bool Is(Facts fact) => (Facts & fact) != 0;
    }

    /// <summary>
    /// Works out a day; each strand's low and high amounts are left in <see cref="low"/> and <see cref="high"/>.
    /// A remainder, or a balance, is worked out on the low of the others for low and on their high for high.
    /// </summary>
    private Level LevelOn(Day day, FundingView view)
    {
        var strands = post.Strands;
        long? cents = CostOn(day);
        bool costKnown = cents is not null;
        T cost = checked(T.CreateChecked(cents ?? 1) * scale);
        T sureMoney = T.Zero, possibleMoney = T.Zero;
        bool sumUnbounded = false, amountUnbounded = false, part = false;
        T ceiling = T.Zero;

        for (int i = 0; i < strands.Length; i++)
        {
            (low[i], high[i]) = (T.Zero, T.Zero);
            if (!Pays(strands[i], day, view, out Segment segment, out bool sure))
                continue;
            if (segment.Rule == Rule.Sum)
            {
                T rate = Capped(Times(scale, segment.Rate), segment);
                if (rate == T.Zero)
                    continue;
                part |= sure;
                if (costKnown)
                    Add(i, sure, rate);
                else
                    sumUnbounded = true;
            }
            else if (segment.Rule == Rule.PartOfCost)
            {
                T rate = Times(cost, segment.Rate);
                if (costKnown)
                    Add(i, sure, Capped(rate, segment));
                else
                    Add(i, sure && segment.Cap is null, rate);
            }
            else if (segment.Rule == Rule.Unknown && segment.Cap != 0)
            {
                part |= sure;
                if (costKnown && segment.Cap is { } cap)
                    checked { ceiling += high[i] = T.CreateChecked(cap) * scale; }
                else
                    amountUnbounded = true;
            }
        }

        void Add(int i, bool sure, T rate)
        {
            high[i] = rate;
            checked { possibleMoney += rate; }
            if (!sure)
                return;
            low[i] = rate;
            checked { sureMoney += rate; }
        }

        bool unbounded = sumUnbounded || amountUnbounded;
        leftToRemainders = Left(cost, sureMoney);
        AddRest(Rule.PartOfRemainder, leftToRemainders, sumUnbounded ? T.Zero : Left(cost, possibleMoney));
        checked { possibleMoney += ceiling; }
        leftToBalance = Left(cost, sureMoney);
        AddRest(Rule.Balance, leftToBalance, unbounded ? T.Zero : Left(cost, possibleMoney));

        void AddRest(Rule rule, T rest, T restAtMost)
        {
            T sureRest = T.Zero, possibleRest = T.Zero;
            for (int i = 0; i < strands.Length; i++)
            {
                if (!Pays(strands[i], day, view, out Segment segment, out bool sure) || segment.Rule != rule)
                    continue;
                T taken = Times(restAtMost, segment.Rate);
                high[i] = costKnown ? Capped(taken, segment) : taken;
                checked { possibleRest += high[i]; }
                if (!sure || (!costKnown && segment.Cap is not null))
                    continue;
                low[i] = Capped(Times(rest, segment.Rate), costKnown ? segment : segment with { Cap = null });
                checked { sureRest += low[i]; }
            }
            checked
            {
                sureMoney += sureRest;
                possibleMoney += possibleRest;
            }
        }

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
    }

    /// <summary>Whether a strand has money of some worth on a day in a view.</summary>
    private static bool Pays(Strand strand, Day day, FundingView view, out Segment segment, out bool sure)
    {
        segment = default;
        sure = false;
        if (!strand.InForce(view).Contains(day))
            return false;
        foreach (ref readonly var candidate in strand.Segments.AsSpan())
        {
            if (!candidate.Span.Contains(day))
                continue;
            segment = candidate;
            Worth worth = strand.WorthOf(candidate, day, view);
            sure = worth == Worth.Sure;
            return worth != Worth.Nothing;
        }
        return false;
    }

    private static T Times(T amount, Fraction fraction) =>
        checked(amount * T.CreateChecked(fraction.Numerator) / T.CreateChecked(fraction.Denominator));

    private T Capped(T rate, in Segment segment) =>
        segment.Cap is { } cap ? T.Min(rate, checked(T.CreateChecked(cap) * scale)) : rate;

    private static T Left(T cost, T money) => money < cost ? cost - money : T.Zero;
}
