using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Requests;

/// <summary>Demande: what must be asked, of whom, for which budget year, how much and before when.</summary>
/// <param name="Kind">Why it must be asked.</param>
/// <param name="Commitment">
/// The promise whose instalment is asked for, or whose money ended or fell; null where there is no funder yet.
/// </param>
/// <param name="Posts">The posts it is for.</param>
/// <param name="Funder">Whom to ask; null where a funder is still to be found.</param>
/// <param name="Year">The budget year, a calendar year.</param>
/// <param name="Amount">How much, in euros, net of what is already requested; unknown where what is missing is.</param>
[JsonConverter(typeof(NoJson<FundingRequest>))]
[DebuggerDisplay("{Funder.Name,nq}, {Year}: {Amount} ({Kind})")]
public sealed record FundingRequest(
    RequestKind Kind, Commitment? Commitment, ImmutableArray<Post> Posts, Funder? Funder, int Year, Knowable<Euros> Amount)
{
    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{Kind}: {Amount} for {Year}, of {Funder?.Name ?? "a funder to be found"}";

    /// <summary>The posts it is for.</summary>
    public ImmutableArray<Post> Posts { get => posts.Items; init => posts = new(value); }

    private readonly ValueList<Post> posts = new(Posts);

    /// <summary>What is already requested for these posts and this year: never asked twice.</summary>
    /// <remarks>An amount that is unknown comes off nothing: the whole gap is asked.</remarks>
    public ImmutableArray<RequestedSum> Requested { get => requested.Items; init => requested = new(value); }

    private readonly ValueList<RequestedSum> requested = new([]);

    /// <summary>The line to ask; null where the promise has none.</summary>
    public string? Line => Commitment?.Line;

    /// <summary>The last day of the campaign, included; null where it is not published.</summary>
    public LocalDate? Closes { get; init; }

    /// <summary>The last known closing of an earlier year: an indication, never the deadline.</summary>
    public LocalDate? LastKnown { get; init; }

    /// <summary>The id of the source of the campaign that <see cref="Closes"/>, or <see cref="LastKnown"/>, comes from.</summary>
    public string? CampaignSource { get; init; }

    /// <summary>Whether the campaign closed before the as-of date.</summary>
    public bool Overdue { get; init; }

    /// <summary>
    /// The last day of the year, included, on which the money that ended or fell is missing: before the term of its convention it is no
    /// renewal. Null where nothing ended or fell.
    /// </summary>
    internal LocalDate? NeededUntil { get; init; }

    /// <summary>
    /// The amendment by which the promise goes on, for less, on the last day on which its money is missing: nothing is renewed then. Null
    /// where there is none for each of the posts.
    /// </summary>
    internal Commitment? Continuation { get; init; }

    /// <summary>Whether a missed deadline puts the post at risk: money that is known not to be firm, or that is missing.</summary>
    internal bool IsMissed => Overdue && (Kind == RequestKind.Gap || Commitment?.Instalments is not null);

    /// <summary>The papers that the employer must join, as far as its kind is known.</summary>
    public ImmutableArray<Paper> Papers { get => papers.Items; init => papers = new(value); }

    private readonly ValueList<Paper> papers = new([]);
}

/// <summary>A request that is already made.</summary>
/// <param name="Commitment">What was requested.</param>
/// <param name="Amount">What it would bring in the year, in euros; unknown where nobody said.</param>
[JsonConverter(typeof(NoJson<RequestedSum>))]
public sealed record RequestedSum(Commitment Commitment, Knowable<Euros> Amount);

/// <summary>Why something must be asked.</summary>
[JsonConverter(typeof(CamelWordJsonConverter<RequestKind>))]
public enum RequestKind
{
    /// <summary>The money is agreed, but no act has made it firm for the year.</summary>
    Instalment,

    /// <summary>Nobody has agreed to the money.</summary>
    Gap,
}

/// <summary>A paper to join, and the day by which it is due where that can be said.</summary>
/// <param name="Kind">Which paper.</param>
/// <param name="DueOn">The last day, included; null where it is not known.</param>
[JsonConverter(typeof(NoJson<Paper>))]
public sealed record Paper(PaperKind Kind, LocalDate? DueOn)
{
    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{Kind}{(DueOn is { } day ? $", due on {day:uuuu-MM-dd}" : "")}";
}

/// <summary>The papers that are known of (facts of the field).</summary>
[JsonConverter(typeof(WordJsonConverter<PaperKind>))]
public enum PaperKind
{
    /// <summary>Bilan d'ensemble, three months before the term of the convention; of associations.</summary>
    Bilan,

    /// <summary>Compte rendu financier, within six months of the end of the year and before any new request; of associations.</summary>
    CompteRenduFinancier,

    /// <summary>The employer, or its kind, is not known: neither are its papers.</summary>
    UnknownEmployer,
}
