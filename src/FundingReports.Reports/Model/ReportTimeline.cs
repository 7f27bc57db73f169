using System.Collections.Immutable;
using NodaTime;

namespace FundingReports.Reports;

/// <summary>One line a post, drawn against the days: until when each is funded. All that it shows can be read in a table.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Alternative">The same in words, line by line, for those who do not see it.</param>
/// <param name="From">The first day shown.</param>
/// <param name="Until">The last day shown, included.</param>
/// <param name="Today">The as-of date, drawn as a line.</param>
/// <param name="TodayLabel">That date in words.</param>
/// <param name="Lines">The posts, from top to bottom, at least one.</param>
/// <param name="Legend">What each tone stands for, in order.</param>
public sealed record ReportTimeline(
    string Title, string Alternative, LocalDate From, LocalDate Until, LocalDate Today, string TodayLabel,
    ImmutableArray<TimelineLine> Lines, ImmutableArray<TimelineKey> Legend) : ReportBlock
{
    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{Title}: {Lines.Length} lines";

    /// <summary>What <see cref="TimelineLine.Firm"/> stands for; null where it is not shown.</summary>
    public string? FirmKey { get; init; }
}

/// <summary>A post on a timeline.</summary>
/// <param name="Label">Its label.</param>
/// <param name="Bars">Its days, in order, without overlap; on days without a bar there is no post.</param>
/// <param name="Note">What happens next.</param>
public sealed record TimelineLine(string Label, ImmutableArray<TimelineBar> Bars, string Note)
{
    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{Label}: {Bars.Length} bars";

    /// <summary>The days on which all agreed money is firm, in order; empty where that is not so, not known or not shown.</summary>
    public ImmutableArray<TimelineDays> Firm { get; init; } = [];
}

/// <summary>Some days.</summary>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day, included.</param>
public readonly record struct TimelineDays(LocalDate From, LocalDate Until)
{
    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{From:uuuu-MM-dd} to {Until:uuuu-MM-dd}";
}

/// <summary>Days on which a post is funded in the same way.</summary>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day, included.</param>
/// <param name="Tone">What its colour underlines.</param>
/// <param name="Text">The same in a word or a figure, written in the bar.</param>
public sealed record TimelineBar(LocalDate From, LocalDate Until, Tone Tone, string Text)
{
    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{From:uuuu-MM-dd} to {Until:uuuu-MM-dd}: {Text}";

    /// <summary>The same in a sentence, with its days and what ends or falls on them; empty where it is not said.</summary>
    public string Detail { get; init; } = "";
}

/// <summary>What a tone stands for on a timeline.</summary>
/// <param name="Tone">The tone.</param>
/// <param name="Text">Its meaning.</param>
public sealed record TimelineKey(Tone Tone, string Text);
