using System.Globalization;
using System.Text.RegularExpressions;
using FundingReports.WorkbookLint.Sheets;

namespace FundingReports.WorkbookLint.Rules;

/// <summary>Where the tables of a sheet stand and what they are called, as their parts say it.</summary>
internal static partial class TableRules
{
    internal static void Check(LintSheet sheet, FindingList findings)
    {
        // The first page may hold several short ones, and a summary wherever it stands.
        if (sheet.Tables.Length > 1 && sheet.Position > 0 && Folded.Of(sheet.Name) is not ("synthese" or "summary"))
            findings.Add(LintRule.SeveralTables, sheet.Name, sheet.Tables[1].Range.ToString(),
                sheet.Tables.Length.ToString(CultureInfo.InvariantCulture));
        foreach (LintTable table in sheet.Tables)
        {
            string place = table.Range.ToString();
            if (table.Range.Left != 1 || table.Range.Top < 2)
                findings.Add(LintRule.TablePlace, sheet.Name, place, table.Name);
            if (DefaultName().IsMatch(table.Name))
                findings.Add(LintRule.TableName, sheet.Name, place, table.Name);
            if (table.HeaderRows != 1)
                findings.Add(LintRule.HeaderRow, sheet.Name, place, "none", table.Name);
        }
    }

    /// <summary>Whether a header is what a spreadsheet calls a column that nobody has named.</summary>
    internal static bool IsDefaultHeader(string header) => DefaultHeader().IsMatch(header);

    [GeneratedRegex("^((Table|Tableau|Tabelle|Tabla|Tabela)_?[0-9]*)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DefaultName();

    [GeneratedRegex("^(Column|Colonne|Spalte|Columna|Coluna) ?[0-9]+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DefaultHeader();
}
