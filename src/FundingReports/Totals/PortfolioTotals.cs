using System.Collections.Immutable;
using FundingReports.Coverage;
using NodaTime;

namespace FundingReports.Totals;

/// <summary>The answers for all posts together.</summary>
public sealed class PortfolioTotals
{
    internal PortfolioTotals(KnownFacts facts, PostFigures[] figures, ImmutableArray<PostFunding> posts)
    {
        int years = figures.Length == 0 ? 0 : figures[0].Cost.Length;
        Years = [.. Enumerable.Range(0, years).Select(year => new PortfolioYear(facts, figures, year))];
        Pieces = [.. Enum.GetValues<FundingView>().SelectMany(view => FundedPosts.Over(facts, figures, view))];
        Earliest = Enum.GetValues<FundingView>().ToImmutableDictionary(view => view, view => EarliestHorizon.Of(posts, view));
    }

    /// <summary>One entry a budget year, from the as-of year on; empty where there is no post.</summary>
    public ImmutableArray<PortfolioYear> Years { get; }

    /// <summary>Posts and full-time equivalents by state, view after view, in pieces on which nothing changes.</summary>
    public ImmutableArray<FundedPosts> Pieces { get; }

    /// <summary>The horizon that comes first, by view.</summary>
    public ImmutableDictionary<FundingView, EarliestHorizon> Earliest { get; }
}

/// <summary>The earliest full horizon of the posts that have not ended.</summary>
/// <param name="Surely">The shortest sure reach.</param>
/// <param name="Possibly">The shortest possible reach.</param>
/// <param name="Posts">The ids of the posts whose sure reach is the shortest.</param>
public sealed record EarliestHorizon(Reach Surely, Reach Possibly, ImmutableArray<string> Posts)
{
    internal static EarliestHorizon Of(ImmutableArray<PostFunding> posts, FundingView view)
    {
        var living = posts.Where(post => post[view].FullyFunded.State != HorizonState.Ended).ToList();
        if (living.Count == 0)
            return new(Reach.None, Reach.None, []);
        var surely = living.Select(post => post[view].FullyFunded.Surely).MinBy(Order);
        var possibly = living.Select(post => post[view].FullyFunded.Possibly).MinBy(Order);
        return new(surely, possibly, [.. living.Where(post => post[view].FullyFunded.Surely == surely).Select(post => post.Id)]);
    }

    private static LocalDate Order(Reach reach) =>
        reach.IsNone ? LocalDate.MinIsoValue : reach.Until ?? LocalDate.MaxIsoValue;
}

/// <summary>A total, and what is known of it where some part is not.</summary>
/// <param name="Exact">The total; unknown as soon as a part is.</param>
/// <param name="KnownPart">The sum of the parts that are known.</param>
public readonly record struct Total(Knowable<Euros> Exact, Euros KnownPart);
