using System.Collections.Immutable;
using FundingReports.Reports.Schedules;
using FundingReports.Reports.Texts;
using NodaTime;

namespace FundingReports.Reports.Sheets;

/// <summary>The timeline of the first page: one line a post, the most urgent where they are many.</summary>
internal static class TimelineBlock
{
    /// <summary>More would leave no room for the rest of the page.</summary>
    internal const int MostPosts = 14;

    internal static ReportTimeline? Of(ReportContext context, bool isPublic = false) => Of(context, Shown(context), isPublic);

    internal static ReportTimeline? Of(ReportContext context, ImmutableArray<PostFunding> posts, bool isPublic)
    {
        var texts = new WorkbookTexts(context.Texts.Language);
        if (posts.IsEmpty)
            return null;
        LocalDate from = new(context.Analysis.Since, 1, 1), until = new(context.Analysis.Through.Year, 12, 31);
        var lines = posts.Select(post => Line(context, texts, post, from, until, isPublic)).ToImmutableArray();
        string alternative = string.Join(" ", lines.Select(line => texts.TimelineLine(line.Label,
            line.Bars.IsEmpty ? texts.TimelineNothing
                : string.Join(", ", line.Bars.Select(bar => texts.TimelineBar(bar.Text, bar.From, bar.Until))), line.Note)));
        ImmutableArray<TimelineKey> keys =
        [
            new(Tone.Good, texts.FullKey), new(Tone.Middling, texts.PartKey),
            new(Tone.Announced, texts.AnnouncedKey), new(Tone.Open, texts.OpenKey), new(Tone.Nothing, texts.NoneKey),
        ];
        var used = lines.SelectMany(line => line.Bars).Select(bar => bar.Tone).ToHashSet();
        return new(texts.TimelineTitle, alternative, from, until, context.AsOf, context.Texts.DateOf(context.AsOf), lines,
            [.. keys.Where(key => used.Contains(key.Tone))]);
    }

    /// <summary>The posts that have not ended.</summary>
    internal static ImmutableArray<PostFunding> Living(ReportContext context) =>
        [.. context.Analysis.Posts.Where(post => post.Agreed.FullyFundedUntil.State != HorizonState.Ended)];

    internal static ImmutableArray<PostFunding> Shown(ReportContext context)
    {
        var living = Living(context);
        if (living.Length <= MostPosts)
            return living;
        var urgent = living.OrderBy(Urgency).Take(MostPosts).ToHashSet();
        return [.. living.Where(urgent.Contains)];
    }

    // What ends first is looked at first.
    private static LocalDate Urgency(PostFunding post) => post.Agreed.FullyFundedUntil switch
    {
        { Surely.IsNone: true } => LocalDate.MinIsoValue,
        { Surely.Until: { } until } => until,
        _ => LocalDate.MaxIsoValue,
    };

    private static TimelineLine Line(
        ReportContext context, WorkbookTexts texts, PostFunding post, LocalDate from, LocalDate until, bool isPublic)
    {
        var coverage = context.CoverageOf(post);
        var bars = coverage.Spans(from, until)
            .Where(span => span.Coverage.State != SpanState.Inactive)
            .Select(span => new TimelineBar(span.From, span.Until, span.Coverage.Tone, Text(texts, span.Coverage, isPublic)));
        var merged = new List<TimelineBar>();
        foreach (var bar in bars)
            if (merged.Count > 0 && merged[^1] is var last && last.Until.PlusDays(1) == bar.From && last.Tone == bar.Tone
                && last.Text == bar.Text)
                merged[^1] = last with { Until = bar.Until };
            else
                merged.Add(bar);
        return new(post.Label, [.. merged], isPublic ? "" : Outlook.Of(context, post));
    }

    private static string Text(WorkbookTexts texts, CoverageSpan span, bool isPublic) => span.State switch
    {
        SpanState.Announced => texts.TimelineAnnounced,
        SpanState.Undetermined =>
            isPublic || span.Percent == 0 ? texts.TimelineUndetermined : texts.PercentRange(span.Percent, span.HighPercent),
        SpanState.Full when isPublic => texts.PublicFull,
        SpanState.Part when isPublic => texts.PublicPart,
        SpanState.None when isPublic => texts.PublicNone,
        _ => texts.Percent(span.Percent),
    };
}
