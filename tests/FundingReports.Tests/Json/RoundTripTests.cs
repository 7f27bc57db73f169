using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using CsCheck;
using FundingReports.Json;
using FundingReports.Portfolios;
using FundingReports.Validation;
using NJsonSchema;

namespace FundingReports.Tests.Json;

public class RoundTripTests
{
    private static readonly JsonSchema schema = JsonSchema.FromJsonAsync(JsonSchemas.Portfolio).GetAwaiter().GetResult();

    [Fact]
    public void ToJson_AnyFacts_ReadBackTheSame() => FactsGen.Facts.Sample(facts =>
    {
        Assert.True(Portfolio.TryCreate(facts, out Portfolio? portfolio, out ImmutableArray<Problem> problems), Documents.Codes(problems));
        Portfolio again = Portfolio.Parse(portfolio.ToJson());
        Assert.Equal(Dump(facts), Dump(again.Facts));
        Assert.Equal(portfolio.Hash, again.Hash);
        Assert.Equal(problems.Select(problem => problem.ToString()), again.Findings.Select(problem => problem.ToString()));
    }, iter: Rounds.Of(300));

    [Fact]
    public void ToJson_AnyFacts_MeetsTheSchema() =>
        FactsGen.Facts.Sample(facts => Assert.Empty(schema.Validate(Portfolio.Create(facts).ToJson())), iter: Rounds.Of(100));

    [Fact]
    public void Schema_CleanDocument_Accepts() => Assert.Empty(schema.Validate(Documents.Clean));

    public static TheoryData<Type> Values => new(typeof(Portfolio).Assembly.GetExportedTypes().Where(type => type.IsValueType
        && !type.ContainsGenericParameters && new ValueJsonConverter().CanConvert(type)).Append(typeof(Knowable<Euros>)));

    /// <summary>
    /// A value that nobody has given, as an array or a forgotten property holds it: never a text that cannot be read again.
    /// </summary>
    [Theory, MemberData(nameof(Values))]
    public void ValueNeverGiven_IsReadBack_OrRefused(Type type)
    {
        object none = Activator.CreateInstance(type)!;
        try
        {
            string json = System.Text.Json.JsonSerializer.Serialize(none, type);
            Assert.Equal(none, System.Text.Json.JsonSerializer.Deserialize(json, type));
        }
        catch (FundingJsonException refused)
        {
            Assert.Contains(type.Name, refused.In(Language.English), StringComparison.Ordinal);
            Assert.Contains(type, (Type[])[typeof(PartialDate), typeof(SheetCell)]);
        }
    }

    // The example of the contract, as it is printed there.
    private const string Example = """
        {
          "format": "fundingreports/portfolio@1", "title": "Intervenants sociaux, Landes", "edition": { "on": "2022-02-08",
            "by": "fonction", "previous": null },
          "sources": [{ "id": "A", "kind": "act", "title": "Convention du …", "reference": "n° …", "on": "2020-07-24" },
                      { "id": "P", "kind": "press", "title": "France Bleu, juillet 2020" },
                      { "id": "H", "kind": "assumption", "title": "Coût annuel d'un ETP, pour illustration", "author": "fonction",
                        "reason": "aucun coût publié" }],
          "funders": [{ "id": "ETAT", "name": "État", "kind": "state", "siret": null }, { "id": "CD40", "name": "Département des Landes",
            "kind": "collectivite-departementale", "siret": null }],
          "posts": [{ "id": "L1", "label": "Poste 1", "departement": "40", "services": ["gendarmerie"], "places": ["Dax"],
            "scheme": null, "references": {}, "fte": null, "from": "2020-07-24", "attestedOn": null, "until": null,
                      "employers": [{ "from": null, "name": "…", "siret": null, "kind": "association" }],
                        "occupancy": [{ "from": "2020-09-01", "until": null, "state": "occupied" }],
                      "costs": [{ "from": "2020-07-24", "annual": "50000", "kind": "budget", "decidedOn": null, "source": "H" }],
                        "source": "P", "sources": { "from": "H" } }],
          "commitments": [{ "id": "E1", "funder": "ETAT", "line": "FIPD", "posts": ["L1"], "split": "fte", "from": "2020-07-24",
            "until": "2023-07-23", "amount": { "share": "1/2" }, "cap": null, "approximate": false,
                            "status": "signed", "decidedOn": "2020-07-24", "instalments": [{ "from": "2022-01-01", "until": "2022-12-31",
                              "amount": "25000", "act": "EJ …", "decidedOn": "2022-03-30", "paid": null, "paidOn": null }],
                            "references": { "convention": "…", "EJ": "…" }, "amends": null, "withdrawn": null, "source": "A",
                              "sources": {} }],
          "campaigns": [{ "funder": "ETAT", "line": "FIPD", "year": 2023, "opens": null, "closes": "2023-02-15", "source": "A" }]
        }
        """;

    [Fact]
    public void Example_OfTheContract_IsReadAndMeetsTheSchema()
    {
        Assert.Empty(schema.Validate(Example));
        // The press is the source of the post, but not of its one figure.
        Assert.Equal("", Documents.Codes(Portfolio.Parse(Example).Findings));
    }

    [Theory]
    [InlineData("\"title\"", "\"titel\"")]
    [InlineData("portfolio@1", "portfolio@2")]
    [InlineData("\"share\": \"1/2\"", "\"share\": \"1,5\"")]
    [InlineData("\"share\": \"1/2\"", "\"share\": \"1/2\", \"balance\": true")]
    [InlineData("\"share\": \"1/2\"", "\"balance\": false")]
    [InlineData("\"annual\": 25000", "\"annual\": 1000000000")]
    [InlineData("\"annual\": 25000", "\"annual\": \"25 000\"")]
    [InlineData("\"status\": \"signed\"", "\"status\": \"Signed\"")]
    [InlineData("\"until\": \"2023-07-23\"", "\"until\": \"23/07/2023\"")]
    [InlineData("\"label\": \"Poste 1\", ", "")]
    [InlineData("\"from\": \"2020-07-24\", \"costs\"", "\"costs\"")]
    [InlineData("\"cap\": \"30000\"", "\"withdrawn\": {\"from\": \"2022\"}")]
    public void Schema_BadDocument_Refuses(string old, string changed) => Assert.NotEmpty(schema.Validate(Documents.With((old, changed))));

    [Fact]
    public void TryParse_AnyCutOrDamage_NeverThrows()
    {
        byte[] whole = Encoding.UTF8.GetBytes(Documents.Clean);
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte, Gen.Bool).Sample((at, value, cut) =>
        {
            byte[] bytes = [.. whole];
            bytes[at] = value;
            foreach (Problem problem in Documents.Problems(cut ? bytes[..at] : bytes))
                Assert.NotEmpty(problem.ToLine(Language.French));
        }, iter: Rounds.Of(3000));
    }

    // Records compare arrays by reference: the facts are compared as text.
    private static string Dump(object? value) => value switch
    {
        null => "null",
        string text => $"'{text}'",
        decimal number => ExactNumber.Write(number),
        Enum or bool or int or PartialDate or Euros or Share or Term => value.ToString() ?? "null",
        IDictionary map => "{" + string.Join(", ", map.Keys.Cast<object>().Select(key => $"{key}: {Dump(map[key])}")) + "}",
        IEnumerable items => "[" + string.Join(", ", items.Cast<object>().Select(Dump)) + "]",
        _ => value.GetType().Name + "("
            + string.Join(", ",
                value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
                    .Select(property => $"{property.Name}: {Dump(property.GetValue(value))}")) + ")",
    };
}
