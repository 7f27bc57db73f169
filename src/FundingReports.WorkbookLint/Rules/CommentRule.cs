using System.Xml;
using FundingReports.Validation;
using FundingReports.WorkbookLint.Package;
using FundingReports.WorkbookLint.Sheets;

namespace FundingReports.WorkbookLint.Rules;

/// <summary>Comments travel with the workbook: what has no place in a cell has none there.</summary>
internal static class CommentRule
{
    internal static void Check(LintPackage package, LintSheet sheet, FindingList findings)
    {
        foreach (Relation relation in sheet.Of("comments").Concat(sheet.Of("threadedComment")))
            package.Read(relation.Target, xml =>
            {
                string? cell = null;
                string text = "";
                while (xml.Read())
                {
                    if (xml is { NodeType: XmlNodeType.Element, LocalName: "comment" or "threadedComment" })
                        (cell, text) = (CellRange.TryParse(xml.GetAttribute("ref"), out CellRange range) ? range.ToString() : null, "");
                    else if (xml is { NodeType: XmlNodeType.Element, LocalName: "t" or "text" } && text.Length < LintText.Read)
                        text += xml.LocalName is "t" || relation.Kind is "threadedComment"
                            ? Markup.Inside(xml, LintText.Read - text.Length) : "";
                    if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "comment" or "threadedComment" }
                        && PersonalData.Find(text) is { } personal)
                        findings.Add(LintRule.PersonalData, sheet.Name, cell, personal.Kind, personal.Masked);
                }
            }, sheet.Name);
    }
}
