using FundingReports.Totals;
using FundingReports.Wording;

namespace FundingReports;

/// <summary>Figures in words, for a sentence or a cell of one's own: an unknown one is said to be unknown.</summary>
public static class MoneySentences
{
    /// <summary>« 26 000 € », or « inconnu ».</summary>
    public static string InWords(this Knowable<Euros> money, Language language) => money.TryGet(out Euros known)
        ? Words.Money(known, language) : Phrase.In(language, $"inconnu", "unknown");

    /// <summary>« 26 000 € »; or « inconnu (au moins 500 €) », where the known part is above zero.</summary>
    public static string InWords(this Total total, Language language) => total.Exact.IsKnown || total.KnownPart <= Euros.Zero
        ? total.Exact.InWords(language)
        : Phrase.In(language, $"inconnu (au moins {Words.Money(total.KnownPart, language)})",
            $"unknown (at least {Words.Money(total.KnownPart, language)})");
}
