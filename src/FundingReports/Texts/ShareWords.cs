namespace FundingReports.Texts;

/// <summary>Parts of a cost in words: « pour moitié », « pour les deux tiers », « à 80 % ».</summary>
internal static class ShareWords
{
    private const long Whole = 1_000_000;

    /// <summary>« 80 % ».</summary>
    internal static string Percent(CoverageRate rate, Language language) => Words.Percent(rate.Millionths, Whole, language);

    /// <summary>How much someone pays, before « par »: « pour moitié ».</summary>
    internal static string For(CoverageRate rate, Language language) => rate.Millionths switch
    {
        Whole => Phrase.In(language, $"en totalité", "in full"),
        500_000 => Phrase.In(language, $"pour moitié", "half"),
        333_333 => Phrase.In(language, $"pour un tiers", "one third"),
        666_667 => Phrase.In(language, $"pour les deux tiers", "two thirds"),
        250_000 => Phrase.In(language, $"pour un quart", "one quarter"),
        750_000 => Phrase.In(language, $"pour les trois quarts", "three quarters"),
        _ => Phrase.In(language, $"à {Percent(rate, language)}", Percent(rate, language)),
    };
}
