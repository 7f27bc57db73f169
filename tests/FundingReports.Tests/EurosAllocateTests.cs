using System.Numerics;
using CsCheck;

namespace FundingReports.Tests;

/// <summary>The five laws of sharing money.</summary>
public class EurosAllocateTests
{
    private static readonly Gen<(long Cents, long[] Weights)> sharing = Gen.Select(
        Gen.OneOf(Gen.Long[-200, 200], Gen.Long[-Euros.Limit, Euros.Limit]),
        Gen.OneOf(Gen.Long[0, 4].Array[1, 9], Gen.Long[0, 1_000_000_000_000].Array[1, 9])
            .Where(weights => weights.Any(weight => weight > 0)));

    [Fact]
    public void Allocate_AnyWeights_AddsUpToTheWhole() =>
        Check((cents, weights, parts) => Assert.Equal(cents, parts.Sum()));

    [Fact]
    public void Allocate_AnyWeights_EachPartIsItsExactPartRoundedDownOrUp() => Check((cents, weights, parts) =>
    {
        for (int i = 0; i < parts.Length; i++)
        {
            BigInteger sum = Sum(weights), exact = (BigInteger)cents * weights[i];
            Assert.True(BigInteger.Abs(parts[i] * sum - exact) < sum, $"{parts[i]} for {weights[i]}");
        }
    });

    [Fact]
    public void Allocate_SmallerWeight_NeverGetsMore() => Check((cents, weights, parts) =>
    {
        for (int i = 0; i < parts.Length; i++)
            for (int j = 0; j < parts.Length; j++)
                if (weights[i] < weights[j])
                    Assert.True(Math.Abs(parts[i]) <= Math.Abs(parts[j]), $"{parts[i]} for {weights[i]}, {parts[j]} for {weights[j]}");
    });

    /// <summary>The order changes nothing, but between equal remainders, where the first gets the cent.</summary>
    [Fact]
    public void Allocate_InAnyOrder_GivesTheSameParts() => Gen.Select(sharing, Gen.Int[0, int.MaxValue]).Sample((subject, seed) =>
    {
        (long cents, long[] weights) = subject;
        int[] order = [.. Enumerable.Range(0, weights.Length)];
        new Random(seed).Shuffle(order);
        long[] parts = Parts(cents, weights), shuffled = Parts(cents, [.. order.Select(i => weights[i])]);
        BigInteger[] moved = [.. Enumerable.Range(0, order.Length).Where(at => shuffled[at] != parts[order[at]])
                .Select(at => Remainder(order[at]))];
        Assert.True(moved.Distinct().Count() <= 1, $"{string.Join(' ', parts)} became {string.Join(' ', shuffled)}");

        BigInteger Remainder(int i) => (BigInteger)Math.Abs(cents) * weights[i] % Sum(weights);
    }, iter: Rounds.Of(5000));

    [Fact]
    public void Allocate_OppositeAmount_GivesOppositeParts() =>
        Check((cents, weights, parts) => Assert.Equal(parts.Select(part => -part), Parts(-cents, weights)));

    private static void Check(Action<long, long[], long[]> assert) =>
        sharing.Sample(subject => assert(subject.Cents, subject.Weights, Parts(subject.Cents, subject.Weights)), iter: Rounds.Of(5000));

    private static long[] Parts(long cents, long[] weights) => [.. Euros.FromCents(cents).Allocate(weights).Select(part => part.Cents)];

    private static BigInteger Sum(long[] weights) => weights.Aggregate(BigInteger.Zero, (sum, weight) => sum + weight);
}
