using System.Xml.Linq;
using FundingReports.Reports;

namespace FundingReports.Excel.Packaging;

/// <summary>
/// What ClosedXML leaves to be done, in one pass over the package: values of formulas, print titles, properties of the
/// document, and parts that are the same from one save to the next.
/// </summary>
internal static class PackagePass
{
    internal static byte[] Apply(MemoryStream saved, Report report, IReadOnlyDictionary<string, Dictionary<string, FormulaValue>> formulas)
    {
        var package = PackageParts.Read(saved);
        // Spreadsheets build it again; it is one more place to be wrong in.
        package.Remove("xl/calcChain.xml", "calcChain");
        CoreProperties.Write(package, report);
        package.Remove("docProps/app.xml", "extended-properties");
        WorkbookRepairs.Apply(package);
        var sheets = WorkbookRepairs.Sheets(package);
        for (int i = 0; i < sheets.Count; i++)
            SheetRepairs.Apply(package.Xml[sheets[i].Part], formulas.GetValueOrDefault(sheets[i].Name), first: i == 0);
        foreach (var (name, part) in package.Xml)
        {
            if (name.StartsWith("xl/tables/", StringComparison.Ordinal))
                part.Descendants(Names.Main + "calculatedColumnFormula").Remove();
            Unpack(part);
        }
        Relationships.Renumber(package);
        return package.Write();
    }

    private static void Unpack(XDocument part)
    {
        foreach (var text in part.DescendantNodes().OfType<XText>().Where(text => text.Value.Contains(SafeText.Open, StringComparison.Ordinal)).ToList())
            text.Value = SafeText.Unpack(text.Value);
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
