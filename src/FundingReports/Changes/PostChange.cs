using System.Collections.Immutable;
using System.Text.Json.Serialization;
using FundingReports.Portfolios;

namespace FundingReports.Changes;

/// <summary>What became of one post.</summary>
[JsonConverter(typeof(NoJson<PostChange>))]
public sealed record PostChange
{
    internal PostChange(PostFunding? before, PostFunding? after, MatchedBy matchedBy) =>
        (Before, After, MatchedBy) = (before, after, matchedBy);

    /// <summary>The post as it was; null where the earlier portfolio does not hold it.</summary>
    public PostFunding? Before { get; }

    /// <summary>The post as it is; null where the later portfolio does not hold it.</summary>
    public PostFunding? After { get; }

    /// <summary>How the one was recognised in the other, or why it was not.</summary>
    public MatchedBy MatchedBy { get; }

    /// <summary>What became of it.</summary>
    public PostMove Move { get; internal init; }

    /// <summary>Until when it was and is funded, one entry a view: firm, agreed, announced.</summary>
    public ImmutableArray<HorizonChange> Horizons { get => horizons.Items; internal init => horizons = new(value); }

    private readonly ValueList<HorizonChange> horizons;

    /// <summary>Why it was at risk.</summary>
    public RiskReasons RiskBefore { get; internal init; }

    /// <summary>Why it is at risk.</summary>
    public RiskReasons Risk { get; internal init; }

    /// <summary>What else is not as it was.</summary>
    public ImmutableArray<PostDetail> Details { get => details.Items; internal init => details = new(value); }

    private readonly ValueList<PostDetail> details = new([]);

    /// <summary>The post, as it is where it still is.</summary>
    public Post Post => (After ?? Before)!.Post;

    /// <summary>The horizons of one view.</summary>
    public HorizonChange this[FundingView view] => Horizons[(int)view.Known()];

    /// <summary>Whether anything changed at all.</summary>
    public bool IsChange => Move is not (PostMove.Same or PostMove.Past) || !Details.IsEmpty || RiskBefore != Risk
        || Horizons.Any(horizon => horizon.IsChange);

    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{Post.Id}: {Move} ({Listed.Of(Details)})";
}

/// <summary>What becomes of a post. Horizons are those of full funding by granted and signed money, on what is sure.</summary>
[JsonConverter(typeof(CamelWordJsonConverter<PostMove>))]
public enum PostMove
{
    /// <summary>The post is funded until the same day.</summary>
    Same,

    /// <summary>The post lives now, and did not: it was not in the portfolio, or had ended.</summary>
    Created,

    /// <summary>The post lived, and does no more: its last day is past, or the portfolio no longer holds it.</summary>
    Closed,

    /// <summary>The post is surely funded until a later day.</summary>
    Prolonged,

    /// <summary>The post is surely funded until an earlier day or, that day being the same, possibly until an earlier one.</summary>
    Shortened,

    /// <summary>The day until which it was funded is past, and nothing surely pays all of it on the new as-of date.</summary>
    RanOut,

    /// <summary>The post had ended already, wherever it is listed.</summary>
    Past,

    /// <summary>Several posts could be it: whether it is new, gone or the same is not known.</summary>
    Unmatched,

    /// <summary>What is promised to the post stands, and no longer pays all of it as long, because its cost rose.</summary>
    CostRose,
}

/// <summary>Why a post is at risk: the agreed view, on what is sure.</summary>
/// <remarks>Simple facts, to be seen at a glance; the levels of risk, with their thresholds, are another answer.</remarks>
[Flags]
[JsonConverter(typeof(RiskReasonsJsonConverter))]
public enum RiskReasons
{
    /// <summary>The post is not at risk.</summary>
    None = 0,

    /// <summary>It is not surely and fully funded on the as-of date (or on its first day, where that is later).</summary>
    NotFullyFunded = 1,

    /// <summary>
    /// It is surely and fully funded until a day before 31 December of the year after the as-of year, and not until its own last day.
    /// </summary>
    EndsSoon = 2,

    /// <summary>Its horizon was shortened.</summary>
    Shortened = 4,

    /// <summary>Its horizon is earlier because its cost rose, and not because of what is promised.</summary>
    CostRose = 8,
}

/// <summary>What else may change in a post.</summary>
[JsonConverter(typeof(CamelWordJsonConverter<PostDetail>))]
public enum PostDetail
{
    /// <summary>The label.</summary>
    Label,

    /// <summary>The département.</summary>
    Departement,

    /// <summary>The working time.</summary>
    Fte,

    /// <summary>The first day, or the day on which it is known to exist.</summary>
    From,

    /// <summary>The last day.</summary>
    Until,

    /// <summary>The costs known on the as-of date.</summary>
    Costs,

    /// <summary>The employers.</summary>
    Employers,
}

/// <summary>Until when a post was and is funded, in one view.</summary>
/// <param name="View">The view.</param>
[JsonConverter(typeof(NoJson<HorizonChange>))]
public sealed record HorizonChange(FundingView View)
{
    /// <summary>Full funding, before; null where the post was not there.</summary>
    public FundingHorizon? FullBefore { get; internal init; }

    /// <summary>Full funding, after; null where the post is not there.</summary>
    public FundingHorizon? FullAfter { get; internal init; }

    /// <summary>Funding in part, before.</summary>
    public FundingHorizon? PartBefore { get; internal init; }

    /// <summary>Funding in part, after.</summary>
    public FundingHorizon? PartAfter { get; internal init; }

    /// <summary>How the sure end of full funding moved.</summary>
    public ReachMove Surely { get; internal init; }

    /// <summary>How its possible end moved.</summary>
    public ReachMove Possibly { get; internal init; }

    /// <summary>How the sure end of funding in part moved.</summary>
    public ReachMove PartSurely { get; internal init; }

    /// <summary>How its possible end moved.</summary>
    public ReachMove PartPossibly { get; internal init; }

    /// <summary>Whether any of them moved.</summary>
    public bool IsChange =>
        Surely != ReachMove.Same || Possibly != ReachMove.Same || PartSurely != ReachMove.Same || PartPossibly != ReachMove.Same;
}

/// <summary>How an end moves. Nothing at all comes before any day, and any day before no end.</summary>
[JsonConverter(typeof(CamelWordJsonConverter<ReachMove>))]
public enum ReachMove
{
    /// <summary>The end does not move, or there are not two ends to compare.</summary>
    Same,

    /// <summary>The end is later.</summary>
    Later,

    /// <summary>The end is earlier.</summary>
    Earlier,

    /// <summary>The end came, and nothing took over.</summary>
    RanOut,
}
