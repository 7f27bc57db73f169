using System.Numerics;

namespace FundingReports;

/// <summary>The one rule by which leftover cents are given: to the largest remainder, the first where two are equal.</summary>
internal static class LargestRemainder
{
    internal static int IndexOfLargest<T>(ReadOnlySpan<T> remainders) where T : INumber<T>
    {
        int best = 0;
        for (int i = 1; i < remainders.Length; i++)
            if (remainders[i] > remainders[best])
                best = i;
        return best;
    }
}
