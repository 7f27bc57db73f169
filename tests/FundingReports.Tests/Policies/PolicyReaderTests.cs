using System.Globalization;
using System.Text;
using CsCheck;
using FundingReports.Json;
using FundingReports.Policies;
using FundingReports.Validation;
using NJsonSchema;
using NodaTime;
using static FundingReports.Tests.Policies.PolicyDocuments;

namespace FundingReports.Tests.Policies;

public class PolicyReaderTests
{
    private static readonly JsonSchema schema = JsonSchema.FromJsonAsync(JsonSchemas.Policy).GetAwaiter().GetResult();

    public static TheoryData<string> Shipped =>
        [.. Directory.GetFiles(Seeds, "*.json").Concat(Directory.GetFiles(Path.Combine(Seeds, "examples"), "*.json"))
                .Select(path => Path.GetRelativePath(Seeds, path))];

    [Theory, MemberData(nameof(Shipped))]
    public void Load_ShippedDocument_HasNothingAgainstItAndMeetsTheSchema(string path)
    {
        string file = Path.Combine(Seeds, path);
        Assert.True(PolicySet.TryLoad(file, out PolicySet? policies, out var problems), Codes(problems));
        Assert.Empty(problems);
        Assert.Empty(schema.Validate(File.ReadAllText(file)));
        Assert.Empty(schema.Validate(policies.ToJson()));
    }

    [Fact]
    public void Parse_Clean_HasNothingAgainstIt()
    {
        Assert.Empty(Problems(Clean));
        Assert.Empty(schema.Validate(Clean));
        PolicySet policies = PolicySet.Parse(Clean);
        Assert.Equal("2020", policies.On("own.share", new(2022, 6, 30)).GivenFrom.ToString());
        Assert.Equal(Share.Of(3, 10), policies.ShareOn("own.share", new(2022, 7, 1)));
        Assert.Equal(Euros.FromCents(100_050), policies.MoneyOn("own.sum", new(2022, 12, 31)));
        Assert.Equal("X", Assert.Single(policies.Schemes).Id);
    }

    [Theory]
    [InlineData("\"extends\": \"other\", \"title\"", "\"title\"", "not-one-of@extends")]
    [InlineData("policy@1\"", "policy@1\"", "")]
    [InlineData("scenario@1\"", "policy@1\"", "unknown-format@format")]
    [InlineData("\"kind\": \"law\"", "\"kind\": \"act\"", "not-one-of@sources[0].kind")]
    [InlineData("\"id\": \"A\", \"kind\": \"assumption\"", "\"id\": \"H\", \"kind\": \"assumption\"", "duplicate-id@sources[1].id")]
    [InlineData("\"author\": \" \"", "\"author\": \"fonction\"", "unargued-assumption@sources[1].author")]
    [InlineData("\"title\": \"Seuil\", \"reason\"", "\"title\": \"Seuil\", \"author\": \"fonction\", \"reason\"",
        "unargued-assumption@sources[1].author")]
    [InlineData("\"name\": \"Own.Months\"", "\"name\": \"own.months\"", "invalid-name@parameters[0].name")]
    [InlineData("\"name\": \"own.share\", \"unit\": \"months\"", "\"name\": \"own.months\", \"unit\": \"months\"",
        "duplicate-id@parameters[1].name wrong-unit@schemes[0].rules[1].parameters[0]")]
    [InlineData("\"unit\": \"weeks\"", "\"unit\": \"months\"", "not-one-of@parameters[0].unit")]
    [InlineData("\"value\": -1", "\"value\": 36", "invalid-whole@parameters[0].values[0].value")]
    [InlineData("\"value\": 2.5", "\"value\": 36", "invalid-whole@parameters[0].values[0].value")]
    [InlineData("\"value\": 10000", "\"value\": 36", "invalid-whole@parameters[0].values[0].value")]
    [InlineData("\"value\": true", "\"value\": 36", "invalid-whole@parameters[0].values[0].value")]
    [InlineData("\"from\": \"2020-01-01\", \"source\": \"A\" }] },", "\"from\": \"2020-01-01\", \"value\": 36, \"source\": \"A\" }] },",
        "missing@parameters[0].values[0].value")]
    [InlineData("\"value\": \"120 %\"", "\"value\": \"1/2\"", "share-out-of-range@parameters[1].values[0].value")]
    [InlineData("\"value\": \"1000,50\"", "\"value\": \"1000.50\"", "invalid-money@parameters[2].values[0].value")]
    [InlineData("\"source\": \"Z\", \"checkedOn\"", "\"source\": \"A\", \"checkedOn\"", "unknown-id@parameters[1].values[1].source")]
    [InlineData("\"from\": \"2019-07-01\"", "\"from\": \"2022-07-01\"", "values-out-of-order@parameters[1].values[1].from")]
    [InlineData("\"from\": \"2020-01-01\", \"value\": null", "\"from\": \"2023-01-01\", \"value\": null",
        "values-out-of-order@parameters[2].values[1].from")]
    [InlineData("\"values\": [] },", "\"values\": [{ \"from\": \"2020-01-01\", \"value\": 36, \"source\": \"A\" }] },",
        "no-values@parameters[0].values")]
    [InlineData("\"fr\": \" \"", "\"fr\": \"Durée\"", "empty@parameters[0].description.fr")]
    [InlineData("\"rule\": \"most-money\"", "\"rule\": \"longest-duration\"", "not-one-of@schemes[0].rules[0].rule")]
    [InlineData("\"parameter\": \"own.sum\"", "\"parameter\": \"own.months\"", "wrong-unit@schemes[0].rules[0].parameter")]
    [InlineData("\"parameter\": \"own.none\"", "\"parameter\": \"own.months\"", "unknown-id@schemes[0].rules[0].parameter")]
    [InlineData("\"parameters\": []", "\"parameters\": [\"own.share\"]", "no-values@schemes[0].rules[1].parameters")]
    [InlineData("\"parameters\": [\"own.sum\", \"own.sum\"]", "\"parameters\": [\"own.sum\"]",
        "too-many-years@schemes[0].proposal.parameters")]
    [InlineData("\"duration\": \"own.sum\"", "\"duration\": \"own.months\"", "wrong-unit@schemes[0].proposal.duration")]
    [InlineData("\"halfUnit\": true", "\"halfUnits\": true", "unknown-property@schemes[0].rules[2].halfUnit")]
    public void TryParse_OneBadValue_IsTheOnlyProblem(string changed, string old, string expected) =>
        Assert.Equal(expected, Codes(Problems(With((old, changed)))));

    [Fact]
    public void Parse_ManyErrors_AllAreSaidAndNothingIsUsed()
    {
        string json = With(("\"reason\": \"pour l'essai\"", "\"reason\": null"), ("\"value\": 36", "\"value\": \"trois\""),
            ("\"30 %\"", "\"3\""), ("\"halfUnits\": true", "\"halfUnits\": 1"));
        var refused = Assert.Throws<PolicySetException>(() => PolicySet.Parse(json));
        Assert.Equal(
            "unargued-assumption@sources[1].reason invalid-whole@parameters[0].values[0].value "
            + "share-out-of-range@parameters[1].values[1].value wrong-type@schemes[0].rules[2].halfUnits", Codes(refused.Problems));
        Assert.Contains("invalid-whole", refused.Problems[1].ToLine(Language.French), StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_Extends_AddsToWhatShips()
    {
        string own = With(("\"format\"", "\"extends\": \"default\", \"format\""),
            ("{ \"name\": \"own.sum\"", "{ \"name\": \"fonjep.full-unit\""),
            ("\"flat-amount\", \"parameter\": \"own.sum\"", "\"flat-amount\", \"parameter\": \"fonjep.full-unit\""),
            ("[\"own.sum\"]", "[\"fonjep.full-unit\"]"));
        PolicySet policies = PolicySet.Parse(own);
        Assert.Equal(["FONJEP", "X"], policies.Schemes.Select(scheme => scheme.Id));
        Assert.Equal(Euros.FromCents(100_050), policies.MoneyOn("fonjep.full-unit", new(2022, 1, 1)));
        Assert.Equal(Euros.Of(7164), policies.MoneyOn("fonjep.full-unit", new(2019, 12, 31)));
        Assert.Throws<PolicyException>(() => policies.MoneyOn("fonjep.full-unit", new(2023, 1, 1)));
        Assert.Equal(6, policies.WholeOn("risk.critical-months", new(2022, 1, 1)));
        Assert.Equal("duplicate-id@sources[0].id",
            Codes(Problems(
                With(("\"format\"", "\"extends\": \"default\", \"format\""), ("\"id\": \"A\"", "\"id\": \"fonjep-2009\""),
                    ("\"source\": \"A\"", "\"source\": \"H\""), ("\"source\": \"A\"", "\"source\": \"H\""),
                    ("\"source\": \"A\"", "\"source\": \"H\""), ("\"source\": \"A\"", "\"source\": \"H\"")))));
        Assert.StartsWith("wrong-unit@parameters[0].unit ",
            Codes(Problems(With(("\"format\"", "\"extends\": \"default\", \"format\""), ("\"own.months\"", "\"fonjep.full-unit\"")))),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"title\"", "\"titel\"")]
    [InlineData("policy@1", "policy@2")]
    [InlineData(", \"source\": \"A\" }] },", " }] },")]
    [InlineData("\"reason\": \"pour l'essai\"", "\"reason\": null")]
    [InlineData("\"value\": 36", "\"value\": 2.5")]
    [InlineData("\"value\": 36", "\"value\": \"1/2\"")]
    [InlineData("\"name\": \"own.months\"", "\"name\": \"Own\"")]
    [InlineData("\"rule\": \"flat-amount\"", "\"rule\": \"flat\"")]
    [InlineData("\"rule\": \"longest-duration\", ", "")]
    public void Schema_BadDocument_Refuses(string old, string changed) => Assert.NotEmpty(schema.Validate(With((old, changed))));

    [Fact]
    public void TryParse_AnyCutOrDamage_NeverThrows()
    {
        byte[] whole = Encoding.UTF8.GetBytes(Clean.Replace("\"title\": \"Essai\"", "\"extends\": \"default\"", StringComparison.Ordinal));
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte, Gen.Bool).Sample((at, value, cut) =>
        {
            byte[] bytes = [.. whole];
            bytes[at] = value;
            bool valid = PolicySet.TryRead(cut ? bytes[..at] : bytes, out _, out var problems);
            Assert.Equal(valid, problems.All(problem => problem.Severity is Severity.Warning));
            foreach (Problem problem in problems)
                Assert.NotEmpty(problem.ToLine(Language.French));
        }, iter: Rounds.Of(3000));
    }

    [Theory]
    [InlineData("fr-FR")]
    [InlineData("ar-SA")]
    [InlineData("tr-TR")]
    [InlineData("")]
    public void Everything_AnyCulture_IsTheSame(string culture)
    {
        string expected = Everything();
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, Everything());
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        }
    }

    private static string Everything()
    {
        PolicySet policies = PolicySet.Parse(Clean);
        Problem[] problems = [.. Problems(With(("\"value\": 36", "\"value\": \"١\""), ("1000.50", "1000,5")))];
        return string.Join("\n", [policies.ToJson(), policies.Hash, .. problems.Select(problem => problem.ToLine(Language.French)),
            .. SchemeChecks.Findings().Select(finding => finding.Message(Language.French) + finding.Message(Language.English)),
            Assert.Throws<PolicyException>(() => policies.On("own.sum", new LocalDate(2023, 1, 1))).In(Language.French)]);
    }
}
