using FundingReports.WorkbookLint.Package;
using FundingReports.WorkbookLint.Sheets;

namespace FundingReports.WorkbookLint.Rules;

/// <summary>The rules of one sheet.</summary>
internal static class SheetRules
{
    internal static void Check(LintPackage package, LintBook book, LintSheet sheet, FindingList findings)
    {
        ExternalRule.Check(sheet, findings);
        CommentRule.Check(package, sheet, findings);
        foreach (Relation drawing in sheet.Of("drawing"))
            DrawingRules.Check(package, book, sheet, drawing.Target, findings);
        if (sheet.Part is null || !sheet.IsCells)
            return;
        TableRules.Check(sheet, findings);
        var rules = new SheetRuleSet(
            new ViewRule(sheet, findings), new PageRule(sheet, findings), new HiddenRule(book, sheet, findings),
            new TableCellsRule(sheet, findings), new TextRule(book, sheet, findings), new IdentifierRule(sheet, findings),
            new FormulaRule(sheet, findings), new ContrastRule(book, sheet, findings), new ColourRule(book, sheet, findings),
                new CutRule(book, sheet, findings),
            new WidthRule(book, sheet, findings));
        if (package.Read(sheet.Part, new SheetReader(book, rules).Walk, sheet.Name))
            rules.End();
    }
}
