using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FundingReports.Portfolios;
using FundingReports.Tests.Json;
using FundingReports.Tests.Sentences;
using FundingReports.Validation;

namespace FundingReports.Tests.Validation;

/// <summary>Problems come in the order of the document, whatever order they were found in.</summary>
public class ProblemOrderTests
{
    [Fact]
    public void Sections_AreThoseOfTheWriter()
    {
        string written = Portfolio.Create(new()
        {
            Title = "T", Edition = new(PartialDate.Of(2022), null, null), Sources = [new("S", SourceKind.Act, "Acte")],
            Funders = [new("F", "CAF", FunderKind.SocialSecurity)],
            Posts = [new("P", "Poste") { From = PartialDate.Of(2022) }],
            Commitments = [new("C", "F", ["P"], PartialDate.Of(2022), Amount.NotPublished)],
            Awaiting = [new("W", "F", Amount.NotPublished)], Campaigns = [new("F", null, 2022)],
        }).ToJson();
        string[] sections = ["format", "title", "edition", "sources", "funders", "posts", "commitments", "awaiting", "campaigns"];
        Assert.Equal(sections, sections.OrderBy(section => written.IndexOf($"\n  \"{section}\"", StringComparison.Ordinal)));
        Assert.Equal(sections, InOrder([.. sections.Reverse()]));
    }

    [Fact]
    public void Awaiting_TwoComesBeforeTen_AndAfterTheCommitments() => Assert.Equal(
        ["commitments[10].cap", "awaiting", "awaiting[2].from", "awaiting[2].instalments[9]", "awaiting[2].instalments[10]",
            "awaiting[10].amount", "campaigns[0].closes"],
        InOrder("campaigns[0].closes", "awaiting[10].amount", "awaiting[2].instalments[10]", "awaiting", "awaiting[2].instalments[9]",
            "awaiting[2].from", "commitments[10].cap"));

    /// <summary>Facts made in code have no text: the order is that in which they would be written.</summary>
    [Fact]
    public void Properties_OfFactsInCode_AreInTheOrderOfTheWriter()
    {
        foreach (string file in Directory.EnumerateFiles(Repository.PathOf("seeds"), "portfolio.json", SearchOption.AllDirectories))
        {
            using var written = JsonDocument.Parse(Portfolio.Load(file).ToJson());
            foreach (string[] object_ in Objects(written.RootElement, ""))
                Assert.Equal(object_, InOrder([.. object_.Reverse()]));
        }
    }

    [Fact]
    public void Problems_OfAText_AreInItsOwnOrder()
    {
        // Every value is wrong, and each object is written in another order than that of the format.
        string text = """
            { "format": "fundingreports/portfolio@1",
              "commitments": [{ "until": "x1", "from": "x2", "amount": { "share": "x3" }, "statut": "signed", "id": "C", "cap": "x4" }],
              "posts": [
                { "costs": [{ "annual": "x5", "from": "x6" }, { "from": "x7" }], "fte": "x8", "id": "A", "label": "" },
                { "id": "B", "a strange [name].": 1, "until": "x9", "from": "x10", "label": "B", "sources": { "fte": "Z" } }],
              "funders": [{ "kind": "x11", "id": "F" }] }
            """;
        Assert.False(Portfolio.TryRead(Encoding.UTF8.GetBytes(text), out _, out var problems));
        string[] found = [.. problems.Select(problem => problem.Found ?? "").Where(found => found.StartsWith('x'))];
        Assert.Equal(Enumerable.Range(1, 11).Select(i => $"x{i}"), found);
        // What an object lacks stands where the format would have it, what it has too much where it is.
        string[] paths = [.. problems.Select(problem => problem.Path).Distinct()];
        AssertOrder(paths, "commitments[0].funder", "commitments[0].until", "commitments[0].statut", "commitments[0].cap");
        AssertOrder(paths, "posts[1][\"a strange [name].\"]", "posts[1].until");
        AssertOrder(paths, "funders[0].name", "funders[0].kind");
    }

    /// <summary>A name in quotes stands at its place in the root too, and many of them take no longer than the text.</summary>
    [Fact]
    public void PropertiesOfTheRoot_WithNamesInQuotes_AreInTheOrderOfTheText()
    {
        string text = $$"""
            { "format": "fundingreports/portfolio@1", "posts": [{ "id": "A", "label": "", "from": "2022" }], "$": 1, "a.b [0]": 2,
              "titre": 3, "\"\\": 4, {{string.Concat(Enumerable.Range(0, 30_000).Select(i => $"\"a name {i}\": {i}, "))}}
              "commitments": [{ "id": "C", "a name": 1 }] }
            """;
        var spent = Spent.Start();
        Assert.False(Portfolio.TryRead(Encoding.UTF8.GetBytes(text), out _, out var problems));
        spent.AtMost(10);
        string[] paths = [.. problems.Select(problem => problem.Path).Distinct()];
        AssertOrder(paths, "posts[0].label", "$[\"$\"]", "$[\"a.b [0]\"]", "titre", "$[\"\\\"\\\\\"]", "$[\"a name 0\"]",
            "$[\"a name 500\"]", "commitments[0][\"a name\"]");
    }

    private static void AssertOrder(string[] paths, params string[] expected) =>
        Assert.Equal(expected, paths.Where(expected.Contains));

    [Fact]
    public void Order_LosesNoProblem_HoweverTheTextIsTurnedRound() => Assert.All(Enumerable.Range(0, 100), seed =>
    {
        // The damages of the situations, on a document whose properties are turned round.
        var random = new Random(seed);
        var damage = ProblemSituations.Damages.ElementAt(seed % ProblemSituations.Damages.Count());
        string damaged = Documents.With((damage.Old, damage.New));
        JsonNode document = JsonNode.Parse(damaged, null, new() { AllowDuplicateProperties = true })!;
        string text = Shuffled(document, random).ToJsonString();
        Portfolio.TryRead(Encoding.UTF8.GetBytes(damaged), out _, out var before);
        Portfolio.TryRead(Encoding.UTF8.GetBytes(text), out _, out var problems);
        Assert.Equal(before.Select(problem => problem.ToString()).Order(), problems.Select(problem => problem.ToString()).Order());
    });

    private static JsonNode Shuffled(JsonNode node, Random random) => node switch
    {
        JsonObject item => new JsonObject(item.OrderBy(_ => random.Next())
            .Select(entry => KeyValuePair.Create(entry.Key, entry.Value is null ? null : (JsonNode?)Shuffled(entry.Value, random)))),
        JsonArray list => new JsonArray([.. list.Select(one => one is null ? null : Shuffled(one, random))]),
        _ => node.DeepClone(),
    };

    /// <summary>The paths of the properties of each object.</summary>
    private static IEnumerable<string[]> Objects(JsonElement element, string path)
    {
        if (element.ValueKind is JsonValueKind.Array)
            return element.EnumerateArray().SelectMany((one, i) => Objects(one, $"{path}[{i}]"));
        if (element.ValueKind is not JsonValueKind.Object)
            return [];
        string Of(string name) => path.Length == 0 ? name : $"{path}.{name}";
        string[] own = [.. element.EnumerateObject().Select(property => Of(property.Name))];
        // Maps hold names of people, and an amount is of one kind.
        bool isMap = path.EndsWith("references", StringComparison.Ordinal) || path.EndsWith("unread", StringComparison.Ordinal)
            || path.EndsWith("amount", StringComparison.Ordinal) || path.EndsWith("split", StringComparison.Ordinal)
            || path.EndsWith(".sources", StringComparison.Ordinal);
        return [.. isMap ? [] : (string[][])[own],
            .. element.EnumerateObject().SelectMany(property => Objects(property.Value, Of(property.Name)))];
    }

    private static IEnumerable<string> InOrder(params string[] paths)
    {
        var problems = new ProblemList();
        foreach (string path in paths)
            problems.Add(ProblemCode.Empty, path);
        return problems.InOrder().Select(problem => problem.Path);
    }
}
