using FundingReports.Validation;

namespace FundingReports.WorkbookLint;

/// <summary>What each rule of the workbooks is worth and is called.</summary>
internal static class LintRules
{
    internal static string IdOf(LintRule rule) => EnumWords<LintRule>.Of(rule);

    // What can be told stands before the first guess in the enumeration.
    internal static Severity SeverityOf(LintRule rule) => rule < LintRule.MissingLegend ? Severity.Error : Severity.Warning;
}
