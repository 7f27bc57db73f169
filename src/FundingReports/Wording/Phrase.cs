using System.ComponentModel;

namespace FundingReports.Wording;

/// <summary>A phrase in both languages, side by side, so that neither is changed without the other.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Phrase
{
    /// <summary>A phrase in a language: <c>Phrase.In(language, $"jusqu'au {day}", $"until {day}")</c>.</summary>
    /// <param name="language">The language.</param>
    /// <param name="french">The French, as it is typed; it is said as it is printed.</param>
    /// <param name="english">The English.</param>
    public static string In(Language language, FrenchText french, EnglishText english) => language switch
    {
        Language.French => french.ToString(),
        Language.English => english.ToString(),
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "There are two languages: French and English."),
    };

    /// <summary>A sentence: its first letter a capital, a full stop at its end.</summary>
    internal static string Sentence(string text) => text.Length == 0 ? "" : $"{Capital(text)}{(text[^1] is '.' ? "" : ".")}";

    internal static string Capital(string text) => text.Length == 0 ? "" : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>« Région (60 %) » ; what ends with brackets does not get a second pair.</summary>
    public static string InBrackets(string said, string what)
    {
        ArgumentNullException.ThrowIfNull(said);
        ArgumentNullException.ThrowIfNull(what);
        return said.EndsWith(')') ? $"{said[..^1]}, {what})" : $"{said} ({what})";
    }

    internal static string Lines(IEnumerable<string> sentences) => string.Join(' ', sentences.Where(sentence => sentence.Length > 0));
}
