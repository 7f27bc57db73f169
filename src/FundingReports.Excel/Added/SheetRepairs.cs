using System.Xml.Linq;

namespace FundingReports.Excel.Added;

/// <summary>What ClosedXML leaves out in a sheet.</summary>
internal static class SheetRepairs
{
    /// <summary>
    /// Writes the values of formulas: without one a reader that does not calculate sees nothing, and LibreOffice trusts what it finds.
    /// </summary>
    internal static void WriteValues(XDocument sheet, FormulaValues values)
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
