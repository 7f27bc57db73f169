namespace FundingReports.Reports;

/// <summary>The table in which scenarios stand side by side.</summary>
public static class ScenariosTable
{
    /// <summary>Its name in the report.</summary>
    public const string Name = "Tab_Scenarios";
}
