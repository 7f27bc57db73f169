using System.Buffers;
using System.Globalization;
using System.Text;
using FundingReports.Excel.Layout;
using FundingReports.Reports;
using FundingReports.Validation;

namespace FundingReports.Excel.Streaming;

/// <summary>The rows of a long table as XML, without holding any of them.</summary>
internal sealed class LongRows
{
    // What cannot be written as it is: marks of XML, and what no cell can hold.
    private static readonly SearchValues<char> special = SearchValues.Create([.. SafeText.Forbidden, '\n', '\t', '&', '<', '>']);

    private readonly XmlBytes xml;
    private readonly ReportWords words;
    private readonly byte[][] letters, plain, quoted;
    private readonly ReportColumn[] columns;
    private readonly double[] widths;
    // The last text of each column and its number of lines: a label often comes many times one after the other.
    private readonly (string Text, int Lines)[] before;

    internal LongRows(
        XmlBytes xml, IReadOnlyList<ReportColumn> columns, IReadOnlyList<(int Plain, int Quoted)> styles, IReadOnlyList<double> widths,
        ReportWords words)
    {
        this.widths = [.. widths];
        before = new (string, int)[columns.Count];
        this.xml = xml;
        this.columns = [.. columns];
        plain = [.. styles.Select(style => Attribute(style.Plain))];
        quoted = [.. styles.Select(style => Attribute(style.Quoted))];
        this.words = words;
        letters = [.. Enumerable.Range(0, columns.Count).Select(c => Encoding.ASCII.GetBytes($"<c r=\"{SheetCell.LettersOf(c + 1)}"))];
    }

    /// <summary>Writes rows from a row number on.</summary>
    internal void Write(IEnumerable<ReportRow> rows, int first)
    {
        int number = first;
        foreach (var row in rows)
            Row(row, number++);
    }

    private void Row(ReportRow row, int number)
    {
        xml.Raw("<row r=\""u8).Number(number);
        Height(row);
        for (int c = 0; c < row.Cells.Length; c++)
            Cell(row.Cells[c], c, number);
        xml.Raw("</row>"u8);
    }

    // Spreadsheets do not all make room for a text of several lines by themselves.
    private void Height(ReportRow row)
    {
        int lines = 1;
        for (int c = 0; c < row.Cells.Length; c++)
            if (row.Cells[c] is ReportCell.Text text)
                lines = Math.Max(lines, Lines(text.Value, c));
        if (lines > 1)
            xml.Raw("\" customHeight=\"1\" ht=\""u8).Length(Math.Min(Look.HighestRow, lines * Look.LineHeight + Look.RowPadding));
        xml.Raw("\">"u8);
    }

    private int Lines(string text, int column)
    {
        ref var last = ref before[column];
        if (!ReferenceEquals(last.Text, text))
            last = (text, TextMeasure.LineCount(text, widths[column] - 0.6));
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
                Open(column, row).Cents(amount.Value.Cents).Raw("</v></c>"u8);
                break;
            case ReportCell.Count or ReportCell.Year:
                Open(column, row).Number(cell is ReportCell.Year year ? year.Value : (long)((ReportCell.Count)cell).Value)
                    .Raw("</v></c>"u8);
                break;
            case ReportCell.Rate rate:
                Open(column, row).Number(rate.Value.ToDecimal()).Raw("</v></c>"u8);
                break;
            case ReportCell.Fte fte:
                Open(column, row).Number(fte.Value).Raw("</v></c>"u8);
                break;
            case ReportCell.Formula:
                throw new ArgumentException("A long table holds no formula.", nameof(cell));
            default:
                Text(DisplayText.Of(cell, columns[column].Kind, words), column, row);
                break;
        }
    }

    private XmlBytes Open(int column, int row) =>
        xml.Raw(letters[column]).Number(row).Raw(plain[column]).Raw("><v>"u8);

    private void Text(string text, int column, int row)
    {
        xml.Raw(letters[column]).Number(row).Raw(SafeText.BeginsLikeAFormula(text) ? quoted[column] : plain[column]);
        bool asItIs = text.Length is > 0 and <= SafeText.MaxLength && text[0] != ' ' && text[^1] != ' '
            && text.AsSpan().IndexOfAny(special) < 0 && !text.Contains("_x", StringComparison.Ordinal);
        if (asItIs)
            xml.Raw(" t=\"inlineStr\"><is><t>"u8).Plain(text).Raw("</t></is></c>"u8);
        else
            xml.Words(SafeText.Clean(text, words.Cut)).Raw("</c>"u8);
    }

    // The end of a cell's address and its look: what follows the number of the row.
    private static byte[] Attribute(int style) =>
        Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"\" s=\"{style}\""));
}
