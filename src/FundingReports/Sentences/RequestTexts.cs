using FundingReports.Portfolios;
using FundingReports.Wording;
using FundingReports.Requests;
using NodaTime;

namespace FundingReports.Sentences;

/// <summary>What is said of a request, French beside English.</summary>
internal static class RequestTexts
{
    /// <summary>
    /// « À demander à l'État (FIPD) pour 2023 : 25 000 €, avant la clôture de la campagne. Date non publiée ; celle de 2022 était le 16
    /// février. »
    /// </summary>
    internal static string Sentence(FundingRequest request, LocalDate asOf, Language language) =>
        Phrase.Lines([What(request, asOf, language), When(request, asOf, language)]);

    private static string What(FundingRequest request, LocalDate asOf, Language language)
    {
        string amount = request.Amount.TryGet(out var known)
            ? Words.Money(known, language) : Phrase.In(language, $"montant inconnu", "amount unknown");
        string posts = request.Posts is [var only]
            ? Phrase.In(language, $"« {only.Label} »", $"“{only.Label}”")
            : Words.Count(request.Posts.Length, Phrase.In(language, $"poste", "post"), Phrase.In(language, $"postes", "posts"), language);
        if (request.Funder is not { } funder)
            return Phrase.In(language,
                $"Financeur à trouver pour {request.Year} ({posts}) : {amount}.",
                $"Funder to be found for {request.Year} ({posts}): {amount}.");
        string line = request.Line is { } name ? $" ({name})" : "";
        string why = request.Kind == RequestKind.Instalment
            ? Phrase.In(language, $"annuité à notifier", "yearly instalment to be confirmed")
            : Why(request, asOf, language);
        return Phrase.In(language,
            $"À demander {FunderWords.To(funder, language)}{line} pour {request.Year} ({posts}) : {amount}, {why}.",
            $"To be requested from {FunderWords.The(funder, language)}{line} for {request.Year} ({posts}): {amount}, {why}.");
    }

    /// <summary>
    /// « renouvellement de la convention n° 2023-12, échue le 31/12/2022 » ; of what goes on and pays less, or was
    /// prolonged for less, the part that is missing; of what was withdrawn, from when.
    /// </summary>
    private static string Why(FundingRequest request, LocalDate asOf, Language language)
    {
        Commitment ended = request.Commitment!;
        LocalDate last = request.NeededUntil ?? new(request.Year, 12, 31);
        bool signed = ended.Status is CommitmentStatus.Signed;
        string name = Name(ended, language), e = signed ? "e" : "";
        string what = Phrase.In(language, $"{(signed ? "de la" : "du")} {name}", $"of the {name}");
        if (Decision.WithdrawalOf(ended, asOf) is { From: var withdrawn } && withdrawn.First <= last
            && !(ended.Until.Until?.Last < withdrawn.First))
            return Phrase.In(language,
                $"{name} retiré{e} {DateWords.From(withdrawn, language)}", $"{name} withdrawn {DateWords.From(withdrawn, language)}");
        if (request.Continuation is not null)
            return Phrase.In(language,
                $"complément {what}, prolongé{e} par avenant et qui ne suffit plus",
                $"top-up to the {name}, which an amendment has extended and which no longer suffices");
        // In the as-of year itself it is known to pay: what is missing then is a complement.
        if (ended.Until.IsUnknown && request.Year > asOf.Year)
            return Phrase.In(language,
                $"suite {what}, dont le terme est inconnu : demandez-le d'abord",
                $"continuation {what}, whose end date is not known: ask for it first");
        if (ended.Until.Until is not { } until || until.Last >= last)
            return Phrase.In(language, $"complément {what}, qui ne suffit plus", $"top-up to the {name}, which no longer suffices");
        string date = $"{(until.IsDay ? "le" : "en")} {Words.Date(until, language)}";
        return Phrase.In(language,
            $"renouvellement {what}, {(until.Last < asOf ? $"échu{e}" : "dont le terme est")} {date}",
            $"renewal {what}, which {(until.Last < asOf ? "ended" : "ends")} {(until.IsDay ? "on" : "in")} {Words.Date(until, language)}");
    }

    /// <summary>« convention n° 2023-12 », « financement ».</summary>
    private static string Name(Commitment commitment, Language language)
    {
        if (commitment.Status is not CommitmentStatus.Signed)
            return Phrase.In(language, $"financement", "funding");
        string? number = commitment.References.OrderBy(reference => reference.Key, StringComparer.Ordinal)
            .FirstOrDefault(reference => reference.Key.Equals("convention", StringComparison.OrdinalIgnoreCase)).Value;
        return number is { } no
            ? Phrase.In(language, $"convention n° {Words.OneLine(no)}", $"agreement no. {Words.OneLine(no)}")
            : Phrase.In(language, $"convention", "agreement");
    }

    /// <summary>The deadline: the campaign's day, or that it is not published.</summary>
    internal static string When(FundingRequest request, LocalDate asOf, Language language)
    {
        if (request.Closes is { } closes)
        {
            if (!request.Overdue)
                return Phrase.In(language, $"À déposer au plus tard le {Words.LongDate(closes, language)}.",
                    $"To be made by {Words.LongDate(closes, language)}.");
            string late = Words.Count(
                Period.DaysBetween(closes, asOf), Phrase.In(language, $"jour", "day"), Phrase.In(language, $"jours", "days"), language);
            return Phrase.In(language,
                $"La demande aurait dû être déposée avant le {Words.LongDate(closes, language)} : elle est en retard de {late}.",
                $"The request should have been made by {Words.LongDate(closes, language)}: it is {late} late.");
        }
        if (request.Funder is null)
            return "";
        return request.LastKnown is { } last
            ? Phrase.In(language,
                $"Date de clôture non publiée ; la dernière connue était le {Words.LongDate(last, language)}.",
                $"Closing date not published; the last known was {Words.LongDate(last, language)}.")
            : Phrase.In(language, $"Date de clôture non publiée.", "Closing date not published.");
    }

    // No default arm: a paper without words does not compile (CS8509).
#pragma warning disable CS8524
    /// <summary>A paper to join: « bilan d'ensemble, au plus tard le 23 avril 2023 ».</summary>
    internal static string Paper(Paper paper, Language language)
    {
        string name = paper.Kind switch
        {
            PaperKind.Bilan => Phrase.In(language, $"bilan d'ensemble de la convention", "overall report on the agreement (bilan)"),
            PaperKind.CompteRenduFinancier => Phrase.In(language, $"compte rendu financier (Cerfa 15059*02) de l'année précédente",
                "financial report (Cerfa 15059*02) of the year before"),
            PaperKind.UnknownEmployer => Phrase.In(language, $"inconnues : elles dépendent de l'employeur, qui n'est pas connu",
                "unknown: they depend on the employer, which is not known"),
        };
        return paper.DueOn is { } due
            ? Phrase.In(
                language, $"{name}, au plus tard le {Words.LongDate(due, language)}", $"{name}, by {Words.LongDate(due, language)}")
            : name;
    }
#pragma warning restore CS8524
}
