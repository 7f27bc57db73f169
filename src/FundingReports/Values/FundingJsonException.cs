using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FundingReports;

/// <summary>
/// A value, a fact or a document of this library that JSON does not hold as the formats write it: what was found, and what to write.
/// </summary>
/// <remarks>It is what those who read JSON expect, a <see cref="JsonException"/>, and it speaks the language of its reader.</remarks>
[JsonConverter(typeof(NoJson<FundingJsonException>))]
public sealed partial class FundingJsonException : JsonException
{
    private readonly FormattableString? french, english;

    // Only the text of the base keeps the serializer from writing one of its own; nobody reads it.
    internal FundingJsonException(FormattableString french, FormattableString english)
        : base(english.ToString(CultureInfo.InvariantCulture)) => (this.french, this.english) = (french, english);
}
