using FundingReports.Horizons;
using NodaTime;

namespace FundingReports.Reports.Texts;

/// <content>Financeurs, Calendrier, and the charts.</content>
internal sealed partial class ReportTexts
{



    internal string CalendarSheet => Say("Calendrier", "Calendar");
    internal string CalendarNote => Say(
        "Part du coût que les crédits conventionnés ou attribués couvrent, en moyenne sur les jours du mois ; « totale » : tous les jours en totalité ; « aucune » : aucun jour ; « indéterminée » : ce qui n'est pas connu décide.",
        "Part of the cost that granted or signed money covers, on average over the days of the month; “full”: every day in full; “none”: on no day; “undetermined”: what is not known decides.");
    internal string Month => Say("Mois", "Month");



    internal string PostsChartInWords => Say(
        "Histogramme empilé : pour chacun des vingt-quatre mois, le nombre de postes financés en totalité, en partie, indéterminés et sans financement. Les chiffres sont dans le tableau de la feuille Calendrier.",
        "Stacked columns: for each of the twenty-four months, the number of posts fully funded, partly funded, undetermined and not funded. The figures are in the table of the sheet Calendar.");
}
