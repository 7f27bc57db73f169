using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace FundingReports.Excel.Refusing;

/// <summary>Texts that COUNTIF, COUNTIFS and SUMIFS take for something else than themselves.</summary>
internal static partial class CriterionText
{
    // In French and in English: what a spreadsheet makes a truth, or a date, of.
    private static readonly FrozenSet<string> truths =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "true", "false", "vrai", "faux");

    private static readonly FrozenSet<string> ofDates = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "january", "february", "march",
        "april", "june", "july", "august", "september", "october", "november", "december", "janv", "févr", "fevr", "mars", "avr", "mai",
        "juin", "juil", "août", "aout", "déc", "janvier", "février", "fevrier", "avril", "juillet", "septembre", "octobre", "novembre",
        "décembre", "decembre", "am", "pm", "a", "p", "h", "er", "st", "nd", "rd", "th", "eur", "e");

    /// <summary>
    /// Whether it is nothing, longer than a criterion can be, begins with a comparison, has a sign that stands for others, or is a number,
    /// a date, a truth or the name of an error.
    /// </summary>
    internal static bool IsCommand(string text) => text.Length is 0 or > FormulaReading.LongestText
        || text[0] is '=' or '<' or '>' or '#' || text.AsSpan().IndexOfAny("*?~") >= 0 || truths.Contains(text.Trim()) || IsFigure(text);

    // Digits, and no word that is none of a date.
    private static bool IsFigure(string text) =>
        text.Any(char.IsDigit) && Letters().Matches(text).All(word => ofDates.Contains(word.Value));

    [GeneratedRegex(@"\p{L}+", RegexOptions.CultureInvariant)]
    private static partial Regex Letters();
}
