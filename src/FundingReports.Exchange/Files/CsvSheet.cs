using System.Globalization;
using System.Text;
using FundingReports.Exchange.Cells;
using FundingReports.Exchange.Names;

namespace FundingReports.Exchange.Files;

/// <summary>
/// A text as a table, line by line, none of them kept: semicolons, commas, tabs or bars, in any encoding, with quotes that close or do
/// not.
/// </summary>
/// <remarks>
/// By hand, because a reader of well-made .csv gives up, or swallows lines, where a quote is left open: what a file loses that way is
/// money.
/// </remarks>
internal sealed class CsvSheet
{
    /// <summary>The characters of a record; a longer one is no table.</summary>
    internal const int LongestRecord = 1_000_000;

    private const int FirstLines = 60;

    private readonly TextLines lines;
    private readonly Func<string, bool> isHeader;
    private readonly List<(string Text, bool IsOther)> ahead = [];
    private int taken;
    private IEnumerator<(string Text, bool IsOther)> rest = Enumerable.Empty<(string, bool)>().GetEnumerator();
    private char separator;
    private bool isWrapped;
    private int width, headerWidth;
    private int number;
    private (int Row, int Column)? firstFar;

    private CsvSheet(TextLines lines, Func<string, bool> isHeader) => (this.lines, this.isHeader) = (lines, isHeader);

    /// <summary>The one sheet of a text.</summary>
    /// <param name="stream">The text.</param>
    /// <param name="name">Its name, without what says its kind.</param>
    /// <param name="isHeader">Whether a cell is one of the headers that are looked for: they tell the separator.</param>
    /// <exception cref="NotReadException">It is no text.</exception>
    internal static RawSheet Open(Stream stream, string name, Func<string, bool> isHeader)
    {
        var sheet = new CsvSheet(TextLines.Of(stream), isHeader);
        sheet.LookAhead();
        return new(name.Length is > 0 and <= 31 ? name : "CSV", false, [], sheet.Rows()) {
            FirstFar = () => sheet.firstFar, LeastRows = sheet.lines.LeastRows, IsText = true,
            Manner = new(sheet.lines.PageName, sheet.separator, sheet.isWrapped) };
    }

    private void LookAhead()
    {
        rest = lines.Read().GetEnumerator();
        while (ahead.Count < FirstLines && rest.MoveNext())
            ahead.Add(rest.Current);
        List<string> first = [.. ahead.Select(line => line.Text)];
        isWrapped = IsWrapped(first, out List<string> bare);
        isWrapped &= Declared(first) is null && HeaderSeparator(first) is null;
        List<string> shown = isWrapped ? bare : first;
        char? ofHeader = HeaderSeparator(shown);
        separator = Declared(first) ?? ofHeader ?? FrequentSeparator(shown);
        width = headerWidth > 0 ? headerWidth : Width(isWrapped ? bare : first);
    }

    private IEnumerable<RawRow> Rows()
    {
        var cells = new List<string>();
        while (Next() is var (text, isOther))
        {
            number++;
            if (number == 1 && Declared([text]) is not null)
                continue;
            if (isWrapped && Unwrapped(text) is { } bare)
                text = bare;
            RowFaults faults = isOther ? RowFaults.OtherEncoding : RowFaults.None;
            if (CsvRecord.OpenQuoteOf(text, separator) >= 0)
                text = Joined(text, ref faults);
            if (text.Length > LongestRecord)
                throw TooLong();
            Cut cut = CsvRecord.Read(text, separator, cells);
            if (cut.HasFlag(Cut.OpenQuote))
                faults |= RowFaults.OpenQuote;
            if (cut.HasFlag(Cut.QuotedSeparator) && cells.Count < width)
                faults |= RowFaults.QuotedSeparator;
            if (Row(cells, faults) is { } row)
                yield return row;
        }
    }

    private RawRow? Row(List<string> cells, RowFaults faults)
    {
        if (cells.Count > NearCells.LastColumn)
        {
            int far = cells.FindIndex(NearCells.LastColumn, cell => !GridCell.OfText(cell).IsBlank);
            if (far >= 0)
                firstFar ??= (number, far + 1);
        }
        var row = new GridCell[Math.Min(cells.Count, NearCells.LastColumn)];
        bool isBlank = true;
        for (int i = 0; i < row.Length; i++)
        {
            row[i] = GridCell.OfText(cells[i]);
            isBlank &= row[i].IsBlank;
        }
        return isBlank ? null : new(number, false, row) { Faults = faults };
    }

    /// <summary>
    /// The line and those that its open quote takes in, where the quote closes and none of them is a record by itself; else the line
    /// alone.
    /// </summary>
    private string Joined(string text, ref RowFaults faults)
    {
        int own = CountOf(text);
        var joined = new StringBuilder(text);
        bool isOther = false;
        for (int i = 0; Peek(i) is var (next, other); i++)
        {
            // A line with as many cells as all others, under one that has as many: each is its own, and the quote is astray.
            if (width > 1 && own > 1 && CountOf(next) >= width)
                return text;
            joined.Append('\n').Append(next);
            isOther |= other;
            if (joined.Length > LongestRecord)
                throw TooLong();
            if (!next.Contains('"', StringComparison.Ordinal))
                continue;
            string whole = joined.ToString();
            if (CsvRecord.OpenQuoteOf(whole, separator) >= 0)
                continue;
            var cells = new List<string>();
            CsvRecord.Read(whole, separator, cells);
            // The quote that closes it belongs to a later text, or there are too many cells: it was no cell of several lines.
            if (cells.TrueForAll(cell => !cell.Contains('\n', StringComparison.Ordinal)) || cells.Exists(
                cell => cell.StartsWith('"') && cell.Contains('\n', StringComparison.Ordinal)) || width > 1 && cells.Count > width)
                return text;
            for (int line = 0; line <= i; line++)
                Next();
            faults |= isOther ? RowFaults.OtherEncoding : RowFaults.None;
            return whole;
        }
        return text;
    }

    private int CountOf(string line)
    {
        var cells = new List<string>();
        CsvRecord.Read(line, separator, cells);
        return cells.Count;
    }

    private (string Text, bool IsOther)? Next()
    {
        if (taken < ahead.Count)
            return ahead[taken++];
        ahead.Clear();
        taken = 0;
        return rest.MoveNext() ? rest.Current : null;
    }

    private (string Text, bool IsOther)? Peek(int at)
    {
        while (ahead.Count <= taken + at && rest.MoveNext())
            ahead.Add(rest.Current);
        return taken + at < ahead.Count ? ahead[taken + at] : null;
    }

    private NotReadException TooLong() => new("csv", number.ToString(CultureInfo.InvariantCulture));

    // "sep=;" is a line that spreadsheets write for one another.
    private static char? Declared(List<string> first) =>
        first is [var line, ..] && line.Trim('"', ' ') is { Length: 5 } declared
            && declared.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) ? declared[4] : null;

    private char? HeaderSeparator(List<string> first)
    {
        (char? Separator, int Count) best = (null, 2);
        var cells = new List<string>();
        foreach (char candidate in (ReadOnlySpan<char>)[';', ',', '\t', '|'])
            foreach (string line in first)
            {
                if (line.Length > 10_000)
                    continue;
                CsvRecord.Read(line, candidate, cells);
                int count = cells.Where(cell => cell.Length <= 200 && isHeader(Plain.Trim(cell)))
                    .Distinct(StringComparer.OrdinalIgnoreCase).Count();
                if (count > best.Count)
                    (best, headerWidth) = ((candidate, count), CsvRecord.OpenQuoteOf(line, candidate) < 0 ? cells.Count : 0);
            }
        return best.Separator;
    }

    // The separator that cuts most lines into the same number of cells; where several do, the semicolon of French spreadsheets.
    private static char FrequentSeparator(List<string> first)
    {
        (char Best, int Score) best = (';', 0);
        var cells = new List<string>();
        foreach (char candidate in (ReadOnlySpan<char>)[';', '\t', '|', ','])
        {
            var counts = new Dictionary<int, int>();
            foreach (string line in first)
            {
                if (line.Length is 0 or > 10_000)
                    continue;
                CsvRecord.Read(line, candidate, cells);
                if (cells.Count > 1)
                    counts[cells.Count] = counts.GetValueOrDefault(cells.Count) + 1;
            }
            int score = counts.Count == 0 ? 0 : counts.Max(entry => entry.Value * (entry.Key - 1));
            // Commas also stand in numbers and sentences: they must be more.
            if (score > best.Score)
                best = (candidate, score);
        }
        return best.Best;
    }

    private int Width(List<string> first) =>
        first.Where(line => line.Length is > 0 and < 10_000).Select(CountOf).Where(count => count > 1).GroupBy(count => count)
            .OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).FirstOrDefault()?.Key ?? 0;

    private static bool IsWrapped(List<string> first, out List<string> bare)
    {
        bare = [.. first.Where(line => Plain.Trim(line).Length > 0).Select(line => Unwrapped(line) ?? "")];
        return bare.Count > 0 && bare.TrueForAll(line => line.Length > 0);
    }

    // "a,b,c" with no other quote than in pairs: one cell that holds a line.
    private static string? Unwrapped(string line)
    {
        string text = Plain.Trim(line);
        if (text.Length < 2 || text[0] != '"' || text[^1] != '"')
            return null;
        string inner = text[1..^1], without = inner.Replace("\"\"", "", StringComparison.Ordinal);
        return without.Contains('"', StringComparison.Ordinal) ? null : inner.Replace("\"\"", "\"", StringComparison.Ordinal);
    }
}
