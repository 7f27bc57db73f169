using System.Text;
using System.Text.Json;
using FundingReports.Json;
using FundingReports.Reasons;
using FundingReports.Texts;
using NodaTime;

namespace FundingReports.Tests.Json;

public class AnalysisWriterTests
{
    private static readonly LocalDate asOf = new(2022, 2, 8);

    [Fact]
    public void ToJson_WriteJson_AreTheSameTextAndLeaveTheStreamOpen()
    {
        FundingAnalysis analysis = Portfolio.Parse(Documents.Clean).Analyze(asOf);
        using var stream = new MemoryStream();
        analysis.WriteJson(stream);
        Assert.Equal(analysis.ToJson(), Encoding.UTF8.GetString(stream.ToArray()));
        Assert.True(stream.CanWrite);
        Assert.EndsWith("}\n", analysis.ToJson(), StringComparison.Ordinal);
        Assert.DoesNotContain('\r', analysis.ToJson());
    }

    [Fact]
    public void ToJson_Header_SaysWhatWasAskedOfWhat()
    {
        Portfolio portfolio = Portfolio.Parse(Documents.Clean);
        using JsonDocument document = JsonDocument.Parse(ValidAnalysis.Json(portfolio.Analyze(asOf, new LocalDate(2024, 6, 30))));
        JsonElement root = document.RootElement;
        Assert.Equal("fundingreports/analysis@1", root.GetProperty("format").GetString());
        Assert.Equal("2022-02-08", root.GetProperty("asOf").GetString());
        Assert.Equal("2024-06-30", root.GetProperty("through").GetString());
        Assert.Equal(portfolio.Hash, root.GetProperty("portfolioHash").GetString());
        // SHA-256 of "{}".
        Assert.Equal(FundingReports.Policies.PolicySet.Default.Hash, root.GetProperty("policyHash").GetString());
        Assert.Equal([2022, 2023, 2024],
            root.GetProperty("posts")[0].GetProperty("years").EnumerateArray().Select(year => year.GetProperty("year").GetInt32()));
    }

    [Fact]
    public void ToJson_NoPost_IsValid() =>
        ValidAnalysis.Json(Portfolio.Create(new()).Analyze(asOf));

    [Fact]
    public void ToJson_Landes_GivesAReasonForEachHorizon()
    {
        FundingAnalysis analysis = Portfolio.Load(Repository.PathOf("seeds", "landes", "portfolio.json")).Analyze(asOf);
        using JsonDocument document = JsonDocument.Parse(ValidAnalysis.Json(analysis));
        JsonElement[] reasons = [.. OfHorizons(document)];
        Assert.Equal(
            ["r1 L1 firm horizon-uncertain", "r2 L1 agreed funding-ends", "r3 L1 announced funding-ends", "r4 L2 firm horizon-uncertain",
                "r5 L2 agreed funding-ends",
             "r6 L2 announced funding-ends", "r7 L3 firm horizon-uncertain", "r8 L3 agreed funding-ends", "r9 L3 announced funding-ends",
             "r10 L4 announced horizon-uncertain"],
            reasons.Select(reason =>
                    $"{reason.GetProperty("id")} {reason.GetProperty("arguments").GetProperty("post")} "
                + $"{reason.GetProperty("arguments").GetProperty("view")} {reason.GetProperty("code")}"));
        Assert.Equal("HTERME", reasons[1].GetProperty("source").GetString());
        foreach ((Language language, string name) in ((Language, string)[])[(Language.French, "fr"), (Language.English, "en")])
            Assert.Equal(
                ReasonBuilder.Of(analysis).Select(reason => ReasonTexts.Message(reason, analysis.Portfolio, language)),
                reasons.Select(reason => reason.GetProperty("message").GetProperty(name).GetString()));
        Assert.Equal(
            "{'post':'L1','view':'agreed','surely':'2023-07-23','possibly':'2023-07-23'"
            + ",'resumesOn':null,'on':'2023-07-24','shareLost':'1.000000','yearlyRateLost':null,'commitments':['E1','D1'],'missing':[]}",
            Arguments(reasons[1]));
        Assert.Equal(
            "{'post':'L1','view':'firm','surely':null,'possibly':'2023-07-23'"
            + ",'resumesOn':null,'missing':['instalments']}",
            Arguments(reasons[0]));
        Assert.Equal(
            "{'post':'L4','view':'announced','surely':null,'possibly':'2023-12-31'"
            + ",'resumesOn':null,'missing':['amount']}",
            Arguments(reasons[9]));
    }

    [Fact]
    public void ToJson_FundingThatFallsAndResumes_SaysSo()
    {
        using JsonDocument document = JsonDocument.Parse(ValidAnalysis.Json(Portfolio.Parse(Documents.FallsAndResumes).Analyze(asOf)));
        JsonElement reason = OfHorizons(document)
            .Single(reason => reason.GetProperty("arguments").GetProperty("view").GetString() == "agreed");
        Assert.Equal("funding-falls", reason.GetProperty("code").GetString());
        Assert.Equal(
            "{'post':'L1','view':'agreed','surely':'2022-12-31','possibly':'2022-12-31'"
            + ",'resumesOn':'2023-03-01','on':'2023-01-01','shareLost':'0.500000','yearlyRateLost':'25000.00',"
            + "'commitments':['E1'],'missing':[]}",
            Arguments(reason));
    }

    [Fact]
    public void ToJson_CostThatRisesAboveItsMoney_IsTheReason()
    {
        using JsonDocument document = JsonDocument.Parse(ValidAnalysis.Json(Portfolio.Parse(Documents.CostRises).Analyze(asOf)));
        JsonElement reason = OfHorizons(document)
            .Single(reason => reason.GetProperty("arguments").GetProperty("view").GetString() == "agreed");
        Assert.Equal("cost-rises", reason.GetProperty("code").GetString());
        Assert.Equal(
            "{'post':'L1','view':'agreed','surely':'2022-06-30','possibly':'2022-06-30'"
            + ",'resumesOn':null,'on':'2022-07-01','shareLost':'0.038462','yearlyRateLost':'0.00','commitments':[],'missing':[]}",
            Arguments(reason));
    }

    [Fact]
    public void ToJson_Assumptions_AreThoseThatEnterThePost()
    {
        // The other post's working time decides how a sum is split: what is assumed of it enters this one too.
        string json = Documents.With(
            ("\"sources\": [",
                "\"sources\": [{ \"id\": \"H\", \"kind\": \"assumption\", \"title\": \"Temps plein\", \"author\": \"fonction\", "
                + "\"reason\": \"inconnu\" }, { \"id\": \"H2\", \"kind\": \"assumption\", \"title\": \"Sans effet\", \"author\": "
                + "\"fonction\", \"reason\": \"inconnu\" }, "),
            ("\"posts\": [{",
                "\"posts\": [{ \"id\": \"L2\", \"label\": \"Poste 2\", \"fte\": \"1\", \"from\": \"2020-07-24\", \"source\": \"A\", "
                + "\"sources\": { \"fte\": \"H\", \"label\": \"H2\" } }, {"),
            ("\"funder\": \"CD\", \"posts\": [\"L1\"]", "\"funder\": \"CD\", \"posts\": [\"L1\", \"L2\"]"));
        using JsonDocument document = JsonDocument.Parse(ValidAnalysis.Json(Portfolio.Parse(json).Analyze(asOf)));
        string[] AssumptionsOf(string id) =>
            [.. document.RootElement.GetProperty("posts").EnumerateArray().Single(post => post.GetProperty("id").GetString() == id)
                    .GetProperty("assumptions").EnumerateArray().Select(item => item.GetString()!)];
        Assert.Equal(["H"], AssumptionsOf("L1"));
        Assert.Equal(["H", "H2"], AssumptionsOf("L2"));
    }

    [Theory]
    [InlineData("\"asOf\": \"2022-02-08\"", "\"asOf\": \"08/02/2022\"")]
    [InlineData("\"asOf\"", "\"asof\"")]
    [InlineData("\"state\": \"until\"", "\"state\": \"Until\"")]
    [InlineData("\"unused\": \"0.00\"", "\"unused\": 0")]
    [InlineData("\"unused\": \"0.00\"", "\"unused\": \"0,00\"")]
    [InlineData("\"low\": \"1.000000\"", "\"low\": \"1\"")]
    [InlineData("\"exposure\": ", "\"exposed\": ")]
    [InlineData("\"overdue\": false", "\"overdue\": \"no\"")]
    public void Schema_BadAnalysis_Refuses(string old, string changed)
    {
        string json = ValidAnalysis.Json(Portfolio.Parse(Documents.Clean).Analyze(asOf));
        Assert.Contains(old, json, StringComparison.Ordinal);
        Assert.NotEmpty(ValidAnalysis.Problems(json.Replace(old, changed, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("""{"a": null}""", """{"a": "0.00"}""", "$.a: expected null, found \"0.00\"")]
    [InlineData("""{"a": "1.00"}""", """{"b": "1.00"}""", "$.a: expected \"1.00\", found nothing of that name")]
    [InlineData("""{"posts": [{"id": "B", "a": 1}]}""", """{"posts": [{"id": "A", "a": 2}, {"id": "B", "a": 3}]}""",
        "$.posts[id=B].a: expected 1, found 3")]
    [InlineData("""{"years": [{"year": 2022}]}""", """{"years": [{"year": 2023}]}""", "$.years[year=2022]: expected once, found 0 times")]
    [InlineData("""{"pieces": [{"low": "1"}]}""", """{"pieces": [{"low": "1"}, {"low": "0"}]}""",
        "$.pieces: expected [{\"low\":\"1\"}], found [{\"low\":\"1\"},{\"low\":\"0\"}]")]
    [InlineData("""{"commitments": ["E1", "D1"]}""", """{"commitments": ["D1", "E1"]}""",
        "$.commitments[0]: expected \"E1\", found \"D1\"")]
    public void PartialTree_Mismatch_SaysPathExpectedAndFound(string expected, string found, string first)
    {
        using JsonDocument part = JsonDocument.Parse(expected), whole = JsonDocument.Parse(found);
        Assert.Equal(first, PartialTree.Differences(part.RootElement, whole.RootElement).First());
    }

    /// <summary>On one line, in single quotes.</summary>
    private static string Arguments(JsonElement reason) => JsonSerializer.Serialize(reason.GetProperty("arguments")).Replace('"', '\'');

    /// <summary>The reasons of risks and requests follow those of horizons.</summary>
    private static IEnumerable<JsonElement> OfHorizons(JsonDocument document) =>
        document.RootElement.GetProperty("reasons").EnumerateArray()
        .Where(reason => !reason.GetProperty("code").GetString()!.StartsWith("risk-", StringComparison.Ordinal)
                && !reason.GetProperty("code").GetString()!.StartsWith("request-", StringComparison.Ordinal));
}
