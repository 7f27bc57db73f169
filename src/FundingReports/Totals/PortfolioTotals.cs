using System.Collections.Immutable;
using System.Text.Json.Serialization;
using FundingReports.Figures;
using FundingReports.Ledger;

namespace FundingReports.Totals;

/// <summary>The answers for all posts together.</summary>
[JsonConverter(typeof(NoJson<PortfolioTotals>))]
public sealed class PortfolioTotals
{
    internal PortfolioTotals(KnownFacts facts, PostFigures[] figures, CancellationToken cancellation = default)
    {
        int years = figures.Length == 0 ? 0 : figures[0].Cost.Length;
        var groups = new Groups(facts.Portfolio);
        Years = [.. Enumerable.Range(0, years).Watched(cancellation).Select(year => new PortfolioYear(groups, figures, year))];
        Pieces = [.. Enum.GetValues<FundingView>().Watched(cancellation).SelectMany(view => FundedPosts.Over(facts, figures, view))];
        Earliest = Enum.GetValues<FundingView>().Watched(cancellation).ToImmutableDictionary(view => view, view => EarliestHorizon.Of(facts, figures, view));
    }

    /// <summary>One entry per budget year, from the first shown on; empty where there is no post.</summary>
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
[JsonConverter(typeof(NoJson<EarliestHorizon>))]
public sealed record EarliestHorizon(Reach Surely, Reach Possibly, ImmutableArray<string> Posts)
{
    /// <summary>The ids of the posts whose sure reach is the shortest.</summary>
    public ImmutableArray<string> Posts { get => posts.Items; init => posts = new(value); }

    private readonly ValueList<string> posts = new(Posts);

    internal static EarliestHorizon Of(KnownFacts facts, PostFigures[] figures, FundingView view)
    {
        DayNumber today = DayNumber.Of(facts.AsOf);
        var living = figures.Where(post => post.Life.To > today).ToList();
        if (living.Count == 0)
            return new(Reach.None, Reach.None, []);
        DayNumber First(PostFigures post) => DayNumber.Max(today, post.Life.From);
        DayNumber Sure(PostFigures post) => post[view].FullSurely.End is var end && end > First(post) ? end : default;
        DayNumber Possible(PostFigures post) => post[view].FullPossibly.End is var end && end > First(post) ? end : default;
        DayNumber earliest = living.Min(Sure);
        return new(
            ReachTo(earliest),
            ReachTo(living.Min(Possible)),
            [.. living.Where(post => Sure(post) == earliest).Select(post => facts.Portfolio.Posts[post.Post].Id)]);
    }

    private static Reach ReachTo(DayNumber end) => end == default ? Reach.None : end == DayNumber.Never ? Reach.Open : Reach.To(end.Eve);
}

/// <summary>A total, and what is known of it where some part is not.</summary>
/// <param name="Exact">The total; unknown as soon as a part is.</param>
/// <param name="KnownPart">The sum of the parts that are known.</param>
public readonly record struct Total(
    [property: JsonPropertyName("exact"), JsonRequired] Knowable<Euros> Exact,
        [property: JsonPropertyName("known"), JsonRequired] Euros KnownPart)
{
    /// <summary>A total is its exact figure: unknown as soon as a part is.</summary>
    public static implicit operator Knowable<Euros>(Total total) => total.Exact;

    /// <summary>The total, "26000.00"; or "unknown (at least 500.00)", where the known part is above zero.</summary>
    public override string ToString() => Exact.IsKnown || KnownPart <= Euros.Zero ? Exact.ToString() : $"{Exact} (at least {KnownPart})";
}
