using System.Runtime.CompilerServices;
using FundingReports.Exchange.Cells;
using FundingReports.Exchange.Files;
using FundingReports.Exchange.Forms;
using FundingReports.Exchange.Reading;
using FundingReports.Exchange.Scdl;
using FundingReports.Validation;

namespace FundingReports.Exchange;

/// <summary>
/// Reads files of subsidies line by line, keeping none: SCDL subventions 2.1.1, its older form, and the tables that local authorities
/// publish; .csv, .xlsx or .ods.
/// </summary>
/// <remarks>
/// A .csv is read straight from its stream (UTF-8, UTF-16, or a code page; semicolons, commas, tabs or bars): a million lines need no more
/// memory than a thousand. A workbook holds its texts in memory, and is not opened above 64 MiB. Titles may stand above the header, which
/// may have two lines, and headers be written as in real files.
/// </remarks>
public static class ScdlReader
{
    private const int LeastColumns = 3;

    /// <summary>The lines of a stream, one by one, in the order of the file.</summary>
    /// <param name="stream">
    /// The file, from its beginning where it can seek, else from where it stands; it stays open, and must while the lines are walked.
    /// </param>
    /// <param name="name">Its name: the extension says what it should be.</param>
    /// <param name="options">
    /// What is said of the file beside; null for nothing. Which lines are asked for is for the caller to choose.
    /// </param>
    /// <exception cref="PortfolioException">
    /// While the lines are walked: it is no such file, lacks a column, or is damaged from some line on. It carries why.
    /// </exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static IEnumerable<ScdlLine> Read(Stream stream, string name, ImportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        return Walk(stream, name, options ?? new());
    }

    /// <summary>
    /// The lines of a stream, one by one, in the order of the file: no thread is held while it comes. Above 64 MiB it waits in a temporary
    /// file.
    /// </summary>
    /// <param name="stream">
    /// The file, from its beginning where it can seek, else from where it stands; nothing synchronous is asked of it, and it stays open.
    /// </param>
    /// <param name="name">Its name: the extension says what it should be.</param>
    /// <param name="options">
    /// What is said of the file beside; null for nothing. Which lines are asked for is for the caller to choose.
    /// </param>
    /// <param name="cancellationToken">Stops the reading: looked at before each chunk and each line.</param>
    /// <exception cref="PortfolioException">
    /// While the lines are walked: it is no such file, lacks a column, or is damaged from some line on. It carries why.
    /// </exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static IAsyncEnumerable<ScdlLine> ReadAsync(
        Stream stream, string name, ImportOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        return WalkAsync(stream, name, options ?? new(), cancellationToken);
    }

    private static async IAsyncEnumerable<ScdlLine> WalkAsync(
        Stream stream, string name, ImportOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Stream copy = await WholeInput.CopyAsync(stream, long.MaxValue, cancellationToken).ConfigureAwait(false);
        await using (copy.ConfigureAwait(false))
            foreach (ScdlLine line in Walk(copy, name, options, null, cancellationToken))
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return line;
            }
    }

    private static IEnumerable<ScdlLine> Walk(Stream stream, string name, ImportOptions options)
    {
        using Stream? copy = stream.CanSeek ? null : WholeInput.Copy(stream, long.MaxValue);
        foreach (ScdlLine line in Walk(copy ?? stream, name, options, null, CancellationToken.None))
            yield return line;
    }

    /// <param name="stream">The file.</param>
    /// <param name="name">Its name.</param>
    /// <param name="options">What is said of it.</param>
    /// <param name="said">Hears of headers and sheets.</param>
    /// <param name="cancellationToken">Looked at before each sheet and each row.</param>
    internal static IEnumerable<ScdlLine> Walk(
        Stream stream, string name, ImportOptions options, Action<Problem>? said, CancellationToken cancellationToken)
    {
        bool found = false;
        var notes = new LineNotes(name);
        FormSheet form = ScdlForm.Sheet(options.Columns);
        using IEnumerator<RawSheet> sheets = Guard(name, () => Sheets(stream, name, options).Until(cancellationToken).GetEnumerator());
        while (Guard(name, sheets.MoveNext))
        {
            TableReader? table = Guard(name, () => Table(sheets.Current, form, notes));
            List<Problem> header = [.. notes.Take(out _)];
            if (table is not null)
                AddMissing(table, options, header);
            foreach (Problem problem in header)
                said?.Invoke(problem);
            if (header.Exists(problem => problem.Severity is Severity.Error))
                throw new PortfolioException([.. header]);
            if (table is null)
                continue;
            found = true;
            using IEnumerator<ScdlLine> lines = new ScdlRows(table, notes, options).Read().GetEnumerator();
            Func<bool> next = lines.MoveNext;
            while (Guard(name, next))
                yield return lines.Current;
            foreach (Problem problem in notes.Take(out _))
                said?.Invoke(problem);
        }
        if (!found)
            throw Unread(name, new("no-subsidies"));
    }

    private static TableReader? Table(RawSheet sheet, FormSheet form, LineNotes notes)
    {
        var start = new TableReader.SheetStart(sheet);
        if (!sheet.Hidden)
            return TableReader.Find(sheet, form, LeastColumns, start, notes);
        if (start.Rows.Exists(row => TableReader.HeadersIn(row, form) >= LeastColumns))
            notes.Add(ProblemCode.HiddenSheet, new(sheet.Name, 1, 1), null, sheet.Name);
        return null;
    }

    // What no line can be read without. Who gives, somebody may say.
    private static void AddMissing(TableReader table, ImportOptions options, List<Problem> problems)
    {
        foreach (ScdlColumn[] needed in (ScdlColumn[][])[
            [ScdlColumn.Amount, ScdlColumn.Requested, ScdlColumn.Paid, ScdlColumn.Loan, ScdlColumn.Guarantee, ScdlColumn.InKind],
                [ScdlColumn.FunderName, ScdlColumn.FunderSiret],
            [ScdlColumn.BeneficiaryName, ScdlColumn.BeneficiarySiret, ScdlColumn.BeneficiaryRna]])
            if (!needed.Any(column => table.Has(ScdlForm.Of(column))) && (needed[0] is not ScdlColumn.FunderName || options.Payer is null))
                problems.Add(new(ProblemCode.MissingColumn, new CellRef(table.Sheet, table.HeaderRow, 1).ToString(), null,
                    ScdlHeader.NameOf(needed[0]), needed[0] is ScdlColumn.FunderName ? "payer" : "official"));
    }

    private static IEnumerable<RawSheet> Sheets(Stream stream, string name, ImportOptions options)
    {
        bool IsHeader(string text) =>
            ScdlHeader.IsOne(text) || options.Columns is { } given && given.Keys.Any(key => Names.Plain.Key(key) == Names.Plain.Key(text));
        return IntakeFile.IsText(stream, name) ? [IntakeFile.OpenText(stream, name, IsHeader)] : IntakeFile.Open(stream, name, IsHeader);
    }

    private static T Guard<T>(string name, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (NotReadException trouble)
        {
            throw Unread(name, trouble);
        }
    }

    private static PortfolioException Unread(string name, NotReadException trouble) => new([trouble.Of(name)]);
}
