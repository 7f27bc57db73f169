using System.Globalization;
using System.Text.RegularExpressions;
using FundingReports.Validation;
using FundingReports.WorkbookLint.Package;
using FundingReports.WorkbookLint.Sheets;

namespace FundingReports.WorkbookLint.Rules;

/// <summary>SIRET, SIREN, codes of départements and of communes are words made of digits.</summary>
internal sealed partial class IdentifierRule(LintSheet sheet, FindingList findings) : SheetRule
{
    // By column, the header under which numbers are identifiers; with or without a table.
    private readonly Dictionary<int, (string Header, bool Departement)> under = [];

    internal override void Row(LintRow row)
    {
        foreach (LintTable table in sheet.Tables)
            if (row.Number == table.Range.Top)
                for (int column = table.Range.Left; column <= table.Range.Right; column++)
                    under.Remove(column);
        foreach (LintCell cell in row.Cells)
        {
            if (cell.Kind is LintKind.Text && cell.Text.Length is > 2 and < 60 && Folded.Of(cell.Text.Value) is var header)
            {
                if (Code().IsMatch(header))
                    under[cell.Column] = (cell.Text.Value, false);
                else if (Departement().IsMatch(header))
                    under[cell.Column] = (cell.Text.Value, true);
            }
            else if (cell.Kind is LintKind.Number && Markup.Figure(cell.Text.Value) is { } number && number > 0
                && number == Math.Floor(number) && number < 1e15)
            {
                string digits = ((long)number).ToString(CultureInfo.InvariantCulture);
                // A column called Département may well hold the money of one.
                if (under.TryGetValue(cell.Column, out var column)
                    ? !column.Departement || number < 977 : Identifiers.HasSiretChecksum(digits))
                    findings.Add(LintRule.IdentifierNumber, sheet.Name, CellRange.NameOf(row.Number, cell.Column), column.Header
                        ?? "SIRET", digits);
            }
        }
    }

    [GeneratedRegex(@"\b(siret|siren|ridet|siret ou ridet|code (postal|insee|commune)|codepostal)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [GeneratedRegex(@"^((code|numero|n|no) )?(du )?(departement|dept|dpt|dep)( \d+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Departement();
}
