using FundingReports.Horizons;
using NodaTime;

namespace FundingReports.Reports.Texts;

/// <content>Financeurs, Calendrier, and the charts.</content>
internal sealed partial class ReportTexts
{
    internal string FundersSheet => Say("Financeurs", "Funders");
    internal string FundersTitle => Say("Argent conventionné par financeur et par exercice", "Agreed money by funder and budget year");
    internal string FundersNote =>
        Say("Argent conventionné ou attribué de tous les postes ; c'est ce que montre le graphique de la Synthèse.",
            "Granted or signed money of all posts; what the chart of the Summary shows.");
    internal string KnownPartHeader => Say("Conventionné, part connue", "Agreed, known part");

    internal string MoneyChart(bool cost, bool whole) => Say(
        $"Argent conventionné par financeur (€ par exercice){(cost ? ", et coût" : " ; coût inconnu, non représenté")}{(whole ? "" : " ; les montants inconnus ne sont pas représentés")}",
        $"Agreed money by funder (€ a budget year){(cost ? ", and cost" : "; cost unknown, not drawn")}{(whole ? "" : "; unknown amounts are not drawn")}");

    internal string MoneyChartInWords(string funders, bool cost, bool whole) => Say(
        $"Histogramme empilé : pour chaque exercice, l'argent conventionné de chaque financeur ({funders}){(cost ? " ; une ligne montre le coût de tous les postes" : " ; le coût est inconnu")}.{(whole ? "" : " Les montants inconnus ne sont pas représentés.")} Les chiffres sont dans la feuille Financeurs.",
        $"Stacked columns: for each budget year, the agreed money of each funder ({funders}){(cost ? "; a line shows the cost of all posts" : "; the cost is unknown")}.{(whole ? "" : " Unknown amounts are not drawn.")} The figures are on the sheet Funders.");

    internal string CalendarSheet => Say("Calendrier", "Calendar");
    internal string CalendarTitle =>
        Say("Calendrier : vingt-quatre mois de financement conventionné", "Calendar: twenty-four months of agreed funding");
    internal string CalendarNote => Say(
        "Part du coût que l'argent conventionné ou attribué couvre, en moyenne sur les jours du mois ; « totale » : tous les jours en totalité ; « aucune » : aucun jour ; « indéterminée » : ce qui n'est pas connu décide.",
        "Part of the cost that granted or signed money covers, on average over the days of the month; “full”: every day in full; “none”: on no day; “undetermined”: what is not known decides.");
    internal string CalendarFirst(int shown, int all) => Say(
        $"Les {Count(shown)} postes les plus urgents sur {Count(all)} ont une colonne ; les comptes sont ceux de tous.",
        $"The {Count(shown)} most urgent posts of {Count(all)} have a column; counts are those of all.");
    internal string Month => Say("Mois", "Month");
    internal string PostsFull => Say("Postes financés en totalité", "Posts fully funded");
    internal string PostsPart => Say("Postes financés en partie", "Posts partly funded");
    internal string PostsNone => Say("Postes sans financement", "Posts not funded");
    internal string PostsOpen => Say("Postes indéterminés", "Posts undetermined");
    internal string FteFunded => Say("ETP financés", "FTE funded");
    internal string PostColumn(int index, string label)
    {
        string name = label.ReplaceLineEndings(" ").Trim();
        return $"{Count(index + 1)}. {(name.Length <= 60 ? name : name[..59].TrimEnd() + "…")}";
    }

    internal string MonthOf(LocalDate month) => DateOf(PartialDate.Of(month.Year, month.Month));

    internal string CoverageInWords(CoverageRate low, Knowable<CoverageRate> high, FundingState state)
    {
        string word = state switch
        {
            FundingState.Full => Say("totale", "full"),
            FundingState.Part => Say("en partie", "in part"),
            FundingState.None => Say("aucune", "none"),
            FundingState.Undetermined => Say("indéterminée", "undetermined"),
        };
        string figure = high.TryGet(out var most) && most == low ? Rate(low) : RateRange(Knowable<CoverageRate>.Known(low), high);
        return $"{figure} · {word}";
    }

    internal string FteChart => Say("ETP financés par l'argent conventionné, mois par mois", "FTE funded by agreed money, month by month");
    internal string FteChartInWords => Say(
        "Histogramme : pour chacun des vingt-quatre mois, les équivalents temps plein que l'argent conventionné finance. Les chiffres sont dans le tableau de la feuille Calendrier.",
        "Columns: for each of the twenty-four months, the full-time equivalents that agreed money funds. The figures are in the table of the sheet Calendar.");
    internal string PostsChart =>
        Say("Postes selon leur financement conventionné, mois par mois (ETP ou montants inconnus : non représentés)",
            "Posts by their agreed funding, month by month (FTE or amounts are unknown: not drawn)");
    internal string PostsChartInWords => Say(
        "Histogramme empilé : pour chacun des vingt-quatre mois, le nombre de postes financés en totalité, en partie, indéterminés et sans financement. Les chiffres sont dans le tableau de la feuille Calendrier.",
        "Stacked columns: for each of the twenty-four months, the number of posts fully funded, partly funded, undetermined and not funded. The figures are in the table of the sheet Calendar.");
}
