using FundingReports.Portfolios;

namespace FundingReports.Ledger;

/// <summary>How a sum for several posts is shared between them, to the cent.</summary>
internal static class SumParts
{
    private const decimal Micro = 1_000_000m;

    /// <summary>The weights of a commitment's posts, in its own order.</summary>
    /// <returns>One weight per post; equal weights where the rule is by full-time equivalent and one of them is unknown.</returns>
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
