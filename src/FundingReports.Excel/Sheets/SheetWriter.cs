using ClosedXML.Excel;
using FundingReports.Excel.Layout;
using FundingReports.Reports;

namespace FundingReports.Excel.Sheets;

/// <summary>Writes a laid-out sheet as a worksheet.</summary>
internal static class SheetWriter
{
    // A space after the size: a text may begin with a digit.
    private const string FooterFont = "&\"Arial,Regular\"&8 ";

    internal static void Write(XLWorkbook workbook, Report report, SheetLayout layout, CellWriter cells, bool isWhole)
    {
        var sheet = workbook.AddWorksheet(layout.Sheet.Name);
        Look.Apply(sheet.Style);
        for (int c = 0; c < layout.Widths.Length; c++)
            sheet.Column(c + 1).Width = layout.Widths[c];
        Title(sheet, layout, cells);
        foreach (var line in layout.Lines)
            Line(sheet, line, cells);
        foreach (var table in layout.Tables)
            Table(sheet, layout, table, report, cells, isWhole && layout is { Tables.Length: 1, Data: null } && !HasLinks(table.Table));
        Page(sheet, report, layout);
    }

    private static void Title(IXLWorksheet sheet, SheetLayout layout, CellWriter cells)
    {
        var cell = sheet.Cell(1, 1);
        cells.Text(cell, layout.Sheet.Title);
        cell.Style.Font.FontSize = Look.TitleSize;
        cell.Style.Font.Bold = true;
        cell.Style.Font.FontColor = Look.Blue;
        cell.Style.Alignment.Vertical = XLAlignmentVerticalValues.Center;
        sheet.Row(1).Height = 26;
    }

    private static void Line(IXLWorksheet sheet, PlacedLine line, CellWriter cells)
    {
        var cell = sheet.Cell(line.Row, 1);
        cells.Text(cell, line.Text);
        double height = Look.LineHeight;
        switch (line.Role)
        {
            case ParagraphRole.Answer:
                cell.Style.Font.FontSize = Look.AnswerSize;
                height = Look.LineHeight * Look.AnswerSize / Look.FontSize + 1.5;
                break;
            case ParagraphRole.Heading:
                cell.Style.Font.Bold = true;
                cell.Style.Font.FontSize = 11;
                cell.Style.Font.FontColor = Look.Blue;
                height = 17;
                break;
            case ParagraphRole.Note:
                cell.Style.Font.FontColor = Look.Grey;
                break;
            case ParagraphRole.Item:
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(line));
        }
        sheet.Row(line.Row).Height = height;
    }

    private static void Table(IXLWorksheet sheet, SheetLayout layout, PlacedTable placed, Report report, CellWriter cells, bool bodyLater)
    {
        var table = placed.Table;
        int width = table.Columns.Length;
        for (int c = 0; c < width; c++)
        {
            var cell = sheet.Cell(placed.HeaderRow, c + 1);
            bool quoted = cells.Value(cell, table.Columns[c].Header);
            cells.Styles.Apply(cell, Style(table, c) with { IsHeader = true, IsQuoted = quoted });
        }
        sheet.Row(placed.HeaderRow).Height = Height(table.Columns.Select(
            (column, c) => Lines(column.Header, layout.Widths[c] - 1.5 - Indent(table, c), 1.08))) + Look.HeaderPadding;
        if (bodyLater)
            layout.Body = Prototypes(sheet, layout, placed, report, cells);
        else
            Body(sheet, layout, placed, report, cells);
        var made = sheet.Range(placed.HeaderRow, 1, bodyLater ? placed.FirstRow : placed.LastRow, width).CreateTable(table.Name);
        made.Theme = XLTableTheme.None;
        // Several tables on a page are to be read, one alone to be searched.
        made.ShowAutoFilter = layout.Tables.Length == 1;
    }

    private static void Body(IXLWorksheet sheet, SheetLayout layout, PlacedTable placed, Report report, CellWriter cells)
    {
        var table = placed.Table;
        for (int r = 0; r < table.Rows.Length; r++)
        {
            int row = placed.FirstRow + r;
            for (int c = 0; c < table.Columns.Length; c++)
            {
                var cell = sheet.Cell(row, c + 1);
                cells.Write(cell, table.Rows[r].Cells[c], table.Columns[c].Kind, layout.Sheet.Name, placed, row);
                cells.Styles.Apply(cell, Style(table, r, c, cells));
            }
            sheet.Row(row).Height = Height(layout, table, r, report);
        }
    }

    // A cell of each style, in the first row of the table; wherever they stand, all rows take their place.
    private static TableBody Prototypes(IXLWorksheet sheet, SheetLayout layout, PlacedTable placed, Report report, CellWriter cells)
    {
        var table = placed.Table;
        var known = new Dictionary<CellStyle, int>();
        int[] styles = new int[table.Rows.Length * table.Columns.Length];
        for (int r = 0; r < table.Rows.Length; r++)
            for (int c = 0; c < table.Columns.Length; c++)
            {
                var style = Style(table, r, c, cells);
                if (!known.TryGetValue(style, out int place))
                {
                    known[style] = place = known.Count;
                    var cell = sheet.Cell(placed.FirstRow, place + 1);
                    cell.SetValue(0);
                    cells.Styles.Apply(cell, style);
                }
                styles[r * table.Columns.Length + c] = place;
            }
        return new(placed, styles, [.. Enumerable.Range(0, table.Rows.Length).Select(r => Height(layout, table, r, report))]);
    }

    private static bool HasLinks(ReportTable table) =>
        table.Rows.Any(row => row.Cells.Any(cell => cell is ReportCell.Text { Sheet: not null }));

    private static double Height(SheetLayout layout, ReportTable table, int r, Report report) =>
        Math.Min(Look.HighestRow, Height(table.Rows[r].Cells.Select((cell, c) =>
        DisplayText.IsNumber(cell) ? 1
            : Lines(DisplayText.Of(cell, table.Columns[c].Kind, report.Words), layout.Widths[c] - 0.6 - Indent(table, c),
                table.Rows[r].Role != RowRole.Line ? 1.08 : 1))) + Look.RowPadding);

    private static CellStyle Style(ReportTable table, int r, int c, CellWriter cells)
    {
        var (value, kind) = (table.Rows[r].Cells[c], table.Columns[c].Kind);
        return Style(table, c) with
        {
            Role = table.Rows[r].Role, Tone = value.Tone, IsInput = value.IsInput, Format = cells.FormatOf(value, kind),
                IsQuoted = cells.IsQuoted(value, kind),
            IsLink = value is ReportCell.Text { Sheet: not null },
        };
    }

    private static CellStyle Style(ReportTable table, int c) =>
        new() { Figure = IsFigure(table.Columns[c].Kind), Indented = Indent(table, c) > 0, First = c == 0 };

    private static bool IsFigure(ColumnKind kind) =>
        kind is ColumnKind.Amount or ColumnKind.Rate or ColumnKind.Count or ColumnKind.Fte or ColumnKind.Number;

    private static double Indent(ReportTable table, int c) =>
        c > 0 && !IsFigure(table.Columns[c].Kind) && IsFigure(table.Columns[c - 1].Kind) ? 1.5 : 0;

    private static int Lines(string text, double width, double scale) => TextMeasure.LineCount(text, width / scale);

    private static double Height(IEnumerable<int> lines) => lines.Max() * Look.LineHeight;

    private static void Page(IXLWorksheet sheet, Report report, SheetLayout layout)
    {
        var page = sheet.PageSetup;
        page.PaperSize = XLPaperSize.A4Paper;
        page.PageOrientation = XLPageOrientation.Landscape;
        page.FitToPages(1, layout.Sheet.OnePage ? 1 : 0);
        page.Margins.SetLeft(0.4).SetRight(0.4).SetTop(0.5).SetBottom(0.75).SetHeader(0.3).SetFooter(0.3);
        page.Footer.Left.AddText(FooterFont + Footer(report.Title));
        page.Footer.Center.AddText(FooterFont + Footer(report.AsOfText));
        page.Footer.Right.AddText(FooterFont + Footer($"{layout.Sheet.Name} · {report.Words.Page} ") + "&P/&N");
        if (layout.Tables.Length == 1)
        {
            int header = layout.Tables[0].HeaderRow;
            // Above a chart there is no room left to scroll in.
            if (layout.Charts.IsEmpty)
                sheet.SheetView.FreezeRows(header);
            page.SetRowsToRepeatAtTop(header, header);
        }
        sheet.ShowGridLines = false;
        sheet.ActiveCell = sheet.Cell(1, 1);
        sheet.Cell(1, 1).Select();
    }

    // An ampersand commands in a footer, and the three parts share 255 characters.
    private static string Footer(string text)
    {
        string clean = SafeText.Clean(text, "").Replace('\n', ' ');
        if (clean.Length > 60)
            clean = clean[..59].TrimEnd() + "…";
        return SafeText.Pack(clean).Replace("&", "&&", StringComparison.Ordinal);
    }
}
