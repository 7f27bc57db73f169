using ClosedXML.Excel;
using FundingReports.Excel.Layout;
using FundingReports.Excel.Sheets;
using FundingReports.Reports;

namespace FundingReports.Excel.Added;

/// <summary>A report at the end of a workbook of ClosedXML.</summary>
/// <remarks>To be called under the invariant culture.</remarks>
internal static class ClosedSheets
{
    /// <summary>Adds the sheets.</summary>
    /// <param name="workbook">The workbook.</param>
    /// <param name="report">What is added; no table of it is too long to be held.</param>
    /// <param name="layout">Where everything goes.</param>
    /// <returns>The values of the formulas, by sheet.</returns>
    internal static IReadOnlyDictionary<string, FormulaValues> Add(XLWorkbook workbook, Report report, ReportLayout layout)
    {
        var styles = new StyleBook();
        var looks = new ClosedLooks(styles);
        var writer = new SheetWriter(report, layout, styles);
        var values = new Dictionary<string, FormulaValues>(StringComparer.Ordinal);
        foreach (var one in layout.Sheets)
        {
            var sheet = workbook.AddWorksheet(one.Sheet.Name);
            ClosedLooks.Make(sheet.Style, CellLook.Plain);
            for (int c = 0; c < one.Widths.Length; c++)
                sheet.Column(c + 1).Width = one.Widths[c];
            writer.Write(one, new ClosedCells(sheet, looks, values[one.Sheet.Name] = new()));
            foreach (var table in one.Tables)
                Table(sheet, table, one.Tables.Length == 1);
            Page(sheet, SheetPage.Of(report, one));
        }
        return values;
    }

    private static void Table(IXLWorksheet sheet, PlacedTable placed, bool isAlone)
    {
        var made = sheet.Range(placed.HeaderRow, 1, placed.LastRow, placed.Table.Columns.Length).CreateTable(placed.Table.Name);
        made.Theme = XLTableTheme.None;
        // Filter buttons stand on a table alone on its sheet, which is searched; several tables on a page are only read.
        made.ShowAutoFilter = isAlone;
    }

    private static void Page(IXLWorksheet sheet, SheetPage look)
    {
        var page = sheet.PageSetup;
        page.PaperSize = XLPaperSize.A4Paper;
        page.PageOrientation = XLPageOrientation.Landscape;
        page.FitToPages(1, look.FitsOnePage ? 1 : 0);
        page.Margins.SetLeft(SheetPage.Side).SetRight(SheetPage.Side).SetTop(SheetPage.Top).SetBottom(SheetPage.Bottom)
            .SetHeader(SheetPage.Margin).SetFooter(SheetPage.Margin);
        page.Footer.Left.AddText(PackedText.Pack(look.FooterLeft));
        page.Footer.Center.AddText(PackedText.Pack(look.FooterCentre));
        page.Footer.Right.AddText(PackedText.Pack(look.FooterRight));
        if (look.PrintedRows > 0)
            page.PrintAreas.Add(1, 1, look.PrintedRows, look.PrintedColumns);
        if (look.FrozenRows > 0)
            sheet.SheetView.FreezeRows(look.FrozenRows);
        if (look.TitleRow > 0)
            page.SetRowsToRepeatAtTop(look.TitleFrom, look.TitleRow);
        sheet.ShowGridLines = false;
        sheet.ActiveCell = sheet.Cell(1, 1);
        sheet.Cell(1, 1).Select();
    }
}
