using System.ComponentModel;
using System.Text.Json.Serialization;

namespace FundingReports;

/// <summary>How money is worked out on a day.</summary>
[JsonConverter(typeof(CamelWordJsonConverter<PaymentRule>))]
[EditorBrowsable(EditorBrowsableState.Never)]
public enum PaymentRule
{
    /// <summary>A sum: the rate is in cents a year.</summary>
    Sum,

    /// <summary>A part of the cost.</summary>
    ShareOfCost,

    /// <summary>A part of what sums and parts of the cost leave.</summary>
    ShareOfRemainder,

    /// <summary>A part of what all others leave: the whole of it, unless a scenario multiplies it.</summary>
    Balance,

    /// <summary>An amount that nobody has published.</summary>
    Unknown,
}
