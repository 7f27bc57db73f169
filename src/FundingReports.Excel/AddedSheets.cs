using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ClosedXML.Excel;
using FundingReports.Excel.Added;
using FundingReports.Excel.Layout;
using FundingReports.Files;
using FundingReports.Reports;

namespace FundingReports.Excel;

/// <summary>The sheets of a report in a workbook of one's own.</summary>
/// <remarks>
/// Save with <see cref="SaveAs(string)"/>: ClosedXML's own saving leaves out the charts and the values of formulas (which a spreadsheet
/// then works out, but a reader that does not calculate sees nothing), and breaks characters above U+FFFF (emoji, for instance). Where the
/// sheets are changed before they are saved (a row inserted, a cell written), the values of their formulas are left out, and the
/// spreadsheet that opens the file works them out; charts follow their table, but that of a table that became longer or shorter is left
/// out. A sheet keeps its name until then. Where sheets were added to the workbook more than once, each of these saves all of them whole;
/// those of an earlier time that were all deleted since are forgotten. Like the workbook itself, it is not safe for use by several
/// threads at once.
/// </remarks>
public sealed class AddedSheets
{
    // What was added to each workbook, as long as that is held.
    private static readonly ConditionalWeakTable<XLWorkbook, List<AddedSheets>> ofWorkbooks = [];

    private readonly XLWorkbook workbook;
    private readonly Report report;
    private readonly ReportLayout layout;
    private readonly IReadOnlyDictionary<string, FormulaValues> values;
    private readonly ImmutableArray<IXLWorksheet> sheets;
    private readonly int contents;

    internal AddedSheets(XLWorkbook workbook, Report report, ReportLayout layout, IReadOnlyDictionary<string, FormulaValues> values)
    {
        this.workbook = workbook;
        this.report = report;
        this.layout = layout;
        this.values = values;
        Names = [.. layout.Sheets.Select(sheet => sheet.Sheet.Name)];
        sheets = [.. Names.Select(workbook.Worksheet)];
        contents = Contents();
        List<AddedSheets> all = ofWorkbooks.GetOrCreateValue(workbook);
        all.RemoveAll(before => before.IsForgotten);
        all.Add(this);
    }

    /// <summary>The names of the sheets, in order.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>Saves the whole workbook to a file, which appears whole or not at all.</summary>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <exception cref="ArgumentException">The path names another format, such as .xls, .ods, .csv or .pdf.</exception>
    /// <exception cref="InvalidOperationException">A sheet was renamed or deleted after it was added.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void SaveAs(string path)
    {
        WorkbookName.Check(path);
        WholeFile.Write(path, Write);
    }

    /// <summary>Saves the whole workbook to a stream, once it is complete.</summary>
    /// <param name="stream">Where to; left open.</param>
    /// <exception cref="InvalidOperationException">A sheet was renamed or deleted after it was added.</exception>
    public void SaveAs(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var bytes = new MemoryStream();
        Write(bytes);
        bytes.WriteTo(stream);
    }

    /// <summary>
    /// Saves the whole workbook to a file, which appears whole or not at all: it is built in memory, then written without holding a
    /// thread.
    /// </summary>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <param name="cancellationToken">
    /// Stops it before the file is in its place: what stood there still does, and nothing else is left.
    /// </param>
    /// <exception cref="ArgumentException">The path names another format, such as .xls, .ods, .csv or .pdf.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public Task SaveAsAsync(string path, CancellationToken cancellationToken = default)
    {
        WorkbookName.Check(path);
        return BuiltWorkbook.SendAsync((bytes, _) => Write(bytes), path, cancellationToken);
    }

    /// <summary>
    /// Saves the whole workbook to a stream, once it is complete: it is built in memory, then sent without holding a thread.
    /// </summary>
    /// <param name="stream">Where to; nothing synchronous is asked of it, and it stays open.</param>
    /// <param name="cancellationToken">Stops it; before the workbook is complete the stream gets nothing.</param>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public Task SaveAsAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return BuiltWorkbook.SendAsync((bytes, _) => Write(bytes), stream, cancellationToken);
    }

    private void Write(Stream destination) => Invariantly.Do(() =>
    {
        // Those that were added before or since, and are there still.
        AddedSheets[] all = [.. ofWorkbooks.GetOrCreateValue(workbook).Where(one => !one.IsForgotten).Append(this).Distinct()];
        CheckNames(all);
        // A row that was inserted, a cell that was changed: the values are no longer those of their cells.
        AddedReport[] reports =
            [.. all.Select(one => one.Contents() == one.contents ? new AddedReport(one.report, one.layout, one.values, null)
                : new(one.report, one.layout, null, one.Moves()))];
        // Left open: the workbook reads what it was last saved to when it is saved again.
        var saved = new MemoryStream();
        workbook.SaveAs(saved);
        PackagePass.Complete(saved, reports, destination);
    });

    // The names of the sheets that are there no more, or are others by now.
    private ImmutableArray<string> Gone => [.. Names.Where((name, i) =>
        !workbook.TryGetWorksheet(name, out IXLWorksheet? found) || !ReferenceEquals(found, sheets[i]))];

    private bool IsForgotten => Gone.Length == Names.Length;

    // Charts, tables and values are found by the names of the sheets.
    private static void CheckNames(AddedSheets[] all)
    {
        string[] gone = [.. all.SelectMany(one => one.Gone)];
        if (gone.Length > 0)
            throw new InvalidOperationException($"No sheet of the workbook is called \"{string.Join("\" or \"", gone)}\" any more: a sheet "
                + "that is added keeps its name until the workbook is saved. Rename or leave it out of the report before, or of the file after.");
    }

    private Dictionary<string, (int Rows, int Columns)> Moves()
    {
        var moves = new Dictionary<string, (int Rows, int Columns)>(StringComparer.Ordinal);
        foreach (var sheet in layout.Sheets)
            foreach (PlacedTable placed in sheet.Tables)
                if (workbook.Worksheet(sheet.Sheet.Name).Tables.FirstOrDefault(table => table.Name == placed.Table.Name) is { } now
                    && now.RangeAddress is { FirstAddress: var first, LastAddress: var last }
                    && last.RowNumber - first.RowNumber == placed.LastRow - placed.HeaderRow
                    && last.ColumnNumber - first.ColumnNumber == placed.Table.Columns.Length - 1)
                    moves[placed.Table.Name] = (first.RowNumber - placed.HeaderRow, first.ColumnNumber - 1);
        return moves;
    }

    /// <summary>What stands in each cell of the sheets: a formula, or a value.</summary>
    private int Contents()
    {
        var all = new HashCode();
        foreach (IXLCell cell in Names.SelectMany(name => workbook.Worksheet(name).CellsUsed(XLCellsUsedOptions.Contents)))
        {
            all.Add(cell.Address.RowNumber);
            all.Add(cell.Address.ColumnNumber);
            all.Add(cell.HasFormula ? cell.FormulaA1 : cell.GetString());
        }
        return all.ToHashCode();
    }

    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => string.Join(", ", Names);
}
