using FundingReports.Totals;
using FundingReports.Wording;

namespace FundingReports;

/// <summary>Figures in words, for a sentence or a cell of one's own: an unknown one is said to be unknown.</summary>
public static class MoneySentences
{
    /// <summary>« 26 000 € », or « inconnu ».</summary>
    public static string InWords(this Knowable<Euros> money, Language language) => money.TryGet(out Euros known)
        ? Words.Money(known, language) : Phrase.In(language, $"inconnu", "unknown");

    /// <summary>
    /// « 50 % », of the cost or of what the range is of; « entre 40 % et 60 % »; and « 40 % au moins » or « inconnu » where it has no
    /// upper bound.
    /// </summary>
    public static string InWords(this RatioRange part, Language language)
    {
        string low = Percent(part.Low);
        return part switch
        {
            { High: null, Low.Numerator.IsZero: true } => Phrase.In(language, $"inconnu", "unknown"),
            { High: null } => Phrase.In(language, $"{low} au moins", $"at least {low}"),
            { IsExact: true } => low,
            { High: { } high } => Phrase.In(language, $"entre {low} et {Percent(high)}", $"between {low} and {Percent(high)}"),
        };

        string Percent(Ratio ratio) => Words.Percent(ratio.Numerator, ratio.Denominator, language);
    }

    /// <summary>« 26 000 € »; or « inconnu (au moins 500 €) », where the known part is above zero.</summary>
    public static string InWords(this Total total, Language language) => total.Exact.IsKnown || total.KnownPart <= Euros.Zero
        ? total.Exact.InWords(language)
        : Phrase.In(language, $"inconnu (au moins {Words.Money(total.KnownPart, language)})",
            $"unknown (at least {Words.Money(total.KnownPart, language)})");
}
