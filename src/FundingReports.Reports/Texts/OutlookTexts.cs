using FundingReports.Wording;
using NodaTime;

namespace FundingReports.Reports.Texts;

/// <summary>What happens next to a post, French beside English.</summary>
internal sealed class OutlookTexts(Language language)
{
    internal string Ended => Phrase.In(language, $"poste terminé", "post ended");
    internal string NoChange => Phrase.In(language, $"pas de changement connu", "no change known");
    internal string Nothing => Phrase.In(language, $"aucun financement recensé", "no funding recorded");
    internal string ToBeSigned => Phrase.In(language, $"convention à signer", "agreement to be signed");
    internal string RequestedYearly(string funder, Knowable<Euros> money) => Phrase.In(language,
        $"{funder} : {Whole(money)} par an sollicités", $"{funder}: {Whole(money)} a year requested");
    internal string Requested(string funder, Knowable<Euros> money, int year) => Phrase.In(language,
        $"{funder} : {Whole(money)} sollicités pour {year}", $"{funder}: {Whole(money)} requested for {year}");
    internal string Interrupted(LocalDate from, LocalDate until) => from == until
        ? Phrase.In(language, $"aucun financement le {Words.Date(from, language)}", $"no funding on {Words.Date(from, language)}")
        : Phrase.In(language, $"aucun financement du {Words.Date(from, language)} au {Words.Date(until, language)}",
            $"no funding from {Words.Date(from, language)} to {Words.Date(until, language)}");
    internal string AllStops(LocalDate last) => Phrase.In(language,
        $"aucun financement après le {Words.Date(last, language)}", $"no funding after {Words.Date(last, language)}");
    internal string AllStopped(LocalDate last) => Phrase.In(language,
        $"aucun financement depuis le {Words.Date(last.PlusDays(1), language)}",
            $"no funding since {Words.Date(last.PlusDays(1), language)}");
    internal string Stops(string funder, LocalDate last) => Phrase.In(language,
        $"{funder} : fin le {Words.Date(last, language)}", $"{funder}: ends on {Words.Date(last, language)}");
    /// <summary>Of money whose term nobody gave: its last sure day is no end.</summary>
    internal string Certain(string funder, LocalDate last, bool inPart) => inPart
        ? Phrase.In(language, $"{funder} : une partie n'est certaine que jusqu'au {Words.Date(last, language)}, terme inconnu",
            $"{funder}: a part is certain until {Words.Date(last, language)} only, term unknown")
        : Phrase.In(language, $"{funder} : certain jusqu'au {Words.Date(last, language)}, terme inconnu",
            $"{funder}: certain until {Words.Date(last, language)}, term unknown");
    /// <summary>Of a funder whose other money may go on: nobody gave its term.</summary>
    internal string StopsInPart(string funder, LocalDate last) => Phrase.In(language,
        $"{funder} : une partie prend fin le {Words.Date(last, language)}", $"{funder}: a part ends on {Words.Date(last, language)}");
    internal string Stopped(string funder, LocalDate last) => Phrase.In(language,
        $"{funder} : participation terminée le {Words.Date(last, language)}", $"{funder}: ended on {Words.Date(last, language)}");
    internal string Falls(string funder, Ratio was, Ratio now, LocalDate from) => Phrase.In(language,
        $"{funder} : de {Percent(was)} à {Percent(now)} le {Words.Date(from, language)}",
            $"{funder}: from {Percent(was)} to {Percent(now)} on {Words.Date(from, language)}");

    internal string ToBeFound(Euros money, int year) => Phrase.In(language,
        $"{WholeEuros.Of(money, language)} à trouver en {year}", $"{WholeEuros.Of(money, language)} to be found in {year}");

    /// <summary>Money in whole euros, as a page of work says it.</summary>
    internal string Whole(Knowable<Euros> money) => money.TryGet(out var known)
        ? WholeEuros.Of(known, language)
        : Phrase.In(language, $"montant inconnu", "unknown amount");

    private string Percent(Ratio part)
    {
        var one = part.Reduced;
        return Words.Percent((one.Numerator * 100 * 2 + one.Denominator) / (2 * one.Denominator), 100, language);
    }
}

/// <summary>Money in whole euros, rounded half away from zero.</summary>
internal static class WholeEuros
{
    /// <summary>« 28 000 € », "€28,000".</summary>
    internal static string Of(Euros money, Language language) =>
        Words.Money(Euros.FromCents((long)decimal.Round(money.ToDecimal(), 0, MidpointRounding.AwayFromZero) * 100), language);
}
