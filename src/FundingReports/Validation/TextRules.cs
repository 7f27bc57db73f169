using System.ComponentModel;
using System.Text;

namespace FundingReports.Validation;

/// <summary>The rules that every text of a portfolio follows.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TextRules
{
    /// <summary>The longest text, in characters; a cell of a workbook holds no more.</summary>
    public const int Longest = 32_767;

    /// <summary>The first character that no text may hold, as "U+0007"; null where there is none.</summary>
    /// <remarks>
    /// XML, and so a workbook, cannot hold control characters, tabs and line ends apart; a lone surrogate is no text at all.
    /// </remarks>
    public static string? Forbidden(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        // Nearly every text holds none of these characters, and need not be looked at letter by letter.
        if (!text.AsSpan().ContainsAnyInRange('\0', '\u001f') && !text.AsSpan().ContainsAnyInRange('\ud800', '\uffff'))
            return null;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c >= ' ' && c < '\ud800' || c is '\t' or '\n' or '\r')
                continue;
            if (c < ' ' || c is '\ufffe' or '\uffff' || char.IsSurrogate(c) && !Rune.TryGetRuneAt(text, i, out _))
                return $"U+{(int)c:X4}";
            if (char.IsHighSurrogate(c))
                i++;
        }
        return null;
    }
}
