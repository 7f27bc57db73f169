using ClosedXML.Excel;
using FundingReports.Excel.Layout;
using FundingReports.Reports;

namespace FundingReports.Excel;

/// <summary>A laid-out sheet → a worksheet.</summary>
internal static class SheetWriter
{
    // A space after the size: a text may begin with a digit.
    private const string FooterFont = "&\"Arial,Regular\"&8 ";

    internal static void Write(XLWorkbook workbook, Report report, SheetLayout layout, CellWriter cells)
    {
        var sheet = workbook.AddWorksheet(layout.Sheet.Name);
        Look.Apply(sheet.Style);
        for (int c = 0; c < layout.Widths.Length; c++)
            sheet.Column(c + 1).Width = layout.Widths[c];
        Title(sheet, layout, cells);
        foreach (var line in layout.Lines)
            Line(sheet, line, cells);
        foreach (var table in layout.Tables)
            Table(sheet, layout, table, report, cells);
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

    private static void Table(IXLWorksheet sheet, SheetLayout layout, PlacedTable placed, Report report, CellWriter cells)
    {
        var table = placed.Table;
        int width = table.Columns.Length;
        Body(sheet, placed, cells);
        for (int c = 0; c < width; c++)
            cells.Text(sheet.Cell(placed.HeaderRow, c + 1), table.Columns[c].Header);
        sheet.Row(placed.HeaderRow).Height = Height(table.Columns.Select((column, c) => Lines(column.Header, layout.Widths[c] - 1.5 - Indent(table, c), 1.08))) + Look.HeaderPadding;
        for (int r = 0; r < table.Rows.Length; r++)
        {
            int row = placed.FirstRow + r;
            var cellsOfRow = table.Rows[r].Cells;
            bool bold = table.Rows[r].Role != RowRole.Line;
            for (int c = 0; c < width; c++)
                cells.Write(sheet.Cell(row, c + 1), cellsOfRow[c], table.Columns[c].Kind, layout.Sheet.Name, placed, row);
            sheet.Row(row).Height = Math.Min(Look.HighestRow, Height(cellsOfRow.Select((cell, c) =>
                DisplayText.IsNumber(cell) ? 1 : Lines(DisplayText.Of(cell, table.Columns[c].Kind, report.Words), layout.Widths[c] - 0.6 - Indent(table, c), bold ? 1.08 : 1))) + Look.RowPadding);
        }
        var made = sheet.Range(placed.HeaderRow, 1, placed.LastRow, width).CreateTable(table.Name);
        made.Theme = XLTableTheme.None;
        // Several tables on a page are to be read, one alone to be searched.
        made.ShowAutoFilter = layout.Tables.Length == 1;
    }

    private static void Body(IXLWorksheet sheet, PlacedTable placed, CellWriter cells)
    {
        var table = placed.Table;
        int width = table.Columns.Length;
        var whole = sheet.Range(placed.HeaderRow, 1, placed.LastRow, width).Style;
        whole.Alignment.WrapText = true;
        whole.Border.BottomBorder = XLBorderStyleValues.Thin;
        whole.Border.BottomBorderColor = Look.Rule;
        whole.Border.InsideBorder = XLBorderStyleValues.Thin;
        whole.Border.InsideBorderColor = Look.Rule;
        for (int c = 0; c < width; c++)
        {
            var column = sheet.Range(placed.FirstRow, c + 1, placed.LastRow, c + 1).Style;
            if (IsFigure(table.Columns[c].Kind))
                column.Alignment.Horizontal = XLAlignmentHorizontalValues.Right;
            else
            {
                column.Alignment.Horizontal = XLAlignmentHorizontalValues.Left;
                // So that words keep away from the figures to their left.
                if (c > 0 && IsFigure(table.Columns[c - 1].Kind))
                    column.Alignment.Indent = 1;
            }
            if (cells.FormatOf(table.Columns[c].Kind) is { } format)
                column.NumberFormat.Format = format;
        }
        for (int r = 0; r < table.Rows.Length; r++)
        {
            if (table.Rows[r].Role == RowRole.Line)
                continue;
            var row = sheet.Range(placed.FirstRow + r, 1, placed.FirstRow + r, width).Style;
            row.Font.Bold = true;
            row.Fill.BackgroundColor = table.Rows[r].Role == RowRole.Total ? Look.TotalFill : Look.SubtotalFill;
        }
        var header = sheet.Range(placed.HeaderRow, 1, placed.HeaderRow, width).Style;
        for (int r = 0; r < table.Rows.Length; r++)
            for (int c = 0; c < width; c++)
                if (table.Rows[r].Cells[c] is { } cell && (cell.IsInput || cell.Tone != Tone.Plain))
                    sheet.Cell(placed.FirstRow + r, c + 1).Style.Fill.BackgroundColor = cell.IsInput ? Look.InputFill : Look.FillOf(cell.Tone);
        header.Font.Bold = true;
        header.Font.FontColor = Look.White;
        header.Fill.BackgroundColor = Look.Blue;
        header.Alignment.Vertical = XLAlignmentVerticalValues.Center;
        header.Alignment.Horizontal = XLAlignmentHorizontalValues.Left;
        for (int c = 0; c < width; c++)
            if (IsFigure(table.Columns[c].Kind))
                sheet.Cell(placed.HeaderRow, c + 1).Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Right;
            else if (c > 0 && IsFigure(table.Columns[c - 1].Kind))
                sheet.Cell(placed.HeaderRow, c + 1).Style.Alignment.Indent = 1;
    }

    private static bool IsFigure(ColumnKind kind) => kind is ColumnKind.Amount or ColumnKind.Rate or ColumnKind.Count or ColumnKind.Fte or ColumnKind.Number;

    private static double Indent(ReportTable table, int c) => c > 0 && !IsFigure(table.Columns[c].Kind) && IsFigure(table.Columns[c - 1].Kind) ? 1.5 : 0;

    private static int Lines(string text, double width, double scale) => TextMeasure.Lines(text, width / scale).Count;

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
