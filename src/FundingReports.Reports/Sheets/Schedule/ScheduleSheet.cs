using FundingReports.Ledger;
using FundingReports.Reports.Schedules;

namespace FundingReports.Reports.Sheets.Schedule;

/// <summary>Échéancier: what the checks are worked out from.</summary>
internal static class ScheduleSheet
{
    /// <summary>The rows of every post, in the portfolio's order, and on how many runs of days the reading says otherwise.</summary>
    internal static (ScheduleRows Rows, IReadOnlyList<SchedulePlace> Places, IReadOnlyList<int> Differences) Rows(
        ReportContext context, ReadingSheet reading)
    {
        LocalDateRange shown = LocalDateRange.Years(context.FirstYear, context.Analysis.Through.Year);
        FundingLedger[] ledgers = [.. context.Posts.Select(post => post.Ledger(FundingView.Agreed))];
        var schedules = context.Posts.Select((post, p) =>
            SchedulePeriods.Of(context.PostAsWritten(post.Id), ledgers[p], context.AsOf, shown, reading.Terms[p])).ToList();
        var rows = new ScheduleRows(context, Names.Schedule, null, schedules, (post, terms) => reading.RowOf(post, terms));
        return (rows, [.. context.Posts.Select((post, p) => rows.Add(post, schedules[p]))],
            [.. ledgers.Watched(context.Cancellation).Select((ledger, p) => LedgerCheck.Differences(ledger, reading.Terms[p]))]);
    }

    internal static ReportSheet Build(ReportContext context, ScheduleRows rows) =>
        new(context.Texts.ScheduleSheet, context.Texts.ScheduleTitle,
    [
        new ReportParagraph(context.Texts.AsOf(context.AsOf) + ". " + context.Texts.ScheduleNote, ParagraphRole.Note),
        new ReportTable(Names.Schedule, rows.Columns, rows.Rows),
    ]) { FitsText = true };
}
