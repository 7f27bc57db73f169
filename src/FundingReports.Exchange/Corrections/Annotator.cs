using System.Collections.Immutable;
using ClosedXML.Excel;
using FundingReports.Exchange.Cells;
using FundingReports.Exchange.Files;
using FundingReports.Exchange.Names;
using FundingReports.Exchange.Template;
using FundingReports.Files;
using FundingReports.Sentences;
using FundingReports.Validation;
using FundingReports.Wording;

namespace FundingReports.Exchange;

/// <summary>
/// Gives a file back with its faulty cells marked, each with a comment that says what to do, and a sheet « Problèmes » that lists them.
/// </summary>
/// <remarks>
/// Values, formulas, styles, widths, lists and hidden rows stay. What ClosedXML may lose: the calculated values of formulas (the
/// spreadsheet calculates them again when it opens the file), charts, form controls, sparklines, macros. A .csv, an .xls, an .ods, or a
/// workbook that ClosedXML cannot open is copied value by value into a new workbook, without its layout; of a .csv, the first 20 000
/// lines. A text longer than a cell of a workbook holds is cut there.
/// </remarks>
public static class Annotator
{
    private const string ListSheet = "Problèmes";
    private const string Author = CommentAuthor.Ours;
    internal const int MostComments = 5_000;
    private const int MostListed = 20_000, MostCopied = 20_000;

    private const int LastRowWithRoom = 1_048_000;

    // Points: a spreadsheet has no higher row.
    private const int HighestRow = 409;
    private static readonly XLColor wrong = XLColor.FromArgb(0xFFC7CE), doubtful = XLColor.FromArgb(0xFFEB9C),
        head = XLColor.FromArgb(0x1F3864);

    /// <summary>Writes the marked copy. The file appears whole or not at all.</summary>
    /// <param name="input">The file that was read; it is not changed.</param>
    /// <param name="reading">Its reading.</param>
    /// <param name="output">The .xlsx to write, under another name than the file that was read.</param>
    /// <param name="language">The language of the sentences.</param>
    /// <exception cref="ArgumentException">The output is the file that was read.</exception>
    /// <exception cref="InvalidOperationException">The file could not be read (<c>IsOpened</c>): there is no cell to mark.</exception>
    /// <exception cref="InvalidDataException">The input is not the file that was read: no file of that kind.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public static void Annotate(string input, IntakeReading reading, string output, Language language = Language.French) =>
        Mark(input, MarksOf(reading, language), output);

    /// <summary>Writes the marked copy to a stream, once it is complete.</summary>
    /// <param name="input">The file that was read, from its beginning where it can seek, else from where it stands; it stays open.</param>
    /// <param name="reading">Its reading.</param>
    /// <param name="output">Where to; it need not seek, and stays open.</param>
    /// <param name="language">The language of the sentences.</param>
    /// <exception cref="InvalidOperationException">The file could not be read (<c>IsOpened</c>): there is no cell to mark.</exception>
    /// <exception cref="InvalidDataException">The input is not the file that was read: no file of that kind.</exception>
    /// <exception cref="IOException">A stream cannot be read or written.</exception>
    public static void Annotate(Stream input, IntakeReading reading, Stream output, Language language = Language.French) =>
        Mark(input, MarksOf(reading, language), output);

    /// <summary>
    /// Builds the marked copy in memory, on a thread of the pool, then writes it without holding a thread. The file appears whole or not
    /// at all.
    /// </summary>
    /// <param name="input">The file that was read; it is not changed.</param>
    /// <param name="reading">Its reading.</param>
    /// <param name="output">The .xlsx to write, under another name than the file that was read.</param>
    /// <param name="language">The language of the sentences.</param>
    /// <param name="cancellationToken">
    /// Looked at before each row that is copied and each cell that is marked; what stood there still does, and nothing else is left.
    /// </param>
    /// <exception cref="ArgumentException">The output is the file that was read.</exception>
    /// <exception cref="InvalidOperationException">The file could not be read (<c>IsOpened</c>): there is no cell to mark.</exception>
    /// <exception cref="InvalidDataException">The input is not the file that was read: no file of that kind.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task AnnotateAsync(string input, IntakeReading reading, string output, Language language = Language.French,
        CancellationToken cancellationToken = default) =>
        await MarkAsync(input, MarksOf(reading, language), output, cancellationToken).ConfigureAwait(false);

    /// <summary>Builds the marked copy in memory, on a thread of the pool, then sends it without holding a thread.</summary>
    /// <param name="input">
    /// The file that was read, from its beginning where it can seek, else from where it stands; nothing synchronous is asked of it, and it
    /// stays open.
    /// </param>
    /// <param name="reading">Its reading.</param>
    /// <param name="output">
    /// Where to; nothing synchronous is asked of it, and it stays open. It gets nothing before the copy is complete.
    /// </param>
    /// <param name="language">The language of the sentences.</param>
    /// <param name="cancellationToken">Looked at before each row that is copied and each cell that is marked.</param>
    /// <exception cref="InvalidOperationException">The file could not be read (<c>IsOpened</c>): there is no cell to mark.</exception>
    /// <exception cref="InvalidDataException">The input is not the file that was read: no file of that kind.</exception>
    /// <exception cref="IOException">A stream cannot be read or written.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task AnnotateAsync(Stream input, IntakeReading reading, Stream output, Language language = Language.French,
        CancellationToken cancellationToken = default) =>
        await MarkAsync(input, MarksOf(reading, language), output, cancellationToken).ConfigureAwait(false);

    /// <summary>
    /// Writes a copy of an official file with its lines set aside, each with its reason, to be sent back to who publishes it. The file
    /// appears whole or not at all.
    /// </summary>
    /// <param name="input">The file that was read; it is not changed.</param>
    /// <param name="reading">Its reading.</param>
    /// <param name="output">The .xlsx to write, under another name than the file that was read.</param>
    /// <param name="language">The language of the sentences.</param>
    /// <exception cref="ArgumentException">The output is the file that was read.</exception>
    /// <exception cref="InvalidOperationException">The file could not be read at all: there is no line to mark.</exception>
    /// <exception cref="InvalidDataException">The input is not the file that was read: no file of that kind.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public static void Annotate(string input, ImportReading reading, string output, Language language = Language.French) =>
        Mark(input, MarksOf(reading, language), output);

    /// <summary>Writes a copy of an official file with its lines set aside to a stream, once it is complete.</summary>
    /// <param name="input">The file that was read, from its beginning where it can seek, else from where it stands; it stays open.</param>
    /// <param name="reading">Its reading.</param>
    /// <param name="output">Where to; it need not seek, and stays open.</param>
    /// <param name="language">The language of the sentences.</param>
    /// <exception cref="InvalidOperationException">The file could not be read at all: there is no line to mark.</exception>
    /// <exception cref="InvalidDataException">The input is not the file that was read: no file of that kind.</exception>
    /// <exception cref="IOException">A stream cannot be read or written.</exception>
    public static void Annotate(Stream input, ImportReading reading, Stream output, Language language = Language.French) =>
        Mark(input, MarksOf(reading, language), output);

    /// <summary>
    /// Builds the copy of an official file with its lines set aside in memory, on a thread of the pool, then writes it without holding a
    /// thread. The file appears whole or not at all.
    /// </summary>
    /// <param name="input">The file that was read; it is not changed.</param>
    /// <param name="reading">Its reading.</param>
    /// <param name="output">The .xlsx to write, under another name than the file that was read.</param>
    /// <param name="language">The language of the sentences.</param>
    /// <param name="cancellationToken">
    /// Looked at before each row that is copied and each cell that is marked; what stood there still does, and nothing else is left.
    /// </param>
    /// <exception cref="ArgumentException">The output is the file that was read.</exception>
    /// <exception cref="InvalidOperationException">The file could not be read at all: there is no line to mark.</exception>
    /// <exception cref="InvalidDataException">The input is not the file that was read: no file of that kind.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task AnnotateAsync(string input, ImportReading reading, string output, Language language = Language.French,
        CancellationToken cancellationToken = default) =>
        await MarkAsync(input, MarksOf(reading, language), output, cancellationToken).ConfigureAwait(false);

    /// <summary>
    /// Builds the copy of an official file with its lines set aside in memory, on a thread of the pool, then sends it without holding a
    /// thread.
    /// </summary>
    /// <param name="input">
    /// The file that was read, from its beginning where it can seek, else from where it stands; nothing synchronous is asked of it, and it
    /// stays open.
    /// </param>
    /// <param name="reading">Its reading.</param>
    /// <param name="output">
    /// Where to; nothing synchronous is asked of it, and it stays open. It gets nothing before the copy is complete.
    /// </param>
    /// <param name="language">The language of the sentences.</param>
    /// <param name="cancellationToken">Looked at before each row that is copied and each cell that is marked.</param>
    /// <exception cref="InvalidOperationException">The file could not be read at all: there is no line to mark.</exception>
    /// <exception cref="InvalidDataException">The input is not the file that was read: no file of that kind.</exception>
    /// <exception cref="IOException">A stream cannot be read or written.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task AnnotateAsync(Stream input, ImportReading reading, Stream output, Language language = Language.French,
        CancellationToken cancellationToken = default) =>
        await MarkAsync(input, MarksOf(reading, language), output, cancellationToken).ConfigureAwait(false);

    /// <summary>What is written into the copy of a file.</summary>
    /// <param name="Name">The name of the file.</param>
    /// <param name="Problems">What its cells are marked with.</param>
    /// <param name="Account">What became of its lines, in a sentence.</param>
    /// <param name="Language">The language of the sentences.</param>
    /// <param name="IsOfficial">Whether it is an export that somebody publishes, and no form.</param>
    private sealed record Marks(string Name, ImmutableArray<Problem> Problems, string Account, Language Language, bool IsOfficial)
    {
        /// <summary>How much of a stream is kept: a text of subsidies has no largest size.</summary>
        internal long Most => IsOfficial ? long.MaxValue : WholeInput.MostOfForm;
    }

    private static void Mark(string input, Marks marks, string output)
    {
        ArgumentException.ThrowIfNullOrEmpty(input);
        ArgumentException.ThrowIfNullOrEmpty(output);
        CheckApart(input, output);
        using FileStream file = File.OpenRead(input);
        using MemoryStream bytes = Written(file, marks, CancellationToken.None);
        WholeFile.Write(output, bytes.WriteTo);
    }

    private static void Mark(Stream input, Marks marks, Stream output)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        using MemoryStream bytes = WholeInput.Read(input, marks.Most, whole => Written(whole, marks, CancellationToken.None));
        bytes.WriteTo(output);
    }

    private static async Task MarkAsync(string input, Marks marks, string output, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(input);
        ArgumentException.ThrowIfNullOrEmpty(output);
        CheckApart(input, output);
        using MemoryStream bytes = await WholeInput.ReadAsync(
            input, marks.Most, whole => Written(whole, marks, cancellationToken), cancellationToken).ConfigureAwait(false);
        await WholeFile.WriteAsync(output, (file, cancellation) => bytes.CopyToAsync(file, cancellation), cancellationToken)
            .ConfigureAwait(false);
    }

    private static async Task MarkAsync(Stream input, Marks marks, Stream output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        using MemoryStream bytes = await WholeInput.ReadAsync(
            input, marks.Most, whole => Written(whole, marks, cancellationToken), cancellationToken).ConfigureAwait(false);
        await bytes.CopyToAsync(output, cancellationToken).ConfigureAwait(false);
        await output.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    // What somebody has sent is not written over.
    private static void CheckApart(string input, string output)
    {
        if (string.Equals(PlaceOf(input), PlaceOf(output), OperatingSystem.IsLinux() ? StringComparison.Ordinal
            : StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException(
                "The copy would be written over the file that was read: choose another name for it.", nameof(output));
    }

    private static string PlaceOf(string path) => new FileInfo(path) is { LinkTarget: not null } link
        ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName : Path.GetFullPath(path);

    private static Marks MarksOf(IntakeReading reading, Language language)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return reading.IsOpened
            ? new(reading.Name, reading.Problems, reading.Account.Sentence(language), language, IsOfficial: false)
            : throw new InvalidOperationException("The file could not be read: there is no cell to mark.");
    }

    private static Marks MarksOf(ImportReading reading, Language language)
    {
        ArgumentNullException.ThrowIfNull(reading);
        if (!reading.IsOpened)
            throw new InvalidOperationException("The file could not be read: there is no line to mark.");
        ImmutableArray<Problem> aside = [.. reading.Account.SetAside.Select(
            row => new Problem(ProblemCode.LineSetAside, $"{row.Sheet}!A{Plain.Number(row.Row)}", null, row.Why(language)))];
        return new(reading.Name, [.. aside, .. reading.Problems], reading.Sentence(language), language, IsOfficial: true);
    }

    private static MemoryStream Written(Stream input, Marks marks, CancellationToken cancellationToken)
    {
        try
        {
            return WrittenWhole(input, marks, cancellationToken);
        }
        catch (NotReadException trouble)
        {
            // The reading is that of another file: these bytes were never read.
            throw new InvalidDataException($"{marks.Name}: {trouble.Of(marks.Name).Message(marks.Language)}", trouble);
        }
    }

    private static MemoryStream WrittenWhole(Stream input, Marks marks, CancellationToken cancellationToken)
    {
        var bytes = new MemoryStream();
        FundingReports.Excel.Invariantly.Do(() =>
        {
            try
            {
                Save(Open(input, marks.Name, cancellationToken));
            }
            catch (Exception trouble) when (
                trouble is not (OutOfMemoryException or IOException or NotReadException or OperationCanceledException))
            {
                // Written by another program in a way that ClosedXML opens and cannot mark: the values at least go back.
                bytes.SetLength(0);
                input.Position = 0;
                Save(Copy(input, marks.Name, cancellationToken));
            }
        });
        bytes.Position = 0;
        return bytes;

        void Save(XLWorkbook workbook)
        {
            using (workbook)
            {
                // Not the login of whoever runs this.
                workbook.Author = Author;
                Mark(workbook, marks.Problems, marks.Language, cancellationToken: cancellationToken);
                List(workbook, marks);
                cancellationToken.ThrowIfCancellationRequested();
                workbook.SaveAs(bytes);
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }

    private static XLWorkbook Open(Stream stream, string name, CancellationToken cancellationToken)
    {
        if (Path.GetExtension(name).ToLowerInvariant() is ".xlsx")
        {
            try
            {
                stream.Position = 0;
                // Into memory: ClosedXML writes to what it reads.
                var copy = new MemoryStream();
                stream.CopyTo(copy);
                return new(copy);
            }
            catch (Exception trouble) when (trouble is not (OutOfMemoryException or IOException))
            {
                // Written by another program in a way that it does not read: the values are saved at least.
            }
        }
        stream.Position = 0;
        return Copy(stream, name, cancellationToken);
    }

    private static XLWorkbook Copy(Stream stream, string name, CancellationToken cancellationToken)
    {
        FundingReports.Excel.Dependencies.Check();
        var workbook = new XLWorkbook { Author = Author };
        workbook.Properties.Author = Author;
        IEnumerable<RawSheet> sheets = IntakeFile.IsText(stream, name)
            ? [IntakeFile.OpenText(stream, name, null)] : IntakeFile.Open(stream, name);
        foreach (RawSheet sheet in sheets.Until(cancellationToken))
        {
            IXLWorksheet copy = workbook.AddWorksheet(SheetName(sheet.Name));
            foreach (RawRow row in sheet.Rows.Take(MostCopied).TakeWhile(row => row.Number <= XLHelper.MaxRowNumber))
                for (int column = 1; column <= row.Cells.Length; column++)
                    Write(copy.Cell(row.Number, column), row[column]);
        }
        return workbook;
    }

    private static string SheetName(string name) =>
        string.Concat(name.Select(c => "[]:*?/\\".Contains(c, StringComparison.Ordinal) ? '_' : c));

    private static void Write(IXLCell cell, GridCell value)
    {
        switch (value.Kind)
        {
            case CellKind.Number:
                cell.SetValue(value.Number);
                if (value.Format.Length > 0)
                    cell.Style.NumberFormat.Format = value.Format;
                break;
            case CellKind.Date:
                cell.SetValue(value.Day.ToDateTimeUnspecified());
                cell.Style.NumberFormat.Format = "dd/mm/yyyy";
                break;
            case CellKind.Blank:
                break;
            default:
                FormWriter.Text(cell, value.Text);
                break;
        }
    }

    internal static void Mark(XLWorkbook workbook, ImmutableArray<Problem> problems, Language language, int most = MostComments,
        CancellationToken cancellationToken = default)
    {
        foreach (var cell in problems.GroupBy(problem => problem.Path).Take(most))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (CellOf(workbook, cell.Key) is not { } at)
                continue;
            at.Style.Fill.SetBackgroundColor(cell.Any(problem => problem.Severity is Severity.Error) ? wrong : doubtful);
            // A comment is a box, which needs room beside its cell; the list has the sentence all the same.
            if (at.Address.ColumnNumber > NearCells.LastColumn || at.Address.RowNumber > LastRowWithRoom)
                continue;
            string sentences =
                string.Join(
                    "\n", cell.Select(
                        problem =>
                        $"{Grave(problem, language)}{(language is Language.French ? $"{Words.NoBreakSpace}: " : ": ")}{problem.Message(language)}").Distinct());
            if (at.HasComment)
                at.Comment.AddNewLine();
            else
                at.Comment.Author = Author;
            at.Comment.AddText(sentences);
            at.Comment.Style.Size.SetWidth(46).Size.SetHeight(16 * (2 + sentences.Length / 42));
        }
    }

    private static IXLCell? CellOf(XLWorkbook workbook, string path)
    {
        int mark = path.LastIndexOf('!');
        // A line of a text may lie below what a workbook holds.
        return mark > 0 && XLHelper.IsValidA1Address(path[(mark + 1)..])
            && workbook.TryGetWorksheet(SheetName(path[..mark]), out IXLWorksheet sheet) ? sheet.Cell(path[(mark + 1)..]) : null;
    }

    private static void List(XLWorkbook workbook, Marks marks)
    {
        (Language language, bool french) = (marks.Language, marks.Language is Language.French);
        if (workbook.TryGetWorksheet(ListSheet, out IXLWorksheet before))
            before.Delete();
        IXLWorksheet sheet = workbook.AddWorksheet(ListSheet, 1);
        FormWriter.Page(sheet);
        FormWriter.Text(sheet.Cell(1, 1), french ? "Ce qu’il y a à corriger" : "What is to be corrected");
        sheet.Cell(1, 1).Style.Font.SetBold().Font.SetFontSize(16).Font.SetFontColor(head);
        FormWriter.Text(sheet.Cell(2, 1), marks.Account);
        FormWriter.Text(sheet.Cell(3, 1), (marks.IsOfficial, french) switch
        {
            (true, true) =>
                FrenchText.NoBreak(
                    "Lignes non prises en compte (cellules roses), avertissements (cellules jaunes) : corrigez le fichier d'origine et publiez-le de nouveau."),
            (true, false) =>
                "Lines set aside (pink cells), warnings (yellow cells): correct the file where it comes from, and publish it again.",
            (false, true) =>
                "Corrigez les erreurs (cellules roses), regardez les avertissements (cellules jaunes), enregistrez, renvoyez le fichier. Cette feuille n’est pas lue.",
            _ => "Correct the errors (pink cells), look at the warnings (yellow cells), save, send the file again. This sheet is not read.",
        });
        string[] headers = french
            ? ["Gravité", "Feuille", "Cellule", "Trouvé", "Que faire"] : ["Severity", "Sheet", "Cell", "Found", "What to do"];
        int[] widths = [15, 16, 10, 26, 95];
        for (int i = 0; i < headers.Length; i++)
        {
            FormWriter.Text(sheet.Cell(5, i + 1), headers[i]);
            sheet.Column(i + 1).Width = widths[i];
        }
        sheet.Range(5, 1, 5, 5).Style.Fill.SetBackgroundColor(head).Font.SetFontColor(XLColor.White).Font.SetBold();
        int row = 6;
        foreach (Problem problem in marks.Problems.OrderBy(problem => problem.Severity).Take(MostListed))
        {
            int mark = problem.Path.LastIndexOf('!');
            string message = problem.Message(language);
            FormWriter.Text(sheet.Cell(row, 1), Grave(problem, language));
            sheet.Cell(row, 1).Style.Fill.SetBackgroundColor(problem.Severity is Severity.Error ? wrong : doubtful);
            FormWriter.Text(sheet.Cell(row, 2), mark > 0 ? problem.Path[..mark] : "");
            FormWriter.Text(sheet.Cell(row, 3), mark > 0 ? problem.Path[(mark + 1)..] : problem.Path);
            if (CellOf(workbook, problem.Path) is { } at)
                sheet.Cell(row, 3).Hyperlink = new XLHyperlink(at);
            FormWriter.Text(sheet.Cell(row, 4), problem.Found ?? "");
            FormWriter.Text(sheet.Cell(row, 5), message);
            sheet.Row(row).Height =
                Math.Min(HighestRow, 3 + 14 * Math.Max(1 + (message.Length - 1) / 108, 1 + (problem.Found ?? "").Length / 26));
            row++;
        }
        sheet.Range(5, 1, Math.Max(row - 1, 6), 5).Style.Alignment.SetWrapText().Alignment.SetVertical(XLAlignmentVerticalValues.Top);
        sheet.SheetView.FreezeRows(5);
        sheet.SetTabActive();
    }

    private static string Grave(Problem problem, Language language) => (problem.Severity, language) switch
    {
        (Severity.Error, Language.French) => "Erreur",
        (Severity.Error, _) => "Error",
        (_, Language.French) => "Avertissement",
        _ => "Warning",
    };
}
