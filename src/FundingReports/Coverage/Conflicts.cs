using FundingReports.Portfolios;

namespace FundingReports.Coverage;

/// <summary>Promises that contradict one another as known on the as-of date: which pays first cannot be said.</summary>
internal static class Conflicts
{
    internal static void ThrowIfAny(KnownFacts facts)
    {
        for (int post = 0; post < facts.Portfolio.Posts.Length; post++)
        {
            // One alone cannot contradict itself.
            if (facts.PromisedTo(post).Count(p => facts.Portfolio.Commitments[p.Commitment].Amount is Amount.OfRemainder or Amount.Balance) < 2)
                continue;
        }
    }
}
