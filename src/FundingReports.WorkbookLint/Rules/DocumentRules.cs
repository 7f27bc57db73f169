using System.Xml.Linq;
using FundingReports.Validation;
using FundingReports.WorkbookLint.Package;

namespace FundingReports.WorkbookLint.Rules;

/// <summary>What the document says of itself, and what has no place in any workbook.</summary>
internal static class DocumentRules
{
    internal static void Check(LintPackage package, FindingList findings)
    {
        Properties(package, findings);
        foreach (string part in package.Names)
        {
            string name = part[(part.LastIndexOf('/') + 1)..];
            if (name.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)
                || part.Contains("/activeX/", StringComparison.OrdinalIgnoreCase)
                || part.Contains("/macrosheets/", StringComparison.OrdinalIgnoreCase)
                    || part.Contains("/dialogsheets/", StringComparison.OrdinalIgnoreCase) || part.Contains(
                        "/ctrlProps/", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".bin", StringComparison.OrdinalIgnoreCase))
                findings.Add(LintRule.Macro, null, null, part);
            else if (name.Equals("connections.xml", StringComparison.OrdinalIgnoreCase)
                || part.Contains("/queryTables/", StringComparison.OrdinalIgnoreCase))
                findings.Add(LintRule.ExternalLink, null, null, part);
        }
    }

    private static void Properties(LintPackage package, FindingList findings)
    {
        string? part = package.Relations("")
            .FirstOrDefault(relation => relation is { Kind: "core-properties", IsExternal: false })?.Target;
        XElement? root = part is null ? null : package.Tree(part);
        bool Says(string name) => root.First(name) is { } element && !string.IsNullOrWhiteSpace(element.Value);
        if (!Says("title"))
            findings.Add(LintRule.DocumentTitle);
        if (!Says("creator"))
            findings.Add(LintRule.DocumentAuthor);
        if (!Says("language"))
            findings.Add(LintRule.DocumentLanguage);
        foreach (XElement property in root?.Elements() ?? [])
            if (PersonalData.Find(property.Value.Length > 40_000 ? property.Value[..40_000] : property.Value) is { } personal)
                findings.Add(LintRule.PersonalData, null, null, personal.Kind, personal.Masked);
    }
}
