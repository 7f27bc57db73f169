namespace FundingReports.Reports.Sheets;

/// <summary>The names of tables and the keys of columns that other sheets refer to.</summary>
internal static class Names
{
    internal const string Years = "Tab_Exercices", Summary = "Tab_Synthese", Posts = "Tab_Postes",
        Plan = "Tab_Plan", Detail = "Tab_Detail", ToDo = "Tab_A_Faire", Changes = "Tab_Evolution", Commitments = "Tab_Conventions",
            Sources = "Tab_Sources", Notice = "Tab_Notice",
        Schedule = "Tab_Echeancier", Reading = "Tab_Lecture", Controls = "Tab_Controles", Ties = "Tab_Rattachement",
            Funders = "Tab_Financeurs", Calendar = "Tab_Calendrier", Timeline = "Tab_Frise", Data = "Tab_Donnees",
            Simulation = "Tab_Simulation", Workings = "Tab_Calcul";

    internal const string Announced = "announced", Agreed = "agreed", Firm = "firm", Cost = "cost", Gap = "gap", Surplus = "surplus",
        Rounding = "rounding", Post = "post", Year = "year", Level = "level";

    internal static string Of(FundingView view) => view switch
    {
        FundingView.Firm => Firm,
        FundingView.Agreed => Agreed,
        _ => Announced,
    };
}
