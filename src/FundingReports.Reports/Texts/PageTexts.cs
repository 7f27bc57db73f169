using FundingReports.Reports.Schedules;
using FundingReports.Wording;
using NodaTime;

namespace FundingReports.Reports.Texts;

/// <summary>What the page says otherwise than the workbook, French beside English.</summary>
internal sealed class PageTexts(Language language)
{
    internal string MostUrgent(int shown, int all) => Say(
        $"Les {shown} postes les plus urgents sur {all} ; tous sont plus bas.",
            $"The {shown} most urgent posts of {all}; all are further down.");
    internal string MoreToDo(int more) => more == 1
        ? Say($"… et une autre chose à faire, dans la liste entière, plus bas.",
            "… and one more thing to do, in the whole list, further down.")
        : Say($"… et {more} autres choses à faire, dans la liste entière, plus bas.",
            $"… and {more} more things to do, in the whole list, further down.");
    internal string Checks(int differences, int all) => differences == 0
        ? Say($"Contrôles : 0 écart sur {all} (dossier technique).", $"Checks: 0 differences of {all} (technical file).")
        : Say($"Contrôles : {differences} {Words.Plural(differences, "écart", "écarts", language)} sur {all}. Ne pas transmettre cette page ; voir le dossier technique.",
            $"Checks: {differences} {Words.Plural(differences, "difference", "differences", language)} of {all}. Do not send this page on; see the technical file.");
    internal string PlanHeading => Say($"Poste par poste, financeur par financeur", "Post by post, funder by funder");
    internal string PlanNote => Say(
        $"En euros. Ce qui est conventionné ou attribué compte ; en italique, « non compté », ce qui est annoncé ou sollicité ne compte pas.",
        "In euros. What is signed or granted counts; in italics, “not counted”, what is announced or requested does not.");
    internal string SharesNote => Say(
        $"Le coût des postes est inconnu : le plan donne la part du coût accordée par chaque financeur. En italique, « non compté », ce qui est annoncé ou sollicité ne compte pas.",
        "The cost of the posts is unknown: the plan gives the part of the cost that each funder has promised. In italics, “not counted”, what is announced or requested does not count.");
    internal string ChartOfYears => Say($"Par année : ce qui est conventionné ou attribué, et ce qui reste à financer",
        "By year: what is signed or granted, and what is still missing");
    internal string YearInWords(string year, string agreed, string gap) =>
        Say($"{year} : {agreed} de crédits conventionnés ou attribués, {gap} à financer.",
            $"{year}: {agreed} signed or granted, {gap} missing.");

    // The timeline in words

    internal string DeadlinesSheet => Say($"Échéances", "What ends, and when");
    internal string DeadlinesTitle => Say($"Ce qui prend fin ou baisse, et quand", "What ends or falls, and when");
    internal string DeadlinesNote => Say($"Ce que montrent les barres, poste par poste.", "What the bars show, post by post.");
    internal string From => Say($"Du", "From");
    internal string Until => Say($"Au", "To");
    internal string Covered => Say($"Part financée", "Part funded");
    internal string Firm => Say($"Ferme", "Firm");
    internal string Ends => Say($"Ce qui prend fin ou baisse", "What ends or falls");
    internal string FirmKey => Say($"ferme : confirmé par un acte", "firm: confirmed by an act");
    internal string FirmWord(FirmState state) => state switch
    {
        FirmState.All => Say($"oui", "yes"),
        FirmState.Part => Say($"en partie", "in part"),
        FirmState.None => Say($"non", "no"),
        FirmState.Unknown => Say($"inconnu", "unknown"),
    };
    internal string UntilDay(string what, LocalDate last) =>
        Say($"{what} jusqu’au {Words.Date(last, language)}", $"{what} until {Words.Date(last, language)}");
    internal string Then(IReadOnlyList<string> said) => string.Join(Say($", puis ", ", then "), said);
    internal string BarDetail(string covered, LocalDate from, LocalDate until, string ends) => ends.Length == 0
        ? Say($"{covered} du {Words.Date(from, language)} au {Words.Date(until, language)}",
            $"{covered} from {Words.Date(from, language)} to {Words.Date(until, language)}")
        : Say($"{covered} du {Words.Date(from, language)} au {Words.Date(until, language)} ({ends})",
            $"{covered} from {Words.Date(from, language)} to {Words.Date(until, language)} ({ends})");

    internal string MissingSheet => Say($"Ce qui n’est pas connu", "What is not known");
    internal string SourcesSheet => Say($"Hypothèses et justificatifs", "Assumptions and evidence");
    internal string WordsSheet => Say($"Mots et signes", "Words and signs");

    private string Say(FrenchText french, string english) => Phrase.In(language, french, english);
}
