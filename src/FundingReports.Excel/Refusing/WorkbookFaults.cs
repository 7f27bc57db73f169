using System.Globalization;
using System.Text.RegularExpressions;
using FundingReports.Excel.Checking;
using FundingReports.Excel.Layout;
using FundingReports.Reports;

namespace FundingReports.Excel.Refusing;

/// <summary>What keeps a report from being written as a workbook: all of it, each where it stands.</summary>
internal static partial class WorkbookFaults
{
    // What Excel holds: characters of a header, and of the text in a format.
    private const int LongestHeader = 255, LongestShown = 200, LongestMark = 60;

    // What stands above a long table on its sheet: some paragraphs, tables and charts.
    private const int RowsOfASheet = ReportLayout.LastRow - 10_000;

    /// <summary>Refuses a report of which a spreadsheet would say that its file is damaged, or show an error in a cell.</summary>
    /// <exception cref="ArgumentException">It cannot be written; every reason is said, with its sheet, table, row and column.</exception>
    internal static void Refuse(Report report) => ReportFaults.Refuse(Of(report), "a workbook");

    // The values of formulas are worked out where all of these can be.
    private static IEnumerable<string> OfFormulas(TablesOfReport tables)
    {
        string[] faults = [.. FormulaFaults.Of(tables)];
        return faults.Length > 0 ? faults : ValueFaults.Of(tables);
    }

    /// <summary>Every fault.</summary>
    internal static IEnumerable<string> Of(Report report) => ReportFaults.Of(report,
        names => SheetNames.Faults(names).Concat(OfWords(names.Words)).Concat(names.Sheets.SelectMany(sheet => OfTables(sheet, names))),
        OfFormulas);

    private static IEnumerable<string> OfWords(ReportWords words)
    {
        if (CriterionText.IsCommand(words.Unknown) || words.Unknown.Equals(words.NotApplicable, StringComparison.OrdinalIgnoreCase))
            yield return $"the word \"{words.Unknown}\" for what is unknown: formulas look for it, and a spreadsheet takes it for a "
                + "command, a number, nothing, or for what is not applicable";
        foreach (string word in (string[])[words.Unknown, words.NotApplicable, words.Assumed, words.Approximate, words.Partial, words.Cut,
            words.Page])
            if (word.Length > LongestMark || word.IndexOfAny(SafeText.Forbidden) >= 0 || SafeText.Clean(word, "") != word)
                yield return $"the word \"{SafeText.Clean(word, "")}\" of the report is longer than {LongestMark} characters, or has a "
                    + "character that no workbook can hold";
    }

    private static IEnumerable<string> OfTables(ReportSheet sheet, Report report)
    {
        long rows = sheet.Blocks.OfType<ReportTable>().Sum(table => (long)table.Rows.Length);
        if (rows > RowsOfASheet)
            yield return $"sheet \"{sheet.Name}\": its tables have {rows} rows, and a sheet holds {RowsOfASheet} of them; only a "
                + $"{nameof(ReportData)} goes on on a further sheet";
        foreach (ReportBlock block in sheet.Blocks)
        {
            var (name, columns) = block switch
            {
                ReportTable table => (table.Name, table.Columns),
                ReportData data => (data.Name, data.Columns),
                _ => ("", []),
            };
            string place = $"sheet \"{sheet.Name}\", table \"{name}\"";
            foreach (ReportColumn column in columns)
            {
                if (column.Header.Length > LongestHeader)
                    yield return $"{place}, column \"{column.Key}\": its header has {column.Header.Length} characters; "
                        + $"a table holds {LongestHeader} at most";
                if (column.ShortHeader?.Length > LongestShown)
                    yield return $"{place}, column \"{column.Key}\": its short header has {column.ShortHeader.Length} characters; "
                        + $"write {LongestShown} at most";
            }
            foreach (var alike in columns.GroupBy(column => Read(column.Header)).Where(alike => alike.Count() > 1))
                yield return $"{place}: the columns \"{string.Join("\" and \"", alike.Select(column => column.Key))}\" have the same "
                    + "header once what no workbook can hold is replaced, and _x0041_ is read as A";
            if (block is ReportData long_)
                foreach (string fault in OfContinuations(sheet, long_, report))
                    yield return $"{place}: {fault}";
        }
    }

    // A table too long for a sheet goes on on others, whose names are made of its own.
    private static IEnumerable<string> OfContinuations(ReportSheet sheet, ReportData data, Report report)
    {
        for (int number = 2; number <= (data.Count - 1) / RowsOfASheet + 1; number++)
        {
            var (table, name) = (ReportLayout.NameOf(data.Name, number), ReportLayout.NameOf(sheet, number));
            if (report.Sheets.SelectMany(one => one.Blocks).Any(block => (block as ReportTable)?.Name is { } other && Same(other, table)
                || (block as ReportData)?.Name is { } one && Same(one, table)))
                yield return $"it is longer than a sheet and goes on as \"{table}\", a name that another table has";
            if (name.Length > SheetNames.MaxLength || report.Sheets.Any(other => Same(other.Name, name)))
                yield return $"it is longer than a sheet and goes on on the sheet \"{name}\", a name that is too long or that another has";
        }

        static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
    }

    private static string Read(string header) => AsRead().Replace(SafeText.Clean(header, ""), sign => ((char)int.Parse(
        sign.Value.AsSpan(2, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()).ToUpperInvariant();

    // Who reads a header may take these signs for another.
    [GeneratedRegex("_x[0-9A-Fa-f]{4}_", RegexOptions.CultureInvariant)]
    private static partial Regex AsRead();
}
