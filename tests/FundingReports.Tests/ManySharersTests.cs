using System.Numerics;
using CsCheck;

namespace FundingReports.Tests;

/// <summary>
/// The cents of a sum for many posts, by the rule as it is written: a cent at a time, to the largest remainder that is left.
/// </summary>
public sealed class ManySharersTests
{
    [Fact]
    public void Allocate_GivesEachLeftCent_ToTheLargestRemainder_TheFirstOfEqualOnes() =>
        Gen.Select(Gen.Long[-1_000_000, 1_000_000], Gen.Long[0, 9].Array[1, 40]).Where((_, weights) => weights.Any(weight => weight > 0))
            .Sample((cents, weights) =>
                Assert.Equal(OneByOne(cents, weights), Euros.FromCents(cents).Allocate(weights).Select(part => part.Cents)));

    private static long[] OneByOne(long cents, long[] weights)
    {
        BigInteger sum = weights.Aggregate(BigInteger.Zero, (all, weight) => all + weight), size = Math.Abs(cents);
        BigInteger[] remainders = [.. weights.Select(weight => size * weight % sum)];
        long[] parts = [.. weights.Select(weight => (long)(size * weight / sum))];
        for (long left = (long)size - parts.Sum(); left > 0; left--)
        {
            int largest = Array.IndexOf(remainders, remainders.Max());
            remainders[largest] = -1;
            parts[largest]++;
        }
        return [.. parts.Select(part => part * Math.Sign(cents))];
    }
}
