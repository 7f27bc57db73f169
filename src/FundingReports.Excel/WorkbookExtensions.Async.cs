using FundingReports.Excel.Refusing;
using FundingReports.Reports;

namespace FundingReports.Excel;

// Without holding a thread while it is sent: for streams on which nothing synchronous is allowed, and callers who may leave.
public static partial class WorkbookExtensions
{
    /// <summary>
    /// Builds the workbook of an analysis in memory, on a thread of the pool, then writes it to a file, which appears whole or not at all,
    /// without holding a thread.
    /// </summary>
    /// <param name="analysis">The answers.</param>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <param name="language">The language of every word in it.</param>
    /// <param name="options">What the answers are set beside, and for whom; null for those who work on it.</param>
    /// <param name="cancellationToken">
    /// Looked at before each figure, cell and part. What is cancelled leaves no file, and what stood there still does.
    /// </param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Task SaveWorkbookAsync(
        this FundingAnalysis analysis, string path, Language language = Language.French, ReportOptions? options = null,
            CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return WorkbookBytes.SaveAsync(cancellation => ReportBuilder.Build(
            analysis, language, options ?? new ReportOptions(), cancellation), path, cancellationToken);
    }

    /// <summary>
    /// Builds the workbook of an analysis in memory, on a thread of the pool, then sends it to a stream, without holding a thread.
    /// </summary>
    /// <param name="analysis">The answers.</param>
    /// <param name="stream">
    /// Where to; nothing synchronous is asked of it, it need not seek, and stays open. It gets nothing before the workbook is complete.
    /// </param>
    /// <param name="language">The language of every word in it.</param>
    /// <param name="options">What the answers are set beside, and for whom; null for those who work on it.</param>
    /// <param name="cancellationToken">
    /// Looked at before each figure, cell and part. What is cancelled before the workbook is complete has sent nothing.
    /// </param>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Task SaveWorkbookAsync(
        this FundingAnalysis analysis, Stream stream, Language language = Language.French, ReportOptions? options = null,
            CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        ArgumentNullException.ThrowIfNull(stream);
        return WorkbookBytes.SaveAsync(cancellation => ReportBuilder.Build(
            analysis, language, options ?? new ReportOptions(), cancellation), stream, cancellationToken);
    }

    /// <summary>
    /// Builds the workbook of any report in memory, on a thread of the pool, then writes it to a file, which appears whole or not at all,
    /// without holding a thread.
    /// </summary>
    /// <param name="report">The report.</param>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <param name="cancellationToken">
    /// Looked at before each figure, cell and part. What is cancelled leaves no file, and what stood there still does.
    /// </param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="ArgumentException">
    /// The report cannot be written as a workbook: the name of a sheet, a null, a chart, or a formula that asks for what is not there or
    /// for itself. All of it is said, each at its sheet, table, row (counted from 0) and column; nothing is written. Or
    /// the path names another format.
    /// </exception>
    public static Task SaveWorkbookAsync(this Report report, string path, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        WorkbookFaults.Refuse(report);
        return WorkbookBytes.SaveAsync(_ => report, path, cancellationToken);
    }

    /// <summary>
    /// Builds the workbook of any report in memory, on a thread of the pool, then sends it to a stream, without holding a thread.
    /// </summary>
    /// <param name="report">The report.</param>
    /// <param name="stream">
    /// Where to; nothing synchronous is asked of it, it need not seek, and stays open. It gets nothing before the workbook is complete.
    /// </param>
    /// <param name="cancellationToken">
    /// Looked at before each figure, cell and part. What is cancelled before the workbook is complete has sent nothing.
    /// </param>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="ArgumentException">
    /// The report cannot be written as a workbook: the name of a sheet, a null, a chart, or a formula that asks for what is not there or
    /// for itself. All of it is said, each at its sheet, table, row (counted from 0) and column; nothing is written.
    /// </exception>
    public static Task SaveWorkbookAsync(this Report report, Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(stream);
        WorkbookFaults.Refuse(report);
        return WorkbookBytes.SaveAsync(_ => report, stream, cancellationToken);
    }
}
