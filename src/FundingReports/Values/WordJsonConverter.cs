using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FundingReports;

/// <summary>
/// An enumeration as JSON: the word by which portfolio@1 and policy@1 write it, "collectivite-departementale". Never a number.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public class WordJsonConverter<T> : JsonConverter<T> where T : struct, Enum
{
    private readonly T[] values = Enum.GetValues<T>();
    private readonly string[] words;

    /// <summary>With words in lower case, joined by hyphens.</summary>
    public WordJsonConverter() : this(KebabCase.Of) { }

    private protected WordJsonConverter(Func<string, string> spell) => words = [.. Enum.GetNames<T>().Select(spell)];

    /// <summary>Reads a word, exactly as it is written.</summary>
    /// <exception cref="JsonException">It is none of the words: it names them all.</exception>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Of(reader.TokenType is JsonTokenType.String ? reader.GetString() : null);

    /// <summary>Writes the word.</summary>
    /// <exception cref="JsonException">The value is none of the enumeration.</exception>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(WordOf(value));

    /// <inheritdoc cref="Read"/>
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Of(reader.GetString());

    /// <inheritdoc cref="Write"/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WritePropertyName(WordOf(value));

    private T Of(string? word) => Array.IndexOf(words, word) is var place and >= 0
        ? values[place]
        : throw Refused(Stood.Text(word));

    private FundingJsonException Refused(Stood found) => new(
        $"{found.French} n'est pas une valeur de {typeof(T).Name}. Écrivez l'un de ces mots : {string.Join(", ", words)}.",
        $"{found.English} is no {typeof(T).Name}. Write one of: {string.Join(", ", words)}.");

    private string WordOf(T value) => Array.IndexOf(values, value) is var place and >= 0
        ? words[place]
        : throw new FundingJsonException(
            $"{value} n'est pas une valeur de {typeof(T).Name} : elle n'a pas de mot.", $"{value} is no {typeof(T).Name}: it has no word.");
}

/// <summary>An enumeration as JSON: the word by which analysis@1 writes it, "notOnFirstDay". Never a number.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CamelWordJsonConverter<T>() : WordJsonConverter<T>(JsonNamingPolicy.CamelCase.ConvertName) where T : struct, Enum;

/// <summary>A language as JSON: "fr" or "en", as analysis@1 names its sentences.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LanguageJsonConverter() : WordJsonConverter<Language>(name => name[..2].ToLowerInvariant());
