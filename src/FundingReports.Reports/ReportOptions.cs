using FundingReports.Scenarios;

namespace FundingReports.Reports;

/// <summary>What the answers of a report are set beside.</summary>
public sealed record ReportOptions
{
    internal bool HasOthers => Scenarios is not null || Previous is not null;

    /// <summary>
    /// The analysis of the last edition, or of an earlier as-of date: the report then says what changed since. Null: it does not.
    /// </summary>
    public FundingAnalysis? Previous { get; init; }

    /// <summary>Scenarios side by side. Null: there are none.</summary>
    public ScenarioComparison? Scenarios { get; init; }

    /// <summary>Which file: the workbook, which people read, the technical file beside it, for those who check, or the page.</summary>
    public ReportPart Part { get; init; }

    /// <summary>For whom the report is; by default for those who work on it.</summary>
    public ReportProfile Profile { get; init; }

    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{Part}, {Profile}";
}

/// <summary>Which of the files that an analysis gives.</summary>
public enum ReportPart
{
    /// <summary>
    /// The workbook: eight sheets at most (six where there is neither a previous analysis nor a scenario), in whole euros.
    /// </summary>
    Workbook,

    /// <summary>The technical file: simulation, checks and every row that they work from, to the cent.</summary>
    TechnicalFile,

    /// <summary>
    /// The page: what the workbook says, in the order in which it is read from top to bottom, with the timeline of all posts in words
    /// beside it.
    /// </summary>
    Page,

    /// <summary>
    /// The beginning of the page, which stands alone on paper: the sentence, the timeline and what to do first. It does not say how many
    /// checks agree, which takes longest to find: the whole page does.
    /// </summary>
    FirstPage,
}
