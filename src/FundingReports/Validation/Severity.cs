using System.Text.Json.Serialization;

namespace FundingReports.Validation;

/// <summary>How grave a problem is.</summary>
[JsonConverter(typeof(WordJsonConverter<Severity>))]
public enum Severity
{
    /// <summary>Nothing is calculated while it stands.</summary>
    Error,

    /// <summary>To be looked at; nothing is dropped because of it.</summary>
    Warning,
}
