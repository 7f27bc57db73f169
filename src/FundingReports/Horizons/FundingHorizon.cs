using System.Text.Json.Serialization;
using NodaTime;

namespace FundingReports;

/// <summary>
/// Until when a post is funded without interruption, from the as-of date on (or from its first day, where that is later).
/// </summary>
/// <param name="State">The kind of answer.</param>
/// <param name="Surely">How far the sure money reaches.</param>
/// <param name="Possibly">How far the possible money reaches, which is never less.</param>
public sealed partial record FundingHorizon(HorizonState State, Reach Surely, Reach Possibly)
{
    /// <summary>
    /// Whole months and days from the as-of date to the day after the last surely funded one; null where that is not a date.
    /// </summary>
    public Period? Left => LeftFrom is { } asOf && Surely.Until is { } last
        ? Period.Between(asOf, last.PlusDays(1), PeriodUnits.Months | PeriodUnits.Days) : null;

    /// <summary>The as-of date, where the time left from it is told; null otherwise.</summary>
    internal LocalDate? LeftFrom { get; init; }

    /// <summary>Whether it is of a part of the cost, and not of the whole.</summary>
    internal bool IsOfPart { get; init; }

    /// <summary>
    /// The first day after the hole that ends the sure run on which the funding is there again: full, or some of it where a part is asked;
    /// null where there is none.
    /// </summary>
    public LocalDate? ResumesOn { get; init; }
}

/// <summary>The kinds of answer to "until when?". They are different answers, never one null.</summary>
[JsonConverter(typeof(CamelWordJsonConverter<HorizonState>))]
public enum HorizonState
{
    /// <summary>The sure and the possible money reach the same date.</summary>
    Until,

    /// <summary>The sure and the possible money reach different dates.</summary>
    Between,

    /// <summary>The funding has no end.</summary>
    Open,

    /// <summary>The funding reaches the last day of the post.</summary>
    PostEnds,

    /// <summary>The post is not funded on the first day.</summary>
    NotOnFirstDay,

    /// <summary>The post ended before the as-of date.</summary>
    Ended,
}
