using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace FundingReports.Excel.Added;

/// <summary>What ClosedXML writes wrong in the workbook part.</summary>
internal static partial class WorkbookRepairs
{
    private const string Part = "xl/workbook.xml";

    /// <summary>'Plan'!4:4 is ignored by LibreOffice, 'Plan'!$4:$4 is not.</summary>
    internal static void PrintTitles(PackageParts package)
    {
        foreach (var name in package.Xml[Part].Descendants(Names.Main + "definedName"))
            if ((string?)name.Attribute("name") == "_xlnm.Print_Titles")
                name.Value = WholeRows().Replace(name.Value, "!$$$1:$$$2");
    }

    /// <summary>Asks the spreadsheet that opens the file to work out every formula.</summary>
    internal static void CalculateOnLoad(PackageParts package)
    {
        XElement root = package.Xml[Part].Root!;
        XElement? calculation = root.Element(Names.Main + "calcPr");
        if (calculation is null)
        {
            calculation = new(Names.Main + "calcPr");
            // The schema has it after the names; without names, after the sheets.
            (root.Element(Names.Main + "definedNames") ?? root.Element(Names.Main + "sheets")!).AddAfterSelf(calculation);
        }
        calculation.SetAttributeValue("fullCalcOnLoad", "1");
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
