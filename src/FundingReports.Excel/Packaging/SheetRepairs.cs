using System.Xml.Linq;
using FundingReports.Excel.Sheets;

namespace FundingReports.Excel.Packaging;

/// <summary>What ClosedXML leaves out, or writes wrong, in a sheet.</summary>
internal static class SheetRepairs
{
    internal static void Apply(XDocument sheet, Dictionary<string, FormulaValue>? values, bool first)
    {
        if (values is not null)
            WriteValues(sheet, values);
        foreach (var columns in sheet.Descendants(Names.Main + "cols"))
            columns.ReplaceNodes(columns.Elements().OrderBy(column => (int)column.Attribute("min")!).ToList());
        foreach (var view in sheet.Descendants(Names.Main + "sheetView"))
            view.SetAttributeValue("tabSelected", first ? "1" : null);
    }

    /// <summary>
    /// Writes the values of formulas: without one a reader that does not calculate sees nothing, and LibreOffice trusts what it finds.
    /// </summary>
    internal static void WriteValues(XDocument sheet, Dictionary<string, FormulaValue> values)
    {
        foreach (var formula in sheet.Descendants(Names.Main + "f").ToList())
        {
            var cell = formula.Parent!;
            // A formula that somebody else has put there is worked out when the workbook is opened.
            if (!values.TryGetValue((string)cell.Attribute("r")!, out var value))
                continue;
            cell.Elements(Names.Main + "v").Remove();
            cell.SetAttributeValue("t", value.IsText ? "str" : null);
            cell.Add(new XElement(Names.Main + "v", value.Value));
        }
    }
}
