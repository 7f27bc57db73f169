namespace FundingReports.Reports;

/// <summary>Échéancier: what the checks are worked out from.</summary>
internal static class ScheduleSheet
{
    /// <summary>The rows of every post, in the portfolio's order.</summary>
    internal static (ScheduleRows Rows, IReadOnlyList<SchedulePlace> Places) Rows(ReportContext context)
    {
        var rows = new ScheduleRows(context, Names.Schedule, null);
        var places = new List<SchedulePlace>();
        foreach (var post in context.Analysis.Posts)
            places.Add(rows.Add(post, post.Schedule(context.Analysis.Through.Year)));
        return (rows, places);
    }

    internal static ReportSheet Build(ReportContext context, ScheduleRows rows) => new(context.Texts.ScheduleSheet, context.Texts.ScheduleTitle,
    [
        new ReportParagraph(context.Texts.AsOf(context.AsOf) + ". " + context.Texts.ScheduleNote, ParagraphRole.Note),
        new ReportTable(Names.Schedule, rows.Columns, rows.Rows),
    ]);
}
