using System.Globalization;
using FundingReports.Exchange.Cells;
using FundingReports.Exchange.Files;
using FundingReports.Exchange.Forms;
using FundingReports.Exchange.Names;
using FundingReports.Validation;

namespace FundingReports.Exchange.Reading;

/// <summary>
/// Finds the table of a form in a sheet, wherever its header row stands and whatever order its columns are in, and walks its rows.
/// </summary>
internal sealed class TableReader
{
    // Titles and instructions above the header; not more.
    private const int RowsBeforeHeader = 60;
    private const int MostMergedRows = 200_000;

    private readonly RawSheet sheet;
    private readonly FormSheet form;
    private readonly List<RawRow> buffer;
    private readonly IEnumerator<RawRow> rest;
    private readonly int headerAt;
    private readonly Dictionary<FormColumn, int> columns = [];
    private readonly bool[] isMapped = new bool[20_000];
    private readonly IntakeNotes notes;
    private readonly Dictionary<int, List<MergedRange>> merged = [];
    private readonly Dictionary<MergedRange, GridCell> tops = [];

    private TableReader(RawSheet sheet, FormSheet form, List<RawRow> buffer, IEnumerator<RawRow> rest, int headerAt, IntakeNotes notes)
    {
        (this.sheet, this.form, this.buffer, this.rest, this.headerAt, this.notes) = (sheet, form, buffer, rest, headerAt, notes);
        ReadHeader(buffer[headerAt]);
        IndexMerged();
    }

    /// <summary>Whether all the columns that a row needs are there, each once.</summary>
    internal bool IsWhole { get; private set; } = true;

    /// <summary>The table of that form in the sheet; null where there is none.</summary>
    internal static TableReader? Find(RawSheet sheet, FormSheet form, int leastColumns, SheetStart start, IntakeNotes notes)
    {
        int best = -1, most = leastColumns - 1;
        for (int i = 0; i < start.Rows.Count; i++)
        {
            int score = HeadersIn(start.Rows[i], form);
            if (score > most)
                (best, most) = (i, score);
        }
        return best < 0 ? null : new(sheet, form, start.Rows, start.Rest, best, notes);
    }

    /// <summary>The tables of an export, sheet by sheet; of a sheet that holds none it is said that it is not read.</summary>
    /// <param name="sheets">The sheets of the file.</param>
    /// <param name="choose">Which form a sheet should be; null for none.</param>
    /// <param name="notes">What is found on the way.</param>
    internal static IEnumerable<TableReader> OfExport(
        IEnumerable<RawSheet> sheets, Func<RawSheet, SheetStart, (FormSheet Form, int LeastColumns)?> choose, IntakeNotes notes)
    {
        foreach (RawSheet sheet in sheets)
        {
            notes.BeginSheet(sheet.Name);
            var start = new SheetStart(sheet);
            if (choose(sheet, start) is var (form, least) && Find(sheet, form, least, start, notes) is { } table)
                yield return table;
            else if (start.Rows.Count > 0)
                notes.Add(ProblemCode.SheetNotRead, new(sheet.Name, 1, 1), null, sheet.Name);
        }
    }

    /// <summary>The form that the table is one of.</summary>
    internal FormSheet Form => form;

    /// <summary>The name of its sheet.</summary>
    internal string Sheet => sheet.Name;

    /// <summary>The rows of the table, one after the other.</summary>
    internal IEnumerable<TableRow> Rows()
    {
        var hidden = new List<int>();
        foreach (RawRow row in AllRows())
        {
            for (int column = 1; column <= row.Cells.Length; column++)
                if (!row.Cells[column - 1].IsBlank && !isMapped[column])
                    notes.Scan(row[column], new(sheet.Name, row.Number, column));
            var read = new TableRow(sheet.Name, row.Number, this, row, notes);
            if (!columns.Values.Any(column => !read.At(column).IsBlank))
                continue;
            if (row.Hidden)
                hidden.Add(row.Number);
            CheckBeyond(row, read);
            CheckAcross(row, read);
            yield return read;
        }
        if (hidden.Count > 0)
            notes.Add(ProblemCode.HiddenRows, new(sheet.Name, hidden[0], 1), null, Plain.Number(hidden.Count),
                string.Join(", ", hidden.Take(12).Select(Plain.Number)) + (hidden.Count > 12 ? "…" : ""));
    }

    /// <summary>The row of the headers, from 1.</summary>
    internal int HeaderRow => buffer[headerAt].Number;

    internal int ColumnOf(FormColumn column) => columns.GetValueOrDefault(column);

    internal bool Has(FormColumn column) => columns.ContainsKey(column);

    /// <summary>The cell, or of a cell merged downwards its one content.</summary>
    internal GridCell CellAt(RawRow row, FormColumn? column, int at, out MergedRange? wrong)
    {
        wrong = null;
        GridCell cell = row[at];
        if (merged.Count == 0 || !merged.TryGetValue(row.Number, out List<MergedRange>? ranges))
            return cell;
        foreach (MergedRange range in ranges)
        {
            if (!range.Holds(row.Number, at) || range.FirstRow == range.LastRow)
                continue;
            if (row.Number == range.FirstRow && at == range.FirstColumn)
                tops[range] = cell;
            GridCell top = tops.GetValueOrDefault(range, GridCell.Blank);
            if (top.IsBlank && cell.IsBlank)
                continue;
            if (column is { Spreads: false })
                wrong = range;
            else if (cell.IsBlank && at == range.FirstColumn)
                return top;
        }
        return cell;
    }

    private IEnumerable<RawRow> AllRows()
    {
        for (int i = headerAt + 1; i < buffer.Count; i++)
            yield return buffer[i];
        while (rest.MoveNext())
            yield return rest.Current;
    }

    private void ReadHeader(RawRow header)
    {
        for (int i = 0; i < headerAt; i++)
            for (int column = 1; column <= buffer[i].Cells.Length; column++)
                notes.Scan(buffer[i][column], new(sheet.Name, buffer[i].Number, column));
        for (int i = 1; i <= header.Cells.Length; i++)
        {
            if (header[i].IsBlank)
                continue;
            var at = new CellRef(sheet.Name, header.Number, i);
            string text = header[i].Kind is CellKind.Text ? header[i].Text : header[i].Number.ToString(CultureInfo.InvariantCulture);
            if (form.Find(text) is not { } column)
            {
                notes.Add(ProblemCode.ColumnNotRead, at, text, text);
                notes.Scan(header[i], at);
            }
            else if (!columns.TryAdd(column, i))
            {
                IsWhole = false;
                notes.Add(
                    ProblemCode.ColumnTwice, at, text, column.Header, new CellRef(sheet.Name, header.Number, columns[column]).ToString());
            }
        }
        foreach (int column in columns.Values)
            isMapped[column] = true;
        foreach (FormColumn column in form.Columns)
            if (column.Required && !columns.ContainsKey(column))
            {
                IsWhole = false;
                notes.Add(ProblemCode.MissingColumn, new(sheet.Name, header.Number, 1), null, column.Header);
            }
    }

    private void IndexMerged()
    {
        int rows = 0;
        foreach (MergedRange range in sheet.Merged)
        {
            if (range.LastRow <= buffer[headerAt].Number
                || !columns.Values.Any(column => column >= range.FirstColumn && column <= range.LastColumn))
                continue;
            rows += range.LastRow - range.FirstRow + 1;
            if (rows > MostMergedRows)
                throw new NotReadException("damaged");
            for (int row = range.FirstRow; row <= range.LastRow; row++)
            {
                if (!merged.TryGetValue(row, out List<MergedRange>? here))
                    merged[row] = here = [];
                here.Add(range);
            }
        }
    }

    // Merged over several columns of the form: whose content is it?
    private void CheckAcross(RawRow row, TableRow read)
    {
        if (merged.Count == 0 || !merged.TryGetValue(row.Number, out List<MergedRange>? ranges))
            return;
        foreach (MergedRange range in ranges)
            if (columns.Values.Count(column => column >= range.FirstColumn && column <= range.LastColumn) > 1)
                read.FailMerged(range, range.FirstColumn);
    }

    // In a .csv, a row has more cells than headers where a comma has cut a value in two.
    private void CheckBeyond(RawRow row, TableRow read)
    {
        for (int column = buffer[headerAt].Cells.Length + 1; sheet.IsText && column <= row.Cells.Length; column++)
            if (!row[column].IsBlank)
            {
                read.Fail(ProblemCode.AmbiguousCell, column, row[column].Text, "cells");
                return;
            }
    }

    /// <summary>How many columns of a form a row names.</summary>
    internal static int HeadersIn(RawRow row, FormSheet form) =>
        row.Cells.Where(cell => cell.Kind is CellKind.Text).Select(cell => form.Find(cell.Text)).Where(column => column is not null)
            .Distinct().Count();

    /// <summary>The first rows of a sheet, kept to look for a header; and the rest, not yet read.</summary>
    internal sealed class SheetStart
    {
        internal SheetStart(RawSheet sheet)
        {
            Rest = sheet.Rows.GetEnumerator();
            while (Rows.Count <= RowsBeforeHeader && Rest.MoveNext())
                Rows.Add(Rest.Current);
        }

        internal List<RawRow> Rows { get; } = [];

        internal IEnumerator<RawRow> Rest { get; }
    }
}
