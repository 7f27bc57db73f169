using System.Buffers;
using System.Text;

namespace FundingReports.Excel.Layout;

/// <summary>Text as a cell can hold it: hostile text stays text.</summary>
internal static class SafeText
{
    /// <summary>The longest text of a cell.</summary>
    internal const int MaxLength = 32_767;

    /// <summary>What no cell holds beyond the first characters; two of them a text travels between where another library writes it.</summary>
    internal const string Forbidden = "\uE000\uE001\uFFFE\uFFFF\u007F\u0080\u0081\u0082\u0083\u0084\u0085\u0086\u0087\u0088\u0089\u008A\u008B\u008C\u008D\u008E\u008F"
        + "\u0090\u0091\u0092\u0093\u0094\u0095\u0096\u0097\u0098\u0099\u009A\u009B\u009C\u009D\u009E\u009F\u2028\u2029";

    // Of two characters beyond the first plane one alone is broken: looked at one by one.
    private static readonly SearchValues<char> unclean = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Select(c => (char)c).Where(c => c is not '\n' and not '\t'), .. Forbidden, .. Enumerable.Range(0xD800, 0x800).Select(c => (char)c)]);

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

    /// <summary>Whether a text begins like a formula: its style must then say that it is text, even after somebody has edited it.</summary>
    internal static bool BeginsLikeAFormula(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\'';

    /// <summary>The text of an inline cell: "_x0041_" is an A to a spreadsheet, unless its first mark is escaped too.</summary>
    internal static string Inline(string clean) => clean.Replace("_x", "_x005F_x", StringComparison.Ordinal);

    private static bool IsForbidden(char c) => char.IsControl(c) || c is '\uE000' or '\uE001' or '\uFFFE' or '\uFFFF';
}
