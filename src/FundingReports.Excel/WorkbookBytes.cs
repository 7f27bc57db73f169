using FundingReports.Excel.Layout;
using FundingReports.Excel.Packaging;
using FundingReports.Files;
using FundingReports.Reports;

namespace FundingReports.Excel;

/// <summary>Writes a report as the bytes of a workbook, the same in any culture and at any hour.</summary>
internal static class WorkbookBytes
{
    /// <summary>Writes a workbook to a file, which appears whole or not at all.</summary>
    internal static void Save(Report report, string path)
    {
        WorkbookName.Check(path);
        WholeFile.Write(path, stream => Write(report, stream));
    }

    /// <summary>Writes a workbook to a stream, which gets nothing before all is there.</summary>
    internal static void Save(Report report, Stream stream)
    {
        // A stream that is not a file may not be able to go back, as a zip must.
        using var bytes = new MemoryStream();
        Write(report, bytes);
        bytes.WriteTo(stream);
    }

    /// <summary>Builds a workbook on a thread of the pool, and sends it to a stream, which gets nothing before all is there.</summary>
    internal static Task SaveAsync(Func<CancellationToken, Report> build, Stream stream, CancellationToken cancellationToken) =>
        BuiltWorkbook.SendAsync(
            (bytes, cancellation) => Write(build(cancellation), bytes, cancellationToken: cancellation), stream, cancellationToken);

    /// <summary>The same to a file, which appears whole or not at all.</summary>
    internal static Task SaveAsync(Func<CancellationToken, Report> build, string path, CancellationToken cancellationToken)
    {
        WorkbookName.Check(path);
        return BuiltWorkbook.SendAsync(
            (bytes, cancellation) => Write(build(cancellation), bytes, cancellationToken: cancellation), path, cancellationToken);
    }

    /// <summary>Writes a workbook.</summary>
    /// <param name="report">What it holds.</param>
    /// <param name="destination">Where to; it can seek.</param>
    /// <param name="lastRow">The last row a sheet can have: a longer table goes on on further sheets.</param>
    /// <param name="cancellationToken">Looked at before each row and part.</param>
    internal static void Write(
        Report report, Stream destination, int lastRow = ReportLayout.LastRow, CancellationToken cancellationToken = default) =>
        Invariantly.Do(() => WorkbookPackage.Write(report, destination, lastRow, cancellationToken));
}
