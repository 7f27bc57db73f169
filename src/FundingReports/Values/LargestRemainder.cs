using System.Numerics;

namespace FundingReports;

/// <summary>The one rule by which leftover cents are given: one each to the largest remainders, the first where two are equal.</summary>
internal static class LargestRemainder
{
    /// <summary>Adds a cent to as many parts as cents are left, which is fewer than there are parts.</summary>
    internal static void Give<T>(T[] remainders, long left, long[] parts) where T : INumber<T>
    {
        if (left == 0)
            return;
        int[] order = [.. Enumerable.Range(0, remainders.Length)];
        // Sorted once: a sum for ten thousand posts may leave thousands of cents.
        Array.Sort(order, (a, b) => remainders[b].CompareTo(remainders[a]) is var larger and not 0 ? larger : a.CompareTo(b));
        foreach (int i in order.AsSpan(0, (int)left))
            parts[i]++;
    }
}
