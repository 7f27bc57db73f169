using System.Text.Json.Serialization;

namespace FundingReports;

/// <summary>The language of what is said to people.</summary>
[JsonConverter(typeof(LanguageJsonConverter))]
public enum Language
{
    /// <summary>French, the default everywhere.</summary>
    French,

    /// <summary>English, on request.</summary>
    English,
}
