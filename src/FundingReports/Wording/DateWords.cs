using NodaTime;

namespace FundingReports.Wording;

/// <summary>Dates within a sentence, no more precise than they were given.</summary>
internal static class DateWords
{
    /// <summary>« au 8 février 2022 ».</summary>
    internal static string AsOf(LocalDate date, Language language) =>
        Phrase.In(language, $"au {Words.LongDate(date, language)}", $"as of {Words.LongDate(date, language)}");

    /// <summary>« jusqu'au 23 juillet 2023 », « jusqu'en juillet 2023 », « jusqu'en 2023 ».</summary>
    internal static string Until(PartialDate date, Language language) => date.IsDay
        ? Phrase.In(language, $"jusqu'au {Words.LongDate(date.First, language)}", $"until {Words.LongDate(date.First, language)}")
        : Phrase.In(language, $"jusqu'en {Words.Date(date, language)}", $"into {Words.Date(date, language)}");

    /// <summary>« le 24 juillet 2023 ».</summary>
    internal static string On(LocalDate date, Language language) =>
        Phrase.In(language, $"le {Words.LongDate(date, language)}", $"on {Words.LongDate(date, language)}");

    /// <summary>« à partir du 1er janvier 2024 », « en janvier 2024 », « en 2024 ».</summary>
    internal static string From(PartialDate date, Language language) => date.IsDay ? From(date.First, language)
        : Phrase.In(language, $"en {Words.Date(date, language)}", $"in {Words.Date(date, language)}");

    /// <summary>« à partir du 1er janvier 2024 ».</summary>
    internal static string From(LocalDate date, Language language) =>
        Phrase.In(language, $"à partir du {Words.LongDate(date, language)}", $"from {Words.LongDate(date, language)}");
}
