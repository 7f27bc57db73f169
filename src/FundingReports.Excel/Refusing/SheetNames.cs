using System.Collections.Immutable;
using FundingReports.Excel.Checking;
using FundingReports.Reports;

namespace FundingReports.Excel.Refusing;

/// <summary>The names that a spreadsheet takes for sheets.</summary>
internal static class SheetNames
{
    internal const int MaxLength = 31;
    private const string Forbidden = "[]:*?/\\";

    // Excel keeps it for the list of changes of a shared workbook, in any case of letters.
    private const string Reserved = "History";

    /// <summary>
    /// The names that are empty, too long, reserved, not unique whatever the case of their letters, or have a character that none can
    /// have; and the cells that lead to a sheet that is not there.
    /// </summary>
    internal static IEnumerable<string> Faults(Report report) =>
        report.Sheets.Select(sheet => sheet.Name).Select((name, i) => Wrong(
            name, report.Sheets.Take(i).Any(other => string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase))))
            .OfType<string>().Concat(DeadLinks(report.Sheets));

    private static IEnumerable<string> DeadLinks(ImmutableArray<ReportSheet> sheets)
    {
        var names = sheets.Select(sheet => sheet.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
            from sheet in sheets
            from table in sheet.Blocks.OfType<ReportTable>()
            from row in Enumerable.Range(0, table.Rows.Length)
            from column in Enumerable.Range(0, table.Columns.Length)
            where table.Rows[row].Cells[column] is ReportCell.Text { Sheet: { } name } && !names.Contains(name)
            select $"{new CellPlace(sheet, table, row, column)}: it leads to "
                + $"\"{((ReportCell.Text)table.Rows[row].Cells[column]).Sheet}\", which is no sheet of the report";
    }

    private static string? Wrong(string name, bool taken) => name switch
    {
        _ when string.IsNullOrWhiteSpace(name) => "a sheet has no name",
        { Length: > MaxLength } => $"the sheet \"{name}\" is longer than {MaxLength} characters",
        _ when name.IndexOfAny(Forbidden.ToCharArray()) >= 0 || !CanBeWritten(name) =>
            $"the sheet \"{name}\" has one of {Forbidden}, or a character that no workbook can hold",
        _ when string.Equals(name, Reserved, StringComparison.OrdinalIgnoreCase) =>
            $"the sheet \"{name}\" is a name that Excel keeps for itself",
        _ when name[0] == '\'' || name[^1] == '\'' => $"the sheet \"{name}\" begins or ends with an apostrophe",
        _ when taken => $"the sheet \"{name}\" is there twice",
        _ => null,
    };

    // No control character, no half of a pair, none of the two that XML has not.
    private static bool CanBeWritten(string name)
    {
        for (int i = 0; i < name.Length; i++)
        {
            if (char.IsControl(name[i]) || name[i] is '\uFFFE' or '\uFFFF')
                return false;
            if (!char.IsSurrogate(name[i]))
                continue;
            if (i + 1 >= name.Length || !char.IsSurrogatePair(name[i], name[i + 1]))
                return false;
            i++;
        }
        return true;
    }
}
