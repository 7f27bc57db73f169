using FundingReports.Reports;

namespace FundingReports.Excel.Layout;

/// <summary>The names that a spreadsheet takes for sheets.</summary>
internal static class SheetNames
{
    internal const int MaxLength = 31;
    private const string Forbidden = "[]:*?/\\";

    /// <summary>Refuses a report whose sheets cannot be named as they are; all of them are said.</summary>
    /// <exception cref="ArgumentException">
    /// A name is empty, too long, not unique, or has a character that no sheet's name can have.
    /// </exception>
    internal static void Check(Report report)
    {
        var wrong = report.Sheets.Select(sheet => sheet.Name).Select((name, i) => Wrong(
            name, report.Sheets.Take(i).Any(other => string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase))))
            .OfType<string>().ToList();
        if (report.Sheets.IsEmpty)
            wrong.Add("a workbook has at least one sheet");
        if (wrong.Count > 0)
            throw new ArgumentException($"These sheets cannot be written: {string.Join("; ", wrong)}.", nameof(report));
    }

    private static string? Wrong(string name, bool taken) => name switch
    {
        _ when string.IsNullOrWhiteSpace(name) => "one has no name",
        { Length: > MaxLength } => $"\"{name}\" is longer than {MaxLength} characters",
        _ when name.IndexOfAny(Forbidden.ToCharArray()) >= 0 || name.Any(char.IsControl) =>
            $"\"{name}\" has one of {Forbidden} or a control character",
        _ when name[0] == '\'' || name[^1] == '\'' => $"\"{name}\" begins or ends with an apostrophe",
        _ when taken => $"\"{name}\" is there twice",
        _ => null,
    };
}
