using System.Globalization;
using System.Xml;
using FundingReports.WorkbookLint.Package;
using FundingReports.WorkbookLint.Sheets;

namespace FundingReports.WorkbookLint.Rules;

/// <summary>Rows, columns and values that are there and not seen; cells that are merged.</summary>
internal sealed class HiddenRule(LintBook book, LintSheet sheet, FindingList findings) : SheetRule
{
    private int first, last;

    internal override void HiddenRow(int row)
    {
        if (last > 0 && row == last + 1)
        {
            last = row;
            return;
        }
        Rows();
        first = last = row;
    }

    internal override void Element(XmlReader xml)
    {
        if (xml.LocalName is "mergeCell")
            findings.Add(LintRule.MergedCells, sheet.Name, CellRange.TryParse(xml.GetAttribute("ref"), out CellRange range)
                ? range.ToString() : null);
        else if (xml.LocalName is "col" && (Markup.IsTrue(xml.GetAttribute("hidden")) || Markup.Figure(xml.GetAttribute("width")) is 0))
            findings.Add(LintRule.HiddenContent, sheet.Name, Columns(xml), "columns");
        else if (xml.LocalName is "sheetFormatPr" && Markup.IsTrue(xml.GetAttribute("zeroHeight")))
            findings.Add(LintRule.HiddenContent, sheet.Name, null, "rows");
    }

    internal override void Row(LintRow row)
    {
        foreach (LintCell cell in row.Cells)
            if (!cell.IsBlank && book.Styles[cell.Style].Format is { Length: > 0 } format && format.Contains(';') && Hides(format, cell))
                findings.Add(LintRule.HiddenContent, sheet.Name, CellRange.NameOf(row.Number, cell.Column), "format", format);
    }

    internal override void End() => Rows();

    private void Rows()
    {
        if (last > 0)
            findings.Add(LintRule.HiddenContent, sheet.Name, string.Create(CultureInfo.InvariantCulture, $"{first}:{last}"), "rows");
    }

    private static string? Columns(XmlReader xml) =>
        Markup.Whole(xml.GetAttribute("min")) is { } min and >= 1 and <= CellRange.LastColumn
            && Markup.Whole(xml.GetAttribute("max")) is { } max && max >= min
            ? $"{CellRange.Column(min)}:{CellRange.Column(Math.Min(max, CellRange.LastColumn))}" : null;

    // A format has sections for positive numbers, negative ones, zero and text. One that is there and empty shows nothing.
    private static bool Hides(string format, LintCell cell)
    {
        List<string> sections = FormatSections.Of(format);
        int section = cell.Kind is LintKind.Text ? 3 : Markup.Figure(cell.Text.Value) switch { > 0 => 0, < 0 => 1, 0 => 2, _ => -1 };
        return section >= 0 && section < sections.Count && sections.Count > 1 && sections[section].Trim().Length == 0;
    }
}
