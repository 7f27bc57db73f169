using System.Text.RegularExpressions;

namespace FundingReports.Validation;

/// <summary>Finds what has no place in a portfolio, which describes posts and not persons.</summary>
public static partial class PersonalData
{
    /// <summary>What kind of personal data a text seems to hold, and the part of it, masked; null where it holds none.</summary>
    /// <returns>The kind is "email", "telephone" or "social-security-number": French telephones and numbers are looked for.</returns>
    public static (string Kind, string Masked)? Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (FindEmail(text) is { } email)
            return ("email", Mask(email));
        int digits = 0;
        foreach (char c in text)
            if (char.IsAsciiDigit(c))
                digits++;
        if (digits < 10)
            return null;
        // The longer pattern comes first: the middle of a social-security number may look like a telephone.
        if (SocialSecurityNumber().Match(text) is { Success: true } number)
            return ("social-security-number", Mask(number.Value));
        return Telephone().Match(text) is { Success: true } telephone ? ("telephone", Mask(telephone.Value)) : null;
    }

    /// <summary>The text; where it seems to hold personal data, with its letters and digits hidden.</summary>
    public static string Masked(string text) => Find(text) is null ? text : Mask(text);

    // The search is written by hand, because a pattern that begins with a repetition takes quadratic time on a long text.
    private static string? FindEmail(string text)
    {
        for (int at = text.IndexOf('@'); at >= 0; at = text.IndexOf('@', at + 1))
        {
            int start = at, end = at + 1;
            while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || "._%+-".Contains(text[start - 1])))
                start--;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '.' or '-'))
                end++;
            string domain = text[(at + 1)..end].Trim('.');
            if (start < at && domain.Contains('.'))
                return string.Concat(text.AsSpan(start, at - start), "@", domain);
        }
        return null;
    }

    // A list of problems is printed and sent around: it must not spread what it warns of.
    private static string Mask(string text) =>
        string.Concat(text.Select((c, i) => i < 2 || !char.IsLetterOrDigit(c) ? c : '•'));

    [GeneratedRegex(
        @"(?<![0-9])(?:(?:\+|00)33[\s.\-]?(?:\(0\)[\s.\-]?)?|0)[1-9](?:[0-9]{8}|(?:\s[0-9]{2}){4}|(?:\.[0-9]{2}){4}|(?:-[0-9]{2}){4}|(?:/[0-9]{2}){4})(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Telephone();

    [GeneratedRegex(
        @"(?<![0-9])[1-478][\s.]?[0-9]{2}[\s.]?(?:0[1-9]|1[0-2]|[2-9][0-9])[\s.]?(?:[0-9]{2}|2[ABab])[\s.]?[0-9]{3}[\s.]?[0-9]{3}(?:[\s./\-]?[0-9]{2})?(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex SocialSecurityNumber();
}
