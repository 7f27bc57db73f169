using FundingReports.Ledger;
using System.Numerics;
using static FundingReports.Ledger.ExactArithmetic;

namespace FundingReports.Figures;

/// <summary>The mean coverage of some periods, exact until it is rounded to a millionth.</summary>
internal static class CoverageMeans
{
    /// <summary>
    /// The weighted mean of one end of the coverage over the periods of a year, in millionths; unknown where the year has no periods, or
    /// the end no bound.
    /// </summary>
    internal static long MeanOf<T>(PostLedger<T> ledger, int from, int to, bool ofHigh) where T : struct, IBinaryInteger<T>
    {
        T money = T.Zero, cost = T.Zero, largest = T.One;
        int weight = 0, costs = 1;
        bool full = true;
        for (int i = from; i < to; i++)
        {
            if (ledger.Weights[i] == 0)
                continue;
            var (low, high, of, unbounded) = ledger.Levels[i].Ends;
            if (ofHigh && unbounded)
                return PostFigures.Unknown;
            T amount = ofHigh ? high : low;
            full &= amount == of;
            if (weight > 0 && of != cost)
                costs++;
            (cost, largest) = (of, T.Max(largest, T.Max(amount, of)));
            checked { money += amount * T.CreateTruncating(ledger.Weights[i]); }
            weight += ledger.Weights[i];
        }
        if (weight == 0)
            return PostFigures.Unknown;
        if (full)
            return 1_000_000;
        if (costs == 1)
            return Millionths(money, checked(cost * T.CreateTruncating(weight)));
        // The coverage is a fraction of one cost after another: each cost multiplies the common denominator; the weights and the millionth
        // take the rest.
        int bits = (largest.GetShortestBitLength() + 1) * costs + 40;
        return bits <= 126
            ? (long)MixedMean<T, Int128>(ledger, from, to, ofHigh)
            : (long)MixedMean<T, BigInteger>(ledger, from, to, ofHigh);
    }

    /// <summary>Whether both ends of the coverage are the same in all periods.</summary>
    internal static bool IsExact<T>(PostLedger<T> ledger, int from, int to) where T : struct, IBinaryInteger<T>
    {
        for (int i = from; i < to; i++)
            if (ledger.Levels[i].Low != ledger.Levels[i].High || ledger.Levels[i].Is(CoverageFlags.Unbounded))
                return false;
        return true;
    }

    private static TWide MixedMean<T, TWide>(PostLedger<T> ledger, int from, int to, bool ofHigh)
        where T : struct, IBinaryInteger<T>
        where TWide : struct, IBinaryInteger<TWide>
    {
        TWide numerator = TWide.Zero, denominator = TWide.One, money = TWide.Zero;
        T cost = T.Zero;
        int weight = 0;
        for (int i = from; i < to; i++)
        {
            if (ledger.Weights[i] == 0)
                continue;
            var (low, high, of, _) = ledger.Levels[i].Ends;
            if (of != cost && cost != T.Zero)
                Fold();
            cost = of;
            weight += ledger.Weights[i];
            checked { money += TWide.CreateChecked(ofHigh ? high : low) * TWide.CreateTruncating(ledger.Weights[i]); }
        }
        Fold();
        return WideMillionths(numerator, checked(denominator * TWide.CreateTruncating(weight)));

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
