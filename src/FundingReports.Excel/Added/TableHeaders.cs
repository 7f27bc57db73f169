using FundingReports.Excel.Layout;
using FundingReports.Excel.Packaging;

namespace FundingReports.Excel.Added;

/// <summary>
/// A header that says _x0041_ stays so: ClosedXML writes an A in the table's part, and a spreadsheet repairs a file where that is not what
/// the cell says.
/// </summary>
internal static class TableHeaders
{
    internal static void Repair(PackageParts package, ReportLayout layout, string cut)
    {
        var placed = layout.Sheets.SelectMany(sheet => sheet.Tables).ToDictionary(table => table.Table.Name, StringComparer.Ordinal);
        foreach (var table in package.Xml.Where(part => part.Key.StartsWith("xl/tables/", StringComparison.Ordinal))
            .Select(part => part.Value.Root!))
            if (placed.TryGetValue((string?)table.Attribute("name") ?? "", out var own))
                foreach (var (column, said) in table.Descendants(Names.Main + "tableColumn").Zip(own.Table.Columns))
                    column.SetAttributeValue("name", TableXml.HeaderName(said.Header, cut));
    }
}
