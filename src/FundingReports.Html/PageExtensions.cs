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
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied, or the path is a folder.</exception>
    public static void SavePage(
        this FundingAnalysis analysis, string path, Language language = Language.French, ReportOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ReportOf(analysis, language, options).SavePage(path);
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
        this FundingAnalysis analysis, Stream stream, Language language = Language.French, ReportOptions? options = null) =>
        ReportOf(analysis, language, options).SavePage(stream);

    /// <summary>Writes any report as a page to a file, which appears whole or not at all.</summary>
    /// <param name="report">The report.</param>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied, or the path is a folder.</exception>
    public static void SavePage(this Report report, string path)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        byte[] page = PageDocument.Of(report);
        WholeFile.Write(path, file => file.Write(page));
    }

    /// <summary>Writes any report as a page to a stream, once it is complete.</summary>
    /// <param name="report">The report.</param>
    /// <param name="stream">Where to, in UTF-8; it need not seek, and stays open.</param>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public static void SavePage(this Report report, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(stream);
        stream.Write(PageDocument.Of(report));
    }

    private static Report ReportOf(
        FundingAnalysis analysis, Language language, ReportOptions? options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        options ??= new();
        return ReportBuilder.Build(analysis, language,
            options.Part is ReportPart.FirstPage ? options : options with { Part = ReportPart.Page }, cancellationToken);
    }
}
