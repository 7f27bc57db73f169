using System.Collections.Immutable;
using System.Text.Json.Serialization;
using FundingReports.Portfolios;

namespace FundingReports.Changes;

/// <summary>What changed between two analyses: two portfolios (last year's and this year's), or one at two as-of dates.</summary>
/// <remarks>
/// Posts are recognised by id, else by a reference that identifies (the policies of the later analysis list them), else by label and
/// département; never by one that describes. Names are compared without case, accents, spaces and punctuation. Promises are recognised by
/// id, else by a reference that they share and their funder (where several share it: and their posts, and their first day). Funders: by
/// id, else by SIRET, else by name and kind. Where two things could be meant, none is chosen, and both are said to be unmatched. A promise
/// exists on a side when it was decided by that side's as-of date.
/// </remarks>
[JsonConverter(typeof(NoJson<PortfolioChanges>))]
public sealed class PortfolioChanges
{
    private PortfolioChanges(FundingAnalysis before, FundingAnalysis after)
    {
        Before = before;
        After = after;
        var recognised = new RecognisedPosts(before, after);
        var (was, now) = (ById(before), ById(after));
        var promises = new CommitmentComparer(recognised);
        Promises = [.. recognised.Commitments.Select(promises.Compare)];
        var lessened = Lessened(Promises).ToHashSet(StringComparer.Ordinal);
        Posts = [.. recognised.Posts.Select(pair => PostComparer.Compare(
            Find(was, pair.Before), Find(now, pair.After), pair.By, recognised.Before, recognised.After, pair.Before is { } post
                && lessened.Contains(post.Id)))];
        Awaiting = [.. AwaitingChange.Of(before.Portfolio, after.Portfolio)];
        Years = [.. YearChange.Of(before, after, recognised.Funders)];
    }

    /// <summary>The earlier analysis.</summary>
    public FundingAnalysis Before { get; }

    /// <summary>The later analysis.</summary>
    public FundingAnalysis After { get; }

    /// <summary>
    /// One entry per post: those of the later portfolio in its order, then those that only the earlier one holds, in its order.
    /// </summary>
    public ImmutableArray<PostChange> Posts { get; }

    /// <summary>One entry per promise or request known on the as-of date of its side, in the same order.</summary>
    public ImmutableArray<CommitmentChange> Promises { get; }

    /// <summary>
    /// The promises that began to wait for a post, changed, were placed or went; those that wait unchanged are left out.
    /// </summary>
    public ImmutableArray<AwaitingChange> Awaiting { get; }

    /// <summary>The budget years that both show, by year, then by view.</summary>
    public ImmutableArray<YearChange> Years { get; }

    /// <summary>Whether nothing changed.</summary>
    public bool IsEmpty => Awaiting.IsEmpty && !Posts.Any(post => post.IsChange) && !Promises.Any(promise => promise.IsChange)
        && !Years.Any(year => year.IsChange);

    /// <summary>Compares two analyses. Either may have the later as-of date.</summary>
    /// <param name="before">The earlier analysis.</param>
    /// <param name="after">The later analysis.</param>
    public static PortfolioChanges Between(FundingAnalysis before, FundingAnalysis after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return new(before, after);
    }

    /// <summary>The posts, by their earlier ids, to which something that was promised is not promised as it was.</summary>
    private static IEnumerable<string> Lessened(ImmutableArray<CommitmentChange> promises) => promises
        .Where(
            promise => promise.Fate is not (CommitmentFate.Kept or CommitmentFate.New or CommitmentFate.Over or CommitmentFate.NotPromised)
            && !(promise.Fate is CommitmentFate.Changed
                && promise.Details.All(detail => detail is CommitmentDetail.Line or CommitmentDetail.Instalments)))
        .SelectMany(promise => promise.Before?.Posts ?? []);

    private static Dictionary<string, PostFunding> ById(FundingAnalysis analysis) =>
        analysis.Posts.ToDictionary(post => post.Id, StringComparer.Ordinal);

    private static PostFunding? Find(Dictionary<string, PostFunding> posts, Post? post) => post is null ? null : posts[post.Id];

    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() =>
        $"{Before.AsOf:uuuu-MM-dd} to {After.AsOf:uuuu-MM-dd}: {Posts.Length} posts, {Promises.Length} promises";
}
