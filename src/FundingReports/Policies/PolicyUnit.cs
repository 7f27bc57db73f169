using System.Text.Json.Serialization;

namespace FundingReports.Policies;

/// <summary>What the values of a parameter are.</summary>
[JsonConverter(typeof(WordJsonConverter<PolicyUnit>))]
public enum PolicyUnit
{
    /// <summary>Whole months.</summary>
    Months,

    /// <summary>Whole years.</summary>
    Years,

    /// <summary>A whole number of things.</summary>
    Count,

    /// <summary>An exact fraction above 0 and at most 1.</summary>
    Share,

    /// <summary>Euros, to the cent.</summary>
    Money,
}
