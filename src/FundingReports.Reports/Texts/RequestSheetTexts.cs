using FundingReports.Requests;
using FundingReports.Sentences;
using FundingReports.Wording;
using NodaTime;

namespace FundingReports.Reports.Texts;

/// <summary>The words of the sheets Demandes, Risques and Scénarios, French beside English.</summary>
internal sealed class RequestSheetTexts(Language language)
{
    internal string Requests => Say($"Demandes", "Requests");
    internal string RequestsTitle =>
        Say($"Demandes : quoi demander, à qui, pour quelle année, avant quand", "Requests: what to ask, of whom, for which year, by when");
    internal string RequestsNote => Say(
        $"Une tranche est de l'argent conventionné ou attribué qu'aucun acte n'a encore rendu ferme ; un manque est ce que personne ne s'est engagé à payer, demandé à ceux dont l'argent s'arrête, en proportion de ce qu'ils payaient. Une date non publiée n'est pas devinée.",
        "An instalment is agreed money that no act has made firm yet; a gap is what nobody has agreed to pay, asked of those whose money stops, in proportion to what they paid. A date that is not published is not guessed.");
    internal string NoRequest =>
        Say($"Rien n'est à demander sur les exercices examinés.", "Nothing is to be asked for the years looked at.");
    internal string Deadline => Say($"À demander avant le", "To be asked by");
    internal string State => Say($"Échéance", "Deadline");
    internal string Funder => Say($"À qui", "Of whom");
    internal string Line => Say($"Dispositif", "Line");
    internal string Year => Say($"Pour l'année", "For the year");
    internal string Kind => Say($"Objet", "For what");
    internal string Posts => Say($"Postes", "Posts");
    internal string Amount => Say($"Montant", "Amount");
    internal string Papers => Say($"Pièces à joindre", "Papers to join");
    internal string Commitment => Say($"Engagement", "Commitment");
    internal string ToBeFound => Say($"financeur à trouver", "funder to be found");
    internal string NotPublished => Say($"date non publiée", "date not published");
    internal string NoPapers => Say($"aucune connue", "none known");

    internal string KindOf(RequestKind kind) => kind == RequestKind.Instalment
        ? Say($"tranche à rendre ferme", "instalment to be made firm") : Say($"manque à financer", "gap to be funded");

    internal string StateOf(FundingRequest request, LocalDate asOf) =>
        request.Overdue ? Say($"en retard de {Days(request.Closes!.Value, asOf)}", $"{Days(request.Closes!.Value, asOf)} late")
        : request.Closes is { } closes ? Say($"dans {Days(asOf, closes)}", $"in {Days(asOf, closes)}")
        : request.Funder is null ? Say($"sans campagne", "no campaign")
        : request.LastKnown is { } last ? Say($"non publiée ; la dernière connue était le {Words.LongDate(last, language)}",
            $"not published; the last known was {Words.LongDate(last, language)}")
        : Say($"non publiée", "not published");

    internal string NeededHeading(LocalDate target) => Say(
        $"Ce qu'il faudrait pour que chaque poste soit financé en totalité jusqu'au {Words.LongDate(target, language)}",
        $"What it would take to fund every post fully until {Words.LongDate(target, language)}");
    internal string NeededIn(int year, Knowable<Euros> needed, bool assumed)
    {
        string said = !needed.TryGet(out var money) ? new ReportTexts(language).Signs.Unknown : money.Cents == 0 ? Say($"rien", "nothing")
            : Words.Money(money, language) + (assumed ? " " + new ReportTexts(language).Signs.Assumed : "");
        return Say($"{year} : {said}", $"{year}: {said}");
    }

    internal string Nearest => Say($"Les demandes les plus proches", "The nearest requests");
    internal string NearestColumn => Say($"Demande", "Request");

    internal string Risks => Say($"Risques", "Risks");
    internal string RisksTitle => Say($"Risques : le niveau de chaque poste, et la phrase qui le justifie",
        "Risks: the level of each post, and the sentence that justifies it");
    internal string RisksNote => Say(
        $"Sur l'argent conventionné ou attribué. Les seuils sont ceux du projet FundingReports, non d'un texte officiel ; ils se changent dans un fichier de règles. Une donnée manquante n'abaisse jamais un niveau.",
        "On agreed money. The thresholds are those of the FundingReports project, not of an official text; they can be changed in a policy file. Missing data never lowers a level.");
    internal string Level => Say($"Niveau", "Level");
    internal string Why => Say($"Pourquoi", "Why");
    internal string Exposure => Say($"Exposition sur les douze mois suivants", "Exposure over the next twelve months");
    internal string Rules => Say($"Règles et sources", "Rules and sources");
    internal string PostEnded => Say($"poste terminé", "post ended");
    internal string Risk => Say($"Risque", "Risk");

    internal string Scenarios => Say($"Scénarios", "Scenarios");
    internal string ScenariosTitle => Say($"Scénarios côte à côte", "Scenarios side by side");
    internal string ScenariosNote => Say(
        $"Chaque scénario est une hypothèse, appliquée aux faits du classeur ; aucun n'est une prévision.",
        "Each scenario is an assumption applied to the facts of the workbook; none is a forecast.");
    internal string Scenario => Say($"Scénario", "Scenario");
    internal string Baseline => Say($"Situation connue", "As known");
    internal string Measure => Say($"Ce qui est comparé", "What is compared");
    internal string HorizonOf(string post) => Say($"{post} : conventionné", $"{post}: agreed");
    internal string GapOf(int year) => Say($"Reste à financer {year}", $"Gap {year}");
    internal string FundedAtEnd(int year) => Say($"Postes financés en totalité fin {year}", $"Posts fully funded at the end of {year}");
    internal string FteAtEnd(int year) => Say($"ETP financés en totalité fin {year}", $"FTE fully funded at the end of {year}");
    internal string PaidBy(string funder, int year) => Say($"{funder}, {year}", $"{funder}, {year}");
    internal string DifferenceOf(string funder, int year) =>
        Say($"{funder}, {year} : écart avec la situation connue", $"{funder}, {year}: difference from what is known");

    private string Days(LocalDate from, LocalDate to) =>
        Words.Count(Period.DaysBetween(from, to), Say($"jour", "day"), Say($"jours", "days"), language);

    private string Say(FrenchText french, string english) => Phrase.In(language, french, english);
}
