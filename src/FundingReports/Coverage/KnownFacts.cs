using System.Collections.Immutable;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Coverage;

/// <summary>The facts as known on a day: what was decided later does not exist yet.</summary>
internal sealed class KnownFacts
{
    private readonly Dictionary<string, int> postIndex;
    private readonly List<(int Commitment, int Slot)>[] onPost;
    private readonly ImmutableArray<long>[] weights;
    private readonly int[] line;

    internal KnownFacts(Portfolio portfolio, LocalDate asOf)
    {
        Portfolio = portfolio;
        AsOf = asOf;
        var commitments = portfolio.Commitments;
        postIndex = new(portfolio.Posts.Length, StringComparer.Ordinal);
        for (int i = 0; i < portfolio.Posts.Length; i++)
            postIndex[portfolio.Posts[i].Id] = i;
        onPost = new List<(int, int)>[portfolio.Posts.Length];
        weights = new ImmutableArray<long>[commitments.Length];
        for (int c = 0; c < commitments.Length; c++)
        {
            var commitment = commitments[c];
            if (!Exists(commitment) || !commitment.IsPromised)
                continue;
            weights[c] = [.. SumParts.Weights(commitment, id => portfolio.Posts[postIndex[id]])];
            for (int slot = 0; slot < commitment.Posts.Length; slot++)
                (onPost[postIndex[commitment.Posts[slot]]] ??= []).Add((c, slot));
        }
        line = Lines(commitments);
    }

    internal Portfolio Portfolio { get; }

    internal LocalDate AsOf { get; }

    /// <summary>The place of a post in the portfolio.</summary>
    internal int IndexOf(string post) => postIndex[post];

    internal ImmutableArray<long> WeightsOf(int commitment) => weights[commitment];

    /// <summary>The commitments that promise something to a post, in the portfolio's order, and the post's place in each.</summary>
    internal IReadOnlyList<(int Commitment, int Slot)> PromisedTo(int post) => onPost[post] ?? (IReadOnlyList<(int, int)>)[];

    /// <summary>The number of the line that a commitment and its amendments form.</summary>
    internal int LineOf(int commitment) => line[commitment];

    internal bool Exists(Commitment commitment) => Decided(commitment.DecidedOn);

    internal bool Decided(PartialDate? decidedOn) => decidedOn is not { } date || date.First <= AsOf;

    /// <summary>The first day on which a known withdrawal stops the commitment.</summary>
    internal Day WithdrawnFrom(Commitment commitment) =>
        commitment.Withdrawn is { } withdrawal && Decided(withdrawal.DecidedOn) ? Day.Of(withdrawal.From.First) : Day.Never;

    private static int[] Lines(ImmutableArray<Commitment> commitments)
    {
        var root = new int[commitments.Length];
        for (int i = 0; i < root.Length; i++)
            root[i] = i;
        Dictionary<string, int>? byId = null;
        for (int i = 0; i < root.Length; i++)
        {
            if (commitments[i].Amends is not { } amended)
                continue;
            if (byId is null)
            {
                byId = new(StringComparer.Ordinal);
                for (int c = 0; c < commitments.Length; c++)
                    byId[commitments[c].Id] = c;
            }
            root[Find(root, i)] = Find(root, byId[amended]);
        }
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
