using FundingReports.Files;
using FundingReports.Reports;

namespace FundingReports.Html;

// Without holding a thread while it is sent: for streams on which nothing synchronous is allowed, and callers who may leave.
public static partial class PageExtensions
{
    /// <summary>
    /// Builds the page of an analysis in memory, on a thread of the pool, then writes it to a file, which appears whole or not at all,
    /// without holding a thread.
    /// </summary>
    /// <param name="analysis">The answers.</param>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <param name="language">The language of every word in it.</param>
    /// <param name="options">
    /// What the answers are set beside, and for whom; null for those who work on it. Its part: the whole page, or the first page alone.
    /// </param>
    /// <param name="cancellationToken">What is cancelled leaves no file, and what stood there still does.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied, or the path is a folder.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Task SavePageAsync(
        this FundingAnalysis analysis, string path, Language language = Language.French, ReportOptions? options = null,
            CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        CheckName(path);
        return SendAsync(cancellation => ReportOf(analysis, language, options, cancellation), path, cancellationToken);
    }

    /// <summary>
    /// Builds the page of an analysis in memory, on a thread of the pool, then sends it to a stream, without holding a thread.
    /// </summary>
    /// <param name="analysis">The answers.</param>
    /// <param name="stream">
    /// Where to, in UTF-8; nothing synchronous is asked of it, it need not seek, and stays open. It gets nothing before the page is
    /// complete.
    /// </param>
    /// <param name="language">The language of every word in it.</param>
    /// <param name="options">
    /// What the answers are set beside, and for whom; null for those who work on it. Its part: the whole page, or the first page alone.
    /// </param>
    /// <param name="cancellationToken">What is cancelled before the page is complete has sent nothing.</param>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Task SavePageAsync(
        this FundingAnalysis analysis, Stream stream, Language language = Language.French, ReportOptions? options = null,
            CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        ArgumentNullException.ThrowIfNull(stream);
        return SendAsync(cancellation => ReportOf(analysis, language, options, cancellation), stream, cancellationToken);
    }

    /// <summary>
    /// Builds the page of any report in memory, on a thread of the pool, then writes it to a file, which appears whole or not at all,
    /// without holding a thread.
    /// </summary>
    /// <param name="report">The report.</param>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <param name="cancellationToken">What is cancelled leaves no file, and what stood there still does.</param>
    /// <exception cref="ArgumentException">
    /// The report cannot be written as a page: a null, a chart of what is not there, two tables of one name, a value that is none of its
    /// list. All of it is said, each at its sheet, table, row (counted from 0) and column; nothing is written.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// The rows of a <see cref="ReportData"/> are more or fewer than were announced, or one cannot be written; nothing is written.
    /// </exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied, or the path is a folder.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Task SavePageAsync(this Report report, string path, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        CheckName(path);
        Refuse(report);
        return SendAsync(_ => report, path, cancellationToken);
    }

    /// <summary>
    /// Builds the page of any report in memory, on a thread of the pool, then sends it to a stream, without holding a thread.
    /// </summary>
    /// <param name="report">The report.</param>
    /// <param name="stream">
    /// Where to, in UTF-8; nothing synchronous is asked of it, it need not seek, and stays open. It gets nothing before the page is
    /// complete.
    /// </param>
    /// <param name="cancellationToken">What is cancelled before the page is complete has sent nothing.</param>
    /// <exception cref="ArgumentException">
    /// The report cannot be written as a page: a null, a chart of what is not there, two tables of one name, a value that is none of its
    /// list. All of it is said, each at its sheet, table, row (counted from 0) and column; nothing is written.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// The rows of a <see cref="ReportData"/> are more or fewer than were announced, or one cannot be written; nothing is written.
    /// </exception>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Task SavePageAsync(this Report report, Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(stream);
        Refuse(report);
        return SendAsync(_ => report, stream, cancellationToken);
    }

    private static async Task SendAsync(Func<CancellationToken, Report> build, string path, CancellationToken cancellationToken)
    {
        byte[] page = await Task.Run(() => PageDocument.Of(build(cancellationToken)), cancellationToken).ConfigureAwait(false);
        await WholeFile.WriteAsync(path, (file, cancellation) => file.WriteAsync(page, cancellation).AsTask(), cancellationToken)
            .ConfigureAwait(false);
    }

    private static async Task SendAsync(Func<CancellationToken, Report> build, Stream stream, CancellationToken cancellationToken)
    {
        byte[] page = await Task.Run(() => PageDocument.Of(build(cancellationToken)), cancellationToken).ConfigureAwait(false);
        await stream.WriteAsync(page, cancellationToken).ConfigureAwait(false);
        await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
    }
}
