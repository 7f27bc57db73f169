using System.Xml.Linq;
using FundingReports.Excel.Layout;
using FundingReports.Reports;

namespace FundingReports.Excel.Added;

/// <summary>
/// What ClosedXML leaves to be done of sheets that are added to somebody's own workbook, in one pass over the package; the rest of it is
/// left as it is.
/// </summary>
internal static class PackagePass
{
    /// <summary>Puts in the values of formulas, print titles, charts and headers, and the characters above U+FFFF.</summary>
    /// <param name="saved">The workbook as ClosedXML has saved it.</param>
    /// <param name="added">What was added, each time.</param>
    /// <param name="destination">Where to; it can seek.</param>
    internal static void Complete(MemoryStream saved, IReadOnlyList<AddedReport> added, Stream destination)
    {
        var package = PackageParts.Read(saved);
        // The order in which formulas are calculated: spreadsheets build it again, and a wrong one would damage the file.
        package.Remove("xl/calcChain.xml", "calcChain");
        WorkbookRepairs.PrintTitles(package);
        var sheets = WorkbookRepairs.Sheets(package);
        if (added.Any(one => one.Values is null))
            WorkbookRepairs.CalculateOnLoad(package);
        foreach (var one in added)
        {
            foreach (var (name, part) in sheets)
                if (one.Values?.TryGetValue(name, out var own) is true)
                    SheetRepairs.WriteValues(package.Xml[part], own);
            ChartParts.Add(package, sheets, one);
        }
        foreach (var part in package.Xml.Values)
            Unpack(part);
        foreach (var one in added)
            TableHeaders.Repair(package, one.Layout, one.Report.Words.Cut);
        package.Write(destination);
    }

    private static void Unpack(XDocument part)
    {
        foreach (var text in part.DescendantNodes().OfType<XText>().Where(text => IsPacked(text.Value)).ToList())
            text.Value = PackedText.Unpack(text.Value);
        // The headers of a table are attributes of its part: a spreadsheet repairs a file where they are not those of the cells.
        foreach (var attribute in part.Descendants().Attributes().Where(attribute => IsPacked(attribute.Value)))
            attribute.Value = PackedText.Unpack(attribute.Value);

        static bool IsPacked(string text) => text.Contains(PackedText.Open, StringComparison.Ordinal);
    }
}

/// <summary>A report that was added to a workbook.</summary>
/// <param name="Report">What was added.</param>
/// <param name="Layout">Where it is.</param>
/// <param name="Values">The values of its formulas, by sheet and address; null where they no longer hold.</param>
/// <param name="Moves">
/// By how many rows and columns its tables were moved, by their names, of those that are as long as they were; null where nothing was
/// changed.
/// </param>
internal sealed record AddedReport(Report Report, ReportLayout Layout, IReadOnlyDictionary<string, FormulaValues>? Values,
    IReadOnlyDictionary<string, (int Rows, int Columns)>? Moves);

/// <summary>The names of the format.</summary>
internal static class Names
{
    internal static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    internal static readonly XNamespace Ids = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    internal static readonly XNamespace Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    internal static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";
}
