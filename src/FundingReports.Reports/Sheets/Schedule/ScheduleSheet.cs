using FundingReports.Reports.Schedules;

namespace FundingReports.Reports.Sheets.Schedule;

/// <summary>Échéancier: what the checks are worked out from.</summary>
internal static class ScheduleSheet
{
    /// <summary>The rows of every post, in the portfolio's order.</summary>
    internal static (ScheduleRows Rows, IReadOnlyList<SchedulePlace> Places) Rows(ReportContext context, ReadingSheet reading)
    {
        var posts = context.Analysis.Posts;
        int lastYear = context.Analysis.Through.Year;
        var schedules = posts.Select((post, p) =>
            SchedulePeriods.Of(context.PostAsWritten(post.Id), context.AsOf, post.Years[0].Year, lastYear, reading.Terms[p])).ToList();
        var rows = new ScheduleRows(context, Names.Schedule, null, schedules, (post, line) => reading.RowOf(post, line.Terms));
        return (rows, [.. posts.Select((post, p) => rows.Add(post, schedules[p]))]);
    }

    internal static ReportSheet Build(ReportContext context, ScheduleRows rows) =>
        new(context.Texts.ScheduleSheet, context.Texts.ScheduleTitle,
    [
        new ReportParagraph(context.Texts.AsOf(context.AsOf) + ". " + context.Texts.ScheduleNote, ParagraphRole.Note),
        new ReportTable(Names.Schedule, rows.Columns, rows.Rows),
    ]);
}
