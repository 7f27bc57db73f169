using ClosedXML.Excel;
using FundingReports.Excel.Added;
using FundingReports.Excel.Checking;
using FundingReports.Excel.Layout;
using FundingReports.Excel.Refusing;
using FundingReports.Reports;

namespace FundingReports.Excel;

/// <summary>Adds the sheets of an analysis to a workbook of one's own.</summary>
public static class AddSheetsExtensions
{
    /// <summary>Adds the sheets of an analysis at the end of a workbook.</summary>
    /// <param name="workbook">The workbook; its other sheets are left as they are.</param>
    /// <param name="analysis">The answers.</param>
    /// <param name="language">The language of every word in the sheets.</param>
    /// <param name="options">What the answers are set beside, and for whom; null for those who work on it.</param>
    /// <returns>The sheets, by which the workbook is to be saved.</returns>
    /// <exception cref="ArgumentException">
    /// The workbook has a sheet or a table of the same name, or a table is longer than a sheet; nothing is added.
    /// </exception>
    /// <example>
    /// <code>
    /// using var workbook = new XLWorkbook("mes-notes.xlsx");
    /// AddedSheets added = workbook.AddSheets(analysis);
    /// added.SaveAs("notes-et-rapport.xlsx");
    /// </code>
    /// </example>
    public static AddedSheets AddSheets(
        this XLWorkbook workbook, FundingAnalysis analysis, Language language = Language.French, ReportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        return workbook.AddSheets(ReportBuilder.Build(analysis, language, options ?? new ReportOptions()));
    }

    /// <summary>Adds the sheets of any report at the end of a workbook.</summary>
    /// <param name="workbook">The workbook; its other sheets are left as they are.</param>
    /// <param name="report">The report.</param>
    /// <returns>The sheets, by which the workbook is to be saved.</returns>
    /// <exception cref="ArgumentException">
    /// The workbook has a sheet or a table of the same name, a table is longer than a sheet, or the report cannot be written as a workbook
    /// (all reasons are said, each at its sheet, table, row and column); nothing is added.
    /// </exception>
    public static AddedSheets AddSheets(this XLWorkbook workbook, Report report)
    {
        ArgumentNullException.ThrowIfNull(workbook);
        ArgumentNullException.ThrowIfNull(report);
        Dependencies.Check();
        WorkbookFaults.Refuse(report);
        var held = Held(report);
        RefuseSameNames(workbook, held);
        var layout = new ReportLayout(held);
        AddedSheets? added = null;
        Invariantly.Do(() => added = new(workbook, held, layout, ClosedSheets.Add(workbook, held, layout)));
        return added!;
    }

    // The workbook may be saved by others, who know of no rows to come.
    private static Report Held(Report report) => report with
    {
        Sheets = [.. report.Sheets.Select(sheet => sheet with
        {
            Blocks = [.. sheet.Blocks.Select(block => block is not ReportData data ? block
                : data.Count < ReportLayout.LastRow - 100 ? new ReportTable(data.Name, data.Columns, [.. LongTables.Rows(sheet, data)])
                : throw new ArgumentException(
                    $"Sheet {sheet.Name} has {data.Count} rows, more than a sheet can hold: save it as a workbook of its own.",
                    nameof(report)))],
        })],
    };

    private static void RefuseSameNames(XLWorkbook workbook, Report report)
    {
        var sheets = report.Sheets.Select(sheet => sheet.Name)
            .Where(name => workbook.Worksheets.Any(sheet => string.Equals(sheet.Name, name, StringComparison.OrdinalIgnoreCase)));
        var tables = report.Sheets.SelectMany(sheet => sheet.Blocks).OfType<ReportTable>().Select(table => table.Name)
            .Where(name => workbook.Worksheets.SelectMany(sheet => sheet.Tables)
                .Any(table => string.Equals(table.Name, name, StringComparison.OrdinalIgnoreCase))
                || workbook.NamedRanges.Any(range => string.Equals(range.Name, name, StringComparison.OrdinalIgnoreCase)));
        string[] taken = [.. sheets.Select(name => $"sheet \"{name}\""), .. tables.Select(name => $"table \"{name}\"")];
        if (taken.Length > 0)
            throw new ArgumentException($"The workbook already has {string.Join(", ", taken)}: rename them there.", nameof(workbook));
    }
}
