using System.Collections.Immutable;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Coverage;

/// <summary>The facts as known on a day: what was decided later does not exist yet.</summary>
internal sealed class KnownFacts
{
    // Made when first asked for: the promises of most portfolios stand in the order of their posts.
    private Dictionary<string, int>? postIndex;
    // Of each post: its promises are those from promisedFrom[post] to the eve of promisedFrom[post + 1].
    private readonly int[] promisedFrom;
    private readonly (int Commitment, int Slot)[] promised;
    private readonly int[]? line;
    private readonly long[]?[]? weights;

    internal KnownFacts(Portfolio portfolio, LocalDate asOf)
    {
        Portfolio = portfolio;
        AsOf = asOf;
        (promisedFrom, promised) = ByPost(portfolio.Commitments);
        line = Lines(portfolio.Commitments);
        if (portfolio.Commitments.Any(commitment => commitment.Posts.Length > 1))
            weights = [.. portfolio.Commitments.Select(c => c.Posts.Length > 1 && Exists(c) && c.IsPromised ? SumParts.Weights(c, id => portfolio.Posts[IndexOf(id)]) : null)];
    }

    internal Portfolio Portfolio { get; }

    internal LocalDate AsOf { get; }

    /// <summary>The place of a post in the portfolio.</summary>
    internal int IndexOf(string post) => (postIndex ??= IndexOf(Portfolio.Posts))[post];

    /// <summary>The weights by which a sum for several posts is split; empty where there is one post.</summary>
    internal long[] WeightsOf(int commitment) => weights?[commitment] ?? [];

    /// <summary>The commitments that promise something to a post, in the portfolio's order, and the post's place in each.</summary>
    internal ReadOnlySpan<(int Commitment, int Slot)> PromisedTo(int post) => promised.AsSpan(promisedFrom[post]..promisedFrom[post + 1]);

    /// <summary>The number of the line that a commitment and its amendments form.</summary>
    internal int LineOf(int commitment) => line is null ? commitment : line[commitment];

    internal bool Exists(Commitment commitment) => Decided(commitment.DecidedOn);

    internal bool Decided(PartialDate? decidedOn) => decidedOn is not { } date || date.First <= AsOf;

    /// <summary>The first day on which a known withdrawal stops the commitment.</summary>
    internal Day WithdrawnFrom(Commitment commitment) =>
        commitment.Withdrawn is { } withdrawal && Decided(withdrawal.DecidedOn) ? Day.Of(withdrawal.From.First) : Day.Never;

    /// <summary>The known promises, laid out post by post.</summary>
    private (int[] From, (int Commitment, int Slot)[] Promised) ByPost(ImmutableArray<Commitment> commitments)
    {
        var from = new int[Portfolio.Posts.Length + 1];
        var known = new List<(int Post, int Commitment, int Slot)>(commitments.Length);
        int last = 0;
        for (int c = 0; c < commitments.Length; c++)
        {
            var commitment = commitments[c];
            if (!Exists(commitment) || !commitment.IsPromised)
                continue;
            for (int slot = 0; slot < commitment.Posts.Length; slot++)
            {
                string id = commitment.Posts[slot];
                int post = last = Near(id, last) ?? IndexOf(id);
                known.Add((post, c, slot));
                from[post + 1]++;
            }
        }
        for (int post = 1; post < from.Length; post++)
            from[post] += from[post - 1];
        var all = new (int, int)[known.Count];
        int[] next = from[..^1];
        foreach (var (post, commitment, slot) in known)
            all[next[post]++] = (commitment, slot);
        return (from, all);
    }

    /// <summary>The promises of a post mostly stand together, and after those of the post before.</summary>
    private int? Near(string id, int last)
    {
        for (int post = last; post < Math.Min(last + 2, Portfolio.Posts.Length); post++)
            if (Portfolio.Posts[post].Id == id)
                return post;
        return null;
    }

    private static Dictionary<string, int> IndexOf(ImmutableArray<Post> posts)
    {
        var index = new Dictionary<string, int>(posts.Length, StringComparer.Ordinal);
        for (int i = 0; i < posts.Length; i++)
            index[posts[i].Id] = i;
        return index;
    }

    /// <summary>The line of each commitment; null where nothing amends anything, and each is a line of its own.</summary>
    private static int[]? Lines(ImmutableArray<Commitment> commitments)
    {
        if (!commitments.Any(commitment => commitment.Amends is not null))
            return null;
        var root = new int[commitments.Length];
        var byId = new Dictionary<string, int>(commitments.Length, StringComparer.Ordinal);
        for (int i = 0; i < root.Length; i++)
            byId[commitments[i].Id] = root[i] = i;
        for (int i = 0; i < root.Length; i++)
            if (commitments[i].Amends is { } amended)
                root[Find(root, i)] = Find(root, byId[amended]);
        for (int i = 0; i < root.Length; i++)
            root[i] = Find(root, i);
        return root;
    }

    private static int Find(int[] root, int i)
    {
        while (root[i] != i)
            i = root[i] = root[root[i]];
        return i;
    }
}
