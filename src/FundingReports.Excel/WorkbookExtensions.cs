using FundingReports.Excel.Refusing;
using FundingReports.Reports;

namespace FundingReports.Excel;

/// <summary>Analysis → workbook.</summary>
public static partial class WorkbookExtensions
{
    /// <summary>Writes the workbook of an analysis to a file, which appears whole or not at all.</summary>
    /// <param name="analysis">The answers.</param>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <param name="language">The language of every word in it.</param>
    /// <param name="options">What the answers are set beside, and for whom; null for those who work on it.</param>
    /// <exception cref="ArgumentException">The path names another format, such as .xls, .ods, .csv or .pdf.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <example>
    /// <code>
    /// Portfolio.Load("portfolio.json").Analyze(asOf: new LocalDate(2022, 2, 8)).SaveWorkbook("rapport.xlsx");
    /// </code>
    /// </example>
    public static void SaveWorkbook(
        this FundingAnalysis analysis, string path, Language language = Language.French, ReportOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        WorkbookBytes.Save(ReportBuilder.Build(analysis, language, options ?? new ReportOptions()), path);
    }

    /// <summary>Writes the workbook of an analysis to a stream, once it is complete.</summary>
    /// <param name="analysis">The answers.</param>
    /// <param name="stream">Where to; left open.</param>
    /// <param name="language">The language of every word in it.</param>
    /// <param name="options">What the answers are set beside, and for whom; null for those who work on it.</param>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public static void SaveWorkbook(
        this FundingAnalysis analysis, Stream stream, Language language = Language.French, ReportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        WorkbookBytes.Save(ReportBuilder.Build(analysis, language, options ?? new ReportOptions()), stream);
    }

    /// <summary>Writes any report as a workbook to a stream, once it is complete.</summary>
    /// <param name="report">The report.</param>
    /// <param name="stream">Where to; left open.</param>
    /// <exception cref="ArgumentException">
    /// The report cannot be written as a workbook: the name of a sheet, a null, a chart, or a formula that asks for what is not there or
    /// for itself. All of it is said, each at its sheet, table, row (counted from 0) and column; nothing is written.
    /// </exception>
    public static void SaveWorkbook(this Report report, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(stream);
        WorkbookFaults.Refuse(report);
        WorkbookBytes.Save(report, stream);
    }

    /// <summary>Writes any report as a workbook to a file, which appears whole or not at all.</summary>
    /// <param name="report">The report.</param>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <exception cref="ArgumentException">
    /// The report cannot be written as a workbook: the name of a sheet, a null, a chart, or a formula that asks for what is not there or
    /// for itself. All of it is said, each at its sheet, table, row (counted from 0) and column; nothing is written. Or
    /// the path names another format.
    /// </exception>
    public static void SaveWorkbook(this Report report, string path)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        WorkbookFaults.Refuse(report);
        WorkbookBytes.Save(report, path);
    }
}
