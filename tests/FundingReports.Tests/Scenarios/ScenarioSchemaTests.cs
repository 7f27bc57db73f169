using FundingReports.Json;
using FundingReports.Scenarios;
using NJsonSchema;

namespace FundingReports.Tests.Scenarios;

public class ScenarioSchemaTests
{
    // Read where the schemas lie side by side, as in the package: one refers to the other.
    private static readonly JsonSchema schema = JsonSchema.FromFileAsync(
        Repository.PathOf("src", "FundingReports", "Json", "scenario.schema.json")).GetAwaiter().GetResult();

    private const string EveryKind = """
        {"format": "fundingreports/scenario@1", "name": "Tout", "source": "essai", "changes": [
          {"withdraw": {"funder": "ETAT", "from": "2024-01-01"}},
          {"renew": {"commitment": "E1", "until": "2026-07", "factor": "9/10", "status": "granted", "firm": false}},
          {"scale": {"funder": "ETAT", "line": null, "from": "2026", "factor": 0.7}},
          {"indexCost": {"posts": ["*"], "from": "2022-07-01", "rate": "-2 %"}},
          {"setCost": {"posts": ["P"], "from": "2020-07-24", "annual": "50000", "source": "H"}},
          {"addCommitment": {"id": "N", "funder": "ETAT", "posts": ["P"], "from": "2024-01-01", "amount": {"share": "1/2"}}},
          {"addPost": {"id": "Q", "label": "Poste", "from": "2024-01-01"}},
          {"removePost": "L4"}]}
        """;

    public static TheoryData<string> Shipped =>
        [.. Directory.EnumerateFiles(Repository.PathOf("seeds"), "*.json", SearchOption.AllDirectories)
                .Where(path => File.ReadAllText(path).Contains(ScenarioReader.Format, StringComparison.Ordinal))
                .Select(Repository.Relative)];

    [Theory, MemberData(nameof(Shipped))]
    public void Schema_ShippedScenario_Accepts(string path) => Assert.Empty(schema.Validate(File.ReadAllText(Repository.PathOf(path))));

    [Fact]
    public void Schema_EveryKindOfChange_IsAcceptedAndRead()
    {
        Assert.Empty(schema.Validate(EveryKind));
        Assert.Equal(8, Scenario.Parse(EveryKind).Changes.Length);
    }

    [Theory]
    [InlineData("scenario@1", "portfolio@1")]
    [InlineData("\"name\": \"Tout\", ", "")]
    [InlineData("\"removePost\"", "\"closePost\"")]
    [InlineData("\"funder\": \"ETAT\", \"from\": \"2024-01-01\"", "\"from\": \"2024-01-01\"")]
    [InlineData("\"2026-07\"", "\"demain\"")]
    [InlineData("\"changes\"", "\"changements\"")]
    [InlineData("[\"*\"]", "[]")]
    [InlineData("0.7", "-0.7")]
    [InlineData("\"granted\"", "\"promised\"")]
    [InlineData("\"50000\"", "\"50000.001\"")]
    [InlineData("{\"share\": \"1/2\"}", "{\"part\": \"1/2\"}")]
    [InlineData("\"label\": \"Poste\", ", "")]
    [InlineData("{\"removePost\": \"L4\"}", "{\"removePost\": \"L4\", \"withdraw\": {\"funder\": \"ETAT\", \"from\": \"2024-01-01\"}}")]
    public void Schema_BadDocument_Refuses(string old, string changed)
    {
        Assert.Contains(old, EveryKind, StringComparison.Ordinal);
        Assert.NotEmpty(schema.Validate(EveryKind.Replace(old, changed, StringComparison.Ordinal)));
    }

    [Fact]
    public void Package_HoldsTheSameSchema() =>
        Assert.Equal(File.ReadAllText(Repository.PathOf("src", "FundingReports", "Json", "scenario.schema.json")), JsonSchemas.Scenario);
}
