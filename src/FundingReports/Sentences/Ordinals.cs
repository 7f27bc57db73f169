using System.Globalization;

namespace FundingReports.Sentences;

/// <summary>Which of a list, counted as people count: « 1re », « 2e », "3rd".</summary>
internal static class Ordinals
{
    internal static string French(int number, bool isFeminine) =>
        number == 1 ? isFeminine ? "1re" : "1er" : string.Create(CultureInfo.InvariantCulture, $"{number}e");

    internal static string English(int number) => string.Create(CultureInfo.InvariantCulture, $"{number}{(number % 100, number % 10) switch
    {
        (not 11, 1) => "st",
        (not 12, 2) => "nd",
        (not 13, 3) => "rd",
        _ => "th",
    }}");
}
