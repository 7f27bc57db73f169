using FundingReports.Excel.Checking;
using FundingReports.Files;
using FundingReports.Reports;

namespace FundingReports.Html;

/// <summary>Analysis → page.</summary>
public static partial class PageExtensions
{
    /// <summary>Writes the page of an analysis to a file, which appears whole or not at all.</summary>
    /// <param name="analysis">The answers.</param>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <param name="language">The language of every word in it.</param>
    /// <param name="options">
    /// What the answers are set beside, and for whom; null for those who work on it. Its part: the whole page, or the first page alone.
    /// </param>
    /// <exception cref="ArgumentException">The path names another format, such as .xlsx or .pdf.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied, or the path is a folder.</exception>
    public static void SavePage(
        this FundingAnalysis analysis, string path, Language language = Language.French, ReportOptions? options = null)
    {
        CheckName(path);
        Save(ReportOf(analysis, language, options), path);
    }

    /// <summary>Writes the page of an analysis to a stream, once it is complete.</summary>
    /// <param name="analysis">The answers.</param>
    /// <param name="stream">Where to, in UTF-8; it need not seek, and stays open.</param>
    /// <param name="language">The language of every word in it.</param>
    /// <param name="options">
    /// What the answers are set beside, and for whom; null for those who work on it. Its part: the whole page, or the first page alone.
    /// </param>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public static void SavePage(
        this FundingAnalysis analysis, Stream stream, Language language = Language.French, ReportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        stream.Write(PageDocument.Of(ReportOf(analysis, language, options)));
    }

    /// <summary>Writes any report as a page to a file, which appears whole or not at all.</summary>
    /// <param name="report">The report.</param>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <exception cref="ArgumentException">
    /// The report cannot be written as a page: a null, a chart of what is not there, two tables of one name, a value that is none of its
    /// list. All of it is said, each at its sheet, table, row (counted from 0) and column; nothing is written. Or the
    /// path names another format, such as .xlsx or .pdf.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// The rows of a <see cref="ReportData"/> are more or fewer than were announced, or one cannot be written; nothing is written.
    /// </exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied, or the path is a folder.</exception>
    public static void SavePage(this Report report, string path)
    {
        ArgumentNullException.ThrowIfNull(report);
        CheckName(path);
        Refuse(report);
        Save(report, path);
    }

    /// <summary>Writes any report as a page to a stream, once it is complete.</summary>
    /// <param name="report">The report.</param>
    /// <param name="stream">Where to, in UTF-8; it need not seek, and stays open.</param>
    /// <exception cref="ArgumentException">
    /// The report cannot be written as a page: a null, a chart of what is not there, two tables of one name, a value that is none of its
    /// list. All of it is said, each at its sheet, table, row (counted from 0) and column; nothing is written.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// The rows of a <see cref="ReportData"/> are more or fewer than were announced, or one cannot be written; nothing is written.
    /// </exception>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public static void SavePage(this Report report, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(stream);
        Refuse(report);
        stream.Write(PageDocument.Of(report));
    }

    private static void CheckName(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        FileEnding.Check(path, "a page of HTML, which opens under such a name alone", ".html", ".htm", ".xml");
    }

    private static void Save(Report report, string path)
    {
        byte[] page = PageDocument.Of(report);
        WholeFile.Write(path, file => file.Write(page));
    }

    // A report that was made in code is checked whole; one of an analysis is ours.
    private static void Refuse(Report report) => ReportFaults.Refuse(ReportFaults.Of(report), "a page");

    private static Report ReportOf(
        FundingAnalysis analysis, Language language, ReportOptions? options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        options ??= new();
        return ReportBuilder.Build(analysis, language,
            // A part that is none is refused by name.
            options.Part is ReportPart.FirstPage || !Enum.IsDefined(options.Part) ? options : options with { Part = ReportPart.Page },
            cancellationToken);
    }
}
