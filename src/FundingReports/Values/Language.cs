namespace FundingReports;

/// <summary>The language of what is said to people.</summary>
public enum Language
{
    /// <summary>French, the default everywhere.</summary>
    French,

    /// <summary>English, on request.</summary>
    English,
}
