using System.Numerics;

namespace FundingReports;

/// <summary>Gives leftover cents to the largest remainders, and to the first where two are equal: the one rule for them.</summary>
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
