using System.Text.RegularExpressions;
using FundingReports.Excel.Layout;

namespace FundingReports.Excel.Packaging;

/// <summary>
/// A header that says _x0041_ stays so: ClosedXML writes an A in the table's part, and a spreadsheet repairs a file where that is not what
/// the cell says.
/// </summary>
internal static partial class TableHeaders
{
    internal static void Repair(PackageParts package, ReportLayout layout, string cut)
    {
        var placed = layout.Sheets.SelectMany(sheet => sheet.Tables).ToDictionary(table => table.Table.Name, StringComparer.Ordinal);
        foreach (var table in package.Xml.Where(part => part.Key.StartsWith("xl/tables/", StringComparison.Ordinal))
            .Select(part => part.Value.Root!))
            if (placed.TryGetValue((string?)table.Attribute("name") ?? "", out var own))
                foreach (var (column, said) in table.Descendants(Names.Main + "tableColumn").Zip(own.Table.Columns))
                    if (Escape().IsMatch(said.Header))
                        column.SetAttributeValue("name", Escape().Replace(SafeText.Clean(said.Header, cut), "_x005F$&")
                            .Replace("\n", "_x000a_", StringComparison.Ordinal));
    }

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
