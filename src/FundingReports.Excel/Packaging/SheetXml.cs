using FundingReports.Excel.Layout;
using FundingReports.Excel.Sheets;
using FundingReports.Excel.Streaming;
using FundingReports.Reports;
using FundingReports.Validation;

namespace FundingReports.Excel.Packaging;

/// <summary>The part of a sheet. The order of its elements is fixed.</summary>
internal static class SheetXml
{
    // What spreadsheets add to a width in characters for the borders of the cell.
    private const double BorderWidth = 0.710625;

    internal static void Write(XmlBytes xml, Report report, SheetParts part, SheetWriter writer)
    {
        var layout = part.Sheet;
        var page = SheetPage.Of(report, layout);
        xml.Raw("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""u8)
            .Raw(" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"u8)
            .Raw("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><dimension ref=\"A1:"u8)
            .Text(SheetCell.LettersOf(Math.Max(1, layout.Widths.Length))).Number((long)LastRow(layout)).Raw("\"/>"u8);
        View(xml, part.IsFirst, page);
        Columns(xml, layout);
        xml.Raw("<sheetData>"u8);
        var rows = new SheetRows(xml, report.Words);
        writer.Write(layout, rows);
        rows.End();
        xml.Raw("</sheetData>"u8);
        int condition = 0;
        foreach (var repeats in Repeats.Of(layout))
            xml.Raw("<conditionalFormatting sqref=\""u8).Attribute(repeats.Cells)
                .Raw("\"><cfRule type=\"expression\" dxfId=\"0\" priority=\""u8).Number((long)++condition).Raw("\"><formula>"u8)
                .Text(repeats.Condition).Raw("</formula></cfRule></conditionalFormatting>"u8);
        Links(xml, rows);
        Page(xml, page);
        int relation = 0;
        if (part.Drawing is not null)
            xml.Raw("<drawing r:id=\""u8).Attribute(PackageXml.Id(relation++)).Raw("\"/>"u8);
        if (part.Tables.Count > 0)
        {
            xml.Raw("<tableParts count=\""u8).Number((long)part.Tables.Count).Raw("\">"u8);
            foreach (var _ in part.Tables)
                xml.Raw("<tablePart r:id=\""u8).Attribute(PackageXml.Id(relation++)).Raw("\"/>"u8);
            xml.Raw("</tableParts>"u8);
        }
        xml.Raw("</worksheet>"u8);
    }

    private static int LastRow(SheetLayout layout) =>
        layout.Data is { } data ? Math.Max(layout.LastRow, layout.Tables[^1].HeaderRow + data.Count) : layout.LastRow;

    private static void View(XmlBytes xml, bool isFirst, SheetPage page)
    {
        xml.Raw("<sheetViews><sheetView showGridLines=\"0\""u8);
        if (isFirst)
            xml.Raw(" tabSelected=\"1\""u8);
        xml.Raw(" workbookViewId=\"0\">"u8);
        if (page.FrozenRows > 0)
            xml.Raw("<pane ySplit=\""u8).Number((long)page.FrozenRows).Raw("\" topLeftCell=\"A"u8).Number(page.FrozenRows + 1L)
                .Raw("\" activePane=\"bottomLeft\" state=\"frozen\"/><selection pane=\"bottomLeft\" activeCell=\"A1\" sqref=\"A1\"/>"u8);
        else
            xml.Raw("<selection activeCell=\"A1\" sqref=\"A1\"/>"u8);
        xml.Raw("</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\""u8).Length(Look.EmptyRow).Raw("\"/>"u8);
    }

    private static void Columns(XmlBytes xml, SheetLayout layout)
    {
        if (layout.Widths.IsEmpty)
            return;
        xml.Raw("<cols>"u8);
        for (int c = 1; c <= layout.Widths.Length; c++)
            xml.Raw("<col min=\""u8).Number((long)c).Raw("\" max=\""u8).Number((long)c)
                .Raw("\" width=\""u8).Length(layout.Widths[c - 1] + BorderWidth)
                .Raw("\" customWidth=\"1\"/>"u8);
        xml.Raw("</cols>"u8);
    }

    private static void Links(XmlBytes xml, SheetRows rows)
    {
        if (rows.Links.Count == 0)
            return;
        xml.Raw("<hyperlinks>"u8);
        foreach (var (row, column, text, sheet) in rows.Links)
            xml.Raw("<hyperlink ref=\""u8).Text(SheetCell.LettersOf(column)).Number((long)row)
                .Raw("\" location=\"'"u8).Attribute(sheet.Replace("'", "''", StringComparison.Ordinal))
                .Raw("'!A1\" display=\""u8).Attribute(text).Raw("\"/>"u8);
        xml.Raw("</hyperlinks>"u8);
    }

    private static void Page(XmlBytes xml, SheetPage page)
    {
        xml.Raw("<pageMargins left=\""u8).Length(SheetPage.Side).Raw("\" right=\""u8).Length(SheetPage.Side)
            .Raw("\" top=\""u8).Length(SheetPage.Top)
            .Raw("\" bottom=\""u8).Length(SheetPage.Bottom)
            .Raw("\" header=\""u8).Length(SheetPage.Margin).Raw("\" footer=\""u8).Length(SheetPage.Margin)
            .Raw("\"/><pageSetup paperSize=\""u8).Number((long)SheetPage.A4);
        if (!page.FitsOnePage)
            xml.Raw("\" fitToHeight=\"0"u8);
        xml.Raw("\" orientation=\"landscape\"/><headerFooter><oddFooter>&amp;L"u8).Text(page.FooterLeft)
            .Raw("&amp;C"u8).Text(page.FooterCentre).Raw("&amp;R"u8).Text(page.FooterRight).Raw("</oddFooter></headerFooter>"u8);
    }
}
