using System.Collections.Immutable;
using FundingReports.Portfolios;

namespace FundingReports.Reasons;

/// <summary>The assumptions that enter the answers for a post: its own facts', and those of what is promised to it.</summary>
internal static class Assumptions
{
    /// <summary>The ids of the sources that are assumptions, in the portfolio's order.</summary>
    internal static ImmutableArray<string> Of(FundingAnalysis analysis, PostFunding post)
    {
        var used = new HashSet<string?>(StringComparer.Ordinal);
        AddFacts(used, post.Post.Source, post.Post.Sources.Values);
        foreach (Cost cost in PostFacts.CostsKnown(post.Post, analysis.AsOf))
            used.Add(cost.Source);
        // Every year lists the same promises.
        foreach (Commitment commitment in post.Years[0].Cells.Select(cell => cell.Commitment))
        {
            AddFacts(used, commitment.Source, commitment.Sources.Values);
            if (Decision.WithdrawalOf(commitment, analysis.AsOf) is { } withdrawn)
                used.Add(withdrawn.Source);
            if (!IsSplitByFte(commitment))
                continue;
            // The working times of the other posts decide what this one gets.
            foreach (Post other in commitment.Posts.Select(id => analysis.Portfolio.FindPost(id)!))
                used.Add(other.Sources.GetValueOrDefault("fte") ?? other.Source);
        }
        return [.. analysis.Portfolio.Sources.Where(source => source.Kind is SourceKind.Assumption && used.Contains(source.Id))
            .Select(source => source.Id)];
    }

    private static void AddFacts(HashSet<string?> used, string? source, IEnumerable<string> ofProperties)
    {
        used.Add(source);
        used.UnionWith(ofProperties);
    }

    private static bool IsSplitByFte(Commitment commitment) =>
        commitment.Posts.Length > 1 && commitment.Split is Split.Fte && commitment.HoldsSums;
}
