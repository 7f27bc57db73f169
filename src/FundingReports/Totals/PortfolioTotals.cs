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
        Years = PortfolioYear.Of(new(facts.Portfolio), figures);
        Pieces = [.. Enum.GetValues<FundingView>().Watched(cancellation).SelectMany(view => FundedPosts.Over(facts, figures, view))];
        Earliest = Enum.GetValues<FundingView>().Watched(cancellation)
            .ToImmutableDictionary(view => view, view => EarliestHorizon.Of(facts, figures, view));
    }

    /// <summary>One entry per budget year, from the first shown on; empty where there is no post.</summary>
    public ImmutableArray<PortfolioYear> Years { get; }

    /// <summary>Posts and full-time equivalents by state, view after view, in pieces on which nothing changes.</summary>
    public ImmutableArray<FundedPosts> Pieces { get; }

    /// <summary>The horizon that comes first, by view.</summary>
    public ImmutableDictionary<FundingView, EarliestHorizon> Earliest { get; }

    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{Years.Length} years, {Pieces.Length} pieces";
}

/// <summary>The earliest full horizon of the posts that have not ended.</summary>
/// <param name="Surely">The shortest sure reach.</param>
/// <param name="Possibly">The shortest possible reach.</param>
/// <param name="Posts">The ids of the posts whose sure reach is the shortest.</param>
[JsonConverter(typeof(NoJson<EarliestHorizon>))]
public sealed record EarliestHorizon(Reach Surely, Reach Possibly, ImmutableArray<string> Posts)
{
    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{Surely}: {Listed.Of(Posts)}";

    /// <summary>The ids of the posts whose sure reach is the shortest.</summary>
    public ImmutableArray<string> Posts { get => posts.Items; init => posts = new(value); }

    private readonly ValueList<string> posts = new(Posts);

    internal static EarliestHorizon Of(KnownFacts facts, PostFigures[] figures, FundingView view)
    {
        DayNumber today = DayNumber.Of(facts.AsOf), surely = DayNumber.Never, possibly = DayNumber.Never;
        var earliest = new List<string>();
        foreach (var post in figures)
        {
            if (post.Life.To <= today)
                continue;
            DayNumber first = DayNumber.Max(today, post.Life.From), end = EndOf(post[view].FullSurely, first);
            if (end < surely)
                earliest.Clear();
            surely = DayNumber.Min(surely, end);
            possibly = DayNumber.Min(possibly, EndOf(post[view].FullPossibly, first));
            if (end == surely)
                earliest.Add(facts.Portfolio.Posts[post.Post].Id);
        }
        return earliest.Count == 0 ? new(Reach.None, Reach.None, []) : new(ReachTo(surely), ReachTo(possibly), [.. earliest]);
    }

    private static DayNumber EndOf(FundedRun run, DayNumber first) => run.End > first ? run.End : default;

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
