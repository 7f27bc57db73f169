using System.Collections.Immutable;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Exchange.Template;

/// <summary>A promise to one post, and the days on which it is in force once all that is decided is known.</summary>
/// <param name="Commitment">The promise.</param>
/// <param name="Post">The id of the post.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day; null where the term is open or unknown, and nothing takes over.</param>
internal sealed record LineInForce(Commitment Commitment, string Post, LocalDate From, LocalDate? Until)
{
    /// <summary>Whether something ends it before its own term.</summary>
    internal bool IsCut => Until is { } end && !(Commitment.Until.Until?.Last <= end);
}

/// <summary>Amendments and withdrawals, carried out: the form says what is in force, and not what it came from.</summary>
/// <remarks>
/// As the model has it, post by post: of a line, the last commitment to have begun is alone in force, also after its own end. An amendment
/// comes after what it amends; otherwise commitments follow their first day, then the day of their decision, then their place.
/// </remarks>
internal sealed class LinesInForce
{
    private readonly ImmutableArray<Commitment> commitments;
    private readonly int[] root, rank;
    private readonly bool[] isLeftOut;
    private readonly ILookup<int, int> families;

    private LinesInForce(ImmutableArray<Commitment> commitments)
    {
        this.commitments = commitments;
        (root, rank) = Order(commitments);
        families = Enumerable.Range(0, commitments.Length).ToLookup(i => root[i]);
        isLeftOut = [.. Enumerable.Range(0, commitments.Length).Select(IsLeftOut)];
    }

    /// <summary>The promises in force, post by post in the order of each commitment, commitments in their own order.</summary>
    /// <param name="commitments">The commitments, each with its own or its inherited term.</param>
    /// <param name="lose">What is lost of which.</param>
    internal static ImmutableArray<LineInForce> Of(ImmutableArray<Commitment> commitments, Action<string, TemplateLossKind> lose)
    {
        var lines = ImmutableArray.CreateBuilder<LineInForce>();
        var all = new LinesInForce(commitments);
        for (int i = 0; i < commitments.Length; i++)
        {
            Commitment commitment = commitments[i];
            if (all.families[all.root[i]].Skip(1).Any())
                lose(commitment.Id, TemplateLossKind.Amended);
            if (commitment.Withdrawn is not null)
                lose(commitment.Id, TemplateLossKind.Withdrawn);
            if (all.isLeftOut[i])
            {
                lose(commitment.Id, TemplateLossKind.UndecidedAmendment);
                continue;
            }
            foreach (string post in commitment.Posts)
            {
                LocalDate? until = all.LastDay(i, post);
                if (until is null || until >= commitment.From.First)
                    lines.Add(new(commitment, post, commitment.From.First, until));
            }
        }
        return lines.ToImmutable();
    }

    private LocalDate? LastDay(int i, string post)
    {
        Commitment commitment = commitments[i];
        LocalDate? until = commitment.Until.Until?.Last;
        if (commitment.Withdrawn is { } withdrawn)
            until = Earlier(until, withdrawn.From.First);
        foreach (int later in families[root[i]].Where(later => rank[later] > rank[i] && !isLeftOut[later]
            && Replaces(commitments[later], commitment) && commitments[later].Posts.Contains(post)))
            until = Earlier(until, commitments[later].From.First);
        return until;
    }

    // What nobody has decided would be counted beside what it amends: the form has no row that counts in one view alone.
    private bool IsLeftOut(int i)
    {
        Commitment commitment = commitments[i];
        return commitment.Status switch
        {
            CommitmentStatus.Requested => commitment.Amends is not null,
            CommitmentStatus.Announced => families[root[i]].Any(earlier => rank[earlier] < rank[i] && commitments[earlier].IsAgreed
                && commitments[earlier].Posts.Intersect(commitment.Posts).Any()),
            _ => false,
        };
    }

    // Refused money is in no view; and what is withdrawn before it begins never was.
    private static bool Replaces(Commitment later, Commitment earlier) =>
        (later.IsAgreed || later.IsPromised && !earlier.IsAgreed) && earlier.Status is not CommitmentStatus.Refused && Was(later);

    private static bool Was(Commitment commitment) =>
        !(commitment.Withdrawn is { } withdrawn && withdrawn.From.First <= commitment.From.First);

    private static (int[] Root, int[] Rank) Order(ImmutableArray<Commitment> commitments)
    {
        var byId = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < commitments.Length; i++)
            byId.TryAdd(commitments[i].Id, i);
        var amendments = new List<int>?[commitments.Length];
        int[] root = new int[commitments.Length], rank = new int[commitments.Length];
        var next = new PriorityQueue<int, (LocalDate From, LocalDate Decided, int Place)>();
        for (int i = 0; i < commitments.Length; i++)
            if (commitments[i].Amends is { } amended && byId.TryGetValue(amended, out int before))
                (amendments[before] ??= []).Add(i);
            else
            {
                root[i] = i;
                Enqueue(i);
            }
        for (int at = 0; next.TryDequeue(out int i, out _); at++)
        {
            rank[i] = at;
            foreach (int amendment in amendments[i] ?? [])
            {
                root[amendment] = root[i];
                Enqueue(amendment);
            }
        }
        return (root, rank);

        void Enqueue(int i)
        {
            Commitment commitment = commitments[i];
            next.Enqueue(i, Was(commitment) ? (commitment.From.First, commitment.DecidedOn?.Last ?? LocalDate.MaxIsoValue, i)
                : (LocalDate.MinIsoValue, LocalDate.MinIsoValue, i));
        }
    }

    private static LocalDate? Earlier(LocalDate? until, LocalDate next) => until is { } day && day < next ? day : next.PlusDays(-1);
}
