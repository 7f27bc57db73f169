using FundingReports.Sentences;
using FundingReports.Wording;

namespace FundingReports.Reports.Texts;

/// <summary>What each sheet is for, French beside English.</summary>
internal sealed class NoticeTexts(Language language)
{
    internal string Reading => Phrase.In(language, $"Lire", "Reading");

    /// <summary>What a sheet is for; null where its title says it all.</summary>
    internal string? MeaningOf(string sheet)
    {
        var texts = new ReportTexts(language);
        var requests = new RequestSheetTexts(language);
        return sheet == texts.SummarySheet
            ? Phrase.In(language, $"La réponse en une page, à imprimer.", "The answer on one page, to be printed.")
            : sheet == texts.PostsSheet
                ? Phrase.In(language, $"Une ligne par poste : lieux, employeur, coût, dates de fin de financement.",
                    "One row a post: places, employer, cost, dates on which funding ends.")
            : sheet == texts.PlanSheet
                ? Phrase.In(language, $"Par poste et par exercice : ce que chaque financeur apporte, le coût, ce qui manque.",
                    "By post and budget year: what each funder brings, the cost, what is missing.")
            : sheet == requests.Requests
                ? Phrase.In(language, $"Ce qu'il faut demander, à qui, avant quand ; les demandes en retard d'abord.",
                    "What must be asked, of whom, by when; the late ones first.")
            : sheet == texts.CommitmentsSheet
                ? Phrase.In(
                    language, $"Une ligne par engagement : ce qui est promis, pour quand, ce que l'acte rend ferme, d'où on le sait.",
                    "One row a promise: what is promised, for when, what an act makes firm, how it is known.")
            : sheet == texts.SimulationSheet
                ? Phrase.In(language, $"Changer les cellules jaunes : le financement, ce qui manque et le graphique suivent.",
                    "Change the yellow cells: funding, gap and chart follow.")
            : sheet == texts.CalendarSheet
                ? Phrase.In(language, $"Vingt-quatre mois, mois par mois : qui est financé, en chiffres et en mots.",
                    "Twenty-four months, month by month: who is funded, in figures and in words.")
            : sheet == requests.Risks ? Phrase.In(language, $"Le niveau de risque de chaque poste et la phrase qui le justifie.",
                "The level of risk of each post, and the sentence that justifies it.")
            : sheet == requests.Scenarios
                ? Phrase.In(language, $"Les scénarios à côté de la situation connue.", "The scenarios beside what is known.")
            : sheet == texts.DataSheet ? Phrase.In(language, $"Les chiffres à plat, pour les reprendre dans un autre fichier.",
                "The figures laid flat, to be taken into another file.")
            : sheet == texts.SourcesSheet ? Phrase.In(
                language, $"D'où vient chaque fait ; les hypothèses d'abord.", "Where each fact comes from; assumptions first.")
            : sheet == texts.ControlsSheet
                ? Phrase.In(language, $"Le classeur se vérifie lui-même : chaque réponse refaite par des formules, OK ou ÉCART.",
                    "The workbook checks itself: each answer worked out again by formulas, OK or DIFFERENCE.")
            : null;
    }
}
