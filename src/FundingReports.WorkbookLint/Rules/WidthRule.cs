using System.Globalization;
using System.Xml;
using FundingReports.Excel.Layout;
using FundingReports.WorkbookLint.Looks;
using FundingReports.WorkbookLint.Package;
using FundingReports.WorkbookLint.Sheets;

namespace FundingReports.WorkbookLint.Rules;

/// <summary>
/// Rows of a table that are three lines high and more for want of width alone: two lines would do for all their texts, if their columns
/// took the room that the page still has at seventy percent of its size, or that columns of texts have and do not need.
/// </summary>
/// <remarks>
/// A text that two lines could not hold on any page is no fault of the widths, and neither is one with three lines of its own. Widths are
/// estimated.
/// </remarks>
internal sealed class WidthRule(LintBook book, LintSheet sheet, FindingList findings) : SheetRule
{
    // What A4 holds at seventy percent with narrow margins, in digits of ten points.
    private const double Landscape = 213, Portrait = 146;
    private const double Padding = 2, BoldScale = 1.08, LineScale = 1.2, SlackPoints = 4;
    // An estimate speaks only of what is clearly too much.
    private const double Slack = 1.1;
    private const int MostLines = 2, MostRows = 2_000;

    private readonly SortedDictionary<int, Column> columns = [];
    private readonly double[] widths = new double[CellRange.LastColumn + 1];
    private readonly List<(int Row, int Column, double More)> high = [];
    private double usual = 8.43, page = Portrait;

    internal override void Element(XmlReader xml)
    {
        if (xml.LocalName is "sheetFormatPr" && Markup.Figure(xml.GetAttribute("defaultColWidth")) is { } width and > 0)
            usual = width;
        else if (xml.LocalName is "col" && Markup.Figure(xml.GetAttribute("width")) is { } own and > 0
            && Markup.Whole(xml.GetAttribute("min")) is { } min and >= 1)
            for (int column = min; column <= Math.Min(Markup.Whole(xml.GetAttribute("max")) ?? min, CellRange.LastColumn); column++)
                widths[column] = own;
        else if (xml.LocalName is "pageSetup")
            page = xml.GetAttribute("orientation") is "landscape" ? Landscape : Portrait;
    }

    internal override void Row(LintRow row)
    {
        if (sheet.Tables.FirstOrDefault(table => row.Number >= table.Range.Top && row.Number <= table.LastRow) is not { } table)
            return;
        bool isHeader = !table.HasData(row.Number);
        double more = 0;
        int widest = 0;
        foreach (LintCell cell in row.Cells.Where(cell => cell.Column >= table.Range.Left && cell.Column <= table.Range.Right))
        {
            if (!columns.TryGetValue(cell.Column, out Column? column))
                columns[cell.Column] = column = new();
            if (cell.Kind is LintKind.Number)
                column.HoldsFigures = true;
            if (cell.Kind is not LintKind.Text || cell.IsBlank)
                continue;
            LintStyle style = book.Styles[cell.Style];
            double scale = style.Size / book.Styles.DefaultSize * (style.Bold ? BoldScale : 1);
            // A header may well break between its words.
            column.Needed = Math.Max(column.Needed, scale * Slack * (isHeader
                ? cell.Text.Value.Split(' ').Max(word => TextMeasure.Width(word)) : TextMeasure.Width(cell.Text.Value) * Rest(cell)));
            if (isHeader || !style.Wrap || Lines(cell, WidthOf(cell.Column) * Slack / scale) <= MostLines
                || row.Height is { } height && height < (MostLines + 1) * style.Size * LineScale - SlackPoints)
                continue;
            double wider = Wider(cell, scale) - WidthOf(cell.Column);
            if (wider >= more || widest == 0)
                widest = cell.Column;
            more += Math.Max(0, wider);
        }
        if (more > 0 && high.Count < MostRows)
            high.Add((row.Number, widest, more));
    }

    internal override void End()
    {
        double all = columns.Keys.Sum(WidthOf);
        double room = Math.Max(0, page - all)
            + columns.Where(pair => !pair.Value.HoldsFigures).Sum(pair => Math.Max(0, WidthOf(pair.Key) - pair.Value.Needed - Padding));
        foreach (var (row, column, more) in high)
            if (more <= room)
                findings.Add(LintRule.NarrowColumn, sheet.Name, CellRange.NameOf(row, column),
                    Math.Ceiling(more).ToString(CultureInfo.InvariantCulture));
    }

    private double WidthOf(int column) => widths[column] > 0 ? widths[column] : usual;

    private static double Lines(LintCell cell, double width) => TextMeasure.LineCount(cell.Text.Value, width) * Rest(cell);

    // How wide its column would have to be; wider than any page where no width is enough.
    private static double Wider(LintCell cell, double scale)
    {
        for (double width = Padding + 1; width <= Landscape; width++)
            if (Lines(cell, (width - Padding) / scale) <= MostLines)
                return width;
        return double.PositiveInfinity;
    }

    // Only the beginning of a long text is kept.
    private static double Rest(LintCell cell) => cell.Text.Value.Length == 0 ? 1 : (double)cell.Text.Length / cell.Text.Value.Length;

    /// <summary>What is known of a column: whether figures stand in it, and how wide its texts are on one line.</summary>
    private sealed class Column
    {
        internal bool HoldsFigures { get; set; }

        internal double Needed { get; set; }
    }
}
