using System.Xml.Linq;
using FundingReports.Excel.Layout;
using FundingReports.Excel.Sheets;
using FundingReports.Reports;

namespace FundingReports.Excel.Packaging;

/// <summary>
/// What ClosedXML leaves to be done, in one pass over the package: values of formulas, print titles, properties of the
/// document, and parts that are the same from one save to the next.
/// </summary>
internal static class PackagePass
{
    internal static void Apply(MemoryStream saved, Report report, Rendering rendering, Stream destination)
    {
        var package = PackageParts.Read(saved);
        // Spreadsheets build it again; it is one more place to be wrong in.
        package.Remove("xl/calcChain.xml", "calcChain");
        CoreProperties.Write(package, report);
        package.Remove("docProps/app.xml", "extended-properties");
        WorkbookRepairs.Apply(package);
        var sheets = WorkbookRepairs.Sheets(package);
        for (int i = 0; i < sheets.Count; i++)
            SheetRepairs.Apply(package.Xml[sheets[i].Part], rendering.Formulas.Values.GetValueOrDefault(sheets[i].Name), first: i == 0);
        BodyParts.Add(package, sheets, rendering);
        ChartParts.Add(package, sheets, rendering.Layout, report);
        DataParts.Add(package, sheets, rendering.Layout, report.Words);
        foreach (var (name, part) in package.Xml)
        {
            if (name.StartsWith("xl/tables/", StringComparison.Ordinal))
                part.Descendants(Names.Main + "calculatedColumnFormula").Remove();
            Unpack(part);
        }
        TableHeaders.Repair(package, rendering.Layout, report.Words.Cut);
        Relationships.Renumber(package);
        package.Write(destination);
    }

    /// <summary>The same for the sheets of a report in somebody's own workbook; the rest of it is left as it is.</summary>
    internal static void Complete(MemoryStream saved, Report report, Rendering rendering, Stream destination)
    {
        var package = PackageParts.Read(saved);
        package.Remove("xl/calcChain.xml", "calcChain");
        WorkbookRepairs.PrintTitles(package);
        var sheets = WorkbookRepairs.Sheets(package);
        foreach (var (name, part) in sheets)
            if (rendering.Formulas.Values.TryGetValue(name, out var values))
                SheetRepairs.WriteValues(package.Xml[part], values);
        ChartParts.Add(package, sheets, rendering.Layout, report);
        foreach (var part in package.Xml.Values)
            Unpack(part);
        TableHeaders.Repair(package, rendering.Layout, report.Words.Cut);
        package.Write(destination);
    }

    private static void Unpack(XDocument part)
    {
        foreach (var text in part.DescendantNodes().OfType<XText>()
            .Where(text => text.Value.Contains(SafeText.Open, StringComparison.Ordinal)).ToList())
            text.Value = SafeText.Unpack(text.Value);
        // The headers of a table are attributes of its part: a spreadsheet repairs a file where they are not those of the cells.
        foreach (var attribute in part.Descendants().Attributes()
            .Where(attribute => attribute.Value.Contains(SafeText.Open, StringComparison.Ordinal)))
            attribute.Value = SafeText.Unpack(attribute.Value);
    }
}

/// <summary>The names of the format.</summary>
internal static class Names
{
    internal static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    internal static readonly XNamespace Ids = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    internal static readonly XNamespace Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    internal static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";
}
