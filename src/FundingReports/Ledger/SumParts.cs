using FundingReports.Portfolios;

namespace FundingReports.Coverage;

/// <summary>How a sum for several posts is shared between them, to the cent.</summary>
internal static class SumParts
{
    private const decimal Micro = 1_000_000m;

    /// <summary>The weights of a commitment's posts, in its own order.</summary>
    /// <returns>One weight a post; equal ones where the rule is by full-time equivalent and one is unknown.</returns>
    internal static long[] Weights(Commitment commitment, Func<string, Post> postOf)
    {
        var weights = new long[commitment.Posts.Length];
        for (int i = 0; i < weights.Length; i++)
        {
            decimal? weight = commitment.Split switch
            {
                Split.Fte => postOf(commitment.Posts[i]).Fte,
                Split.Weights given => given.ByPost[commitment.Posts[i]],
                _ => 1m,
            };
            if (weight is null)
                return Equal(weights);
            weights[i] = (long)(weight.Value * Micro);
        }
        return weights;
    }

    private static long[] Equal(long[] weights)
    {
        Array.Fill(weights, 1);
        return weights;
    }
}

/// <summary>One post's part in the sums of a commitment.</summary>
/// <param name="Weights">The weights of its posts; empty where there is one alone.</param>
/// <param name="Slot">The post's place among them.</param>
internal readonly record struct SumPart(long[] Weights, int Slot)
{
    /// <summary>In cents.</summary>
    internal long Of(Euros sum) => Weights.Length == 0 ? sum.Cents : sum.Allocate(Weights)[Slot].Cents;

    /// <summary>Whether no post's part of a total is less than its parts of the instalments.</summary>
    internal bool AllAtLeastNothing(Euros total, List<Instalment> instalments)
    {
        if (Weights.Length == 0)
            return instalments.Aggregate(total, (left, instalment) => left - instalment.Amount!.Value) >= Euros.Zero;
        long[] left = [.. total.Allocate(Weights).Select(sum => sum.Cents)];
        foreach (var instalment in instalments)
            foreach (var (slot, sum) in instalment.Amount!.Value.Allocate(Weights).Index())
                left[slot] -= sum.Cents;
        return left.All(cents => cents >= 0);
    }
}
