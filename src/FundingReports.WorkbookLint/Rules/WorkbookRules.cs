using System.Xml.Linq;
using FundingReports.WorkbookLint.Package;
using FundingReports.WorkbookLint.Sheets;

namespace FundingReports.WorkbookLint.Rules;

/// <summary>The workbook part: names of sheets, which one opens, defined names, links.</summary>
internal static class WorkbookRules
{
    private const int LongestName = 31;

    internal static void Check(LintPackage package, LintBook book, FindingList findings)
    {
        Names(book, findings);
        Opening(book, findings);
        foreach (Relation link in book.Relations.Where(relation => relation.Kind is "externalLink" && !relation.IsExternal))
            findings.Add(LintRule.ExternalLink, null, null, Address(package, link.Target));
        foreach (Relation outside in book.Relations.Where(relation => relation.IsExternal))
            findings.Add(LintRule.ExternalLink, null, null, outside.Target);
        foreach (XElement name in book.Root.First("definedNames").Named("definedName"))
            Defined(name, findings);
    }

    private static void Names(LintBook book, FindingList findings)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach ((XElement element, LintSheet sheet) in book.Root.First("sheets").Named("sheet").Zip(book.Sheets))
        {
            string name = element.Attr("name") ?? "";
            string? cause = name.Length == 0 ? "empty" : name.Length > LongestName ? "long" : !taken.Add(name) ? "twice"
                : name.AsSpan().IndexOfAny("[]:*?/\\") >= 0 || name[0] is '\'' || name[^1] is '\'' ? "character"
                : name.Equals("History", StringComparison.OrdinalIgnoreCase) ? "reserved" : null;
            if (cause is not null)
                findings.Add(LintRule.SheetName, sheet.Name, null, name, cause);
            if (element.Attr("state") is "hidden" or "veryHidden")
                findings.Add(LintRule.HiddenContent, sheet.Name, null, "sheet");
        }
    }

    private static void Opening(LintBook book, FindingList findings)
    {
        XElement? view = book.Root.First("bookViews").First("workbookView");
        int active = Markup.Whole(view.Attr("activeTab")) ?? 0;
        if (active != 0 && book.Sheets.FirstOrDefault(sheet => sheet.Position == active) is { } sheet)
            findings.Add(LintRule.FirstSheetActive, null, null, sheet.Name);
    }

    private static void Defined(XElement element, FindingList findings)
    {
        string name = element.Attr("name") ?? "", text = element.Value.Length > 8_192 ? element.Value[..8_192] : element.Value;
        if (Markup.IsTrue(element.Attr("vbProcedure")) || Markup.IsTrue(element.Attr("xlm")))
            findings.Add(LintRule.Macro, null, null, name);
        var scan = FormulaScan.Of(text);
        if (scan.Outside is { } outside)
            findings.Add(LintRule.ExternalLink, null, null, $"{name} = {outside}");
        foreach (string function in scan.Volatile)
            findings.Add(LintRule.VolatileFunction, null, null, function, $"{name} = {text}");
    }

    // Where another workbook is, as the relations of its link say.
    private static string Address(LintPackage package, string part) =>
        package.Relations(part).FirstOrDefault(relation => relation.IsExternal)?.Target ?? part;
}
