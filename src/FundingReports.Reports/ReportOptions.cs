using FundingReports.Scenarios;

namespace FundingReports.Reports;

/// <summary>What the answers of a report are set beside.</summary>
public sealed record ReportOptions
{
    /// <summary>
    /// The analysis of the last edition, or of an earlier as-of date: the report then says what changed since. Null: it does not.
    /// </summary>
    public FundingAnalysis? Previous { get; init; }

    /// <summary>Scenarios side by side. Null: there are none.</summary>
    public ScenarioComparison? Scenarios { get; init; }

    /// <summary>The readers of the report; by default those who work on it.</summary>
    public ReportProfile Profile { get; init; }
}
