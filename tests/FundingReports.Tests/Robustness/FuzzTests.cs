using FundingReports.Figures;
using FundingReports.Policies;
using FundingReports.Scenarios;
using FundingReports.Tests.Corpus;
using FundingReports.Validation;
using NodaTime;

namespace FundingReports.Tests.Robustness;

/// <summary>Any bytes, read as any of our formats: problems in sentences, or an answer; never another exception, never a hang.</summary>
/// <remarks>A short run here; with FUNDINGREPORTS_LONG=1 a run of minutes, from a seed of its own that is said where it fails.</remarks>
public class FuzzTests
{
    private static readonly bool isLong = Environment.GetEnvironmentVariable("FUNDINGREPORTS_LONG") == "1";
    private static readonly Portfolio landes = Portfolio.Load(Repository.PathOf("seeds", "landes", "portfolio.json"));
    private static readonly LocalDate asOf = new(2022, 2, 8);

    [Fact]
    public void Portfolio_AnyBytes_GivesProblemsOrAnswers() => Run("portfolio", Corpus("portfolio*.json", "seeds"), 3_000, bytes =>
    {
        bool read = Portfolio.TryRead(bytes, out Portfolio? portfolio, out var problems);
        Assert.Equal(read, problems.All(problem => problem.Severity == Severity.Warning));
        Said(problems);
        if (portfolio is null)
            return;
        try
        {
            FundingAnalysis analysis = portfolio.Analyze(asOf);
            Expect.Nothing(analysis.Posts.SelectMany(post => SelfCheck.Of(post.Figures)));
            Said(analysis.Findings);
            Assert.NotEmpty(analysis.Note(Language.French));
            Assert.Equal(portfolio.ToJson(), Portfolio.Parse(portfolio.ToJson()).ToJson());
        }
        catch (PortfolioException contradictions)
        {
            Said(contradictions.Problems);
        }
    });

    [Fact]
    public void Scenario_AnyBytes_GivesProblemsOrAPortfolio() =>
        Run("scenario", Corpus("*.json", "seeds", "landes", "scenarios"), 6_000, bytes =>
    {
        bool read = Scenario.TryRead(bytes, out Scenario? scenario, out var problems);
        Said(problems);
        Assert.Equal(read, scenario is not null);
        if (scenario is not null && scenario.TryApply(landes, asOf, out Portfolio? changed, out problems))
            try
            {
                Expect.Nothing(changed.Analyze(asOf).Posts.SelectMany(post => SelfCheck.Of(post.Figures)));
            }
            catch (PortfolioException contradictions)
            {
                Said(contradictions.Problems);
            }
            catch (OverflowException)
            {
                // Documented: factors upon factors.
            }
        Said(problems);
    });

    [Fact]
    public void Policy_AnyBytes_GivesProblemsOrASet() =>
        Run("policy", [.. Corpus("default.json", "seeds", "policies"), .. Corpus("*.json", "seeds", "policies", "examples")], 3_000,
            bytes =>
    {
        bool read = PolicySet.TryRead(bytes, out PolicySet? policies, out var problems);
        Said(problems);
        Assert.Equal(read, policies is not null);
        if (policies is null)
            return;
        try
        {
            Said(landes.Analyze(asOf, policies: policies).Findings);
        }
        catch (PolicyException missing)
        {
            Assert.NotEmpty(missing.Message);
        }
    });

    /// <summary>
    /// A rule that names nothing, where no name can be checked because the parameters were refused. Found by the long run.
    /// </summary>
    [Theory]
    [InlineData("\"rule\": \"highest-share-by-year\", \"parameters\": [\"\"]")]
    [InlineData("\"rule\": \"highest-share-by-year\", \"parameters\": [\" \", \"a.b\"]")]
    [InlineData("\"rule\": \"flat-amount\", \"parameter\": \" \"")]
    public void Policy_RuleThatNamesNothing_IsAProblem(string rule)
    {
        string json = $$"""{"format":"fundingreports/policy@1","sources":[],"parameters":[1],"""
            + $$""" "schemes":[{"id":"S","name":"S","rules":[{ {{rule}} }]}]}""";
        Assert.False(PolicySet.TryRead(System.Text.Encoding.UTF8.GetBytes(json), out _, out var problems));
        Assert.Contains(problems, problem => problem.Code == ProblemCode.Empty);
        Said(problems);
    }

    private static void Said(IEnumerable<Problem> problems)
    {
        foreach (Problem problem in problems)
            Assert.True(problem.Message(Language.French).EndsWith('.') && problem.Message(Language.English).EndsWith('.'),
                problem.ToLine(Language.French));
    }

    private static byte[][] Corpus(string pattern, params string[] folder)
    {
        byte[][] corpus = [.. Directory.EnumerateFiles(Repository.PathOf(folder), pattern, SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
        Assert.NotEmpty(corpus);
        return corpus;
    }

    private static void Run(string reader, byte[][] corpus, int runs, Action<byte[]> read)
    {
        int first = isLong ? Environment.TickCount : Rounds.Seed;
        for (int i = 0; i < (isLong ? 50 * runs : Rounds.Of(runs)); i++)
        {
            byte[] bytes = Mutant.Of(corpus, new Random(first + i));
            var spent = Spent.Start();
            try
            {
                read(bytes);
            }
            catch (Exception error)
            {
                Assert.Fail(
                    $"seed {first + i}, {KeptInputs.Keep(reader, bytes, $"{first + i}.json")}: "
                    + $"{error}\n{System.Text.Encoding.UTF8.GetString(bytes)}");
            }
            if (spent.Time is { TotalSeconds: > 20 } time)
                Assert.Fail($"seed {first + i} took {time} of the processor, {KeptInputs.Keep(reader, bytes, $"{first + i}.json")}");
        }
    }
}
