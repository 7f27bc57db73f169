using System.Numerics;

namespace FundingReports.Ledger;

/// <summary>Ratios of exact amounts in integers of any width, compared and rounded without losing anything.</summary>
internal static class ExactArithmetic
{
    /// <summary>Half away from zero, for what is never negative.</summary>
    internal static T Rounded<T>(T amount, T denominator) where T : struct, IBinaryInteger<T>
    {
        if (amount == T.Zero)
            return T.Zero;
        T two = T.One + T.One;
        return checked((two * amount + denominator) / (two * denominator));
    }

    /// <summary>What one amount lacks to reach another; zero where it reaches it.</summary>
    internal static T Left<T>(T amount, T less) where T : struct, IBinaryInteger<T> => less < amount ? amount - less : T.Zero;

    /// <summary>A ratio of two exact amounts, the second above zero, in millionths, rounded half away from zero.</summary>
    internal static long Millionths<T>(T numerator, T denominator) where T : struct, IBinaryInteger<T>
    {
        if (numerator == T.Zero)
            return 0;
        if (numerator == denominator)
            return 1_000_000;
        if (typeof(T) != typeof(long))
            return (long)WideMillionths(Wide(numerator), Wide(denominator));
        long part = long.CreateTruncating(numerator), of = long.CreateTruncating(denominator);
        // Counting in millionths takes twenty-two bits, which most posts have to spare.
        return part < long.MaxValue / 4_000_000 && of < long.MaxValue / 4
            ? (part * 2_000_000 + of) / (2 * of)
            : (long)WideMillionths((Int128)part, of);
    }

    internal static TWide WideMillionths<TWide>(TWide numerator, TWide denominator) where TWide : IBinaryInteger<TWide>
    {
        TWide twice = TWide.One + TWide.One;
        return checked((numerator * TWide.CreateChecked(2_000_000) + denominator) / (twice * denominator));
    }

    /// <summary>The order of left × by and right × other.</summary>
    internal static int CompareProducts<T>(T left, T by, T right, T other) where T : struct, IBinaryInteger<T> => typeof(T) == typeof(long)
        ? Math.BigMul(long.CreateTruncating(left), long.CreateTruncating(by))
            .CompareTo(Math.BigMul(long.CreateTruncating(right), long.CreateTruncating(other)))
        : (Wide(left) * Wide(by)).CompareTo(Wide(right) * Wide(other));

    internal static bool SameRatio<T>(T left, T leftOf, T right, T rightOf) where T : struct, IBinaryInteger<T> =>
        leftOf == rightOf ? left == right : CompareProducts(left, rightOf, right, leftOf) == 0;

    internal static BigInteger Wide<T>(T value) where T : struct, IBinaryInteger<T> => BigInteger.CreateChecked(value);
}
