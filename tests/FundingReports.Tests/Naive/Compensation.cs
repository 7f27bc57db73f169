namespace FundingReports.Tests.Naive;

/// <summary>The money of a budget year at one end of the range, in cents: exact; null where unknown or without bound.</summary>
/// <param name="Gap">What is missing.</param>
/// <param name="Surplus">What is too much.</param>
/// <param name="IsFunded">Whether nothing is missing on days that weigh something.</param>
internal sealed record YearEnd(Fraction? Gap, Fraction? Surplus, bool IsFunded);

/// <summary>
/// Compensation within a budget year: what sums that run through it have too much on some days pays what lacks on others.
/// </summary>
internal sealed class Compensation
{
    internal Compensation(IReadOnlyDictionary<Situation, int> weights, IReadOnlyList<Promise> promises)
    {
        Low = End(weights, [.. promises.Where(promise => weights.Keys.All(day => day.Of(promise) is { Kind: MoneyKind.Sum, Sure: true }))],
            day => day.LowMoney, money => money.Low);
        High = End(weights, [.. promises.Where(promise => weights.Keys.All(day => day.Of(promise) is { Kind: MoneyKind.Sum }))],
            day => day.HighMoney, money => money.Value);
    }

    internal YearEnd Low { get; }

    internal YearEnd High { get; }

    internal Fraction? Gap => Low.Gap == High.Gap ? Low.Gap : null;

    internal Fraction? GapAtMost => Low.Gap;

    internal Fraction? Surplus => Low.Surplus == High.Surplus ? Low.Surplus : null;

    private static YearEnd End(
        IReadOnlyDictionary<Situation, int> weights, IReadOnlyList<Promise> movable, Func<Situation, Fraction?> moneyOf,
        Func<Contribution, Fraction> paid)
    {
        Fraction moved = 0;
        Fraction? shortfall = Fraction.Zero, excess = Fraction.Zero;
        foreach ((Situation day, int weight) in weights)
        {
            Fraction part = new(weight, Thirtieths.Year), ofSums = 0;
            foreach (Promise promise in movable)
                ofSums += paid(day.Of(promise)!);
            if (moneyOf(day) is not { } money)
            {
                // Without bound: whatever sums are there are too much.
                excess = null;
                moved += ofSums * part;
            }
            else if (day.Cost is { } cost)
            {
                Fraction over = Fraction.Max(0, money - cost);
                shortfall += Fraction.Max(0, cost - money) * part;
                excess += over * part;
                moved += Fraction.Min(over, ofSums) * part;
            }
            else
            {
                // In parts of a cost that is unknown, and no sum is among them: only nothing can be known in euros.
                if (money < 1)
                    shortfall = null;
                if (money > 1)
                    excess = null;
            }
        }
        Fraction? gap = shortfall is { } missing ? missing - Fraction.Min(missing, moved) : null;
        Fraction? surplus = shortfall is { } lacking ? excess - Fraction.Min(lacking, moved) : moved.IsZero ? excess : null;
        return new(gap, surplus, weights.Count > 0 && gap is { IsZero: true });
    }
}
