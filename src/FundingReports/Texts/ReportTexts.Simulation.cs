namespace FundingReports.Texts;

/// <content>Simulation.</content>
internal sealed partial class ReportTexts
{
    internal string CostToday => Say("Coût annuel, sans changement", "Yearly cost, unchanged");
    internal string CostSimulated => Say("Coût annuel simulé", "Yearly cost, simulated");
    internal string KeptPart => Say("Part maintenue ou reconduite", "Part kept or renewed");
    internal string PeriodCost => Say("Coût de la période", "Cost of the period");
    internal string DaysCounted => Say("Trentièmes comptés", "Thirtieths counted");
    internal string Weighted => Say("Part × trentièmes", "Part × thirtieths");
}
