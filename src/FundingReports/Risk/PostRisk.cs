using System.Collections.Immutable;
using System.Text.Json.Serialization;
using FundingReports.Policies;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Risk;

/// <summary>
/// How likely a post is to stop for want of money, in plain levels, in the agreed view; the thresholds are policy values.
/// </summary>
/// <param name="Level">The level; undetermined where it depends on what is not known.</param>
/// <param name="AtBest">The level if what is possible comes true.</param>
/// <param name="AtWorst">The level if it does not.</param>
/// <param name="Exposure">
/// The cost of the twelve months after the sure horizon that no agreed money pays; zero where it has no end.
/// </param>
/// <param name="Causes">What makes the level at worst, the gravest first.</param>
[JsonConverter(typeof(NoJson<PostRisk>))]
public sealed record PostRisk(
    RiskLevel Level, RiskLevel AtBest, RiskLevel AtWorst, Knowable<Euros> Exposure, ImmutableArray<RiskCause> Causes)
{
    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{Level}: {Listed.Of(Causes)}";

    /// <summary>What makes the level at worst, the gravest first.</summary>
    public ImmutableArray<RiskCause> Causes { get => causes.Items; init => causes = new(value); }

    private readonly ValueList<RiskCause> causes = new(Causes);
}

/// <summary>The levels of renewal risk, from the least to the gravest.</summary>
[JsonConverter(typeof(CamelWordJsonConverter<RiskLevel>))]
public enum RiskLevel
{
    /// <summary>Faible: low.</summary>
    Low,

    /// <summary>Modéré: moderate.</summary>
    Moderate,

    /// <summary>Élevé: high.</summary>
    High,

    /// <summary>Critique: critical.</summary>
    Critical,

    /// <summary>Indéterminé: the two ends of the range give different levels.</summary>
    Undetermined,
}

/// <summary>One thing that makes a level, with the figure and the rule it comes from.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Level">The level that it makes.</param>
[JsonConverter(typeof(NoJson<RiskCause>))]
public sealed record RiskCause(RiskCauseKind Kind, RiskLevel Level)
{
    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{Kind}{(Day is { } day ? $" on {day:uuuu-MM-dd}" : "")} ({Level})";

    /// <summary>The day concerned: the last funded one, the first of thin coverage, that of a step-down, the deadline missed.</summary>
    public LocalDate? Day { get; init; }

    /// <summary>The part of the cost that sure money pays on that day; null where the cause is not one of coverage.</summary>
    public CoverageRate? Coverage { get; init; }

    /// <summary>Whether the day is the first of the answers.</summary>
    internal bool IsNow { get; init; }

    /// <summary>The funder concerned; null where the cause names none.</summary>
    public Funder? Funder { get; init; }

    /// <summary>The name of the policy parameter that sets the threshold.</summary>
    public string? Parameter { get; init; }

    /// <summary>The policy value that sets the threshold, with its date and its source.</summary>
    public PolicyValue? Policy { get; init; }
}

/// <summary>What makes a level.</summary>
[JsonConverter(typeof(WordJsonConverter<RiskCauseKind>))]
public enum RiskCauseKind
{
    /// <summary>The post is covered for less than the critical share, now or within some months.</summary>
    Thin,

    /// <summary>The post is not fully funded on the first day.</summary>
    NotFunded,

    /// <summary>A request is overdue.</summary>
    RequestOverdue,

    /// <summary>The horizon comes before the end of the budget year after the as-of year.</summary>
    EndsBeforeNextYearEnds,

    /// <summary>One funder bears most of the cost.</summary>
    OneFunder,

    /// <summary>A funder's money, which is needed, steps down.</summary>
    StepDown,

    /// <summary>The horizon comes within some months.</summary>
    EndsWithinMonths,

    /// <summary>A funder's money depends on another's, which is only announced, possible or unknown.</summary>
    Dependent,
}
