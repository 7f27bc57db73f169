using System.Xml;
using FundingReports.Excel.Layout;
using FundingReports.WorkbookLint.Looks;
using FundingReports.WorkbookLint.Package;
using FundingReports.WorkbookLint.Sheets;

namespace FundingReports.WorkbookLint.Rules;

/// <summary>Texts and figures that do not fit their cell. Widths are estimated: there is no font to measure with on a server.</summary>
internal sealed class CutRule(LintBook book, LintSheet sheet, FindingList findings) : SheetRule
{
    // The widest letter of the table of widths, in digits: a text shorter than this fits whatever it says.
    private const double Widest = 2, BoldScale = 1.08, LineScale = 1.2;
    // An estimate speaks only of what is clearly too much.
    private const double Slack = 1.1, SlackPoints = 4, HighestRow = 409;

    private readonly double[] widths = new double[CellRange.LastColumn + 1];
    private double usual = 8.43;

    internal override void Element(XmlReader xml)
    {
        if (xml.LocalName is "sheetFormatPr" && Markup.Figure(xml.GetAttribute("defaultColWidth")) is { } width and > 0)
            usual = width;
        else if (xml.LocalName is "col" && Markup.Figure(xml.GetAttribute("width")) is { } own and > 0
            && Markup.Whole(xml.GetAttribute("min")) is { } min and >= 1)
            for (int column = min; column <= Math.Min(Markup.Whole(xml.GetAttribute("max")) ?? min, CellRange.LastColumn); column++)
                widths[column] = own;
    }

    internal override void Row(LintRow row)
    {
        for (int i = 0; i < row.Cells.Count; i++)
        {
            LintCell cell = row.Cells[i];
            if (cell.IsBlank)
                continue;
            LintStyle style = book.Styles[cell.Style];
            double scale = style.Size / book.Styles.DefaultSize * (style.Bold ? BoldScale : 1), width = WidthOf(cell.Column);
            bool cut = cell.Kind switch
            {
                LintKind.Number => NumberWidth.Of(cell.Text.Value, style.Format) * scale > width * Slack,
                LintKind.Text when Shown(style.Format) is { } shown => TextMeasure.LineCount(
                    shown, width * Slack / scale) * style.Size * LineScale > (row.Height ?? HighestRow) * Slack + SlackPoints,
                LintKind.Text when cell.Text.Length * Widest * scale <= width => false,
                LintKind.Text => style.Wrap ? TooLow(cell, style, scale, width, row.Height) : TooNarrow(cell, scale, Room(row.Cells, i)),
                _ => false,
            };
            if (cut)
                findings.Add(LintRule.CutText, sheet.Name, CellRange.NameOf(row.Number, cell.Column), cell.Text.Value);
        }
    }

    // A format may show other words than the cell's: their last part, which is for words, is then a text in quotes.
    private static string? Shown(string format) => format.Split(';') is [_, _, _, ['"', .. var said, '"']] ? said : null;

    private double WidthOf(int column) => widths[column] > 0 ? widths[column] : usual;

    // A text runs over the blank cells to its right, to the end of the row if need be.
    private double Room(List<LintCell> cells, int i)
    {
        int next = int.MaxValue;
        for (int k = i + 1; k < cells.Count && next == int.MaxValue; k++)
            if (!cells[k].IsBlank && cells[k].Column > cells[i].Column)
                next = cells[k].Column;
        if (next == int.MaxValue)
            return double.PositiveInfinity;
        double room = 0;
        for (int column = cells[i].Column; column < next; column++)
            room += WidthOf(column);
        return room;
    }

    private static bool TooNarrow(LintCell cell, double scale, double room) =>
        !double.IsPositiveInfinity(room) && TextMeasure.Width(cell.Text.Value) * Rest(cell) * scale > room * Slack;

    // Without a height the spreadsheet makes the row as high as its text, up to the highest that it can.
    private static bool TooLow(LintCell cell, LintStyle style, double scale, double width, double? height) =>
        TextMeasure.LineCount(cell.Text.Value, width * Slack / scale) * Rest(cell) * style.Size * LineScale > (
            height ?? HighestRow) * Slack + SlackPoints;

    // Only the beginning of a long text is kept.
    private static double Rest(LintCell cell) => cell.Text.Value.Length == 0 ? 1 : (double)cell.Text.Length / cell.Text.Value.Length;
}
