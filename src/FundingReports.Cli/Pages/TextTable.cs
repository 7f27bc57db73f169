using System.Globalization;
using System.Text;
using FundingReports.Wording;

namespace FundingReports.Cli.Pages;

/// <summary>Rows of text in columns; the first row is the header. Nothing is cut.</summary>
internal static class TextTable
{
    private const string Gap = "  ";

    internal static string Of(IReadOnlyList<string[]> rows)
    {
        string[][] clean = [.. rows.Select(row => row.Select(Words.OneLine).ToArray())];
        int[] widths = [.. Enumerable.Range(0, clean[0].Length).Select(column => clean.Max(row => Width(row[column])))];
        string[] ruled = [Line(clean[0], widths), string.Join(Gap, widths.Select(width => new string('-', width))),
            .. clean.Skip(1).Select(row => Line(row, widths))];
        return string.Join(Environment.NewLine, ruled);
    }

    private static string Line(string[] row, int[] widths)
    {
        var line = new StringBuilder();
        for (int i = 0; i < row.Length; i++)
            line.Append(row[i]).Append(' ', widths[i] - Width(row[i])).Append(Gap);
        return line.ToString().TrimEnd(' ');
    }

    private static int Width(string text) => new StringInfo(text).LengthInTextElements;
}
