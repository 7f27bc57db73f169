using NodaTime;

namespace FundingReports;

/// <summary>Until when a post is funded, without a hole, from the as-of date on (or from its first day, where that is later).</summary>
public sealed partial record FundingHorizon(HorizonState State, Reach Surely, Reach Possibly)
{
    /// <summary>
    /// Whole months and days from the as-of date to the day after the last surely funded one; null where that is not a date.
    /// </summary>
    public Period? Left => LeftFrom is { } asOf && Surely.Until is { } last
        ? Period.Between(asOf, last.PlusDays(1), PeriodUnits.Months | PeriodUnits.Days) : null;

    /// <summary>The as-of date, where what is left from it is told.</summary>
    internal LocalDate? LeftFrom { get; init; }

    /// <summary>
    /// The first day after the hole that ends the sure run on which the funding is there again: full, or some of it where a part is asked;
    /// null where there is none.
    /// </summary>
    public LocalDate? ResumesOn { get; init; }
}

/// <summary>The kinds of answer to "until when?". They are different answers, never one null.</summary>
public enum HorizonState
{
    /// <summary>Surely and possibly until one and the same date.</summary>
    Until,

    /// <summary>What is sure and what is possible differ.</summary>
    Between,

    /// <summary>Without end.</summary>
    Open,

    /// <summary>Until the last day of the post.</summary>
    PostEnds,

    /// <summary>Not on the first day.</summary>
    NotOnFirstDay,

    /// <summary>The post ended before the as-of date.</summary>
    Ended,
}

/// <summary>How far a run reaches: not at all, to a last day (included), or without end.</summary>
public readonly record struct Reach
{
    private Reach(LocalDate? until, bool open) => (Until, IsOpen) = (until, open);

    /// <summary>The last day, included; null where there is none.</summary>
    public LocalDate? Until { get; }

    /// <summary>Whether it has no end.</summary>
    public bool IsOpen { get; }

    /// <summary>Whether it does not hold on the first day.</summary>
    public bool IsNone => Until is null && !IsOpen;

    /// <summary>Not on the first day. The default.</summary>
    public static Reach None => default;

    /// <summary>Without end.</summary>
    public static Reach Open { get; } = new(null, true);

    /// <summary>To a day, included.</summary>
    public static Reach To(LocalDate until) => new(until, false);
}
