using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using FundingReports.Json;
using FundingReports.Validation;

namespace FundingReports.Scenarios;

/// <summary>A scenario as JSON: scenario@1. <see cref="Scenario"/> names it itself: there is nothing to register.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ScenarioJsonConverter : JsonConverter<Scenario>
{
    /// <summary>Reads scenario@1.</summary>
    /// <exception cref="JsonException">
    /// There are errors, or a property that the format does not have: it names every problem, and a <see cref="PortfolioException"/> is
    /// inside it.
    /// </exception>
    public override Scenario Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Scenario.TryRead(JsonProblems.Bytes(ref reader), out Scenario? scenario, out var problems)
            && !problems.Any(problem => problem.Code is ProblemCode.UnknownProperty)
            ? scenario
            : throw JsonProblems.Refused(problems, nameof(Scenario), new PortfolioException(problems));

    /// <summary>Writes scenario@1.</summary>
    public override void Write(Utf8JsonWriter writer, Scenario value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        ScenarioWriter.Write(writer, value);
    }
}

/// <summary>
/// A change of a scenario as JSON, as it stands in scenario@1. The types name it themselves: there is nothing to register.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ScenarioChangeJsonConverter : JsonConverterFactory
{
    private static readonly Dictionary<Type, JsonConverter> forms = new()
    {
        [typeof(ScenarioChange)] = Form<ScenarioChange>(),
        [typeof(ScenarioChange.Withdraw)] = Form<ScenarioChange.Withdraw>(),
        [typeof(ScenarioChange.Renew)] = Form<ScenarioChange.Renew>(),
        [typeof(ScenarioChange.Scale)] = Form<ScenarioChange.Scale>(),
        [typeof(ScenarioChange.IndexCost)] = Form<ScenarioChange.IndexCost>(),
        [typeof(ScenarioChange.SetCost)] = Form<ScenarioChange.SetCost>(),
        [typeof(ScenarioChange.AddCommitment)] = Form<ScenarioChange.AddCommitment>(),
        [typeof(ScenarioChange.AddPost)] = Form<ScenarioChange.AddPost>(),
        [typeof(ScenarioChange.RemovePost)] = Form<ScenarioChange.RemovePost>(),
    };

    /// <summary>Whether the type is a change.</summary>
    public override bool CanConvert(Type typeToConvert) => forms.ContainsKey(typeToConvert);

    /// <summary>The converter of a change.</summary>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) => forms[typeToConvert];

    private static JsonForm<T> Form<T>() where T : ScenarioChange => new(
        ScenarioWriter.Write, (element, problems) => new ScenarioReader(problems).Change(element, JsonPath.Root) switch
        {
            T change => change,
            null => null,
            var other => throw JsonProblems.Another(other, typeof(T)),
        });
}
