using System.Collections.Immutable;
using FundingReports.Exchange.Files;
using FundingReports.Exchange.Forms;
using FundingReports.Exchange.Intake;
using FundingReports.Exchange.Names;
using FundingReports.Exchange.Reading;
using FundingReports.Portfolios;
using FundingReports.Sentences;
using FundingReports.Validation;

namespace FundingReports.Exchange;

/// <summary>Reads a filled form: .xlsx, .xls or .csv, the simple or the complete one.</summary>
/// <remarks>
/// What is not understood is refused with its cell and a sentence, never guessed; nothing escapes but an <see cref="IOException"/>. Files
/// over 64 MiB, or over 256 MiB decompressed, are not opened. Of an .xls, errors and formulas without value cannot be told from empty
/// cells.
/// </remarks>
public static class IntakeReader
{
    private const int LeastSimpleColumns = 3, LeastFullColumns = 2;

    /// <summary>The names of the files that are forms: .xlsx, .xlsm, .xls, .csv, and .ods to be told what to do.</summary>
    public static bool IsFormName(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Path.GetExtension(path).ToLowerInvariant() is ".xlsx" or ".xlsm" or ".xls" or ".csv" or ".ods" or ".xlsb";
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static IntakeReading Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream stream = File.OpenRead(path);
        return Read(stream, Path.GetFileName(path));
    }

    /// <summary>Reads a stream that can seek.</summary>
    /// <param name="stream">The file, from its beginning.</param>
    /// <param name="name">Its name: the extension says what it should be, and the name who has sent it.</param>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static IntakeReading Read(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        var notes = new IntakeNotes();
        try
        {
            (IntakeForm form, PortfolioFacts facts) = ReadForm(IntakeFile.Open(stream, name), name, notes);
            return Finish(name, form, facts, notes);
        }
        catch (NotReadException trouble)
        {
            var unread = new IntakeNotes();
            unread.AddOfFile(trouble.Of(name));
            return new(name, null, new(), null, unread, new(0, [], Euros.Zero, Euros.Zero));
        }
    }

    private static (IntakeForm, PortfolioFacts) ReadForm(IEnumerable<RawSheet> sheets, string name, IntakeNotes notes)
    {
        // The word « Formulaire » stands for the name of the file, which may hold that of a person; the name is kept beside, for it says
        // who answered.
        var simple = new SimpleFormReader(notes, $"Formulaire reçu : {Path.GetFileNameWithoutExtension(name)}");
        var full = new FullFormReader(notes);
        bool isSimple = false, isFull = false;
        foreach (RawSheet sheet in sheets)
        {
            notes.BeginSheet(sheet.Name);
            var start = new TableReader.SheetStart(sheet);
            if (IsOurOwnText(sheet.Name))
                continue;
            FormSheet? named = FullForm.Sheets.FirstOrDefault(form => form.IsNamed(sheet.Name));
            if (named is not null && TableReader.Find(sheet, named, LeastFullColumns, start, notes) is { } part)
            {
                isFull = true;
                if (part.IsWhole)
                    full.Read(named, part);
            }
            else if (TableReader.Find(sheet, SimpleForm.Sheet, LeastSimpleColumns, start, notes) is { } plan)
            {
                isSimple = true;
                if (plan.IsWhole)
                    simple.Read(plan);
            }
            else
            {
                ScanOnly(sheet, start, notes);
            }
        }
        if (isSimple && isFull)
            throw new NotReadException("two-forms");
        if (!isSimple && !isFull)
            throw new NotReadException("no-table");
        return isFull ? (IntakeForm.Full, full.Facts()) : (IntakeForm.Simple, simple.Facts());
    }

    private static IntakeReading Finish(string name, IntakeForm form, PortfolioFacts facts, IntakeNotes notes)
    {
        bool valid = Portfolio.TryCreate(facts, out Portfolio? portfolio, out ImmutableArray<Problem> found);
        // The simple form asks for no ceiling: said once, not on every row. The findings of the portfolio hold them all.
        bool capSaid = false;
        notes.AddOfFacts(form is IntakeForm.Full
            ? found : found.Where(problem => problem.Code is not ProblemCode.NoCeiling || !capSaid && (capSaid = true)));
        var account = new IntakeAccount(notes.RowsRead, notes.SetAside(), notes.MoneyKept, notes.MoneyRead);
        return new(name, form, facts, valid && !notes.HasErrors ? portfolio : null, notes, account);
    }

    // The example of the template looks like the table, and is never data.
    private static bool IsOurOwnText(string sheet)
    {
        string key = Plain.Key(sheet);
        return key.StartsWith("exemple", StringComparison.Ordinal) || key.StartsWith("modedemploi", StringComparison.Ordinal)
            || key is "problemes";
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
