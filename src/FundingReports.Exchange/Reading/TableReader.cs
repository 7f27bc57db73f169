using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using FundingReports.Exchange.Cells;
using FundingReports.Exchange.Files;
using FundingReports.Exchange.Forms;
using FundingReports.Exchange.Names;
using FundingReports.Validation;

namespace FundingReports.Exchange.Reading;

/// <summary>
/// Finds the table of a form in a sheet, wherever its header row stands and whatever order its columns are in, and walks its rows.
/// </summary>
internal sealed partial class TableReader
{
    // Titles and instructions above the header; not more.
    private const int RowsBeforeHeader = 60;
    private const int MostMergedRows = 200_000;

    private readonly RawSheet sheet;
    private readonly FormSheet form;
    private readonly List<RawRow> buffer;
    private readonly IEnumerator<RawRow> rest;
    private readonly int headerAt;
    private readonly Dictionary<FormColumn, int> columns = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<FormColumn, List<int>> twins = new(ReferenceEqualityComparer.Instance);
    private RawRow header = new(0, false, []);
    private TableHeader? heads;
    private int usualWidth;
    private readonly bool areCut;
    private bool isFarSaid;
    private readonly bool[] isMapped = new bool[20_000];
    private readonly Dictionary<int, string> stopping = [];
    private readonly List<string> ofWords = [];
    private readonly IReadingNotes notes;
    private readonly Dictionary<int, List<MergedRange>> merged = [];
    private readonly Dictionary<MergedRange, GridCell> tops = [];

    private TableReader(RawSheet sheet, FormSheet form, List<RawRow> buffer, IEnumerator<RawRow> rest, int headerAt,
        HeaderMeaning[] meanings, string[] texts, IReadingNotes notes)
    {
        (this.sheet, this.form, this.buffer, this.rest, this.headerAt, this.notes) = (sheet, form, buffer, rest, headerAt, notes);
        SayManner();
        SayFar();
        for (int i = 0; i < headerAt; i++)
            for (int column = 1; column <= buffer[i].Cells.Length; column++)
                notes.Scan(buffer[i][column], new(sheet.Name, buffer[i].Number, column));
        ReadHeader(buffer[headerAt], meanings, texts);
        usualWidth = UsualWidth();
        areCut = sheet.IsText && RowShape.AreCut(buffer.Skip(headerAt + 1), header.Cells.Length, columns);
        IndexMerged();
    }

    /// <summary>Whether all the columns that a row needs are there, each once.</summary>
    internal bool IsWhole { get; private set; } = true;

    /// <summary>The table of that form in the sheet; null where there is none.</summary>
    internal static TableReader? Find(RawSheet sheet, FormSheet form, int leastColumns, SheetStart start, IReadingNotes notes)
    {
        (int At, HeaderMeaning[] Meanings, string[] Texts)? best = null;
        int most = leastColumns - 1;
        for (int i = 0; i < start.Rows.Count; i++)
        {
            string[] texts = TextsOf(start.Rows[i]);
            HeaderMeaning[] alone = form.Read(texts);
            int own = CountOf(alone);
            if (own > most)
                (best, most) = ((i, alone, texts), own);
            if (i == 0 || start.Rows[i - 1].Number != start.Rows[i].Number - 1)
                continue;
            // A header over two lines: « Bénéficiaire » above « Nom » and « SIRET ».
            string[] both = Joined(TextsOf(start.Rows[i - 1]), texts);
            HeaderMeaning[] joined = form.Read(both);
            int together = CountOf(joined);
            if (together > most && together > own)
                (best, most) = ((i, joined, both), together);
        }
        return best is var (at, meanings, found) ? new(sheet, form, start.Rows, start.Rest, at, meanings, found, notes) : null;
    }

    /// <summary>
    /// The tables of an export, sheet by sheet; of a sheet that holds none, or that is hidden, it is said that it is not read.
    /// </summary>
    /// <param name="sheets">The sheets of the file.</param>
    /// <param name="choose">Which form a sheet should be; null for none.</param>
    /// <param name="notes">What is found on the way.</param>
    internal static IEnumerable<TableReader> OfExport(
        IEnumerable<RawSheet> sheets, Func<RawSheet, SheetStart, (FormSheet Form, int LeastColumns)?> choose, IReadingNotes notes)
    {
        foreach (RawSheet sheet in sheets)
        {
            (notes as IntakeNotes)?.BeginSheet(sheet.Name);
            var start = new SheetStart(sheet);
            if (sheet.Hidden)
            {
                if (start.Rows.Count > 0)
                    notes.Add(ProblemCode.HiddenSheet, new(sheet.Name, 1, 1), null, sheet.Name);
                continue;
            }
            if (choose(sheet, start) is var (form, least) && Find(sheet, form, least, start, notes) is { } table)
                yield return table;
            else if (start.Rows.Count > 0)
                notes.Add(ProblemCode.SheetNotRead, new(sheet.Name, 1, 1), null, Official([sheet.Name], notes));
        }
    }

    /// <summary>The headers that are not understood, each with its cell, where most cells below hold words: who pays, perhaps.</summary>
    internal IReadOnlyList<string> OfWords => ofWords;

    /// <summary>The texts above the headers, each with its cell.</summary>
    internal IEnumerable<(CellRef At, string Text)> Above => buffer.Take(headerAt).SelectMany(row => row.Cells.Index()
        .Where(cell => cell.Item.Kind is CellKind.Text && !cell.Item.IsLong)
        .Select(cell => (new CellRef(sheet.Name, row.Number, cell.Index + 1), cell.Item.Text)));

    /// <summary>The merged cell that holds a cell of a row; null where none does.</summary>
    internal MergedRange? MergedAt(int row, int column) => merged.TryGetValue(row, out List<MergedRange>? ranges)
        ? ranges.Where(range => range.Holds(row, column)).Cast<MergedRange?>().FirstOrDefault() : null;

    /// <summary>The form that the table is one of.</summary>
    internal FormSheet Form => form;

    /// <summary>The name of its sheet.</summary>
    internal string Sheet => sheet.Name;

    /// <summary>The rows of the table, one after the other.</summary>
    internal IEnumerable<TableRow> Rows()
    {
        var hidden = new List<int>();
        int last = header.Number;
        // A file that is too long is refused at once, and not after its first hundred thousand rows.
        notes.Expect(sheet.LeastRows - header.Number);
        foreach (RawRow given in AllRows())
        {
            RawRow row = given;
            if (notes.IsOfficial && IsHeaderAgain(row))
                continue;
            for (int column = 1; column <= row.Cells.Length; column++)
                if (!row.Cells[column - 1].IsBlank && !isMapped[column])
                    notes.Scan(row[column], new(sheet.Name, row.Number, column));
            RowShape shape = sheet.IsText
                ? RowShape.Of(row, header.Cells.Length, usualWidth, columns, sheet.Manner?.Separator ?? ';', areCut)
                : RowShape.Right(row);
            row = shape.Row;
            var read = new TableRow(sheet.Name, row.Number, this, row, notes);
            if (!columns.Values.Any(column => !read.At(column).IsBlank) && (!notes.IsOfficial || row.Cells.All(cell => cell.IsBlank)))
                continue;
            notes.CountRow();
            last = row.Number;
            CheckStruck(read);
            if (row.Hidden)
                hidden.Add(row.Number);
            // Somebody has hidden it: of an official file it is not money that stands there for all to see.
            if (row.Hidden && notes.IsOfficial)
                read.LeaveOut(ProblemCode.HiddenRows);
            Check(shape, read);
            CheckAcross(row, read);
            foreach ((int column, string named) in stopping)
                if (!row[column].IsBlank)
                    read.LeaveOut(ProblemCode.MoneyColumnNotRead, named);
            yield return read;
        }
        SayFar();
        if (hidden.Count > 0)
            notes.Add(ProblemCode.HiddenRows, new(sheet.Name, hidden[0], 1), null, Official(Listed(hidden.Select(Plain.Number)), notes));
        SayHiddenColumns();
        SayComments(last);
    }

    private void SayHiddenColumns()
    {
        int[] hidden = [.. Enumerable.Range(1, isMapped.Length - 1).Where(column => isMapped[column] && sheet.IsHiddenColumn(column))];
        if (hidden.Length > 0)
            notes.Add(ProblemCode.HiddenColumns, new(sheet.Name, header.Number, hidden[0]), null,
                [.. Listed(hidden.Select(SheetCell.LettersOf))]);
    }

    // What is explained beside a header, or below the table, is not about a row.
    private void SayComments(int last)
    {
        (int Row, int Column)[] comments = [.. sheet.Comments.Where(at => at.Row > header.Number && at.Row <= last).Order()];
        if (comments.Length > 0)
            notes.Add(ProblemCode.CommentsNotRead, new(sheet.Name, comments[0].Row, comments[0].Column), null,
                [.. Listed(comments.Select(NameOf))]);
    }

    // How many, and the first of them.
    internal static string[] Listed(IEnumerable<string> names)
    {
        string[] all = [.. names];
        return [Plain.Number(all.Length), string.Join(", ", all.Take(12)) + (all.Length > 12 ? "…" : "")];
    }

    private static string NameOf((int Row, int Column) at) => $"{SheetCell.LettersOf(at.Column)}{Plain.Number(at.Row)}";

    // Struck through: withdrawn, or done, or forgotten? It is not told, and no row of it is money before it is.
    private void CheckStruck(TableRow read)
    {
        List<int>? struck = null;
        foreach ((FormColumn column, int at) in columns)
            if (!column.IsForYourself && read.At(at).Strike is not Strike.None)
                (struck ??= []).Add(at);
        if (struck is null)
            return;
        struck.Sort();
        read.FailStruck(struck[0], string.Join(", ", struck.Select(column => NameOf((read.Number, column)))));
    }

    // Two tables one under the other, or the header again on each page: the columns are those of the last header.
    private bool IsHeaderAgain(RawRow row)
    {
        // Only headers have words where sums stand: any other row is data.
        if (!columns.Any(column => column.Key.Look is ColumnLook.Money && row[column.Value] is { Kind: CellKind.Text } cell
            && !cell.Text.Any(char.IsAsciiDigit)))
            return false;
        int texts = row.Cells.Count(cell => cell.Kind is CellKind.Text);
        if (texts < 3)
            return false;
        string[] written = TextsOf(row);
        HeaderMeaning[] meanings = form.Read(written);
        int known = CountOf(meanings);
        if (known < 3 || known * 2 <= texts)
            return false;
        columns.Clear();
        twins.Clear();
        Array.Clear(isMapped);
        ReadHeader(row, meanings, written);
        return true;
    }

    private void Check(RowShape shape, TableRow read)
    {
        if (shape.Row.Faults.HasFlag(RowFaults.OtherEncoding))
            notes.Add(ProblemCode.TextEncoding, new(sheet.Name, shape.Row.Number, 1), null, "mixed");
        if (shape.Row.Faults.HasFlag(RowFaults.OpenQuote))
            read.Fail(ProblemCode.AmbiguousCell, 1, shape.Row.Cells.FirstOrDefault(cell => cell.Text is ['"', ..]).Text, "quote");
        else if (shape.FaultyAt > 0)
            read.Fail(ProblemCode.AmbiguousCell, shape.FaultyAt, TableRow.Shown(shape.Row[shape.FaultyAt]), shape.IsShort
                ? "cells-short" : "cells");
        else if (shape.JoinedAt > 0)
            notes.Add(ProblemCode.Repaired, new(sheet.Name, shape.Row.Number, shape.JoinedAt), shape.Written, "amount",
                shape.Row[shape.JoinedAt].Text, "cells");
    }

    // What stands farther to the right than any table is said once.
    private void SayFar()
    {
        if (isFarSaid || sheet.FirstFar() is not var (row, column))
            return;
        isFarSaid = true;
        notes.Add(ProblemCode.ColumnNotRead, new(sheet.Name, row, column), null, Official([SheetCell.LettersOf(column)], notes));
    }

    private void SayManner()
    {
        if (sheet.Manner is not { } manner)
            return;
        var at = new CellRef(sheet.Name, 1, 1);
        if (manner.Encoding is { } page && page is not "Windows-1252")
            notes.Add(ProblemCode.TextEncoding, at, null, page);
        if (manner.IsWrapped || manner.Separator is '|')
            notes.Add(ProblemCode.TextSeparator, at, null, manner.IsWrapped ? "wrapped" : manner.Separator.ToString());
    }

    private static ImmutableArray<string> Official(string[] arguments, IReadingNotes notes) =>
        notes.IsOfficial ? [.. arguments, "official"] : [.. arguments];

    /// <summary>The row of the headers, from 1.</summary>
    internal int HeaderRow => header.Number;

    internal int ColumnOf(FormColumn column) => columns.GetValueOrDefault(column);

    internal bool Has(FormColumn column) => columns.ContainsKey(column);

    /// <summary>
    /// What the file calls a column, without its star and what it explains in brackets; what the form does, where it has none or the
    /// file's may name a person.
    /// </summary>
    internal string NameOf(FormColumn column)
    {
        string text = columns.TryGetValue(column, out int at) ? heads?.Of(header.Number + 1, at) ?? "" : "";
        int open = text.IndexOf('(', StringComparison.Ordinal);
        string name = Plain.Trim((open > 0 ? text[..open] : text).Replace("*", "", StringComparison.Ordinal));
        return name.Length > 0 ? name : column.Header;
    }

    /// <summary>The further places of a column that stands there more than once.</summary>
    internal IReadOnlyList<int> TwinsOf(FormColumn column) =>
        twins.Count > 0 && twins.TryGetValue(column, out List<int>? places) ? places : [];

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

    private void ReadHeader(RawRow row, HeaderMeaning[] meanings, string[] texts)
    {
        header = row;
        stopping.Clear();
        var unread = new List<(int At, string Text, HeaderMeaning Meaning)>();
        for (int i = 1; i <= texts.Length; i++)
        {
            string text = texts[i - 1];
            if (text.Length == 0 && row[i].IsBlank && meanings[i - 1].Column is null)
            {
                SayNameless(i);
                continue;
            }
            var at = new CellRef(sheet.Name, row.Number, i);
            if (meanings[i - 1].Column is not { } column)
            {
                unread.Add((i, text.Length > 0 ? text : TableRow.Shown(row[i]), meanings[i - 1]));
                notes.Scan(row[i], at);
                continue;
            }
            if (form.WarnsOfMoney && UnreadColumn.IsMisplaced(column, Below(i)))
            {
                unread.Add((i, text, HeaderMeaning.Nothing with { Second = column }));
                notes.Scan(row[i], at);
            }
            else if (columns.TryAdd(column, i))
            {
                if (column is { Look: ColumnLook.Money, Year: null } && !notes.IsOfficial && HeaderUnit().IsMatch(Plain.Words(text)))
                    notes.Add(ProblemCode.AmbiguousCell, at, text, "header-unit");
                // Is the whole column withdrawn?
                if (row[i].Strike is not Strike.None && !notes.IsOfficial)
                    notes.Add(ProblemCode.StruckThrough, at, text, $"{SheetCell.LettersOf(i)}:{SheetCell.LettersOf(i)}", "header");
                if (meanings[i - 1].IsTaken)
                    notes.Add(ProblemCode.HeaderTaken, at, text, form.TakesColumns ? [column.Label] : [column.Label, "rename"]);
            }
            else if (form.AllowsTwins)
            {
                (twins.TryGetValue(column, out List<int>? places) ? places : twins[column] = []).Add(i);
            }
            else
            {
                IsWhole = false;
                notes.Add(
                    ProblemCode.ColumnTwice, at, text, column.Header, new CellRef(sheet.Name, row.Number, columns[column]).ToString());
            }
        }
        heads = new(row.Number, [.. texts], form, columns);
        notes.Head(sheet.Name, heads);
        foreach (int column in columns.Values.Concat(twins.Values.SelectMany(places => places)))
            isMapped[column] = true;
        foreach ((int at, string text, HeaderMeaning meaning) in unread)
            SayUnread(at, text, meaning, Below(at));
        foreach (FormColumn column in form.Columns)
            if (column.Required && !columns.ContainsKey(column))
            {
                IsWhole = false;
                notes.Add(ProblemCode.MissingColumn, new(sheet.Name, row.Number, 1), null, Official([column.Header], notes));
            }
    }

    // The first cells of a column.
    private IEnumerable<GridCell> Below(int column) => buffer.Skip(headerAt + 1).Select(below => below[column]);

    // Below a header that was forgotten, or merged with its neighbour, money or words could be lost without anybody's noticing.
    private void SayNameless(int column)
    {
        if (notes.IsOfficial)
            return;
        GridCell[] filled = [.. Below(column).Where(cell => !cell.IsBlank)];
        if (filled.Length == 0)
            return;
        string named = SheetCell.LettersOf(column);
        var at = new CellRef(sheet.Name, header.Number, column);
        if (UnreadColumn.IsOfMoney(filled))
        {
            stopping[column] = named;
            notes.PassOver(at);
            notes.Add(ProblemCode.AmbiguousCell, at, named, "header-money");
        }
        else
        {
            notes.Add(ProblemCode.ColumnNotRead, at, null, named);
        }
    }

    private void SayUnread(int column, string text, HeaderMeaning meaning, IEnumerable<GridCell> cells)
    {
        bool isTotal = form.WarnsOfMoney && TotalWords.Are(text);
        (int right, int wrong, int unsure) = isTotal ? UnreadColumn.Totals(column, buffer.Skip(headerAt + 1), columns) : default;
        if (meaning.IsLeftOut || isTotal && wrong == 0 && (right > 0 || unsure == 0))
            return;
        var at = new CellRef(sheet.Name, header.Number, column);
        GridCell[] filled = [.. cells.Where(cell => !cell.IsBlank)];
        string? stops = isTotal && wrong <= right ? null : UnreadColumn.Stops(text, meaning, cells, form, Has, notes.IsOfficial);
        bool isOfMoney = notes.IsOfficial ? WorthWords.AreIn(text) : form.WarnsOfMoney
            && (WorthWords.AreInForm(text) || text.Contains("20", StringComparison.Ordinal));
        // What is said of it is printed and sent around.
        text = PersonalData.Masked(text);
        if (filled.Count(cell => cell.Kind is CellKind.Text && cell.Text.Any(char.IsLetter)) * 2 > filled.Length)
            ofWords.Add($"« {text} » ({at})");
        if (stops is not null)
            stopping[column] = text;
        string[] readings = [.. meaning.Between.Select(one => one.Label).Distinct()];
        if (stops is not null && !notes.IsOfficial)
        {
            notes.PassOver(at);
            notes.Add(ProblemCode.AmbiguousCell, at, text, meaning.IsFarYear ? ["header-year"]
                : readings.Length > 1 ? ["header-two", .. readings] : [$"header-{stops}"]);
        }
        else if (stops is not null)
            notes.Add(ProblemCode.MoneyColumnNotRead, at, text, [text, form.TakesColumns ? "stops" : "stops-rename"]);
        else if (readings.Length > 1)
            notes.Add(ProblemCode.ColumnNotRead, at, text, [text, "two", .. readings]);
        else if (isOfMoney)
            notes.Add(ProblemCode.MoneyColumnNotRead, at, text, notes.IsOfficial ? [text] : [text, "form"]);
        else
            notes.Add(ProblemCode.ColumnNotRead, at, text, Official([text], notes));
    }

    // « Plafond (€/mois) », « Plafond (k€) »: what the brackets explain is no name, and changes each figure below.
    [GeneratedRegex(@"\(.*(?:\bk\s?€|\bkeuros?\b|millier|thousand|\bmois\b|month|mensuel|trimestr|quarter|semestr|\$|\bk?usd\b).*\)",
        RegexOptions.CultureInvariant)]
    private static partial Regex HeaderUnit();

    // A year may head a column as a number, or as its first day.
    private static string[] TextsOf(RawRow row) => [.. row.Cells.Select(cell => cell.Kind switch
    {
        // No header is as long as that.
        CellKind.Text when !cell.IsLong => cell.Text,
        CellKind.Number when cell.Number is >= 1900 and <= 2100 && decimal.Truncate(cell.Number) == cell.Number =>
            Plain.Number((int)cell.Number),
        CellKind.Date when cell.Day is { Month: 1, Day: 1 } => Plain.Number(cell.Day.Year),
        _ => "",
    })];

    // The number of cells that most of the first rows have.
    private int UsualWidth()
    {
        List<int> widths = [.. buffer.Skip(headerAt + 1).Select(row => row.Cells.Length)];
        return widths.GroupBy(width => width).Where(group => group.Count() > 1 && group.Count() * 2 > widths.Count)
            .Select(group => group.Key).FirstOrDefault();
    }

    // What stands above goes on to the right until something else does.
    private static string[] Joined(string[] above, string[] below)
    {
        var both = new string[Math.Max(above.Length, below.Length)];
        string carried = "";
        for (int i = 0; i < both.Length; i++)
        {
            string over = i < above.Length ? above[i] : "", under = i < below.Length ? below[i] : "";
            carried = over.Length > 0 ? over : carried;
            both[i] = under.Length > 0 ? $"{carried} {under}".Trim() : over;
        }
        return both;
    }

    private static int CountOf(HeaderMeaning[] meanings) => meanings.Select(meaning => meaning.Column).Where(column => column is not null)
        .Distinct(ReferenceEqualityComparer.Instance).Count();

    private void IndexMerged()
    {
        int rows = 0;
        foreach (MergedRange range in sheet.Merged)
        {
            if (range.LastRow <= header.Number || !columns.Values.Any(column => column >= range.FirstColumn && column <= range.LastColumn))
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

    /// <summary>The columns that the table has.</summary>
    internal IEnumerable<FormColumn> Columns => columns.Keys;

    /// <summary>How many columns of a form the first rows of a sheet name at most.</summary>
    internal static int MostHeaders(SheetStart start, FormSheet form) =>
        start.Rows.Select(row => HeadersIn(row, form)).DefaultIfEmpty(0).Max();

    /// <summary>How many columns of a form a row names.</summary>
    internal static int HeadersIn(RawRow row, FormSheet form) => CountOf(form.Read(TextsOf(row)));

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
