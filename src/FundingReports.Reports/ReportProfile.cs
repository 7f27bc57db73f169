namespace FundingReports.Reports;

/// <summary>For whom a report is.</summary>
public enum ReportProfile
{
    /// <summary>Those who work on the report: they see everything.</summary>
    Working,

    /// <summary>
    /// For everybody: no cost or money of fewer than three posts, unless the policies say another number (one post is one person's pay),
    /// no risk, no name of a person.
    /// </summary>
    Publication,
}
