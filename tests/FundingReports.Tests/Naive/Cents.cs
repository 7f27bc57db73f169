using System.Numerics;

namespace FundingReports.Tests.Naive;

/// <summary>Whole cents out of exact ones.</summary>
internal static class Cents
{
    /// <summary>
    /// The parts in whole cents, adding up to their rounded sum: each rounded down, the cents left to the largest remainders, the first of
    /// equals.
    /// </summary>
    internal static long[] RoundTogether(IReadOnlyList<Fraction> exact)
    {
        Fraction sum = 0;
        foreach (Fraction part in exact)
            sum += part;
        BigInteger[] whole = [.. exact.Select(part => part.Floor())];
        Fraction?[] rest = [.. exact.Select((part, i) => (Fraction?)(part - (long)whole[i]))];
        for (BigInteger left = sum.Round() - whole.Aggregate(BigInteger.Zero, BigInteger.Add); left > 0; left--)
        {
            int best = -1;
            for (int i = 0; i < rest.Length; i++)
                if (rest[i] is { } candidate && (best < 0 || candidate > rest[best]!.Value))
                    best = i;
            whole[best] += 1;
            rest[best] = null;
        }
        return [.. whole.Select(part => (long)part)];
    }

    /// <summary>A sum split by weights, by largest remainder.</summary>
    internal static long[] Split(long sum, IReadOnlyList<Fraction> weights)
    {
        Fraction all = 0;
        foreach (Fraction weight in weights)
            all += weight;
        return RoundTogether([.. weights.Select(weight => sum * weight / all)]);
    }
}
