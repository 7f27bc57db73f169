using FundingReports.Validation;
using FundingReports.WorkbookLint.Sheets;

namespace FundingReports.WorkbookLint.Rules;

/// <summary>What words say: nothing that becomes a formula, nothing about persons; and which of them stand for a value.</summary>
internal sealed class TextRule(LintBook book, LintSheet sheet, FindingList findings) : SheetRule
{
    internal override void Row(LintRow row)
    {
        for (int i = 0; i < row.Cells.Count; i++)
        {
            LintCell cell = row.Cells[i];
            if (cell.Kind is not LintKind.Text || cell.Text.Length == 0)
                continue;
            string place = CellRange.NameOf(row.Number, cell.Column), text = cell.Text.Value;
            // A dash alone stays a dash, and the text that a formula gives was not typed.
            if (cell.Formula is null && text.Length > 1 && text[0] is '=' or '+' or '-' or '@' && !book.Styles[cell.Style].Quoted)
                findings.Add(LintRule.TextPrefix, sheet.Name, place, text);
            if (cell.Text.Personal is { } personal)
                findings.Add(LintRule.PersonalData, sheet.Name, place, personal.Kind, personal.Masked);
            LegendRule.See(book, sheet.Name, place, text, i + 1 < row.Cells.Count ? row.Cells[i + 1] : default);
        }
    }

    internal override void Margin(string text)
    {
        if (PersonalData.Find(text) is { } personal)
            findings.Add(LintRule.PersonalData, sheet.Name, null, personal.Kind, personal.Masked);
    }
}
