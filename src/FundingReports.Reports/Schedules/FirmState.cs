namespace FundingReports.Reports.Schedules;

/// <summary>How much of the agreed money of some days is firm.</summary>
internal enum FirmState
{
    /// <summary>All of it.</summary>
    All,

    /// <summary>A part, which is known.</summary>
    Part,

    /// <summary>None of it.</summary>
    None,

    /// <summary>The act that would say it is not known.</summary>
    Unknown,
}
