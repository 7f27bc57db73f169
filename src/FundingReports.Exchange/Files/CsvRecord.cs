using System.Text;
using FundingReports.Exchange.Cells;
using FundingReports.Exchange.Names;

namespace FundingReports.Exchange.Files;

/// <summary>One line of a text, cut into its cells.</summary>
internal static class CsvRecord
{
    /// <summary>Cuts a line.</summary>
    /// <param name="line">The line; several, joined by line ends, where a cell goes on over them.</param>
    /// <param name="separator">What separates the cells.</param>
    /// <param name="cells">The cells, quotes taken off. A quote within a cell is text; so is one that nothing closes.</param>
    /// <returns>What was met on the way.</returns>
    internal static Cut Read(string line, char separator, List<string> cells)
    {
        cells.Clear();
        var cut = Cut.None;
        int at = 0, odd = 0;
        while (true)
        {
            int start = at;
            // ="01004": how some exports keep a code from becoming a number.
            int quote = at < line.Length && line[at] == '"'
                ? at : at + 1 < line.Length && line[at] == '=' && line[at + 1] == '"' ? at + 1 : -1;
            int end = quote < 0 ? -1 : Close(line, quote, separator);
            if (end == Open)
                cut |= Cut.OpenQuote;
            if (end >= 0)
            {
                string inner = line[(quote + 1)..end];
                if (inner.Contains(separator, StringComparison.Ordinal))
                    cut |= Cut.QuotedSeparator;
                cells.Add(inner.Replace("\"\"", "\"", StringComparison.Ordinal));
                at = end + 1;
                while (at < line.Length && line[at] != separator)
                    at++;
            }
            else
            {
                at = line.IndexOf(separator, start);
                at = at < 0 ? line.Length : at;
                string cell = line[start..at];
                // A quote that nothing closes, at the beginning of a text or in two texts of one line: nobody knows where the cell should
                // end.
                if (cell.AsSpan().Count('"') % 2 != 0 && (quote == start || ++odd > 1))
                    cut |= Cut.OpenQuote;
                cells.Add(cell);
            }
            if (at >= line.Length)
                return cut;
            at++;
        }
    }

    /// <summary>Where the quote that a line leaves open stands; -1 where it leaves none open.</summary>
    internal static int OpenQuoteOf(string line, char separator)
    {
        for (int at = 0; at <= line.Length;)
        {
            int quote = at < line.Length && line[at] == '"'
                ? at : at + 1 < line.Length && line[at] == '=' && line[at + 1] == '"' ? at + 1 : -1;
            int end = quote < 0 ? -1 : Close(line, quote, separator);
            if (end == Open)
                return quote;
            at = line.IndexOf(separator, end >= 0 ? end : at);
            if (at < 0)
                return -1;
            at++;
        }
        return -1;
    }

    private const int Open = -2, Text = -1;

    // The place of the closing quote. A quote in the middle of a text closes nothing.
    private static int Close(string line, int quote, char separator)
    {
        for (int i = quote + 1; i < line.Length; i++)
        {
            if (line[i] != '"')
                continue;
            int after = i + 1;
            while (after < line.Length && line[after] is ' ' or '\u00a0')
                after++;
            if (after >= line.Length || line[after] == separator || line[after] is '\n')
                return after < line.Length && line[after] == '\n' ? Text : i;
            if (i + 1 < line.Length && line[i + 1] == '"')
            {
                i++;
                continue;
            }
            return Text;
        }
        return Open;
    }
}

/// <summary>What was met while a line was cut.</summary>
[Flags]
internal enum Cut
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A cell begins with a quote that the line does not close.</summary>
    OpenQuote = 1,

    /// <summary>A separator stands in quotes.</summary>
    QuotedSeparator = 2,
}
