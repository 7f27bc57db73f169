using System.Collections.Immutable;
using FundingReports.Exchange.Cells;
using FundingReports.Exchange.Files;
using FundingReports.Exchange.Forms;
using FundingReports.Exchange.Intake;
using FundingReports.Exchange.Names;
using FundingReports.Exchange.Reading;
using FundingReports.Portfolios;
using FundingReports.Sentences;
using FundingReports.Validation;

namespace FundingReports.Exchange;

/// <summary>
/// Reads a filled form, the simple or the complete one, or the table that somebody keeps with years as columns: .xlsx, .xlsm, .xls, .ods
/// or .csv.
/// </summary>
/// <remarks>
/// What is not understood is refused with its cell and a sentence, never guessed; what can be read in two ways is asked, with both
/// readings; nothing escapes but an <see cref="IOException"/>. A cell that no figure needs stays unknown where it is not understood, and
/// its row is kept. Files over 64 MiB, or over 256 MiB decompressed, are not opened. Of an .xls, errors and formulas without value cannot
/// be told from empty cells.
/// </remarks>
public static class IntakeReader
{
    private const int LeastYearsColumns = 3, LeastFullColumns = 2;

    /// <summary>
    /// The names of the files that may be forms: .xlsx, .xlsm, .xls, .ods, .csv, and .xlsb to be told what to do. Any other is refused.
    /// </summary>
    public static bool IsFormName(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Path.GetExtension(path).ToLowerInvariant() is ".xlsx" or ".xlsm" or ".xls" or ".csv" or ".ods" or ".xlsb";
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">What is said of the file beside; null for nothing.</param>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    /// <example>
    /// <code>
    /// IntakeReading reading = IntakeReader.Read("plan.xlsx");
    /// foreach (Problem problem in reading.Problems)
    ///     Console.WriteLine(problem.ToLine(Language.French));
    /// if (reading.Portfolio is { } portfolio)
    ///     Console.WriteLine(portfolio.Analyze(asOf: new LocalDate(2026, 11, 26)).Summary(Language.French));
    /// </code>
    /// </example>
    public static IntakeReading Read(string path, IntakeOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream stream = File.OpenRead(path);
        return Read(stream, Path.GetFileName(path), options);
    }

    /// <summary>Reads a stream.</summary>
    /// <param name="stream">The file, from its beginning where it can seek, else from where it stands; it stays open.</param>
    /// <param name="name">Its name: the extension says what it should be, and the name who has sent it.</param>
    /// <param name="options">What is said of the file beside; null for nothing.</param>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static IntakeReading Read(Stream stream, string name, IntakeOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        return WholeInput.Read(stream, WholeInput.MostOfForm, whole => Read(whole, name, options, CancellationToken.None));
    }

    /// <summary>Rows of a file as they are written, to show them beside what is wrong in them.</summary>
    /// <param name="stream">The file, from its beginning where it can seek, else from where it stands; it stays open.</param>
    /// <param name="name">Its name: the extension says what it should be.</param>
    /// <param name="cells">Cells of the rows that are asked for.</param>
    /// <returns>The rows that the file has, in its order; none where it cannot be read.</returns>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static ImmutableArray<WrittenRow> Rows(Stream stream, string name, IEnumerable<SheetCell> cells)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(cells);
        ILookup<string, int> asked = cells.ToLookup(cell => cell.Sheet, cell => cell.Row, StringComparer.Ordinal);
        return WholeInput.Read(stream, WholeInput.MostOfForm, whole => RowsOf(whole, name, asked));
    }

    private static ImmutableArray<WrittenRow> RowsOf(Stream stream, string name, ILookup<string, int> asked)
    {
        var rows = ImmutableArray.CreateBuilder<WrittenRow>();
        try
        {
            foreach (RawSheet sheet in IntakeFile.Open(stream, name, YearsForm.IsHeader))
            {
                HashSet<int> numbers = [.. asked[sheet.Name]];
                int last = numbers.Count == 0 ? 0 : numbers.Max();
                foreach (RawRow row in sheet.Rows.TakeWhile(row => row.Number <= last).Where(row => numbers.Contains(row.Number)))
                    rows.Add(new(sheet.Name, row.Number, [.. row.Cells.Select(TableRow.Shown)]));
            }
        }
        catch (NotReadException)
        {
            // What is wrong with the file as a whole is for the reading to say.
        }
        return rows.ToImmutable();
    }

    /// <summary>Reads a file without holding a thread while it comes, then understands it on a thread of the pool.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">What is said of the file beside; null for nothing.</param>
    /// <param name="cancellationToken">Stops the reading: looked at before each chunk and each row.</param>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Task<IntakeReading> ReadAsync(
        string path, IntakeOptions? options = null, CancellationToken cancellationToken = default) =>
        WholeInput.ReadAsync(
            path, WholeInput.MostOfForm, whole => Read(whole, Path.GetFileName(path), options, cancellationToken), cancellationToken);

    /// <summary>Reads a stream without holding a thread while it comes, then understands it on a thread of the pool.</summary>
    /// <param name="stream">
    /// The file, from its beginning where it can seek, else from where it stands; nothing synchronous is asked of it, and it stays open.
    /// </param>
    /// <param name="name">Its name: the extension says what it should be, and the name who has sent it.</param>
    /// <param name="options">What is said of the file beside; null for nothing.</param>
    /// <param name="cancellationToken">Stops the reading: looked at before each chunk and each row.</param>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Task<IntakeReading> ReadAsync(
        Stream stream, string name, IntakeOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        return WholeInput.ReadAsync(
            stream, WholeInput.MostOfForm, whole => Read(whole, name, options, cancellationToken), cancellationToken);
    }

    private static IntakeReading Read(Stream stream, string name, IntakeOptions? options, CancellationToken cancellationToken)
    {
        var notes = new IntakeNotes(name, cancellation: cancellationToken);
        var corrected = new CorrectedSheets(options?.Corrections ?? [], notes);
        try
        {
            if (!IsFormName(name))
                throw new NotReadException("not-a-form");
            (IntakeForm form, PortfolioFacts facts) =
                ReadForm(corrected.Of(AsShown(IntakeFile.Open(stream, name, YearsForm.IsHeader)).Until(cancellationToken)), name, notes);
            corrected.SayUnmade();
            return Finish(name, form, Traced(name, facts, corrected.Made), notes, corrected.Made, cancellationToken);
        }
        catch (NotReadException trouble)
        {
            var unread = new IntakeNotes(name);
            unread.AddOfFile(trouble.Of(name));
            return new(name, null, new(), null, unread, new(0, [], Euros.Zero, Euros.Zero), []);
        }
    }

    // « 4 000 €/mois » may be a number and its format.
    private static IEnumerable<RawSheet> AsShown(IEnumerable<RawSheet> sheets) =>
        sheets.Select(sheet => sheet with { Rows = sheet.Rows.Select(AsShown) });

    // The cells are the row's alone.
    private static RawRow AsShown(RawRow row)
    {
        foreach (ref GridCell cell in row.Cells.AsSpan())
            cell = ShownUnit.In(cell);
        return row;
    }

    // Whoever reads the figures later must be able to tell what no file says.
    private static PortfolioFacts Traced(string name, PortfolioFacts facts, ImmutableArray<CorrectedCell> corrected)
    {
        if (corrected.IsEmpty)
            return facts;
        HashSet<string> ids = [.. facts.Sources.Select(source => source.Id)];
        return facts with
        {
            Sources = [.. facts.Sources, .. corrected.Select(one => new Source(
                Slug.Unique(Slug.Of($"correction {one.Cell}", "correction"), ids), SourceKind.Statement,
                $"Correction à la lecture de {Path.GetFileName(name)}")
            {
                Reference = $"{one.Cell} : {Quoted(one.Was)} est lu {Quoted(one.Value)}",
            })],
        };
    }

    private static string Quoted(string text) => text.Length == 0 ? "vide" : FrenchText.NoBreak($"« {text} »");

    private static (IntakeForm, PortfolioFacts) ReadForm(IEnumerable<RawSheet> sheets, string name, IntakeNotes notes)
    {
        // « Formulaire » and not the whole name of the file, which may hold that of a person; the name stands beside all the same, for it
        // says who answered.
        var years = new YearsFormReader(notes, $"Formulaire reçu : {Path.GetFileNameWithoutExtension(name)}");
        var full = new FullFormReader(notes);
        bool isYears = false, isFull = false;
        foreach (RawSheet sheet in sheets)
        {
            notes.BeginSheet(sheet.Name);
            var start = new TableReader.SheetStart(sheet);
            if (IsOurOwnText(sheet.Name))
                continue;
            if (sheet.Hidden)
            {
                if (start.Rows.Count > 0)
                    notes.Add(ProblemCode.HiddenSheet, new(sheet.Name, 1, 1), null, sheet.Name);
                continue;
            }
            FormSheet? named = FormSheet.Named(FullForm.Sheets, sheet.Name, out bool isTaken);
            // Both forms have a sheet of posts: its headers tell which it is.
            if (named is not null && TableReader.MostHeaders(start, named) >= TableReader.MostHeaders(start, YearsForm.Table)
                && TableReader.Find(sheet, named, LeastFullColumns, start, notes) is { } part)
            {
                isFull = true;
                if (isTaken)
                    notes.Add(ProblemCode.HeaderTaken, new(sheet.Name, 1, 1), sheet.Name, named.Name, "sheet");
                if (part.IsWhole)
                    full.Read(named, part);
                else
                    notes.Refuse(part);
            }
            else if (TableReader.Find(sheet, YearsForm.Table, LeastYearsColumns, start, notes) is { } table)
            {
                isYears = true;
                if (years.Accepts(table))
                    years.Read(table);
                else
                    notes.Refuse(table);
            }
            else
            {
                ScanOnly(sheet, start, notes);
            }
        }
        if (isYears && isFull)
            throw new NotReadException("two-forms");
        if (!isYears && !isFull)
            throw new NotReadException("no-table");
        return isFull ? (IntakeForm.Full, full.Facts()) : (IntakeForm.Simple, years.Facts());
    }

    private static IntakeReading Finish(
        string name, IntakeForm form, PortfolioFacts facts, IntakeNotes notes, ImmutableArray<CorrectedCell> corrected,
        CancellationToken cancellationToken)
    {
        // A form that nobody filled in would be a portfolio of nothing, about which nothing is wrong.
        if (!notes.HasErrors && facts is { Posts: [], Commitments: [], Funders: [], Sources: [], Campaigns: [] })
            notes.AddOfFile(new(ProblemCode.UnreadableFile, FilePlace.Of(name), null, ["no-rows", .. notes.Tables]));
        cancellationToken.ThrowIfCancellationRequested();
        bool valid = Portfolio.TryCreate(facts, out Portfolio? portfolio, out ImmutableArray<Problem> found);
        cancellationToken.ThrowIfCancellationRequested();
        // Few acts fix a ceiling: that there is none is said once, not on every row. The findings of the portfolio hold them all.
        bool capSaid = false;
        notes.AddOfFacts(form is IntakeForm.Full
            ? found : found.Where(problem => problem.Code is not ProblemCode.NoCeiling || !capSaid && (capSaid = true)));
        var account = new IntakeAccount(notes.RowsRead, notes.SetAside(), notes.MoneyKept, notes.MoneyRead) { Unread = notes.Unread };
        return new(name, form, facts, valid && !notes.HasErrors ? portfolio : null, notes, account, corrected);
    }

    // The example of the template looks like the table, and is never data.
    private static bool IsOurOwnText(string sheet)
    {
        string key = Plain.Key(sheet);
        return key.StartsWith("exemple", StringComparison.Ordinal) || key.StartsWith("modedemploi", StringComparison.Ordinal)
            || key.StartsWith("example", StringComparison.Ordinal) || key is "problemes" or "listes" or "lists" or "howto";
    }

    private static void ScanOnly(RawSheet sheet, TableReader.SheetStart start, IntakeNotes notes)
    {
        bool any = false;
        foreach (RawRow row in start.Rows.Concat(Rest(start.Rest)))
            for (int column = 1; column <= row.Cells.Length; column++)
            {
                any |= !row[column].IsBlank;
                notes.Scan(row[column], new(sheet.Name, row.Number, column));
            }
        if (any)
            notes.Add(ProblemCode.SheetNotRead, new(sheet.Name, 1, 1), null, sheet.Name);
    }

    private static IEnumerable<RawRow> Rest(IEnumerator<RawRow> rows)
    {
        while (rows.MoveNext())
            yield return rows.Current;
    }
}
