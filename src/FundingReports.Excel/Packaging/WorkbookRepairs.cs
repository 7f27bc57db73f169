using System.Text.RegularExpressions;
using System.Xml.Linq;
using FundingReports.Excel.Layout;

namespace FundingReports.Excel.Packaging;

/// <summary>What ClosedXML writes wrong in the workbook part.</summary>
internal static partial class WorkbookRepairs
{
    private const string Part = "xl/workbook.xml";

    internal static void Apply(PackageParts package)
    {
        PrintTitles(package);
        // Format 0 is built in; writing it, and empty, is asking for trouble.
        var formats = package.Xml["xl/styles.xml"].Descendants(Names.Main + "numFmts").First();
        formats.Elements().Where(format => (string?)format.Attribute("numFmtId") == "0").Remove();
        formats.SetAttributeValue("count", formats.Elements().Count());
        // The unit of every column's width is the digit of the first font, which ClosedXML leaves at Calibri 11.
        var font = package.Xml["xl/styles.xml"].Descendants(Names.Main + "font").First();
        font.Element(Names.Main + "name")!.SetAttributeValue("val", Look.Font);
        font.Element(Names.Main + "sz")!.SetAttributeValue("val", Look.FontSize);
    }

    /// <summary>'Plan'!4:4 is ignored by LibreOffice, 'Plan'!$4:$4 is not.</summary>
    internal static void PrintTitles(PackageParts package)
    {
        foreach (var name in package.Xml[Part].Descendants(Names.Main + "definedName"))
            if ((string?)name.Attribute("name") == "_xlnm.Print_Titles")
                name.Value = WholeRows().Replace(name.Value, "!$$$1:$$$2");
    }

    /// <summary>The sheets, in order, and their parts.</summary>
    internal static IReadOnlyList<(string Name, string Part)> Sheets(PackageParts package)
    {
        var targets = package.Xml["xl/_rels/workbook.xml.rels"].Root!.Elements()
            .ToDictionary(
                relation => (string)relation.Attribute("Id")!, relation => ((string)relation.Attribute("Target")!).TrimStart('/'));
        return [.. package.Xml[Part].Descendants(Names.Main + "sheet")
            .Select(sheet => ((string)sheet.Attribute("name")!, targets[(string)sheet.Attribute(Names.Ids + "id")!]))];
    }

    [GeneratedRegex(@"!\$?([0-9]+):\$?([0-9]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex WholeRows();
}
