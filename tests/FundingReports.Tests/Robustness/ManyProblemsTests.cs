using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using FundingReports.Policies;
using FundingReports.Portfolios;
using FundingReports.Scenarios;
using FundingReports.Validation;
using NodaTime;

namespace FundingReports.Tests.Robustness;

/// <summary>A small document with very many problems is a small answer: the first of them, and how many more there are.</summary>
public class ManyProblemsTests
{
    private const int Most = 1_000;

    private static readonly (string Head, string One, string Tail)[] documents =
    [
        ("""{"format":"fundingreports/portfolio@1","posts":[""", """{"id":1}""", "]}"),
        ("""{"format":"fundingreports/portfolio@1","commitments":[""",
            """{"id":"C#","amount":{"share":2,"annual":"x"},"posts":[1,2]}""", "]}"),
        ("""{"format":"fundingreports/portfolio@1","funders":[""", "7", "]}"),
        ("""{"format":"fundingreports/scenario@1","name":"x","changes":[""", """{"scale":{"funder":1,"factor":"x"}}""", "]}"),
        ("""{"format":"fundingreports/policy@1","title":"x","parameters":[""",
            """{"name":"a b","unit":"x","values":[{"from":"x"}]}""", "]}"),
        ("""{"format":"fundingreports/policy@1","title":"x","schemes":[""",
            """{"id":"s#","rules":[{"rule":"x"},{"rule":"flat-amount"}]}""", "]}"),
    ];

    public static TheoryData<int> Documents => [.. Enumerable.Range(0, documents.Length)];

    [Theory, MemberData(nameof(Documents))]
    public void Errors_PastTheMost_AreCounted(int which)
    {
        ImmutableArray<Problem> few = Read(which, 100), many = Read(which, 20_000);
        Assert.DoesNotContain(few, problem => problem.Code is ProblemCode.MoreProblems);
        Assert.Equal(Most + 1, many.Length);
        Problem last = many[^1];
        Assert.Equal(("more-problems", "$", Severity.Error), (last.CodeName, last.Path, last.Severity));
        Assert.DoesNotContain(many[..^1], problem => problem.Code is ProblemCode.MoreProblems);
        // As many as reading one finds, once for each; those of the facts are not looked for any more.
        int more = int.Parse(last.Arguments[0], CultureInfo.InvariantCulture);
        Assert.InRange(more, 20_000 - Most, 200 * (few.Length + 1));
        Assert.Equal(few.First(problem => problem.Severity is Severity.Error), many.First(problem => problem.Severity is Severity.Error));
    }

    /// <summary>Until the first is listed that is too many, nothing is other than it was.</summary>
    [Fact]
    public void Errors_AsManyAsAreListed_AreAllListed()
    {
        Assert.Equal(Most, Funders(Most).Length);
        Assert.All(Funders(Most), problem => Assert.Equal(ProblemCode.WrongType, problem.Code));
        Assert.Equal("1", Funders(Most + 1)[^1].Arguments[0]);

        static ImmutableArray<Problem> Funders(int count) =>
            [.. Read(2, count).Where(problem => problem.Severity is Severity.Error)];
    }

    [Fact]
    public void UnknownProperties_PastTheMost_AreCounted()
    {
        string document = Suppose() is var json ? string.Concat(json.AsSpan(0, json.LastIndexOf('}')),
            string.Concat(Enumerable.Range(0, 20_000).Select(i => $",\"a{i}\":1")), "}") : "";
        Assert.True(Portfolio.TryRead(Encoding.UTF8.GetBytes(document), out Portfolio? portfolio, out ImmutableArray<Problem> problems));
        Assert.Equal(Most, problems.Count(problem => problem.Code is ProblemCode.UnknownProperty));
        Problem last = problems[^1];
        Assert.Equal(("more-warnings", "19000", Severity.Warning), (last.CodeName, last.Arguments[0], last.Severity));
        Assert.Equal(problems, portfolio.Findings);
        // Beside an error they are counted with the rest.
        string wrong = document.Replace("\"a7\":1", "\"format\":1", StringComparison.Ordinal);
        Assert.False(Portfolio.TryRead(Encoding.UTF8.GetBytes(wrong), out _, out problems));
        Assert.Equal((Most + 1, "more-problems"), (problems.Length, problems[^1].CodeName));
        Assert.Contains(problems[..^1], problem => problem.Severity is Severity.Error);
    }

    /// <summary>They are what is to be looked at in the posts: a large portfolio keeps them.</summary>
    [Fact]
    public void Findings_OfFactsWithoutAnError_AreAllListed()
    {
        string posts = string.Join(',', Enumerable.Range(0, 3_000).Select(
            i => $$"""{"id":"P{{i}}","label":"Poste numéro {{i * i + 7}}","from":"2024","costs":[]}"""));
        byte[] utf8 = Encoding.UTF8.GetBytes($$"""{"format":"fundingreports/portfolio@1","posts":[{{posts}}]}""");
        Assert.True(Portfolio.TryRead(utf8, out _, out ImmutableArray<Problem> problems), problems[0].ToString());
        Assert.True(problems.Length >= 3_000);
        Assert.DoesNotContain(problems, problem => problem.Code is ProblemCode.MoreProblems or ProblemCode.MoreWarnings);
    }

    [Fact]
    public void Changes_ThatCannotBeMade_AreCounted()
    {
        var scenario = new Scenario("x", null, [.. Enumerable.Repeat<ScenarioChange>(new ScenarioChange.RemovePost("Z"), 1_500)]);
        Assert.False(scenario.TryApply(
            Portfolio.Parse(Suppose()), new LocalDate(2022, 2, 8), out _, out ImmutableArray<Problem> problems));
        Assert.Equal((Most + 1, "500"), (problems.Length, problems[^1].Arguments[0]));
    }

    [Fact]
    public void AFact_ByItself_IsBoundedToo()
    {
        string costs = string.Join(',', Enumerable.Repeat("1", 5_000));
        var refused = Assert.Throws<FundingJsonException>(
            () => JsonSerializer.Deserialize<Post>($$"""{"id":"P","label":"P","costs":[{{costs}}]}"""));
        Assert.Equal((Most + 1, ProblemCode.MoreProblems), (refused.Problems.Length, refused.Problems[^1].Code));
    }

    private static string Suppose() => Portfolio.Create(Scenarios.Suppose.Facts).ToJson();

    private static ImmutableArray<Problem> Read(int which, int count)
    {
        (string head, string one, string tail) = documents[which];
        string all = string.Join(',', Enumerable.Range(0, count).Select(i => one.Replace("#", $"{i}", StringComparison.Ordinal)));
        byte[] utf8 = Encoding.UTF8.GetBytes(head + all + tail);
        ImmutableArray<Problem> problems;
        Assert.False(which switch
        {
            < 3 => Portfolio.TryRead(utf8, out _, out problems),
            3 => Scenario.TryRead(utf8, out _, out problems),
            _ => PolicySet.TryRead(utf8, out _, out problems),
        });
        return problems;
    }
}
