using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Reasons;

/// <summary>Tells which figures an assumption enters. In doubt a figure is marked, since a superfluous mark misleads nobody.</summary>
public sealed class AssumedFigures
{
    private readonly FundingAnalysis analysis;
    private readonly HashSet<string> assumed;

    /// <summary>Finds the figures of an analysis that rest on an assumption.</summary>
    public AssumedFigures(FundingAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        this.analysis = analysis;
        assumed = analysis.Portfolio.Facts.Sources.Where(source => source.Kind == SourceKind.Assumption).Select(source => source.Id)
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Whether a property of a commitment, by its name in portfolio@1, is assumed.</summary>
    public bool Of(Commitment commitment, string property) => Is(commitment.Sources.GetValueOrDefault(property, commitment.Source ?? ""));

    /// <summary>Whether a property of a post, by its name in portfolio@1, is assumed.</summary>
    public bool Of(Post post, string property) => Is(post.Sources.GetValueOrDefault(property, post.Source ?? ""));

    /// <summary>Whether any property of a commitment is assumed.</summary>
    public bool Any(Commitment commitment) => Is(commitment.Source) || commitment.Sources.Values.Any(Is);

    /// <summary>Whether the cost of a post in a budget year rests on an assumption.</summary>
    public bool Cost(Post post, int year) =>
        Life(post, year) || CostsOf(post, new(year, 1, 1), new(year, 12, 31)).Any(cost => Is(cost.Source));

    /// <summary>Whether the cost in force on a day is assumed.</summary>
    public bool CostOn(Post post, LocalDate day) => CostsOf(post, day, day).Any(cost => Is(cost.Source));

    /// <summary>Whether what a commitment pays to a post in a budget year rests on an assumption.</summary>
    public bool Money(Post post, Commitment commitment, int year)
    {
        bool spread = commitment.Amount.WholeSum is not null, stepped = spread || commitment.Amount.Years is not null;
        foreach (var (property, source) in commitment.Sources)
            if (Is(source) && property switch
                {
                    // A term moves no money before its own year, unless the sum is spread over the period.
                    "until" => spread || commitment.Until.Until is not { } until || until.Last.Year <= year,
                    "from" => stepped || commitment.From.First.Year >= year,
                    _ => true,
                })
                return true;
        // A remainder depends on what the others pay.
        return Is(commitment.Source)
            || (commitment.Amount.IsSum ? Life(post, year) || (commitment.Posts.Length > 1 && Of(post, "fte")) : Cost(post, year))
            || (commitment.Amount.IsOfTheRest
                && Others(post, commitment).Any(other => Money(post, other, year)));
    }

    /// <summary>Whether the sums of a post in a budget year rest on an assumption.</summary>
    public bool Year(PostFunding post, PostYear year) =>
        Cost(post.Post, year.Year) || year.Cells.Any(cell => Money(post.Post, cell.Commitment, year.Year));

    /// <summary>Whether the horizons of a post rest on an assumption.</summary>
    public bool Horizon(PostFunding post, FundingView view)
    {
        var counted = On(post.Post).Where(commitment => view == FundingView.Announced ? commitment.IsPromised : commitment.IsAgreed)
            .ToList();
        // Shares need no cost: an assumed cost does not change until when they pay.
        bool needsCost = counted.Any(commitment => commitment.HoldsSums || commitment.Amount.IsUnknown);
        return counted.Any(Any)
            || Is(post.Post.Source) || Of(post.Post, "until") || Of(post.Post, "from")
            || (needsCost && (PostFacts.CostsKnown(post.Post, analysis.AsOf).Any(cost => Is(cost.Source)) || Of(post.Post, "fte")));
    }

    private bool Life(Post post, int year) =>
        (Of(post, "from") && (post.From ?? post.AttestedOn) is { } from && from.First.Year >= year)
        || (Of(post, "until") && post.Until is { } until && until.Last.Year <= year);

    private IEnumerable<Commitment> On(Post post) =>
        analysis.CommitmentBalances.Select(tie => tie.Commitment).Where(commitment => commitment.Posts.Contains(post.Id));

    private IEnumerable<Commitment> Others(Post post, Commitment commitment) =>
        On(post).Where(other => !other.Amount.IsOfTheRest && other != commitment);

    private IEnumerable<Cost> CostsOf(Post post, LocalDate first, LocalDate last)
    {
        var known = PostFacts.CostsKnown(post, analysis.AsOf);
        for (int i = 0; i < known.Count; i++)
            if (known[i].From.First <= last && (i + 1 == known.Count || known[i + 1].From.First > first))
                yield return known[i];
    }

    private bool Is(string? source) => source is not null && assumed.Contains(source);
}
