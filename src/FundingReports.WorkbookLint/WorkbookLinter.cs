using FundingReports.WorkbookLint.Package;
using FundingReports.WorkbookLint.Rules;
using FundingReports.WorkbookLint.Sheets;

namespace FundingReports.WorkbookLint;

/// <summary>The rules of the workbooks, for any .xlsx of anyone: what stands in the file is read, whoever wrote it.</summary>
/// <remarks>
/// The parts are streamed: memory follows the texts of the workbook, and a package of more than 256 MiB, once decompressed, is not opened.
/// Nothing outside the file is read, no code in it runs. Whether a stored value is the one that a fresh calculation gives is not looked
/// at: that takes a spreadsheet.
/// </remarks>
public static class WorkbookLinter
{
    /// <summary>Checks a file.</summary>
    /// <param name="path">The workbook.</param>
    /// <returns>
    /// What was found: the document first, then sheet by sheet; empty if every rule is kept. A file that is no workbook gives one finding,
    /// <see cref="LintRule.UnreadableFile"/>.
    /// </returns>
    /// <exception cref="IOException">The file cannot be read from the disk.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied, or it is a folder.</exception>
    public static IReadOnlyList<LintFinding> Check(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        using FileStream file = File.OpenRead(path);
        return Check(file);
    }

    /// <summary>Checks a workbook in a stream.</summary>
    /// <param name="stream">The workbook, from its present position on if it cannot seek, else whole; left open.</param>
    /// <returns>As for a file.</returns>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static IReadOnlyList<LintFinding> Check(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Check(stream, CancellationToken.None);
    }

    private static IReadOnlyList<LintFinding> Check(Stream stream, CancellationToken cancellationToken)
    {
        var findings = new FindingList();
        try
        {
            Stream whole = Seekable(stream);
            whole.Position = 0;
            using var package = LintPackage.Open(whole, findings);
            Walk(package, findings, cancellationToken);
        }
        catch (UnreadableException unreadable)
        {
            // What was found before is left out: of a file that cannot be judged, nothing is said but that.
            return [new(LintRule.UnreadableFile, null, null, 0, unreadable.Cause)];
        }
        return findings.ToList();
    }

    /// <summary>
    /// Checks a workbook in a stream, without holding a thread while it comes; the rules then run on a thread of the pool.
    /// </summary>
    /// <param name="stream">
    /// The workbook, from its beginning if it can seek, else from where it stands; nothing synchronous is asked of it, and it stays open.
    /// </param>
    /// <param name="cancellationToken">Looked at before each chunk and each sheet.</param>
    /// <returns>As for a file.</returns>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task<IReadOnlyList<LintFinding>> CheckAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        cancellationToken.ThrowIfCancellationRequested();
        if (stream.CanSeek)
            stream.Position = 0;
        using var copy = new MemoryStream();
        byte[] buffer = new byte[81_920];
        // One chunk more than the largest: Check then says that it is too large.
        for (int read; copy.Length <= LintPackage.LargestWhole
            && (read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0;)
            copy.Write(buffer, 0, read);
        return await Task.Run(() => Check(copy, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    private static void Walk(LintPackage package, FindingList findings, CancellationToken cancellationToken)
    {
        var book = LintBook.Read(package, findings);
        findings.Order(book.Sheets.Select(sheet => sheet.Name));
        DocumentRules.Check(package, findings);
        WorkbookRules.Check(package, book, findings);
        foreach (LintSheet sheet in book.Sheets)
        {
            cancellationToken.ThrowIfCancellationRequested();
            SheetRules.Check(package, book, sheet, findings);
        }
        LegendRule.Check(book, findings);
        // A document type may hide in a part that no rule looks at.
        package.ReadTheRest();
    }

    private static Stream Seekable(Stream stream)
    {
        if (stream.CanSeek)
            return stream;
        var copy = new MemoryStream();
        byte[] buffer = new byte[81_920];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            copy.Write(buffer, 0, read);
            if (copy.Length > LintPackage.LargestWhole)
                throw new UnreadableException("too-large");
        }
        return copy;
    }
}
