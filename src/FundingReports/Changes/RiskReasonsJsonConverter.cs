using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FundingReports.Changes;

/// <summary>Reasons as JSON: a list of words, ["endsSoon","shortened"], empty where there is none.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RiskReasonsJsonConverter : JsonConverter<RiskReasons>
{
    private static readonly CamelWordJsonConverter<RiskReasons> words = new();

    /// <summary>Reads the list.</summary>
    /// <exception cref="JsonException">It is no list of these words.</exception>
    public override RiskReasons Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not JsonTokenType.StartArray)
            throw new FundingJsonException(
                $"Les raisons sont une liste de mots : [\"endsSoon\"].", $"Reasons are a list of words: [\"endsSoon\"].");
        RiskReasons reasons = RiskReasons.None;
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
            reasons |= words.Read(ref reader, typeof(RiskReasons), options);
        return reasons;
    }

    /// <summary>Writes the list.</summary>
    /// <exception cref="JsonException">A reason is none of the enumeration.</exception>
    public override void Write(Utf8JsonWriter writer, RiskReasons value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartArray();
        for (int bit = 1; bit <= (int)value && bit > 0; bit <<= 1)
            if (((int)value & bit) != 0)
                words.Write(writer, (RiskReasons)bit, options);
        writer.WriteEndArray();
    }
}
