using FundingReports.Excel.Layout;
using FundingReports.Excel.Streaming;
using FundingReports.Reports;
using FundingReports.Validation;

namespace FundingReports.Excel.Packaging;

/// <summary>The workbook part: its sheets, and what is printed of each.</summary>
internal static class WorkbookXml
{
    internal static void Write(XmlBytes xml, Report report, ReportLayout layout)
    {
        xml.Raw("<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""u8)
            .Raw(" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"u8)
            .Raw("<bookViews><workbookView firstSheet=\"0\" activeTab=\"0\"/></bookViews><sheets>"u8);
        for (int i = 0; i < layout.Sheets.Length; i++)
            xml.Raw("<sheet name=\""u8).Attribute(layout.Sheets[i].Sheet.Name).Raw("\" sheetId=\""u8).Number(i + 1L)
                .Raw("\" r:id=\""u8).Attribute(PackageXml.Id(i)).Raw("\"/>"u8);
        xml.Raw("</sheets>"u8);
        Names(xml, report, layout);
        // The calculation engine is said to be an old one, so that a spreadsheet works all formulas out again when it opens the workbook.
        xml.Raw("<calcPr calcId=\"125725\"/></workbook>"u8);
    }

    /// <summary>The sheets come first, so that the place of a sheet is the number of its relation.</summary>
    internal static void Relations(XmlBytes xml, IReadOnlyList<SheetParts> sheets) => PackageXml.Relations(
        xml, [.. sheets.Select(sheet => ("worksheet", sheet.Name)), ("styles", "xl/styles.xml"), ("theme", "xl/theme/theme1.xml")]);

    private static void Names(XmlBytes xml, Report report, ReportLayout layout)
    {
        SheetPage[] pages = [.. layout.Sheets.Select(sheet => SheetPage.Of(report, sheet))];
        if (Array.TrueForAll(pages, page => page is { PrintedRows: 0, TitleRow: 0 }))
            return;
        xml.Raw("<definedNames>"u8);
        for (int i = 0; i < pages.Length; i++)
            if (pages[i].PrintedRows > 0)
                Name("Print_Area"u8, i).Raw("$A$1:$"u8).Text(SheetCell.LettersOf(pages[i].PrintedColumns))
                    .Raw("$"u8).Number((long)pages[i].PrintedRows).Raw("</definedName>"u8);
        for (int i = 0; i < pages.Length; i++)
            // LibreOffice ignores rows without their dollars.
            if (pages[i].TitleRow is > 0 and var row)
                Name("Print_Titles"u8, i).Raw("$"u8).Number((long)pages[i].TitleFrom).Raw(":$"u8).Number((long)row)
                    .Raw("</definedName>"u8);
        xml.Raw("</definedNames>"u8);

        XmlBytes Name(ReadOnlySpan<byte> name, int sheet) => xml
            .Raw("<definedName name=\"_xlnm."u8).Raw(name).Raw("\" localSheetId=\""u8).Number((long)sheet)
            .Raw("\">'"u8).Text(layout.Sheets[sheet].Sheet.Name.Replace("'", "''", StringComparison.Ordinal)).Raw("'!"u8);
    }
}
