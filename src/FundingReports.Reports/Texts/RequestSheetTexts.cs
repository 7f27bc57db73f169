using FundingReports.Requests;
using FundingReports.Sentences;
using FundingReports.Wording;
using NodaTime;

namespace FundingReports.Reports.Texts;

/// <summary>The words of requests, risks and scenarios, French beside English.</summary>
internal sealed class RequestSheetTexts(Language language)
{
    internal string Requests => Say($"Demandes", "Requests");
    internal string State => Say($"Échéance", "Deadline");
    internal string Funder => Say($"À qui", "Of whom");
    internal string Line => Say($"Dispositif", "Line");
    internal string Year => Say($"Pour l'année", "For the year");
    internal string Kind => Say($"Objet", "For what");
    internal string Posts => Say($"Postes", "Posts");
    internal string Amount => Say($"Montant", "Amount");
    internal string Papers => Say($"Pièces à joindre", "Papers to join");
    internal string Commitment => Say($"Financement", "Commitment");

    internal string Risks => Say($"Risques", "Risks");
    internal string RisksTitle => Say($"Risques : le niveau de chaque poste, et la phrase qui le justifie",
        "Risks: the level of each post, and the sentence that justifies it");
    internal string RisksNote => Say(
        $"Sur les crédits conventionnés ou attribués. Les seuils sont ceux du projet FundingReports, non d'un texte officiel ; ils se changent dans un fichier de règles. Une donnée manquante n'abaisse jamais un niveau.",
        "On agreed money. The thresholds are those of the FundingReports project, not of an official text; they can be changed in a policy file. Missing data never lowers a level.");
    internal string Level => Say($"Niveau", "Level");
    internal string Why => Say($"Pourquoi", "Why");
    internal string Exposure => Say($"Reste à financer des douze mois suivants", "Gap of the next twelve months");
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

    private string Say(FrenchText french, EnglishText english) => Phrase.In(language, french, english);
}
