namespace FundingReports.Tests.Naive;

/// <summary>One promise on a day: its terms and what it gives at each end of the range.</summary>
/// <param name="Sure">Whether the view counts it surely; a capped part of an unknown cost never is.</param>
/// <param name="Value">Of a sum: cents a year; of a part: the part. Nothing under a cap of nothing.</param>
/// <param name="Low">Cents a year; where the cost is unknown, a part of it.</param>
/// <param name="High">The same; null where it is unbounded.</param>
internal sealed record Contribution(Promise Promise, MoneyKind Kind, bool Sure, Fraction Value, Fraction Low, Fraction? High)
{
    /// <summary>Of a part of a remainder: what it would be at the low end if it were sure.</summary>
    internal Fraction LowIfSure { get; init; }
}

/// <summary>The money of a post on a day, in one view.</summary>
internal sealed class Situation
{
    private readonly List<Contribution> contributions = [];

    /// <param name="active">Whether the post exists that day.</param>
    /// <param name="cost">Cents a year; null where unknown.</param>
    /// <param name="payments">What the view counts.</param>
    /// <param name="agreed">In the firm view, the same day in the agreed one: a balance or a remainder is firm for no more than it pays
    /// there.</param>
    internal Situation(bool active, Fraction? cost, IReadOnlyList<Payment> payments, Situation? agreed = null)
    {
        Active = active;
        Cost = active ? cost : null;
        // Where the cost is unknown, everything is counted in parts of it.
        Fraction whole = cost ?? 1;
        var terms = payments.Select(p => (Payment: p, Terms: p.Promise.Terms(p))).ToList();

        foreach (var (payment, (kind, value, cap)) in terms)
            switch (kind)
            {
                case not MoneyKind.Sum when cap is { IsZero: true }:
                    // Nothing, and that is known.
                    contributions.Add(new(payment.Promise, kind, payment.Sure, 0, 0, 0));
                    break;
                case MoneyKind.Sum when cost is null && !value.IsZero:
                    contributions.Add(new(payment.Promise, kind, payment.Sure, value, 0, null));
                    break;
                case MoneyKind.Sum:
                    contributions.Add(new(payment.Promise, kind, payment.Sure, value, payment.Sure ? value : 0, value));
                    break;
                case MoneyKind.ShareOfCost:
                    AddPart(payment, kind, value, cap, whole, whole);
                    break;
            }

        // An unknown amount comes before a remainder: without a cap it leaves nothing at the high end, with one it takes its cap first.
        foreach (var (payment, (kind, _, cap)) in terms)
            if (kind == MoneyKind.Unknown && cap is not { IsZero: true })
                contributions.Add(new(payment.Promise, kind, payment.Sure, 0, 0, cost is null ? null : cap));
        AddWhatIsLeft(MoneyKind.ShareOfRemainder);
        AddWhatIsLeft(MoneyKind.Balance);
        if (agreed is not null && Total() is ({ } low, { } high) && low > high)
            Exchange();

        (LowMoney, HighMoney) = Total();
        bool nothingToPay = cost is { IsZero: true };
        Low = nothingToPay ? 1 : LowMoney / whole;
        High = nothingToPay ? 1 : HighMoney / whole;
        SurelyFull = Low >= 1;
        PossiblyFull = High is null || High >= 1;
        SurelyPart = Low > 0 || contributions.Any(c => c.Sure
            && (c.Kind == MoneyKind.Unknown && c.High is not { IsZero: true } || c.Kind == MoneyKind.Sum && cost is null
                    && !c.Value.IsZero));
        PossiblyPart = High is null || High > 0;

        void AddWhatIsLeft(MoneyKind which)
        {
            (Fraction low, Fraction? high) = Total();
            foreach (var (payment, (kind, value, cap)) in terms)
                if (kind == which && cap is not { IsZero: true })
                    AddPart(payment, kind, value, cap, Left(whole, low), Left(whole, high));
        }

        void AddPart(Payment payment, MoneyKind kind, Fraction part, Fraction? cap, Fraction ofLow, Fraction ofHigh)
        {
            bool sure = payment.Sure && (cost is not null || cap is null);
            Fraction most = Capped(part * ofHigh), ifSure = Capped(part * ofLow);
            // Nothing is firm for more than it is agreed for, at the same end of the range.
            if (kind != MoneyKind.ShareOfCost && agreed is not null)
            {
                Contribution there = agreed.Of(payment.Promise)!;
                (ifSure, most) = (Fraction.Min(ifSure, there.LowIfSure), Fraction.Min(most, there.High!.Value));
            }
            contributions.Add(new(payment.Promise, kind, sure, part, sure ? ifSure : 0, most) { LowIfSure = ifSure });

            Fraction Capped(Fraction amount) => cap is { } ceiling && cost is not null ? Fraction.Min(amount, ceiling) : amount;
        }

        // By the letter the low end would be above the high one: the least of both ends is what is sure.
        void Exchange()
        {
            for (int i = 0; i < contributions.Count; i++)
                if (contributions[i] is { Kind: MoneyKind.ShareOfRemainder or MoneyKind.Balance, High: { } end } part && end < part.Low)
                    contributions[i] = part with { Low = end, High = part.Low };
        }
    }

    /// <summary>Whether the post exists that day. Where it does not, only sums have a meaning.</summary>
    internal bool Active { get; }

    /// <summary>Cents a year; null where unknown.</summary>
    internal Fraction? Cost { get; }

    internal IReadOnlyList<Contribution> Contributions => contributions;

    /// <summary>Cents a year, or parts of the cost where it is unknown.</summary>
    internal Fraction LowMoney { get; }

    internal Fraction? HighMoney { get; }

    internal Fraction Low { get; }

    internal Fraction? High { get; }

    internal bool SurelyFull { get; }

    internal bool PossiblyFull { get; }

    internal bool SurelyPart { get; }

    internal bool PossiblyPart { get; }

    /// <summary>Cents a year missing if only sure money comes; null where unknown.</summary>
    internal Fraction? GapAtMost => Cost is { } cost ? Fraction.Max(0, cost - LowMoney) : SurelyFull ? 0 : null;

    internal Fraction? Gap =>
        Cost is { } cost ? Same(GapAtMost!.Value, HighMoney is { } high ? Fraction.Max(0, cost - high) : 0) : GapAtMost;

    internal Contribution? Of(Promise promise) => contributions.Find(c => c.Promise == promise);

    private static Fraction? Same(Fraction a, Fraction b) => a == b ? a : null;

    private static Fraction Left(Fraction whole, Fraction? taken) => taken is { } t ? Fraction.Max(0, whole - t) : 0;

    private (Fraction Low, Fraction? High) Total()
    {
        Fraction low = 0;
        Fraction? high = Fraction.Zero;
        foreach (Contribution c in contributions)
            (low, high) = (low + c.Low, high + c.High);
        return (low, high);
    }
}
