using System.Collections.Immutable;
using FundingReports.Reports.Schedules;
using FundingReports.Reports.Texts;
using NodaTime;

namespace FundingReports.Reports.Sheets;

/// <summary>
/// Calendrier: one line a post, one column a quarter, the part of its cost that agreed money covers; then what happens next.
/// </summary>
internal static class CalendarSheet
{
    private const int MostQuarters = 16;
    private const string Next = "next", Risk = "risk";

    /// <summary>The sheet; null where no post is active in these quarters.</summary>
    /// <param name="context">What every sheet is built from.</param>
    /// <param name="isPublic">
    /// Whether words alone stand in place of rates, and no risk: a rate beside a published sum would tell a cost.
    /// </param>
    internal static ReportSheet? Build(ReportContext context, bool isPublic = false)
    {
        var texts = new WorkbookTexts(context.Texts.Language);
        var quarters = Quarters(context);
        var rows = context.Posts.Select(post => Row(context, texts, post, quarters, isPublic)).OfType<ReportRow>()
            .ToImmutableArray();
        if (rows.IsEmpty)
            return null;
        ImmutableArray<ReportColumn> columns =
        [
            new(Names.Post, context.Texts.Post, ColumnKind.Text, 18),
            .. quarters.Select(day => new ReportColumn(KeyOf(day), HeaderOf(context, texts, day), ColumnKind.Count, 5)
            {
                IsNow = IsNow(context, day), IsCentred = true,
                    Group = day.Year.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ShortHeader = IsNow(context, day)
                    ? texts.Today(texts.QuarterOf((day.Month + 2) / 3)) : texts.QuarterOf((day.Month + 2) / 3),
            }),
            .. isPublic ? [] : (ReportColumn[])[new(Risk, new RequestSheetTexts(context.Texts.Language).Risk, ColumnKind.Text, 8),
                new(Next, texts.Next, ColumnKind.Text, 30)],
        ];
        return new(context.Texts.CalendarSheet, texts.CalendarTitleOf(context.Texts.Title(context.Analysis.Portfolio.Facts.Title)),
        [
            new ReportParagraph(isPublic ? texts.PublicCalendarNote(context.AsOf) : texts.CalendarNote(context.AsOf), ParagraphRole.Note),
            new ReportTable(Names.Calendar, columns, rows),
        ]) { FitsText = true };
    }

    private static ImmutableArray<LocalDate> Quarters(ReportContext context)
    {
        int first = context.Analysis.Since, last = context.Analysis.Through.Year;
        return [.. Enumerable.Range(0, Math.Min(MostQuarters, 4 * (last - first + 1)))
            .Select(quarter => new LocalDate(first, 1, 1).PlusMonths(3 * quarter))];
    }

    private static ReportRow? Row(
        ReportContext context, WorkbookTexts texts, PostFunding post, ImmutableArray<LocalDate> quarters, bool isPublic)
    {
        var coverage = context.CoverageOf(post);
        var cells = quarters.Select(day => CellOf(texts, coverage.Over(day, day.PlusMonths(3).PlusDays(-1)), isPublic)).ToImmutableArray();
        if (cells.All(cell => cell is ReportCell.NotApplicable))
            return null;
        return new(
        [
            ReportCell.Of(post.Label),
            .. cells,
            .. isPublic ? [] : (ReportCell[])[RisksSheet.Level(context, post), ReportCell.Of(Outlook.Of(context, post))],
        ]);
    }

    private static ReportCell CellOf(WorkbookTexts texts, CoverageSpan span, bool isPublic)
    {
        ReportCell cell = span.State switch
        {
            SpanState.Inactive => ReportCell.None,
            SpanState.Announced => ReportCell.Of(texts.Announced),
            SpanState.Undetermined => ReportCell.Of(isPublic ? texts.Undetermined : texts.ShortRange(span.Percent, span.HighPercent)),
            SpanState.Full or SpanState.Part or SpanState.None => isPublic
                ? ReportCell.Of(
                    span.State == SpanState.Full ? texts.PublicFull : span.State == SpanState.Part ? texts.PublicPart : texts.PublicNone)
                : new ReportCell.Count(span.Percent),
        };
        return cell with { Tone = span.Tone };
    }

    private static string KeyOf(LocalDate quarter) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"q{quarter.Year}{(quarter.Month + 2) / 3}");

    private static bool IsNow(ReportContext context, LocalDate quarter) => quarter <= context.AsOf && context.AsOf < quarter.PlusMonths(3);

    private static string HeaderOf(ReportContext context, WorkbookTexts texts, LocalDate quarter)
    {
        string header = texts.Quarter(quarter.Year, (quarter.Month + 2) / 3);
        return IsNow(context, quarter) ? texts.Today(header) : header;
    }
}
