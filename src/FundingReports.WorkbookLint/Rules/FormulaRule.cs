using FundingReports.WorkbookLint.Sheets;

namespace FundingReports.WorkbookLint.Rules;

/// <summary>Formulas: each with a value, none with a number of its own, none that changes by itself or reads elsewhere.</summary>
internal sealed class FormulaRule(LintSheet sheet, FindingList findings) : SheetRule
{
    internal override void Row(LintRow row)
    {
        foreach (LintCell cell in row.Cells)
        {
            string Place() => CellRange.NameOf(row.Number, cell.Column);
            if (cell.Kind is LintKind.Error)
                findings.Add(
                    LintRule.FormulaValue, sheet.Name, Place(), cell.Text.Value.Length > 0 ? cell.Text.Value : "#?", cell.Formula ?? "");
            else if (cell is { Formula: not null, Kind: LintKind.Blank })
                findings.Add(LintRule.FormulaValue, sheet.Name, Place(), "", "=" + cell.Formula);
            if (cell.Formula is { Length: > 0 } formula)
                Look(formula, Place());
        }
    }

    internal override void Formula(string text)
    {
        var scan = FormulaScan.Of(text);
        if (scan.Outside is { } outside)
            findings.Add(LintRule.ExternalLink, sheet.Name, null, outside);
        foreach (string function in scan.Volatile)
            findings.Add(LintRule.VolatileFunction, sheet.Name, null, function, "=" + text);
    }

    private void Look(string formula, string place)
    {
        var scan = FormulaScan.Of(formula);
        if (scan.Outside is { } outside)
            findings.Add(LintRule.ExternalLink, sheet.Name, place, outside);
        foreach (string function in scan.Volatile.Distinct())
            findings.Add(LintRule.VolatileFunction, sheet.Name, place, function, "=" + formula);
        if (!sheet.HoldsAssumptions && scan.Constants.Count > 0)
            findings.Add(LintRule.FormulaConstant, sheet.Name, place, string.Join(", ", scan.Constants.Distinct()), "=" + formula);
    }
}
