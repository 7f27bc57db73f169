using FundingReports.Schedules;

namespace FundingReports.Reports;

/// <summary>Échéancier: what the checks are worked out from.</summary>
internal static class ScheduleSheet
{
    /// <summary>The rows of every post, in the portfolio's order.</summary>
    internal static (ScheduleRows Rows, IReadOnlyList<SchedulePlace> Places) Rows(ReportContext context, ReadingSheet reading)
    {
        var rows = new ScheduleRows(context, Names.Schedule, null, (post, line) => reading.RowOf(post, line.Terms));
        var places = new List<SchedulePlace>();
        foreach (var (p, post) in context.Analysis.Posts.Index())
            places.Add(rows.Add(post, Periods(context, post, reading.Terms[p])));
        return (rows, places);
    }

    internal static IReadOnlyList<SchedulePeriod> Periods(ReportContext context, PostFunding post, IReadOnlyList<AgreedTerms> terms) =>
        SchedulePeriods.Of(context.Written.Posts.Single(written => written.Id == post.Id), context.AsOf, post.Years[0].Year, context.Analysis.Through.Year, terms);

    internal static ReportSheet Build(ReportContext context, ScheduleRows rows) => new(context.Texts.ScheduleSheet, context.Texts.ScheduleTitle,
    [
        new ReportParagraph(context.Texts.AsOf(context.AsOf) + ". " + context.Texts.ScheduleNote, ParagraphRole.Note),
        new ReportTable(Names.Schedule, rows.Columns, rows.Rows),
    ]);
}
