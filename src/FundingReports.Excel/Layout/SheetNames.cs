using System.Collections.Immutable;
using FundingReports.Reports;

namespace FundingReports.Excel.Layout;

/// <summary>The names that a spreadsheet takes for sheets, and once each for tables.</summary>
internal static class SheetNames
{
    internal const int MaxLength = 31;
    private const string Forbidden = "[]:*?/\\";

    // Excel keeps it for the list of changes of a shared workbook, in any case of letters.
    private const string Reserved = "History";

    /// <summary>Refuses a report whose sheets, or tables, cannot be named as they are; all of them are said.</summary>
    /// <exception cref="ArgumentException">
    /// The name of a sheet is empty, too long, reserved, not unique whatever the case of its letters, or has a character that none can
    /// have; or two tables have one name.
    /// </exception>
    internal static void Check(Report report)
    {
        ImmutableArray<ReportSheet> sheets = report.Sheets.IsDefault ? [] : report.Sheets;
        if (sheets.Any(sheet => sheet is null || sheet.Title is null || sheet.Blocks.IsDefault || sheet.Blocks.Contains(null!)))
            throw new ArgumentException(
                "A sheet, its title, its list of blocks or one of its blocks is null. Write [] for a sheet without blocks.", nameof(report));
        var wrong = sheets.Select(sheet => sheet.Name).Select((name, i) => Wrong(
            name, sheets.Take(i).Any(other => string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase))))
            .OfType<string>().ToList();
        if (sheets.IsEmpty)
            wrong.Add("a workbook has at least one sheet");
        wrong.AddRange(DeadLinks(sheets));
        if (wrong.Count > 0)
            throw new ArgumentException($"These sheets cannot be written: {string.Join("; ", wrong)}.", nameof(report));
        CheckTables(report);
    }

    // A workbook has one list of tables, whatever their sheets.
    private static void CheckTables(Report report)
    {
        var names = report.Sheets.SelectMany(sheet => sheet.Blocks).Select(block => block switch
        {
            ReportTable table => table.Name,
            ReportData data => data.Name,
            _ => null,
        }).OfType<string>();
        string[] twice = [.. names.CountBy(name => name, StringComparer.OrdinalIgnoreCase).Where(count => count.Value > 1)
            .Select(count => $"\"{count.Key}\" is there {(count.Value == 2 ? "twice" : $"{count.Value} times")}")];
        if (twice.Length > 0)
            throw new ArgumentException($"These tables cannot be written: {string.Join("; ", twice)}.", nameof(report));
    }

    private static IEnumerable<string> DeadLinks(ImmutableArray<ReportSheet> sheets)
    {
        var names = sheets.Select(sheet => sheet.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return sheets.SelectMany(sheet => sheet.Blocks).OfType<ReportTable>().SelectMany(table => table.Rows).SelectMany(row => row.Cells)
            .OfType<ReportCell.Text>().Select(cell => cell.Sheet).OfType<string>().Where(name => !names.Contains(name)).Distinct()
            .Select(name => $"a cell leads to \"{name}\", which is no sheet of the report");
    }

    private static string? Wrong(string name, bool taken) => name switch
    {
        _ when string.IsNullOrWhiteSpace(name) => "one has no name",
        { Length: > MaxLength } => $"\"{name}\" is longer than {MaxLength} characters",
        _ when name.IndexOfAny(Forbidden.ToCharArray()) >= 0 || !CanBeWritten(name) =>
            $"\"{name}\" has one of {Forbidden}, or a character that no workbook can hold",
        _ when string.Equals(name, Reserved, StringComparison.OrdinalIgnoreCase) =>
            $"\"{name}\" is a name that Excel keeps for itself",
        _ when name[0] == '\'' || name[^1] == '\'' => $"\"{name}\" begins or ends with an apostrophe",
        _ when taken => $"\"{name}\" is there twice",
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
