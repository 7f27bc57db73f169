using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using FundingReports.Json;
using FundingReports.Validation;
using NodaTime;
using NodaTime.Text;

namespace FundingReports.AnalysisJson;

/// <summary>
/// Answers as JSON: an analysis as analysis@1, which is written and not read; a horizon, how far it reaches and a problem by themselves,
/// both ways.
/// </summary>
/// <remarks>The types name it themselves: there is nothing to register.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AnswerJsonConverter : JsonConverterFactory
{
    private static readonly Dictionary<Type, JsonConverter> forms = new()
    {
        [typeof(FundingAnalysis)] = new WholeAnalysis(),
        [typeof(FundingHorizon)] = new HorizonForm(),
        [typeof(Reach)] = new ReachForm(),
        [typeof(Problem)] = new ProblemForm(),
    };

    /// <summary>Whether the type is an answer that has a form.</summary>
    public override bool CanConvert(Type typeToConvert) => forms.ContainsKey(typeToConvert);

    /// <summary>The converter of an answer.</summary>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) => forms[typeToConvert];

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value)
        ? value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => value.GetString(),
            _ => throw new FundingJsonException(
                $"« {name} » est un texte ou null.",
                $"\"{name}\" is a text or null."),
        }
        : null;

    private static LocalDate? Day(JsonElement element, string name) => Text(element, name) is not { } text ? null
        : LocalDatePattern.Iso.Parse(text) is { Success: true } day ? day.Value
        : throw new FundingJsonException(
            $"« {name} » : « {text} » n'est pas un jour. Écrivez une année, un mois et un jour : « 2023-07-23 ».",
            $"\"{name}\": \"{text}\" is no day. Write a year, a month and a day: \"2023-07-23\".");

    private static Reach ReachIn(string? text) => text switch
    {
        null => Reach.None,
        "open" => Reach.Open,
        _ when LocalDatePattern.Iso.Parse(text) is { Success: true } day => Reach.To(day.Value),
        _ => throw new FundingJsonException(
            $"« {text} » ne dit pas jusqu'où va un horizon. Écrivez un dernier jour, « 2023-07-23 », « open » s'il n'a pas de fin, ou null s'il n'y en a pas.",
            $"\"{text}\" is not how far a horizon reaches. Write a last day, \"2023-07-23\", \"open\" where it has no end, or null where there is none."),
    };

    /// <summary>
    /// analysis@1 is written for other programs; what it is made from is smaller, and is what is sent and analysed again.
    /// </summary>
    private sealed class WholeAnalysis : JsonConverter<FundingAnalysis>
    {
        public override FundingAnalysis Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException(
            "A FundingAnalysis is written as analysis@1 and never read back. Send the Portfolio, the as-of date and the PolicySet, and call Analyze; to read figures of analysis@1, read it as a JsonDocument.");

        public override void Write(Utf8JsonWriter writer, FundingAnalysis value, JsonSerializerOptions options) =>
            AnalysisWriter.Write(writer, value);
    }

    private sealed class ReachForm : JsonConverter<Reach>
    {
        public override Reach Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType is JsonTokenType.String or JsonTokenType.Null
            ? ReachIn(reader.GetString())
            : throw new FundingJsonException(
                $"Un horizon va jusqu'à un jour, « open » ou null.",
                $"How far a horizon reaches is a day, \"open\" or null.");

        public override void Write(Utf8JsonWriter writer, Reach value, JsonSerializerOptions options) =>
            writer.WriteStringValue(AnalysisWriter.ReachOf(value));
    }

    /// <summary>As in analysis@1, with the as-of date from which what is left is counted: by itself it would not be known.</summary>
    private sealed class HorizonForm : JsonConverter<FundingHorizon>
    {
        private static readonly CamelWordJsonConverter<HorizonState> states = new();

        public override FundingHorizon Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            Utf8JsonReader ahead = reader;
            using JsonDocument document = JsonDocument.ParseValue(ref reader);
            JsonElement root = document.RootElement;
            if (root.ValueKind is not JsonValueKind.Object || !root.TryGetProperty("state", out _) || !root.TryGetProperty("surely", out _)
                || !root.TryGetProperty("possibly", out _))
                throw new FundingJsonException(
                    $"Un horizon est un objet avec « state », « surely » et « possibly ».",
                    $"A horizon is an object with \"state\", \"surely\" and \"possibly\".");
            Reach surely = ReachIn(Text(root, "surely")), possibly = ReachIn(Text(root, "possibly"));
            if (possibly < surely)
                throw new FundingJsonException(
                    $"Un horizon va jusqu'à « {possibly} » au mieux et jusqu'à « {surely} » sûrement. « possibly » n'est pas avant « surely ».",
                    $"A horizon reaches \"{possibly}\" possibly and \"{surely}\" surely. \"possibly\" is not before \"surely\".");
            return new(StateIn(ahead, options), surely, possibly)
            {
                ResumesOn = Day(root, "resumesOn"),
                LeftFrom = Day(root, "asOf"),
            };
        }

        // The last of the name counts, as it does in the document.
        private static HorizonState StateIn(Utf8JsonReader reader, JsonSerializerOptions options)
        {
            HorizonState state = default;
            int depth = reader.CurrentDepth + 1;
            while (reader.Read() && reader.CurrentDepth >= depth)
                if (reader.CurrentDepth == depth && reader.TokenType is JsonTokenType.PropertyName && reader.ValueTextEquals("state"u8)
                    && reader.Read())
                    state = states.Read(ref reader, typeof(HorizonState), options);
            return state;
        }

        public override void Write(Utf8JsonWriter writer, FundingHorizon value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            AnalysisWriter.Horizon(writer, value);
            writer.WriteString("left", value.Left is { } left ? PeriodPattern.Roundtrip.Format(left) : null);
            writer.WriteString("resumesOn", AnalysisWriter.Iso(value.ResumesOn));
            writer.WriteString("asOf", AnalysisWriter.Iso(value.LeftFrom));
            writer.WriteEndObject();
        }
    }

    /// <summary>
    /// As a finding of analysis@1, with the value found and the arguments; read back by these, the sentence follows from them.
    /// </summary>
    private sealed class ProblemForm : JsonConverter<Problem>
    {
        public override Problem Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using JsonDocument document = JsonDocument.ParseValue(ref reader);
            JsonElement root = document.RootElement;
            string? word = Text(root, "code"), path = Text(root, "path");
            if (word is null || string.IsNullOrEmpty(path))
                throw new FundingJsonException(
                    $"Un problème est un objet avec « code » et « path ».",
                    $"A problem is an object with \"code\" and \"path\".");
            foreach (ProblemCode code in Enum.GetValues<ProblemCode>())
                if (ProblemCodes.NameOf(code) == word)
                    return new(code, path, Text(root, "found"), ArgumentsOf(root));
            throw new FundingJsonException(
                $"« {word} » n'est le code d'aucun problème.",
                $"\"{word}\" is no code of a problem.");
        }

        private static ImmutableArray<string> ArgumentsOf(JsonElement root)
        {
            if (!root.TryGetProperty("arguments", out JsonElement list))
                return [];
            if (list.ValueKind is not JsonValueKind.Array
                || list.EnumerateArray().Any(argument => argument.ValueKind is not JsonValueKind.String))
                throw new FundingJsonException(
                    $"« arguments » est une liste de textes.",
                    $"\"arguments\" is a list of texts.");
            return [.. list.EnumerateArray().Select(argument => argument.GetString()!)];
        }

        public override void Write(Utf8JsonWriter writer, Problem value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            writer.WriteString("code", value.CodeName);
            writer.WriteString("severity", EnumWords<Severity>.Of(value.Severity));
            writer.WriteString("path", value.Path);
            writer.WriteString("found", value.Found);
            writer.WriteStartArray("arguments");
            foreach (string argument in value.Arguments)
                writer.WriteStringValue(argument);
            writer.WriteEndArray();
            AnalysisWriter.Message(writer, value.Message);
            writer.WriteEndObject();
        }
    }
}
