using FundingReports.Validation;
using FundingReports.WorkbookLint.Package;
using FundingReports.WorkbookLint.Sheets;

namespace FundingReports.WorkbookLint.Rules;

/// <summary>What a sheet fetches from elsewhere. A hyperlink to a page is none: it is read only if somebody clicks it.</summary>
internal static class ExternalRule
{
    internal static void Check(LintSheet sheet, FindingList findings)
    {
        foreach (Relation relation in sheet.Relations)
        {
            if (relation.IsExternal && relation.Kind is "hyperlink")
                Link(relation.Target, sheet, findings);
            else if (relation.IsExternal || relation.Kind is "queryTable")
                findings.Add(LintRule.ExternalLink, sheet.Name, null, relation.Target);
            else if (relation.Kind is "control")
                findings.Add(LintRule.Macro, sheet.Name, null, relation.Target);
        }
    }

    private static void Link(string target, LintSheet sheet, FindingList findings)
    {
        // Whoever receives the workbook has neither the file nor the server.
        if (!target.StartsWith("http:", StringComparison.OrdinalIgnoreCase)
            && !target.StartsWith("https:", StringComparison.OrdinalIgnoreCase)
            && !target.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) && !target.StartsWith('#'))
            findings.Add(LintRule.ExternalLink, sheet.Name, null, target);
        if (PersonalData.Find(target.Length > 40_000 ? target[..40_000] : target) is { } personal)
            findings.Add(LintRule.PersonalData, sheet.Name, null, personal.Kind, personal.Masked);
    }
}
