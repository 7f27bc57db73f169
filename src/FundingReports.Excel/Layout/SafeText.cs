using System.Text;

namespace FundingReports.Excel.Layout;

/// <summary>Text as a cell can hold it: hostile text stays text.</summary>
internal static class SafeText
{
    /// <summary>The longest text of a cell.</summary>
    internal const int MaxLength = 32_767;

    // ClosedXML breaks characters beyond the first plane: they travel as digits between these two, and the package pass puts them back.
    internal const char Open = '\uE000', Close = '\uE001';

    /// <summary>
    /// The text, with line ends as line feeds; control characters and broken surrogates, which no file can hold, become
    /// U+FFFD (visible), and what is beyond the limit of a cell is cut, with a word that says so.
    /// </summary>
    internal static string Clean(string text, string cut)
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

    /// <summary>The text as it travels through ClosedXML.</summary>
    internal static string Pack(string clean)
    {
        if (!clean.Any(char.IsSurrogate))
            return clean;
        var packed = new StringBuilder(clean.Length + 16);
        foreach (var rune in clean.EnumerateRunes())
            if (rune.Value > 0xFFFF)
                packed.Append(Open).Append(rune.Value.ToString("X", null)).Append(Close);
            else
                packed.Append(rune);
        return packed.ToString();
    }

    /// <summary>The text as it was before it travelled.</summary>
    internal static string Unpack(string packed)
    {
        if (!packed.Contains(Open, StringComparison.Ordinal))
            return packed;
        var text = new StringBuilder(packed.Length);
        for (int i = 0; i < packed.Length; i++)
            if (packed[i] == Open && packed.IndexOf(Close, i) is > 0 and var end)
            {
                text.Append(new Rune(Convert.ToInt32(packed[(i + 1)..end], 16)));
                i = end;
            }
            else
                text.Append(packed[i]);
        return text.ToString();
    }

    private static bool IsForbidden(char c) => char.IsControl(c) || c is Open or Close or '\uFFFE' or '\uFFFF';
}
