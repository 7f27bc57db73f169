using FundingReports.Reports;

namespace FundingReports.Excel;

/// <summary>Analysis → workbook.</summary>
public static class WorkbookExtensions
{
    /// <summary>Writes the workbook of an analysis to a file, which appears whole or not at all.</summary>
    /// <param name="analysis">The answers.</param>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <param name="language">The language of every word in it.</param>
    public static void SaveWorkbook(this FundingAnalysis analysis, string path, Language language = Language.French)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        WholeFile.Write(path, WorkbookBytes.Of(ReportBuilder.Build(analysis, language)));
    }

    /// <summary>Writes the workbook of an analysis to a stream, once it is complete.</summary>
    /// <param name="analysis">The answers.</param>
    /// <param name="stream">Where to; left open.</param>
    /// <param name="language">The language of every word in it.</param>
    public static void SaveWorkbook(this FundingAnalysis analysis, Stream stream, Language language = Language.French)
    {
        ArgumentNullException.ThrowIfNull(stream);
        stream.Write(WorkbookBytes.Of(ReportBuilder.Build(analysis, language)));
    }

    /// <summary>Writes any report as a workbook to a stream, once it is complete.</summary>
    /// <param name="report">The report.</param>
    /// <param name="stream">Where to; left open.</param>
    public static void SaveWorkbook(this Report report, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(stream);
        stream.Write(WorkbookBytes.Of(report));
    }
}
