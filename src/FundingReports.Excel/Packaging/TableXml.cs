using System.Text.RegularExpressions;
using FundingReports.Excel.Layout;
using FundingReports.Excel.Streaming;
using FundingReports.Validation;

namespace FundingReports.Excel.Packaging;

/// <summary>The part of a table.</summary>
internal static partial class TableXml
{
    internal static void Write(XmlBytes xml, int number, SheetLayout sheet, PlacedTable placed, string cut)
    {
        var table = placed.Table;
        int last = sheet.Data is { } data && placed == sheet.Tables[^1] ? placed.HeaderRow + data.Count : placed.LastRow;
        xml.Raw("<table xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" id=\""u8).Number((long)number)
            .Raw("\" name=\""u8).Attribute(table.Name).Raw("\" displayName=\""u8).Attribute(table.Name).Raw("\" ref=\""u8);
        Range();
        xml.Raw("\" totalsRowShown=\"0\">"u8);
        // Filter buttons stand on a table alone on its sheet, which is searched; several tables on a page are only read.
        if (sheet.Tables.Length == 1)
        {
            xml.Raw("<autoFilter ref=\""u8);
            Range();
            xml.Raw("\"/>"u8);
        }
        xml.Raw("<tableColumns count=\""u8).Number((long)table.Columns.Length).Raw("\">"u8);
        for (int c = 0; c < table.Columns.Length; c++)
            xml.Raw("<tableColumn id=\""u8).Number(c + 1L)
                .Raw("\" name=\""u8).Attribute(HeaderName(table.Columns[c].Header, cut)).Raw("\"/>"u8);
        xml.Raw("</tableColumns>"u8)
            .Raw("<tableStyleInfo showFirstColumn=\"0\" showLastColumn=\"0\" showRowStripes=\"1\" showColumnStripes=\"0\"/></table>"u8);

        void Range() =>
            xml.Raw("A"u8).Number((long)placed.HeaderRow).Raw(":"u8).Text(SheetCell.LettersOf(table.Columns.Length)).Number((long)last);
    }

    /// <summary>
    /// A header as a table names it. A spreadsheet repairs a file where that is not what the cell says: "_x0041_" stays so, and a line end
    /// is one.
    /// </summary>
    internal static string HeaderName(string header, string cut) =>
        Escape().Replace(SafeText.Clean(header, cut), "_x005F$&").Replace("\n", "_x000a_", StringComparison.Ordinal);

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
