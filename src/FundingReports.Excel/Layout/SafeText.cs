using System.Buffers;
using System.Text;

namespace FundingReports.Excel.Layout;

/// <summary>Text as a cell can hold it: hostile text stays text.</summary>
internal static class SafeText
{
    /// <summary>The longest text of a cell.</summary>
    internal const int MaxLength = 32_767;

    /// <summary>
    /// What no cell holds: controls but line feed and tab, line ends that are none in a file, the two marks between which a text travels
    /// through ClosedXML, and what is no character.
    /// </summary>
    internal static readonly char[] Forbidden =
    [
        .. Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(char.IsControl).Except(['\n', '\t']),
        '\u2028', '\u2029', '\uE000', '\uE001', '\uFFFE', '\uFFFF',
    ];

    // A surrogate may be alone, and is looked at with what stands beside it.
    private static readonly SearchValues<char> unclean =
        SearchValues.Create([.. Forbidden, .. Enumerable.Range(0xD800, 0x800).Select(c => (char)c)]);

    /// <summary>
    /// The text, with line ends as line feeds; control characters and broken surrogates, which no file can hold, become
    /// U+FFFD (visible), and what is beyond the limit of a cell is cut, with a word that says so.
    /// </summary>
    internal static string Clean(string text, string cut) =>
        text.Length <= MaxLength && text.AsSpan().IndexOfAny(unclean) < 0 ? text : Cleaned(text, cut);

    private static string Cleaned(string text, string cut)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value > 0xFFFF)
                clean.Append(rune);
            else if (rune.Value is '\n' or '\t' || !IsForbidden((char)rune.Value))
                clean.Append((char)rune.Value);
            else
                clean.Append('\uFFFD');
        }
        if (clean.Length > MaxLength)
        {
            int length = MaxLength - cut.Length;
            if (char.IsHighSurrogate(clean[length - 1]))
                length--;
            clean.Length = length;
            clean.Append(cut);
        }
        return clean.ToString();
    }

    /// <summary>
    /// Whether a text begins like a formula: its style must then say that it is text, even after somebody has edited it.
    /// </summary>
    internal static bool BeginsLikeAFormula(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\'';

    /// <summary>The text of an inline cell: "_x0041_" is an A to a spreadsheet, unless its first mark is escaped too.</summary>
    internal static string Inline(string clean) => clean.Replace("_x", "_x005F_x", StringComparison.Ordinal);

    private static bool IsForbidden(char c) => char.IsControl(c) || c is '\uE000' or '\uE001' or '\uFFFE' or '\uFFFF';
}
