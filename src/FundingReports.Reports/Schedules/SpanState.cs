namespace FundingReports.Reports.Schedules;

/// <summary>How the days of a post are funded, as a calendar says it.</summary>
internal enum SpanState
{
    /// <summary>The post is not active.</summary>
    Inactive,

    /// <summary>Agreed money pays the whole cost on every day.</summary>
    Full,

    /// <summary>Agreed money pays a part.</summary>
    Part,

    /// <summary>What is not known decides.</summary>
    Undetermined,

    /// <summary>Nothing is agreed; something is announced.</summary>
    Announced,

    /// <summary>Nothing is agreed or announced.</summary>
    None,
}
