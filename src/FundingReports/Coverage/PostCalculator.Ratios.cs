using System.Numerics;

namespace FundingReports.Coverage;

/// <content>Ratios of exact amounts, compared and rounded without losing anything.</content>
internal sealed partial class PostCalculator<T>
{
    /// <summary>Half away from zero, for what is never negative.</summary>
    private static T Rounded(T amount, T denominator) => amount == T.Zero ? T.Zero : checked((Two * amount + denominator) / (Two * denominator));

    private long Cents(T amount) => long.CreateChecked(Rounded(amount, unit));

    private long YearlyCents(T rate) => long.CreateChecked(Rounded(rate, scale));

    /// <summary>A ratio of two exact amounts, the second above zero, in millionths, half away from zero.</summary>
    private static long Millionths(T numerator, T denominator)
    {
        if (numerator == T.Zero)
            return 0;
        if (numerator == denominator)
            return 1_000_000;
        if (typeof(T) != typeof(long))
            return (long)Millionths(Wide(numerator), Wide(denominator));
        long part = long.CreateTruncating(numerator), of = long.CreateTruncating(denominator);
        // The millionth needs twenty bits more; few posts have not got them.
        return part < long.MaxValue / 4_000_000 && of < long.MaxValue / 4
            ? (part * 2_000_000 + of) / (2 * of)
            : (long)Millionths((Int128)part, of);
    }

    private static TWide Millionths<TWide>(TWide numerator, TWide denominator) where TWide : IBinaryInteger<TWide>
    {
        TWide twice = TWide.One + TWide.One;
        return checked((numerator * TWide.CreateChecked(2_000_000) + denominator) / (twice * denominator));
    }

    /// <summary>The order of left × by and right × other.</summary>
    private static int CompareProducts(T left, T by, T right, T other) => typeof(T) == typeof(long)
        ? Math.BigMul(long.CreateTruncating(left), long.CreateTruncating(by)).CompareTo(Math.BigMul(long.CreateTruncating(right), long.CreateTruncating(other)))
        : (Wide(left) * Wide(by)).CompareTo(Wide(right) * Wide(other));

    private static bool SameRatio(T left, T leftOf, T right, T rightOf) =>
        leftOf == rightOf ? left == right : CompareProducts(left, rightOf, right, leftOf) == 0;

    private static BigInteger Wide(T value) => BigInteger.CreateChecked(value);

    /// <summary>The weighted mean of one end of the coverage over the pieces of a year, in millionths; unknown where it has none, or no bound.</summary>
    private long MeanOf(int fromCut, int toCut, bool ofHigh)
    {
        T money = T.Zero, cost = T.Zero, largest = T.One;
        int weight = 0, costs = 1;
        bool full = true;
        for (int i = fromCut; i < toCut; i++)
        {
            if (weights[i] == 0)
                continue;
            var (low, high, of, unbounded) = Ends(levels[i]);
            if (ofHigh && unbounded)
                return PostFigures.Unknown;
            T amount = ofHigh ? high : low;
            full &= amount == of;
            if (weight > 0 && of != cost)
                costs++;
            (cost, largest) = (of, T.Max(largest, T.Max(amount, of)));
            checked { money += amount * T.CreateTruncating(weights[i]); }
            weight += weights[i];
        }
        if (weight == 0)
            return PostFigures.Unknown;
        if (full)
            return 1_000_000;
        if (costs == 1)
            return Millionths(money, checked(cost * T.CreateTruncating(weight)));
        // Over one cost after another: each multiplies the common denominator, the weights and the millionth take the rest.
        int bits = (largest.GetShortestBitLength() + 1) * costs + 40;
        return bits <= 126 ? (long)MixedMean<Int128>(fromCut, toCut, ofHigh) : (long)MixedMean<BigInteger>(fromCut, toCut, ofHigh);
    }

    /// <summary>Whether both ends of the coverage are the same on all pieces.</summary>
    private bool IsExact(int fromCut, int toCut)
    {
        for (int i = fromCut; i < toCut; i++)
            if (levels[i].Low != levels[i].High || levels[i].Is(Facts.Unbounded))
                return false;
        return true;
    }

    private TWide MixedMean<TWide>(int fromCut, int toCut, bool ofHigh) where TWide : IBinaryInteger<TWide>
    {
        TWide numerator = TWide.Zero, denominator = TWide.One, money = TWide.Zero;
        T cost = T.Zero;
        int weight = 0;
        for (int i = fromCut; i < toCut; i++)
        {
            if (weights[i] == 0)
                continue;
            var (low, high, of, _) = Ends(levels[i]);
            if (of != cost && cost != T.Zero)
                Fold();
            cost = of;
            weight += weights[i];
            checked { money += TWide.CreateChecked(ofHigh ? high : low) * TWide.CreateTruncating(weights[i]); }
        }
        Fold();
        return Millionths(numerator, checked(denominator * TWide.CreateTruncating(weight)));

        void Fold()
        {
            TWide by = TWide.CreateChecked(cost);
            checked
            {
                numerator = numerator * by + money * denominator;
                denominator *= by;
            }
            money = TWide.Zero;
        }
    }
}
