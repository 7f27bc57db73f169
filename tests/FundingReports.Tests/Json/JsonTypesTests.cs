using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using FundingReports.Policies;
using FundingReports.Portfolios;
using FundingReports.Risk;
using FundingReports.Scenarios;

namespace FundingReports.Tests.Json;

/// <summary>What is written as JSON is read back as it was, or refused with a word: each public type of the core answers.</summary>
public sealed class JsonTypesTests
{
    private static readonly JsonSerializerOptions[] options =
    [
        new(), new(JsonSerializerDefaults.Web), new() { TypeInfoResolver = EveryType.Default },
        new(JsonSerializerDefaults.Web) { TypeInfoResolver = EveryType.Default, WriteIndented = true },
    ];

    private static IEnumerable<Type> Exported => typeof(Portfolio).Assembly.GetExportedTypes()
        .Where(type => !(type.IsAbstract && type.IsSealed) && !type.IsInterface && !type.IsByRefLike)
        .Where(type => !typeof(JsonConverter).IsAssignableFrom(type) && !typeof(Delegate).IsAssignableFrom(type))
        .SelectMany(type => type == typeof(Knowable<>) ? [typeof(Knowable<Euros>), typeof(Knowable<CoverageRate>)] : new[] { type });

    public static TheoryData<Type> Written => [.. Exported.Where(type => !IsRefused(type) && type != typeof(FundingAnalysis))];

    public static TheoryData<Type> Refused => [.. Exported.Where(IsRefused)];

    [Fact]
    public void EveryType_IsOneOfTheTwo_AndKnownToTheContext()
    {
        Assert.True(Exported.Count() > 120);
        Assert.DoesNotContain(Exported, type => !IsRefused(type) && type != typeof(FundingAnalysis) && !JsonSamples.Of(type).Any());
        Assert.DoesNotContain(Exported, type => EveryType.Default.GetTypeInfo(type) is null);
    }

    [Theory, MemberData(nameof(Written))]
    public void WrittenAndReadBack_IsTheSame(Type type)
    {
        foreach (object sample in JsonSamples.Of(type))
            foreach (JsonSerializerOptions one in options)
            {
                string written = JsonSerializer.Serialize(sample, type, one);
                object read = JsonSerializer.Deserialize(written, type, one) ?? throw new InvalidOperationException($"{written}: null");
                Assert.Equal(Described(sample), Described(read));
                Assert.Equal(written, JsonSerializer.Serialize(read, type, one));
                if (type.IsValueType)
                    Assert.Equal(sample, read);
            }
    }

    [Theory, MemberData(nameof(Written))]
    public void Nonsense_IsAJsonException_AndNothingElse(Type type)
    {
        foreach (string text in (IEnumerable<string>)[
            "{}", "[]", "true", "12", "-1e400", "\"nonsense\"", "\"\"", "\"1/0\"",
            "\"1/2/3\"", "\"+1\"", "\"1e2\"", "\"0.0000001\"",
            "{\"unknown\":[\"nothing\"]}", "{\"unknown\":\"cost\"}", "{\"unknown\":[],\"more\":1}", "{\"a\":{\"b\":[null]}}", "[null]",
            "\"\\ud800\"", "{\"code\":1,\"path\":[],\"state\":0,\"surely\":0,\"possibly\":0}", "{\"\\ud800\":1}",
        ])
            foreach (JsonSerializerOptions one in options)
            {
                object? read = null;
                Exception? thrown = Record.Exception(() => read = JsonSerializer.Deserialize(text, type, one));
                Assert.True(thrown is null or JsonException, $"{type.Name} {text}: {thrown}");
                // What is read all the same means what is written: nothing became a zero without a word. Factors have more forms.
                if (thrown is null && type.IsValueType && type.Namespace == "FundingReports" && !type.IsEnum && type != typeof(Factor))
                    Assert.Equal("12", text);
            }
    }

    [Theory, MemberData(nameof(Refused))]
    public void WithoutAForm_IsRefused_AndSaysWhatToDo(Type type)
    {
        Type made = type.IsAbstract ? Exported.First(other => other.IsSubclassOf(type) && !other.IsAbstract) : type;
        object instance = RuntimeHelpers.GetUninitializedObject(made);
        foreach (JsonSerializerOptions one in options)
        {
            Assert.Contains(type.Name, Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(instance, type, one)).Message,
                StringComparison.Ordinal);
            var refused = Assert.Throws<NotSupportedException>(() => JsonSerializer.Deserialize("{}", type, one));
            Assert.Contains("FundingAnalysis (written as analysis@1)", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Analysis_IsWrittenAsWriteJson_AndNeverRead()
    {
        FundingAnalysis analysis = Landes();
        using JsonDocument expected = JsonDocument.Parse(analysis.ToJson());
        foreach (JsonSerializerOptions one in options)
        {
            using JsonDocument written = JsonDocument.Parse(JsonSerializer.Serialize(analysis, one));
            Assert.True(JsonElement.DeepEquals(expected.RootElement, written.RootElement));
            Assert.Equal(expected.RootElement.EnumerateObject().Select(property => property.Name),
                written.RootElement.EnumerateObject().Select(property => property.Name));
            var refused = Assert.Throws<NotSupportedException>(() => JsonSerializer.Deserialize<FundingAnalysis>(analysis.ToJson(), one));
            Assert.Contains("call Analyze", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void TypeOfSomebodyElse_AroundOurs_IsReadBack()
    {
        var answer = new Answer("L1", Knowable<Euros>.Unknown(Missing.Cost), Euros.Of(26_000),
            new(HorizonState.Until, Reach.To(new(2023, 7, 23)), Reach.To(new(2023, 7, 23))), new(RiskLevel.High), Share.Of(1, 2),
            PartialDate.Of(2020, 7));
        foreach (JsonSerializerOptions one in options)
            Assert.Equal(answer, JsonSerializer.Deserialize<Answer>(JsonSerializer.Serialize(answer, one), one));
        Assert.Equal("""
            {"post":"L1","gap":{"unknown":["cost"]},"asked":"26000.00","until":{"state":"until","surely":"2023-07-23",
            "possibly":"2023-07-23","left":null,"resumesOn":null,"asOf":null},"risk":{"level":"high"},"share":"1/2","from":"2020-07"}
            """.ReplaceLineEndings(""), JsonSerializer.Serialize(answer, options[1]));
    }

    [Fact]
    public void Values_AsKeys_AreReadBack()
    {
        var days = new Dictionary<PartialDate, Euros> { [new(2023, 7)] = Euros.Of(12), [new(2024, 1, 31)] = Euros.Of(13) };
        string written = JsonSerializer.Serialize(days);
        Assert.Equal("""{"2023-07":"12.00","2024-01-31":"13.00"}""", written);
        Assert.Equal(days, JsonSerializer.Deserialize<Dictionary<PartialDate, Euros>>(written));
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(new Dictionary<Term, int> { [Term.Unknown] = 1 }));
        Assert.Contains("no PartialDate", Assert.Throws<FundingJsonException>(
            () => JsonSerializer.Deserialize<Dictionary<PartialDate, int>>("""{"2023-13":1}""")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Horizon_ThatMayEndBeforeItSurelyDoes_IsRefused() =>
        Assert.Contains("\"possibly\" is not before \"surely\"", Assert.Throws<FundingJsonException>(() =>
            JsonSerializer.Deserialize<FundingHorizon>(
                """{"state":"between","surely":"2024-12-31","possibly":"2023-12-31"}""")).Message, StringComparison.Ordinal);

    [Fact]
    public async Task ScenariosAndPolicies_InAFile_AreWhatTheyWere()
    {
        string path = Path.GetTempFileName();
        try
        {
            var scenario = new Scenario("Sans L1", null, new ScenarioChange.RemovePost("L1"));
            scenario.Save(path);
            Assert.Equal(scenario.ToJson(), Scenario.Load(path).ToJson());
            await PolicySet.Default.SaveAsync(path);
            Assert.Equal(PolicySet.Default.ToJson(), (await PolicySet.LoadAsync(path)).ToJson());
            using var stream = new MemoryStream();
            await scenario.WriteJsonAsync(stream);
            PolicySet.Default.WriteJson(stream);
            Assert.Equal(scenario.ToJson() + PolicySet.Default.ToJson(), System.Text.Encoding.UTF8.GetString(stream.ToArray()));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Knowable_OfATypeOfSomebodyElse_IsReadBack()
    {
        foreach (Knowable<int> value in (IEnumerable<Knowable<int>>)[
            Knowable<int>.Known(0), Knowable<int>.Known(7), Knowable<int>.Unknown(Missing.Fte)])
            Assert.Equal(value, JsonSerializer.Deserialize<Knowable<int>>(JsonSerializer.Serialize(value)));
        Assert.Equal(Knowable<Euros>.Unknown(), JsonSerializer.Deserialize<Knowable<Euros>>("null"));
    }

    [Fact]
    public void Portfolio_WithErrors_NamesThemAll_AndCarriesThem()
    {
        const string text = """
            {"format":"fundingreports/portfolio@1","funders":[{"id":"E","name":"État","kind":"roi"}],
            "posts":[{"id":"L1","label":"Poste","from":"2023-02-30"}],
            "commitments":[{"id":"C","funder":"X","posts":["L1"],"from":"2020","amount":{"total":"-1"}}]}
            """;
        var thrown = Assert.Throws<FundingJsonException>(
            () => JsonSerializer.Deserialize<Dictionary<string, Portfolio>>($"{{\"it\":{text}}}"));
        Assert.False(Portfolio.TryRead(System.Text.Encoding.UTF8.GetBytes(text), out _, out var problems));
        Assert.True(problems.Length >= 4);
        Assert.All(problems, problem => Assert.Contains(problem.ToLine(Language.English), thrown.Message, StringComparison.Ordinal));
        Assert.Equal(problems.AsEnumerable(), Assert.IsType<PortfolioException>(thrown.InnerException).Problems);
        Assert.Equal("$.it", thrown.Path);
    }

    [Fact]
    public void Fact_WithAMisspeltProperty_IsRefused()
    {
        var thrown = Assert.Throws<FundingJsonException>(() => JsonSerializer.Deserialize<Commitment>(
            """{"id":"C","funder":"E","posts":["L1"],"from":"2020","amount":{"total":"1"},"statuss":"signed"}"""));
        Assert.Contains("\"statuss\"", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("Is it \"status\"?", thrown.In(Language.English), StringComparison.Ordinal);
        Assert.Contains("« status »", thrown.In(Language.French).Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatAScenarioHasScaled_IsRefused()
    {
        Portfolio portfolio = Landes().Portfolio;
        Portfolio changed = new Scenario("-", null, new ScenarioChange.Scale("ETAT", null, PartialDate.Of(2023), new(7, 10)))
            .Apply(portfolio, new(2022, 2, 8));
        var refused = Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(changed));
        Assert.Contains("Scenario", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Policies_WithARuleInCode_AreRefused() =>
        Assert.Contains(nameof(OfCode), Assert.Throws<NotSupportedException>(
            () => JsonSerializer.Serialize(PolicySet.Default.With(new Scheme("x", "X", new OfCode())))).Message, StringComparison.Ordinal);

    [Fact]
    public void NumbersOfJson_AreReadByTheirDigits()
    {
        Assert.Equal(Euros.FromCents(12_345_678_901_234_567), JsonSerializer.Deserialize<Euros>("123456789012345.67"));
        Assert.Equal(Share.Of(3, 10), JsonSerializer.Deserialize<Share>("0.3"));
        Assert.Throws<FundingJsonException>(() => JsonSerializer.Deserialize<Euros>("0.005"));
        Assert.Throws<FundingJsonException>(() => JsonSerializer.Deserialize<Euros>("92233720368547758.08"));
        Assert.Throws<FundingJsonException>(() => JsonSerializer.Deserialize<PartialDate>("2023"));
        var thrown = Assert.Throws<FundingJsonException>(() => JsonSerializer.Deserialize<Euros>("\"26 000\""));
        Assert.Equal("\"26 000\" is no Euros. Write an amount: digits, a point and two decimals, \"26000.00\".", thrown.Message);
    }

    private static FundingAnalysis Landes() =>
        Portfolio.Load(Path.Combine(AppContext.BaseDirectory, "seeds", "landes", "portfolio-with-assumptions.json"))
            .Analyze(new(2022, 2, 8));

    private static bool IsRefused(Type type) => type.GetCustomAttribute<JsonConverterAttribute>(inherit: false)?.ConverterType is
        { IsGenericType: true } converter && converter.GetGenericTypeDefinition() == typeof(NoJson<>);

    /// <summary>All that a value says, by its public properties.</summary>
    private static string Described(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        PolicySet set => $"{set.Hash} {Described(set.Parameters.Values)} {Described(set.Sources.Values)}",
        Portfolio portfolio => $"{portfolio.Hash} {Described(portfolio.Facts)} {Described(portfolio.Findings)}",
        IEnumerable list => $"[{string.Join(", ", list.Cast<object?>().Select(Described))}]",
        _ when value.GetType() is { IsEnum: false } type && type.Namespace is { } space
            && space.StartsWith("FundingReports", StringComparison.Ordinal) =>
            $"{type.Name}({string.Join(", ", type.GetProperties().Where(IsAsked)
                .Select(property => $"{property.Name}: {Asked(property, value)}"))})",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static bool IsAsked(PropertyInfo property) =>
        property.GetIndexParameters().Length == 0 && property.GetMethod is { IsStatic: false, IsPublic: true };

    private static string Asked(PropertyInfo property, object value)
    {
        try
        {
            return property.PropertyType == value.GetType() ? "itself" : Described(property.GetValue(value));
        }
        catch (TargetInvocationException refused)
        {
            return refused.InnerException!.Message;
        }
    }

    private sealed class OfCode : SchemeRule
    {
        public override string Code => "of-code";

        public override IEnumerable<SchemeFinding> Check(SchemeCase subject) => [];
    }
}
