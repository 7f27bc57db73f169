using System.Xml.Linq;
using FundingReports.WorkbookLint.Package;
using FundingReports.WorkbookLint.Sheets;

namespace FundingReports.WorkbookLint.Rules;

/// <summary>Charts and pictures: what they say to those who do not see them.</summary>
internal static class DrawingRules
{
    internal static void Check(LintPackage package, LintBook book, LintSheet sheet, string part, FindingList findings)
    {
        if (package.Tree(part, sheet.Name) is not { } root)
            return;
        var charts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Relation relation in package.Relations(part, sheet.Name))
            if (relation.IsExternal && relation.Kind is not "hyperlink")
                findings.Add(LintRule.ExternalLink, sheet.Name, null, relation.Target);
            else if (relation.Kind is "chart")
                charts.TryAdd(relation.Id, relation.Target);
        foreach (XElement anchor in root.Elements())
            foreach (
                XElement shape in anchor.Descendants().Where(shape => !shape.Ancestors().Any(above => above.Name.LocalName is "Fallback")))
                Shape(shape, PlaceOf(anchor), package, book, sheet, charts, findings);
    }

    private static void Shape(XElement shape, string? place, LintPackage package, LintBook book, LintSheet sheet,
        Dictionary<string, string> charts, FindingList findings)
    {
        if (shape.Attr("macro") is { Length: > 0 } macro)
            findings.Add(LintRule.Macro, sheet.Name, place, macro);
        if (shape.Name.LocalName is not ("graphicFrame" or "pic"))
            return;
        XElement? about = shape.Elements().FirstOrDefault(child => child.Name.LocalName is "nvGraphicFramePr" or "nvPicPr").First("cNvPr");
        string name = about.Attr("name") is { Length: > 0 } given ? given : shape.Name.LocalName;
        bool decorative = about.Within("decorative").Any(mark => Markup.IsTrue(mark.Attr("val")));
        if (!decorative && string.IsNullOrWhiteSpace(about.Attr("descr")) && string.IsNullOrWhiteSpace(about.Attr("title")))
            findings.Add(LintRule.ChartAlternative, sheet.Name, place, name);
        foreach (XElement chart in shape.Within("chart"))
            if (chart.Attr("id") is { } id && charts.TryGetValue(id, out string? part) && package.Tree(part, sheet.Name) is { } root)
                ChartRules.Check(root, name, place, book, sheet, findings);
    }

    private static string? PlaceOf(XElement anchor) =>
        Markup.Whole(anchor.First("from").First("row")?.Value) is { } row and >= 0 and < CellRange.LastRow
            && Markup.Whole(anchor.First("from").First("col")?.Value) is { } column and >= 0 and < CellRange.LastColumn
            ? CellRange.NameOf(row + 1, column + 1) : null;
}
