using FundingReports.Wording;
using System.Globalization;
using System.Text;
using FundingReports.Portfolios;

namespace FundingReports.Exchange.Names;

/// <summary>Texts as they are compared: without accents, case, stars, spaces or punctuation.</summary>
internal static class Plain
{
    /// <summary>"Financé par *" is "financepar".</summary>
    internal static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            char plain = PlainLetter.Of(c);
            if (plain is 'œ')
                key.Append("oe");
            // An accent apart from its letter, as some systems write it, is neither.
            else if (char.IsLetterOrDigit(plain) || plain is '%' or '€' or '°')
                key.Append(plain);
        }
        return key.ToString();
    }

    /// <summary>Lower case, without accents, words apart by one space; for texts that are read word by word.</summary>
    internal static string Words(string text)
    {
        var words = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (!IsSpace(c))
                words.Append(PlainLetter.Of(c));
            else if (words.Length > 0 && words[^1] != ' ')
                words.Append(' ');
        }
        return words.ToString().TrimEnd();
    }

    /// <summary>Spaces of every kind, also those of no width that come with a copy from a web page.</summary>
    internal static bool IsSpace(char c) =>
        char.IsWhiteSpace(c) || c is '\u200b' or '\u200c' or '\u200d' or '\u2060' or '\ufeff' or '\u00ad';

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

    /// <summary>A count or a row number, in digits alone.</summary>
    internal static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
