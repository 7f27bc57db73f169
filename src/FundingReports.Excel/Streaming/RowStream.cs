using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Unicode;
using FundingReports.Excel.Layout;
using FundingReports.Reports;

namespace FundingReports.Excel.Streaming;

/// <summary>
/// Writes rows as the XML of a sheet, without holding any of them. The spreadsheet library needs twenty times as long, and a gigabyte.
/// </summary>
internal sealed class RowStream : IDisposable
{
    private const int BufferSize = 1 << 16;

    // Longer than any figure, address or tag.
    private const int Room = 256;

    // What cannot be written as it is: marks of XML, and what no cell can hold.
    private static readonly SearchValues<char> special = SearchValues.Create([.. Enumerable.Range(0, 32).Select(c => (char)c), '&', '<',
        '>', '\uE000', '\uE001', '\uFFFE', '\uFFFF', '\u007F', .. Enumerable.Range(0x80, 32).Select(c => (char)c)]);

    private readonly Stream stream;
    private readonly ReportWords words;
    private readonly byte[][] letters;
    private readonly DataStyle[] styles;
    private readonly ReportColumn[] columns;
    private readonly double[] widths;
    // The text before in each column, and its lines: labels come many times in a row.
    private readonly (string Text, int Lines)[] before;
    private readonly byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
    private int used;

    internal RowStream(
        Stream stream, IReadOnlyList<ReportColumn> columns, DataStyle[] styles, IReadOnlyList<double> widths, ReportWords words)
    {
        this.widths = [.. widths];
        before = new (string, int)[columns.Count];
        this.stream = stream;
        this.columns = [.. columns];
        this.styles = styles;
        this.words = words;
        letters = [.. Enumerable.Range(0, columns.Count).Select(c => Encoding.ASCII.GetBytes(ColumnName.Of(c)))];
    }

    /// <summary>Writes rows from a row number on.</summary>
    internal void Write(IEnumerable<ReportRow> rows, int first)
    {
        int number = first;
        foreach (var row in rows)
            Row(row, number++);
        Flush();
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(buffer);

    private void Row(ReportRow row, int number)
    {
        Put("<row r=\""u8);
        Put(number);
        Height(row);
        for (int c = 0; c < row.Cells.Length; c++)
            Cell(row.Cells[c], c, number);
        Put("</row>"u8);
    }

    // Spreadsheets do not all make room for a text of several lines by themselves.
    private void Height(ReportRow row)
    {
        int lines = 1;
        for (int c = 0; c < row.Cells.Length; c++)
            if (row.Cells[c] is ReportCell.Text text)
                lines = Math.Max(lines, Lines(text.Value, c));
        if (lines > 1)
        {
            Put("\" customHeight=\"1\" ht=\""u8);
            Put((decimal)Math.Min(Look.HighestRow, lines * Look.LineHeight + Look.RowPadding));
        }
        Put("\">"u8);
    }

    private int Lines(string text, int column)
    {
        ref var last = ref before[column];
        if (!ReferenceEquals(last.Text, text))
            // No letter is as wide as two digits: a short text needs no measuring.
            last = (text, text.Length * 2 < widths[column] - 0.6 && !text.Contains('\n', StringComparison.Ordinal)
                ? 1 : TextMeasure.LineCount(text, widths[column] - 0.6));
        return last.Lines;
    }

    private void Cell(ReportCell cell, int column, int row)
    {
        switch (cell)
        {
            case ReportCell.Text text:
                Text(text.Value, column, row);
                break;
            case ReportCell.Amount amount:
                Open(column, row);
                Cents(amount.Value.Cents);
                Put("</v></c>"u8);
                break;
            case ReportCell.Count or ReportCell.Year:
                Open(column, row);
                Put(cell is ReportCell.Year year ? year.Value : ((ReportCell.Count)cell).Value);
                Put("</v></c>"u8);
                break;
            case ReportCell.Rate rate:
                Open(column, row);
                Put(rate.Value.ToDecimal());
                Put("</v></c>"u8);
                break;
            case ReportCell.Fte fte:
                Open(column, row);
                Put(fte.Value);
                Put("</v></c>"u8);
                break;
            case ReportCell.Formula:
                throw new ArgumentException("A long table holds no formula.", nameof(cell));
            default:
                Text(DisplayText.Of(cell, columns[column].Kind, words), column, row);
                break;
        }
    }

    private void Open(int column, int row)
    {
        Address(column, row);
        Put(styles[column].Plain);
        Put("><v>"u8);
    }

    private void Address(int column, int row)
    {
        Ensure(Room);
        Put("<c r=\""u8);
        Put(letters[column]);
        Put(row);
        Put("\""u8);
    }

    private void Text(string text, int column, int row)
    {
        Address(column, row);
        Put(SafeText.BeginsLikeAFormula(text) ? styles[column].Quoted : styles[column].Plain);
        bool plain = text.Length <= SafeText.MaxLength && text.AsSpan().IndexOfAny(special) < 0
            && !text.Contains("_x", StringComparison.Ordinal);
        if (plain && text.Length > 0 && text[0] != ' ' && text[^1] != ' ')
            Put(" t=\"inlineStr\"><is><t>"u8);
        else
            Put(" t=\"inlineStr\"><is><t xml:space=\"preserve\">"u8);
        Words(plain ? text : Escaped(SafeText.Clean(text, words.Cut)));
        Put("</t></is></c>"u8);
    }

    private static string Escaped(string clean) => SafeText.Inline(clean)
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);

    private void Words(ReadOnlySpan<char> text)
    {
        while (text.Length > 0)
        {
            // A lone surrogate becomes U+FFFD, as it does in every other cell.
            Utf8.FromUtf16(text, buffer.AsSpan(used), out int read, out int written, replaceInvalidSequences: true, isFinalBlock: true);
            used += written;
            text = text[read..];
            if (text.Length > 0)
                Flush();
        }
    }

    private void Cents(long cents)
    {
        Ensure(Room);
        if (cents < 0)
            buffer[used++] = (byte)'-';
        UInt128 whole = (UInt128)(cents < 0 ? -(Int128)cents : cents);
        Put((long)(whole / 100));
        int rest = (int)(whole % 100);
        if (rest == 0)
            return;
        buffer[used++] = (byte)'.';
        buffer[used++] = (byte)('0' + rest / 10);
        if (rest % 10 != 0)
            buffer[used++] = (byte)('0' + rest % 10);
    }

    private void Put(long number)
    {
        Ensure(Room);
        Utf8Formatter.TryFormat(number, buffer.AsSpan(used), out int written);
        used += written;
    }

    private void Put(decimal number)
    {
        Ensure(Room);
        Utf8Formatter.TryFormat(number, buffer.AsSpan(used), out int written);
        used += written;
    }

    private void Put(ReadOnlySpan<byte> bytes)
    {
        Ensure(bytes.Length);
        bytes.CopyTo(buffer.AsSpan(used));
        used += bytes.Length;
    }

    private void Ensure(int room)
    {
        if (used + room > BufferSize)
            Flush();
    }

    private void Flush()
    {
        stream.Write(buffer, 0, used);
        used = 0;
    }
}

/// <summary>The style of a column, as an attribute of its cells.</summary>
/// <param name="Plain">Of most.</param>
/// <param name="Quoted">Of a text that begins like a formula.</param>
internal sealed record DataStyle(byte[] Plain, byte[] Quoted);

/// <summary>A, B, …, Z, AA, …</summary>
internal static class ColumnName
{
    internal static string Of(int column) =>
        column < 26 ? ((char)('A' + column)).ToString() : Of(column / 26 - 1) + (char)('A' + column % 26);
}
