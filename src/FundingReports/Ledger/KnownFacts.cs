using System.Collections.Immutable;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Ledger;

/// <summary>The facts as known on a day: what is decided later does not exist yet.</summary>
internal sealed class KnownFacts
{
    // The index is made when it is first asked for: the promises of most portfolios follow the order of their posts.
    private Dictionary<string, int>? postIndex;
    private HashSet<string>? named;
    // The promises of a post are those from promisedFrom[post] to promisedFrom[post + 1], excluded.
    private readonly int[] promisedFrom;
    private readonly (int Commitment, int Slot)[] promised;
    private readonly int[]? line;
    private readonly int[]? rank;
    private readonly bool countsRequested;
    private readonly SumSplit?[]? splits;

    /// <param name="portfolio">The facts.</param>
    /// <param name="asOf">The day on which they are known.</param>
    /// <param name="since">The first budget year shown; the year of the as-of date by default.</param>
    /// <param name="countsRequested">Whether money that is only requested counts as if it were announced.</param>
    internal KnownFacts(Portfolio portfolio, LocalDate asOf, int? since = null, bool countsRequested = false)
    {
        Portfolio = portfolio;
        AsOf = asOf;
        FirstYear = since ?? asOf.Year;
        this.countsRequested = countsRequested;
        (promisedFrom, promised) = ByPost(portfolio.Commitments);
        (line, rank) = Lines(portfolio.Commitments);
        if (portfolio.Commitments.Any(commitment => commitment.Posts.Length > 1))
            splits = [.. portfolio.Commitments.Select(c => c.Posts.Length > 1 && Exists(c) && IsCounted(c)
                ? new SumSplit(SumParts.Weights(c, id => portfolio.Posts[IndexOf(id)])) : null)];
    }

    internal Portfolio Portfolio { get; }

    internal LocalDate AsOf { get; }

    /// <summary>The first budget year shown.</summary>
    internal int FirstYear { get; }

    /// <summary>The place of a post in the portfolio.</summary>
    internal int IndexOf(string post) => (postIndex ??= IndexOf(Portfolio.Posts))[post];

    /// <summary>Whether any commitment names the post, decided or not, counted or not.</summary>
    internal bool IsNamed(string post) =>
        (named ??= [.. Portfolio.Commitments.SelectMany(commitment => commitment.Posts)]).Contains(post);

    /// <summary>How a sum for several posts is split; null where there is one post.</summary>
    internal SumSplit? SplitOf(int commitment) => splits?[commitment];

    /// <summary>The commitments that promise something to a post, in the portfolio's order, and the post's place in each.</summary>
    internal ReadOnlySpan<(int Commitment, int Slot)> PromisedTo(int post) => promised.AsSpan(promisedFrom[post]..promisedFrom[post + 1]);

    /// <summary>The number of the line of a commitment: a commitment and its amendments form one line.</summary>
    internal int LineOf(int commitment) => line is null ? commitment : line[commitment];

    internal bool Exists(Commitment commitment) => Decided(commitment.DecidedOn);

    internal bool Decided(PartialDate? decidedOn) => Decision.IsTaken(decidedOn, AsOf);

    private bool IsCounted(Commitment commitment) =>
        commitment.IsPromised || (countsRequested && commitment.Status == CommitmentStatus.Requested);

    /// <summary>Whether anything amends anything.</summary>
    internal bool HasAmendments => rank is not null;

    /// <summary>The place of a commitment in the order of its line.</summary>
    internal int RankOf(int commitment) => rank is null ? 0 : rank[commitment];

    /// <summary>The first day on which a known withdrawal stops the commitment.</summary>
    internal DayNumber WithdrawnFrom(Commitment commitment) =>
        Decision.WithdrawalOf(commitment, AsOf) is { } withdrawal ? DayNumber.Of(withdrawal.From.First) : DayNumber.Never;

    /// <summary>The known promises, laid out post by post.</summary>
    private (int[] From, (int Commitment, int Slot)[] Promised) ByPost(ImmutableArray<Commitment> commitments)
    {
        var from = new int[Portfolio.Posts.Length + 1];
        var known = new List<(int Post, int Commitment, int Slot)>(commitments.Length);
        int last = 0;
        for (int c = 0; c < commitments.Length; c++)
        {
            var commitment = commitments[c];
            if (!Exists(commitment) || !IsCounted(commitment))
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

    /// <summary>
    /// The place of a post found near the last one: the promises of a post mostly stand together, after those of the post before.
    /// </summary>
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

    /// <summary>
    /// The line of each commitment and its rank in the line; null where nothing amends anything and each commitment is a line of its own.
    /// </summary>
    private (int[]? Line, int[]? Rank) Lines(ImmutableArray<Commitment> commitments)
    {
        if (!commitments.Any(commitment => commitment.Amends is not null))
            return (null, null);
        var root = new int[commitments.Length];
        var byId = new Dictionary<string, int>(commitments.Length, StringComparer.Ordinal);
        for (int i = 0; i < root.Length; i++)
            byId[commitments[i].Id] = root[i] = i;
        for (int i = 0; i < root.Length; i++)
            if (commitments[i].Amends is { } amended)
                root[Find(root, i)] = Find(root, byId[amended]);
        for (int i = 0; i < root.Length; i++)
            root[i] = Find(root, i);
        return (root, Ranks(commitments, byId));
    }

    /// <summary>
    /// The rank of each commitment in its line. An amendment comes after what it amends, whatever the dates; otherwise commitments follow
    /// their first day, then the day of their decision (an unknown day last), then the order of the document. A commitment that does not
    /// exist yet, or never existed, holds back nothing that comes after it.
    /// </summary>
    private int[] Ranks(ImmutableArray<Commitment> commitments, Dictionary<string, int> byId)
    {
        var amendments = new List<int>?[commitments.Length];
        var next = new PriorityQueue<int, (LocalDate From, LocalDate Decided, int Place)>();
        for (int i = 0; i < commitments.Length; i++)
            if (commitments[i].Amends is { } amended)
                (amendments[byId[amended]] ??= []).Add(i);
            else
                Enqueue(i);
        var ranks = new int[commitments.Length];
        for (int rank = 0; next.TryDequeue(out int i, out _); rank++)
        {
            ranks[i] = rank;
            foreach (int amendment in amendments[i] ?? [])
                Enqueue(amendment);
        }
        return ranks;

        void Enqueue(int i)
        {
            var commitment = commitments[i];
            bool exists = Exists(commitment) && WithdrawnFrom(commitment) > DayNumber.Of(commitment.From.First);
            next.Enqueue(i, exists ? (commitment.From.First, commitment.DecidedOn?.Last ?? LocalDate.MaxIsoValue, i)
                : (LocalDate.MinIsoValue, LocalDate.MinIsoValue, i));
        }
    }

    private static int Find(int[] root, int i)
    {
        while (root[i] != i)
            i = root[i] = root[root[i]];
        return i;
    }
}
