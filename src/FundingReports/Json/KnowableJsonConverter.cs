using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace FundingReports.Json;

/// <summary>
/// A figure that may be unknown, as JSON: the figure itself, or {"unknown":["cost"]} with what is missing. A null is read as an unknown of
/// which nothing is said.
/// </summary>
/// <remarks>analysis@1 writes null, and says beside it what is missing; by itself the value must say it.</remarks>
/// <typeparam name="T">What the figure is.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class KnowableJsonConverter<T> : JsonConverter<Knowable<T>> where T : struct
{
    private static readonly CamelWordJsonConverter<Missing> words = new();
    private readonly JsonConverter<T>? form;

    /// <summary>The figure is written and read as the options say.</summary>
    public KnowableJsonConverter() { }

    internal KnowableJsonConverter(JsonConverter<T> form) => this.form = form;

    /// <summary>Reads the figure, or what is missing.</summary>
    /// <exception cref="JsonException">It is neither.</exception>
    public override Knowable<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is JsonTokenType.Null)
            return Knowable<T>.Unknown();
        if (IsUnknown(reader))
            return Knowable<T>.Unknown(ReadMissing(ref reader, options));
        return Knowable<T>.Known(
            form is null ? JsonSerializer.Deserialize(ref reader, TypeOf(options)) : form.Read(ref reader, typeof(T), options));
    }

    /// <summary>Writes the figure, or what is missing.</summary>
    public override void Write(Utf8JsonWriter writer, Knowable<T> value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value.TryGet(out T known))
        {
            if (form is null)
                JsonSerializer.Serialize(writer, known, TypeOf(options));
            else
                form.Write(writer, known, options);
            return;
        }
        writer.WriteStartObject();
        writer.WriteStartArray("unknown"u8);
        foreach (Missing missing in value.Missing)
            words.Write(writer, missing, options);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    // A copy of the reader looks ahead; the reader itself stays where it is.
    private static bool IsUnknown(Utf8JsonReader reader) =>
        reader.TokenType is JsonTokenType.StartObject && reader.Read() && reader.TokenType is JsonTokenType.PropertyName
            && reader.ValueTextEquals("unknown"u8);

    private static ImmutableArray<Missing> ReadMissing(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        reader.Read();
        reader.Read();
        var missing = ImmutableArray.CreateBuilder<Missing>();
        if (reader.TokenType is JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
                missing.Add(words.Read(ref reader, typeof(Missing), options));
            if (reader.Read() && reader.TokenType is JsonTokenType.EndObject)
                return missing.ToImmutable();
        }
        throw new FundingJsonException(
            $"Ce qui est inconnu est un objet d'une seule propriété, une liste : {{\"unknown\":[\"cost\"]}}.",
            $"An unknown is an object with one property, a list: {{\"unknown\":[\"cost\"]}}.");
    }

    private static JsonTypeInfo<T> TypeOf(JsonSerializerOptions options) => (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
}
