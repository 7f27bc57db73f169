using System.Xml;
using FundingReports.WorkbookLint.Package;
using FundingReports.WorkbookLint.Sheets;

namespace FundingReports.WorkbookLint.Rules;

/// <summary>How the sheet opens: alone if it is the first, on A1, not scrolled.</summary>
internal sealed class ViewRule(LintSheet sheet, FindingList findings) : SheetRule
{
    private int views, split;
    private string active = "topLeft";
    private string? at;

    internal override void Element(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "sheetView":
                if (views++ > 0)
                    return;
                if (sheet.Position > 0 && Markup.IsTrue(xml.GetAttribute("tabSelected")))
                    findings.Add(LintRule.FirstSheetActive, sheet.Name, null, sheet.Name);
                Scrolled(xml.GetAttribute("topLeftCell"), 1);
                break;
            case "pane" when views == 1:
                active = xml.GetAttribute("activePane") ?? "topLeft";
                split = (int)Math.Clamp(Markup.Figure(xml.GetAttribute("ySplit")) ?? 0, 0, CellRange.LastRow);
                // What follows frozen rows is not scrolled.
                if (xml.GetAttribute("state") is "frozen" or "frozenSplit")
                    Scrolled(xml.GetAttribute("topLeftCell"), split + 1);
                break;
            case "selection" when views == 1 && (xml.GetAttribute("pane") ?? "topLeft") == active:
                string cell = xml.GetAttribute("activeCell") ?? "A1";
                if (cell != "A1")
                    at = cell;
                break;
        }
    }

    internal override void End()
    {
        if (at is not null)
            findings.Add(LintRule.CursorInA1, sheet.Name, "A1", at);
    }

    private void Scrolled(string? corner, int row)
    {
        if (CellRange.TryCell(corner, out int top, out _) && top > row)
            at = corner;
    }
}
