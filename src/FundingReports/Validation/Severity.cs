using System.Text.Json.Serialization;

namespace FundingReports.Validation;

/// <summary>How grave a problem is.</summary>
[JsonConverter(typeof(WordJsonConverter<Severity>))]
public enum Severity
{
    /// <summary>Error: nothing is calculated while it stands.</summary>
    Error,

    /// <summary>Warning: people should look at it; nothing is dropped because of it.</summary>
    Warning,
}
