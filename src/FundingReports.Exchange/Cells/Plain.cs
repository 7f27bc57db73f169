using System.Globalization;
using System.Text;

namespace FundingReports.Exchange.Cells;

/// <summary>Texts as they are compared: without accents, case, stars, spaces or punctuation.</summary>
internal static class Plain
{
    private const string Accented = "àâäáãåçèéêëìíîïñòóôöõùúûüýÿ", Base = "aaaaaaceeeeiiiinooooouuuuyy";

    /// <summary>"Financé par *" is "financepar".</summary>
    internal static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            char lower = char.ToLowerInvariant(c);
            int accent = Accented.IndexOf(lower, StringComparison.Ordinal);
            if (accent >= 0)
                key.Append(Base[accent]);
            else if (lower is 'œ')
                key.Append("oe");
            else if (char.IsLetterOrDigit(lower))
                key.Append(lower);
            // A letter and its accent apart, as some systems write them.
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark && lower is '%' or '€' or '°')
                key.Append(lower);
        }
        return key.ToString();
    }

    /// <summary>Lower case, without accents, words apart by one space; for texts that are read word by word.</summary>
    internal static string Words(string text)
    {
        var words = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            char lower = char.ToLowerInvariant(c);
            int accent = Accented.IndexOf(lower, StringComparison.Ordinal);
            char plain = accent >= 0 ? Base[accent] : lower;
            if (!IsSpace(c))
                words.Append(plain);
            else if (words.Length > 0 && words[^1] != ' ')
                words.Append(' ');
        }
        return words.ToString().TrimEnd();
    }

    /// <summary>Spaces of every kind, also those of no width that come with a copy from a web page.</summary>
    internal static bool IsSpace(char c) => char.IsWhiteSpace(c) || c is '\u200b' or '\u200c' or '\u200d' or '\u2060' or '\ufeff' or '\u00ad';

    /// <summary>The text without the spaces around it.</summary>
    internal static string Trim(string text)
    {
        int start = 0, end = text.Length;
        while (start < end && IsSpace(text[start]))
            start++;
        while (end > start && IsSpace(text[end - 1]))
            end--;
        return text[start..end];
    }

    internal static string WithoutSpaces(string text) => string.Concat(text.Where(c => !IsSpace(c)));
}
