namespace FundingReports.Reports.Texts;

// Simulation.
internal sealed partial class ReportTexts
{
    internal string CostToday => Say("Coût annuel, sans changement", "Yearly cost, unchanged");
    internal string CostSimulated => Say("Coût annuel simulé", "Yearly cost, simulated");
    internal string KeptPart => Say("Part maintenue ou reconduite", "Part kept or renewed");
    internal string PeriodCost => Say("Coût de la période", "Cost of the period");
    internal string DaysCounted => Say("Trentièmes comptés", "Thirtieths counted");
    internal string Weighted => Say("Part × trentièmes", "Part × thirtieths");

    internal string OtherFunders => Say("Autres financeurs", "Other funders");
    internal string SimulationSheet => "Simulation";
    internal string SimulationTitle => Say("Simulation budgétaire", "Budget simulation");
    internal string SimulationNote => Say(
        "Modifiez les cellules jaunes (« à saisir ») : le reste de la feuille se recalcule. « Maintenu » : la part de ses crédits conventionnés que le financeur verse, à compter du 1er janvier de l'exercice (100 % : rien ne change). « Reconduit » : la part qu'il verserait encore après le terme de ses conventions (0 % : rien n'est reconduit). « Hausse du coût » : l'augmentation du coût annuel au 1er janvier. Poste par poste, les centimes sont arrondis comme dans les réponses.",
        "Change the yellow cells (“to fill in”): the rest of the sheet is worked out again. “Kept”: the part of its agreed money that the funder pays, from 1 January of the budget year (100%: nothing changes). “Renewed”: the part that it would go on paying after the end of its agreements (0%: nothing is renewed). “Rise in cost”: by how much the yearly cost rises on 1 January. Cents are rounded post by post, as in the answers.");
    internal string WorkingsSheet => Say("Calcul de la simulation", "Workings");
    internal string WorkingsTitle => Say("Calcul de la simulation : l'échéancier, avec les cellules jaunes",
        "Workings of the simulation: the schedule, with the yellow cells");
    internal string WorkingsNote => Say(
        "Une ligne par poste, par période sans changement et par financement ; les numéros au-delà de ceux de Conventions sont des reconductions. Rien n'est à modifier ici.",
        "One row a post, a period without change and a promise; numbers beyond those of Agreements are renewals. Nothing is to be changed here.");
    internal string DriftInput => Say("Hausse du coût (à saisir)", "Rise in cost (to fill in)");
    internal string KeptInput(string funder) => Say($"{funder} : maintenu (à saisir)", $"{funder}: kept (to fill in)");
    internal string RenewedInput(string funder) => Say($"{funder} : reconduit (à saisir)", $"{funder}: renewed (to fill in)");
    internal string Kept => Say("maintenu (à saisir)", "kept (to fill in)");
    internal string Renewed => Say("reconduit (à saisir)", "renewed (to fill in)");
    internal string SimulatedFunding => Say("Financement simulé", "Simulated funding");
    internal string SimulatedGap => Say("Reste à financer simulé", "Simulated gap");
    internal string SimulatedCoverage => Say("Taux de couverture simulé", "Simulated coverage");
    internal string UnchangedGap => Say("Reste à financer sans changement", "Gap without change");
    internal string SimulationChart => Say("Financement et reste à financer simulés, coût des postes (€ par exercice)",
        "Simulated funding and gap, cost of the posts (€ a budget year)");
    internal string SimulationChartInWords => Say(
        "Histogramme empilé : pour chaque exercice, le financement simulé puis le reste à financer simulé ; une ligne montre le coût. Les chiffres sont dans le tableau de cette feuille.",
        "Stacked columns: for each budget year, simulated funding then simulated gap; a line shows the cost. The figures are in the table of this sheet.");
    internal string SimulationCoverageChart =>
        Say("Taux de couverture simulé, moyenne des postes (montants en euros inconnus : non représentés)",
            "Simulated coverage, mean of the posts (amounts in euros are unknown: not drawn)");
    internal string SimulationCoverageChartInWords => Say(
        "Histogramme : pour chaque exercice, le taux de couverture simulé, moyenne des postes. Les montants en euros sont inconnus. Les chiffres sont dans le tableau de cette feuille.",
        "Columns: for each budget year, the simulated coverage, mean of the posts. Amounts in euros are unknown. The figures are in the table of this sheet.");
}
