using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace FundingReports;

/// <summary>
/// A day as JSON: "2023-07-23". For the days of this library's types, and for those of your own: name it on a property, or add it to the
/// options.
/// </summary>
public sealed class LocalDateJsonConverter : JsonConverter<LocalDate>
{
    /// <summary>Reads a day.</summary>
    /// <exception cref="JsonException">It is no day that exists, written as a year, a month and a day.</exception>
    public override LocalDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string? text = reader.TokenType is JsonTokenType.String ? reader.GetString() : null;
        return text is not null && LocalDatePattern.Iso.Parse(text) is { Success: true } day
            ? day.Value
            : throw Refused(Stood.Text(text));
    }

    private static FundingJsonException Refused(Stood found) => new(
        $"{found.French} n'est pas un jour. Écrivez une année, un mois et un jour : « 2023-07-23 ».",
        $"{found.English} is no day. Write a year, a month and a day: \"2023-07-23\".");

    /// <summary>Writes a day.</summary>
    public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options) =>
        writer.WriteStringValue(LocalDatePattern.Iso.Format(value));
}
