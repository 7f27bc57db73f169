using System.Collections.Immutable;
using FundingReports.Reports;

namespace FundingReports.Excel.Checking;

/// <summary>What keeps a report from being written as a workbook: all of it, each where it stands.</summary>
internal static class ReportFaults
{
    // More than these are of one kind, and nobody reads them.
    private const int Shown = 20;

    /// <summary>Refuses a report of which a spreadsheet would say that its file is damaged, or show an error in a cell.</summary>
    /// <exception cref="ArgumentException">It cannot be written; every reason is said, with its sheet, table, row and column.</exception>
    internal static void Refuse(Report report)
    {
        string[] faults = [.. Of(report).Distinct()];
        if (faults.Length == 0)
            return;
        string more = faults.Length > Shown ? $"\n- and {faults.Length - Shown} more" : "";
        throw new ArgumentException(
            $"This report cannot be written as a workbook (rows are counted from 0):\n- {string.Join("\n- ", faults.Take(Shown))}{more}",
            nameof(report));
    }

    /// <summary>Every fault, in the order of the sheets; those of cells only where the parts of the report are all there.</summary>
    internal static IEnumerable<string> Of(Report report)
    {
        string[] missing = [.. Missing(report)];
        if (missing.Length > 0)
            return missing;
        var tables = new TablesOfReport(report);
        return
        [
            .. SheetNames.Faults(report), .. tables.NamedTwice, .. report.Sheets.SelectMany(sheet => sheet.Blocks
                .SelectMany(block => OfBlock(sheet, block, tables))),
            .. FormulaFaults.Of(tables),
        ];
    }

    // A null, or the default of a list, in place of a part.
    private static IEnumerable<string> Missing(Report report)
    {
        if (AnyNull(report.Title, report.Description, report.AsOfText) || report.Words is not { } words || AnyNull(
            words.Unknown, words.NotApplicable, words.Assumed, words.Approximate, words.Partial, words.Cut, words.Page))
            yield return "the report's title, description, words, or its date in words is null";
        if (report.Sheets.IsDefaultOrEmpty)
            yield return "a workbook has at least one sheet";
        foreach (ReportSheet? sheet in report.Sheets.IsDefault ? [] : report.Sheets)
            if (sheet is null)
                yield return "a sheet is null";
            else if (sheet.Title is null || sheet.Blocks.IsDefault || sheet.Blocks.Contains(null!))
                yield return $"sheet \"{sheet.Name}\": its title, its list of blocks or one of its blocks is null; "
                    + "write [] for a sheet without blocks";
            else
                foreach (string block in sheet.Blocks.Where(IsIncomplete).Select(block => block.GetType().Name))
                    yield return $"sheet \"{sheet.Name}\": a {block} has a null in place of a text or of a list";
    }

    private static bool IsIncomplete(ReportBlock block) => block switch
    {
        ReportParagraph paragraph => paragraph.Text is null,
        ReportTable table => table.Rows.Any(row => row.Cells.Any(cell => cell is ReportCell.Text { Value: null })),
        ReportData data => data.Rows is null,
        ReportChart chart => AnyNull(chart.Title, chart.Alternative, chart.Table, chart.Category) || chart.Series.IsDefault
            || chart.Series.Any(series => series?.Column is null),
        ReportTimeline line => AnyNull(line.Title, line.Alternative, line.TodayLabel) || line.Lines.IsDefault || line.Legend.IsDefault
            || line.Lines.Any(post => post is null || AnyNull(post.Label, post.Note) || post.Bars.IsDefault || post.Firm.IsDefault
                || post.Bars.Any(bar => bar is null || AnyNull(bar.Text, bar.Detail)))
            || line.Legend.Any(key => key?.Text is null),
        _ => false,
    };

    private static bool AnyNull(params ReadOnlySpan<string?> texts) => texts.Contains(null);

    private static IEnumerable<string> OfBlock(ReportSheet sheet, ReportBlock block, TablesOfReport tables) => block is ReportTable table
        ? OfCells(sheet, table) : OfBlock(block, tables).Select(fault => $"sheet \"{sheet.Name}\", {fault}");

    private static IEnumerable<string> OfBlock(ReportBlock block, TablesOfReport tables) => block switch
    {
        ReportParagraph paragraph => Undefined(paragraph.Role).Concat(Undefined(paragraph.Tone)).Select(fault => $"a paragraph: {fault}"),
        ReportData data => tables.IsLastOfItsSheet(data)
            ? data.Count > 0 ? [] : [$"table \"{data.Name}\" announces {data.Count} rows: it has one at least"]
            : [$"table \"{data.Name}\" is a {nameof(ReportData)}, and is not the last block of its sheet"],
        ReportChart chart => OfChart(chart, tables).Select(fault => $"chart \"{chart.Title}\": {fault}"),
        ReportTimeline line => OfTimeline(line).Select(fault => $"timeline \"{line.Title}\": {fault}"),
        _ => [],
    };

    private static IEnumerable<string> OfCells(ReportSheet sheet, ReportTable table)
    {
        for (int row = 0; row < table.Rows.Length; row++)
        {
            foreach (string fault in Undefined(table.Rows[row].Role))
                yield return $"{new CellPlace(sheet, table, row, 0)}: {fault}";
            for (int column = 0; column < table.Columns.Length; column++)
                foreach (string fault in OfCell(table.Rows[row].Cells[column]))
                    yield return $"{new CellPlace(sheet, table, row, column)}: {fault}";
        }
    }

    private static IEnumerable<string> OfCell(ReportCell cell) =>
    [
        .. Undefined(cell.Tone), .. cell.As is { } kind ? Undefined(kind) : [],
        .. (cell.Marks & ~(Marks.Assumed | Marks.Approximate | Marks.Partial)) is var others and not Marks.None
            ? [$"{others} is none of {nameof(Marks)}"] : (string[])[],
    ];

    private static IEnumerable<string> OfChart(ReportChart chart, TablesOfReport tables)
    {
        if (chart.Lines is < 1 or > MostLines)
            yield return $"it is {chart.Lines} lines high: write 1 to {MostLines}";
        if (chart.Series.IsEmpty)
            yield return "it has no series";
        foreach (string fault in chart.Series.SelectMany(series => Undefined(series.Mark).Concat(Undefined(series.Tone))))
            yield return fault;
        foreach (string fault in chart.Series.Select(series => series.Column).Prepend(chart.Category).SelectMany(column =>
            tables.Block(chart.Table, column, chart.FirstRow, chart.LastRow, out _)))
            yield return fault;
    }

    // As many as one page of paper has, and half as many again.
    private const int MostLines = 100;

    private static IEnumerable<string> OfTimeline(ReportTimeline timeline)
    {
        if (timeline.Lines.IsEmpty)
            yield return "it has no line";
        if (timeline.Until < timeline.From)
            yield return $"its last day {timeline.Until:uuuu-MM-dd} is before its first {timeline.From:uuuu-MM-dd}";
        foreach (string fault in timeline.Legend.SelectMany(key => Undefined(key.Tone)))
            yield return fault;
        foreach (TimelineLine line in timeline.Lines)
            foreach (TimelineBar bar in line.Bars)
            {
                if (bar.Until < bar.From)
                    yield return $"line \"{line.Label}\": the bar {bar} ends before it begins";
                foreach (string fault in Undefined(bar.Tone))
                    yield return $"line \"{line.Label}\": {fault}";
            }
    }

    /// <summary>A number that was made a value of a list, and is none.</summary>
    internal static ImmutableArray<string> Undefined<T>(T value) where T : struct, Enum =>
        Enum.IsDefined(value) ? [] : [$"{value} is none of {typeof(T).Name}"];
}
