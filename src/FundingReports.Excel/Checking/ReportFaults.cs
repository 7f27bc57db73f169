using System.Collections.Immutable;
using FundingReports.Reports;

namespace FundingReports.Excel.Checking;

/// <summary>What keeps a report made in code from being written, as a workbook and as a page alike: each fault where it stands.</summary>
internal static class ReportFaults
{
    // More than these are of one kind, and nobody reads them.
    private const int Shown = 20;

    // The years of a date that can be said.
    private const int FirstYear = 1600, LastYear = 4999;

    /// <summary>Refuses a report that has faults.</summary>
    /// <param name="faults">All of them.</param>
    /// <param name="form">What it cannot be written as.</param>
    /// <exception cref="ArgumentException">There are some; every one is said.</exception>
    internal static void Refuse(IEnumerable<string> faults, string form)
    {
        string[] all = [.. faults.Distinct()];
        if (all.Length == 0)
            return;
        string more = all.Length > Shown ? $"\n- and {all.Length - Shown} more" : "";
        throw new ArgumentException(
            $"This report cannot be written as {form} (rows are counted from 0):\n- {string.Join("\n- ", all.Take(Shown))}{more}",
            "report");
    }

    /// <summary>Every fault, in the order of the sheets; those of cells only where the parts of the report are all there.</summary>
    /// <param name="report">The report.</param>
    /// <param name="names">What the form forbids of names; said before all that stands on the sheets.</param>
    /// <param name="others">What else it forbids.</param>
    internal static IEnumerable<string> Of(
        Report report, Func<Report, IEnumerable<string>>? names = null, Func<TablesOfReport, IEnumerable<string>>? others = null)
    {
        string[] missing = [.. Missing(report)];
        if (missing.Length > 0)
            return missing;
        var tables = new TablesOfReport(report);
        return
        [
            .. Undefined(report.Language).Select(fault => $"the report: {fault}"),
            .. IsYear(report.AsOf) ? (string[])[]
                : [$"the report: its as-of date {report.AsOf:uuuu-MM-dd} is none of the years {FirstYear} to {LastYear}"],
            .. names?.Invoke(report) ?? [], .. tables.NamedTwice,
            .. report.Sheets.SelectMany(sheet => sheet.Blocks.SelectMany(block => OfBlock(sheet, block, tables))),
            .. others?.Invoke(tables) ?? [],
        ];
    }

    // A null, or the default of a list, in place of a part.
    private static IEnumerable<string> Missing(Report report)
    {
        if (AnyNull(report.Title, report.Description, report.AsOfText) || report.Words is not { } words || AnyNull(
            words.Unknown, words.NotApplicable, words.Assumed, words.Approximate, words.Partial, words.Cut, words.Page))
            yield return "the report's title, description, words, or its date in words is null";
        if (report.Sheets.IsDefaultOrEmpty)
            yield return "a report has at least one sheet";
        foreach (ReportSheet? sheet in report.Sheets.IsDefault ? [] : report.Sheets)
            if (sheet is null)
                yield return "a sheet is null";
            else if (sheet.Title is null || sheet.Blocks.IsDefault || sheet.Blocks.Contains(null!))
                yield return $"sheet \"{sheet.Name}\": its title, its list of blocks or one of its blocks is null; "
                    + "write [] for a sheet without blocks";
            else
            {
                foreach (string block in sheet.Blocks.Where(IsIncomplete).Select(block => block.GetType().Name))
                    yield return $"sheet \"{sheet.Name}\": a {block} has a null in place of a text or of a list";
                foreach (CellPlace place in sheet.Blocks.OfType<ReportTable>().SelectMany(table => NullTexts(sheet, table)))
                    yield return $"{place}: a null in place of a text";
            }
    }

    private static IEnumerable<CellPlace> NullTexts(ReportSheet sheet, ReportTable table) =>
        from row in Enumerable.Range(0, table.Rows.Length)
        from column in Enumerable.Range(0, table.Columns.Length)
        where table.Rows[row].Cells[column] is ReportCell.Text { Value: null }
            or ReportCell.Formula { Value: ReportCell.Text { Value: null } }
        select new CellPlace(sheet, table, row, column);

    private static bool IsIncomplete(ReportBlock block) => block switch
    {
        ReportParagraph paragraph => paragraph.Text is null || (!paragraph.Lines.IsDefault && paragraph.Lines.Contains(null!)),
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
        ReportParagraph paragraph => Undefined(paragraph.Role).Concat(Undefined(paragraph.Tone))
            .Concat(paragraph.Lines.IsDefault ? ["its lines are the default of a list: write [] where it is not cut"] : [])
            .Select(fault => $"a paragraph: {fault}"),
        ReportData data => tables.IsLastOfItsSheet(data)
            ? data.Count > 0 ? [] : [$"table \"{data.Name}\" announces {Counted.Rows(data.Count)}: it has one at least"]
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
        .. IsTooLarge(cell)
            ? [$"it holds {cell}, of more digits than the fifteen that a spreadsheet shows: write it as words"] : (string[])[],
        .. Undefined(cell.Tone), .. cell.As is { } kind ? Undefined(kind) : [],
        .. (cell.Marks & ~(Marks.Assumed | Marks.Approximate | Marks.Partial)) is var others and not Marks.None
            ? [$"{others} is none of {nameof(Marks)}"] : (string[])[],
        .. cell is ReportCell.Formula { Value: ReportCell.Day or ReportCell.Year or ReportCell.Formula } formula
            ? [$"its formula gives a {formula.Value.GetType().Name}, which no formula can"] : (string[])[],
    ];

    private const long FifteenDigits = 999_999_999_999_999;

    private static bool IsTooLarge(ReportCell cell) => cell switch
    {
        ReportCell.Amount amount => amount.Value.Cents is < -FifteenDigits or > FifteenDigits,
        ReportCell.Fte fte => fte.Value is < -FifteenDigits or > FifteenDigits,
        ReportCell.Formula formula => IsTooLarge(formula.Value),
        _ => false,
    };

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
        if (!IsYear(timeline.From) || !IsYear(timeline.Until) || !IsYear(timeline.Today))
            yield return $"one of its days is none of the years {FirstYear} to {LastYear}";
        if (timeline.Until < timeline.From)
            yield return $"its last day {timeline.Until:uuuu-MM-dd} is before its first {timeline.From:uuuu-MM-dd}";
        if (timeline.Legend.IsEmpty && timeline.Lines.Any(line => !line.Bars.IsEmpty))
            yield return "it has bars and no legend, which says what they stand for";
        foreach (string fault in timeline.Legend.SelectMany(key => Undefined(key.Tone)))
            yield return fault;
        foreach (TimelineLine line in timeline.Lines)
            foreach (string fault in OfLine(line))
                yield return $"line \"{line.Label}\": {fault}";
    }

    private static IEnumerable<string> OfLine(TimelineLine line)
    {
        foreach (var (place, bar) in line.Bars.Index())
        {
            if (bar.Until < bar.From)
                yield return $"the bar {bar} ends before it begins";
            if (!IsYear(bar.From) || !IsYear(bar.Until))
                yield return $"one of the days of the bar {bar} is none of the years {FirstYear} to {LastYear}";
            if (place > 0 && bar.From <= line.Bars[place - 1].Until)
                yield return $"the bar {bar} does not come after the bar {line.Bars[place - 1]}: they overlap, or are not in order";
            foreach (string fault in Undefined(bar.Tone))
                yield return fault;
        }
        foreach (var (place, days) in line.Firm.Index())
            if (days.Until < days.From || (place > 0 && days.From <= line.Firm[place - 1].Until))
                yield return $"its firm days {days} end before they begin, or do not come after those before them";
    }

    private static bool IsYear(NodaTime.LocalDate day) => day.Year is >= FirstYear and <= LastYear;

    /// <summary>A number that was made a value of a list, and is none.</summary>
    internal static ImmutableArray<string> Undefined<T>(T value) where T : struct, Enum =>
        Enum.IsDefined(value) ? [] : [$"{value} is none of {typeof(T).Name}"];
}
