using FundingReports.Wording;

namespace FundingReports.Sentences;

/// <summary>Parts of a cost in words: « pour moitié », « pour les deux tiers », « à 80 % ».</summary>
internal static class ShareWords
{
    private const long Whole = 1_000_000;

    /// <summary>« 80 % ».</summary>
    internal static string Percent(CoverageRate rate, Language language) => Words.Percent(rate.Millionths, Whole, language);

    /// <summary>Of what is known not to be the whole: « 80 % », and « presque 100 % » where only its rounding is.</summary>
    internal static string PercentBelow(CoverageRate rate, Language language) =>
        rate.Millionths == Whole
            ? Phrase.In(language, $"presque {Percent(rate, language)}", $"almost {Percent(rate, language)}") : Percent(rate, language);

    /// <summary>
    /// How much someone pays, before « par »: « pour moitié ». Words are said of what is exactly so, and figures of all else.
    /// </summary>
    internal static string For(CoFunder backer, Language language) => backer.Exact switch
    {
        { } exact when exact.Is(1, 1) => Phrase.In(language, $"en totalité", "in full"),
        { } exact when exact.Is(1, 2) => Phrase.In(language, $"pour moitié", "half"),
        { } exact when exact.Is(1, 3) => Phrase.In(language, $"pour un tiers", "one third"),
        { } exact when exact.Is(2, 3) => Phrase.In(language, $"pour les deux tiers", "two thirds"),
        { } exact when exact.Is(1, 4) => Phrase.In(language, $"pour un quart", "one quarter"),
        { } exact when exact.Is(3, 4) => Phrase.In(language, $"pour les trois quarts", "three quarters"),
        null when backer.Share.Millionths == Whole => Phrase.In(language, $"presque en totalité", "almost in full"),
        _ => Phrase.In(language, $"à {backer.Percent(language)}", backer.Percent(language)),
    };
}
