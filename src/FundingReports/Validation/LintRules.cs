using System.Collections.Frozen;

namespace FundingReports.Validation;

/// <summary>What each rule of the workbooks is worth and is called.</summary>
internal static class LintRules
{
    private static readonly FrozenDictionary<LintRule, string> names =
        Enum.GetValues<LintRule>().ToFrozenDictionary(rule => rule, rule => KebabCase.Of(rule.ToString()));

    internal static string IdOf(LintRule rule) => names[rule];

    // What can be told stands before the first guess in the enumeration.
    internal static Severity SeverityOf(LintRule rule) => rule < LintRule.MissingLegend ? Severity.Error : Severity.Warning;
}
