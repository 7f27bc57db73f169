using FundingReports.Portfolios;
using FundingReports.Sentences;

namespace FundingReports;

/// <summary>What waits for a post, in words.</summary>
public static class AwaitingSentences
{
    /// <summary>How many promises wait for a post, and their sums, status by status; null where none waits.</summary>
    /// <remarks>A sum is that of totals; any other amount is no sum until its days are known, and is said to be unknown.</remarks>
    public static string? Waiting(this Portfolio portfolio, Language language)
    {
        ArgumentNullException.ThrowIfNull(portfolio);
        return portfolio.Awaiting.IsEmpty ? null : AwaitingTexts.Waiting([.. portfolio.Awaiting
            .GroupBy(awaiting => awaiting.Status).OrderByDescending(group => group.Key)
            .Select(group => (group.Key, group.Count(), Sum(group), group.Count(awaiting => awaiting.Amount.WholeSum is null)))])
                .In(language);
    }

    /// <summary>What became of a promise that waits for a post, in a sentence.</summary>
    public static string Sentence(this Changes.AwaitingChange change, Language language)
    {
        ArgumentNullException.ThrowIfNull(change);
        return AwaitingTexts.Change(change.Id, change.Fate.ToString()).In(language);
    }

    private static Euros Sum(IEnumerable<AwaitingCommitment> group) =>
        group.Aggregate(Euros.Zero, (sum, awaiting) => sum + (awaiting.Amount.WholeSum ?? Euros.Zero));
}
