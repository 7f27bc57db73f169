using System.Text.Json.Nodes;
using CsCheck;
using FundingReports.Policies;
using FundingReports.Portfolios;
using FundingReports.Scenarios;
using FundingReports.Sentences;
using FundingReports.Tests.Calculation;
using FundingReports.Tests.Naive;
using FundingReports.Validation;
using NodaTime;

namespace FundingReports.Tests.Refusals;

/// <summary>After a yes nothing throws; a no says every reason, and Analyze throws for the same.</summary>
public class TryAnalyzeTests
{
    private static readonly LocalDate asOf = new(2022, 2, 8);
    private static readonly Portfolio landes = Portfolio.Load(Repository.PathOf("seeds", "landes", "portfolio.json"));

    [Theory]
    [InlineData("1599-12-31", null, null, "asOf")]
    [InlineData("5000-01-01", "2022-01-01", 1200, "asOf")]
    [InlineData("2022-02-08", "2022-02-07", null, "through")]
    [InlineData("2022-02-08", "2122-01-01", null, "through")]
    [InlineData("2022-02-08", null, 2023, "since")]
    [InlineData("2022-02-08", null, 1599, "since")]
    [InlineData("2022-02-08", null, 1900, "since")]
    [InlineData("2022-02-08", "2022-02-07", 2023, "through since")]
    [InlineData("2022-02-08", "2121-12-31", null, "")]
    [InlineData("1600-01-01", null, 1600, "")]
    [InlineData("4999-12-31", null, null, "")]
    public void Days_OfWhichNoneCanBeAsked_AreProblems(string day, string? through, int? since, string paths)
    {
        var options = new AnalysisOptions { Through = through is null ? null : OnePost.Iso(through), Since = since };
        Assert.Equal(paths.Length == 0, landes.TryAnalyze(OnePost.Iso(day), out FundingAnalysis? analysis, out var problems, options));
        Assert.Equal(paths, string.Join(' ', problems.Select(problem => problem.Path)));
        Assert.All(problems, problem => Assert.Equal(ProblemCode.PeriodRefused, problem.Code));
        Agrees(landes, OnePost.Iso(day), options, analysis, typeof(ArgumentOutOfRangeException));
    }

    [Fact]
    public void Rules_WithoutAValue_AreAllSaid()
    {
        var options = new AnalysisOptions { Policies = PolicySet.Empty };
        Assert.False(landes.TryAnalyze(asOf, out FundingAnalysis? none, out var problems, options));
        Assert.Equal(9, problems.Length);
        Assert.All(problems, problem => Assert.Equal((ProblemCode.NoPolicyValue, "unknown-name"), (problem.Code, problem.Arguments[2])));
        Assert.Contains(problems, problem => problem.Path == "parameters[\"risk.critical-months\"]");
        Agrees(landes, asOf, options, none, typeof(PolicyException));
        // An end; and a day before the first.
        var source = new Source("S", SourceKind.Act, "Texte");
        PolicySet ended = PolicySet.Default.WithEnd("requests.years-after", asOf, source);
        Assert.False(landes.TryAnalyze(asOf, out _, out problems, new() { Policies = ended }));
        Assert.Equal("ended", Assert.Single(problems).Arguments[2]);
        Assert.True(landes.TryAnalyze(asOf.PlusDays(-1), out _, out _, new() { Policies = ended }));
    }

    /// <summary>A document may give a name that the analysis knows another unit.</summary>
    [Theory]
    [InlineData("risk.critical-months", "share", "\"1/2\"")]
    [InlineData("risk.critical-share", "months", "3")]
    [InlineData("papers.bilan-months-before-term", "share", "\"1/2\"")]
    public void Rule_InAnotherUnit_IsAProblem(string name, string unit, string value)
    {
        var rules = JsonNode.Parse(File.ReadAllText(Repository.PathOf("seeds", "policies", "default.json")))!;
        JsonNode parameter = rules["parameters"]!.AsArray().Single(one => (string)one!["name"]! == name)!;
        parameter["unit"] = unit;
        foreach (JsonNode? one in parameter["values"]!.AsArray())
            one!["value"] = JsonNode.Parse(value);
        var options = new AnalysisOptions { Policies = PolicySet.Parse(rules.ToJsonString()) };
        Assert.False(landes.TryAnalyze(asOf, out FundingAnalysis? none, out var problems, options));
        Assert.Equal((name, "of-another-unit"), (Assert.Single(problems).Arguments[0], problems[0].Arguments[2]));
        Agrees(landes, asOf, options, none, typeof(PolicyException));
    }

    [Fact]
    public void Money_TooLarge_IsAProblemOfItsPost()
    {
        Scenario scenario = Scaled(3);
        if (!scenario.TryApply(landes, asOf, out Portfolio? huge, out var problems))
        {
            Assert.Equal(ProblemCode.TooLargeToCalculate, Assert.Single(problems).Code);
            return;
        }
        Assert.False(huge.TryAnalyze(asOf, out FundingAnalysis? none, out problems));
        Problem problem = Assert.Single(problems);
        Assert.Equal(ProblemCode.TooLargeToCalculate, problem.Code);
        Assert.Matches(@"^posts\[\d\]$", problem.Path);
        Assert.Contains(problem.Arguments[0], huge.Posts.Select(post => post.Id));
        Agrees(huge, asOf, new(), none, typeof(OverflowException));
    }

    [Fact]
    public void Scenario_OfFactorsUponFactors_IsRefusedByAProblem()
    {
        for (int factors = 1; factors <= 8; factors++)
        {
            Scenario scenario = Scaled(factors);
            if (scenario.TryApply(landes, asOf, out Portfolio? huge, out var problems))
                Answered(huge, asOf, new());
            else
                Assert.Equal(ProblemCode.TooLargeToCalculate, Assert.Single(problems).Code);
        }
    }

    [Fact]
    public void Contradictions_OnThatDay_AreSaidBesideWhatTheRulesLack()
    {
        var balance = OnePost.Pays("A", Amount.TheBalance) with { Id = "B1" };
        Portfolio later = OnePost.Portfolio(OnePost.Whole, [("2022-01-01", 50_000)], balance, balance with { Id = "B2" },
            balance with { Id = "B3", Amends = "B2", Amount = Amount.NotPublished, DecidedOn = asOf.PlusYears(1) });
        Assert.False(later.TryAnalyze(asOf, out FundingAnalysis? none, out var problems));
        Assert.Equal(ProblemCode.TwoBalances, Assert.Single(problems).Code);
        Agrees(later, asOf, new(), none, typeof(PortfolioException));
        Assert.False(later.TryAnalyze(asOf, out _, out problems, new() { Policies = PolicySet.Empty }));
        Assert.Equal(10, problems.Length);
    }

    /// <summary>Sums near the largest, dates at both ends of the calendar, factors upon factors, rules as large as they may be.</summary>
    [Fact]
    public void AfterAYes_NothingThrows() => Hostile.Sample(
        question =>
        {
            var (facts, scenario, day, options) = question;
            if (!Portfolio.TryCreate(facts, out Portfolio? portfolio, out _))
                return;
            Answered(portfolio, day, options);
            if (scenario.TryApply(portfolio, asOf, out Portfolio? changed, out var problems))
                Answered(changed, day, options);
            else
                Said(problems);
        },
        iter: Rounds.Of(150));

    private static Gen<(PortfolioFacts Facts, Scenario Scenario, LocalDate AsOf, AnalysisOptions Options)> Hostile { get; } =
        Gen.Select(Generators.Portfolio, Gen.Int[0, 1 << 24], Gen.Int[0, 9]).Select((facts, dice, day) =>
        {
            var random = new Random(dice);
            LocalDate[] days =
            [
                asOf, new(1600, 1, 1), new(1600, 2, 29), new(4999, 12, 31), new(4990, 6, 30), new(2000, 1, 31), new(1599, 1, 1),
                new(5000, 1, 1),
            ];
            LocalDate at = day < days.Length ? days[day] : asOf.PlusDays(random.Next(4_000));
            string[] funders = [.. facts.Funders.Select(funder => funder.Id)];
            var factor = new Factor(random.Next(3) == 0 ? 1_000_000_000 : random.Next(1, 1_000), random.Next(3) == 0 ? 999_999_999 : 1);
            var scenario = new Scenario("Essai", null,
            [
                .. Enumerable.Repeat<ScenarioChange>(new ScenarioChange.Scale(funders[0], null, PartialDate.Of(2022), factor),
                    random.Next(1, 4)),
                new ScenarioChange.IndexCost(["*"], PartialDate.Of(2022), factor),
            ]);
            PolicySet policies = PolicySet.Default;
            var text = new Source("S9", SourceKind.Act, "Texte");
            if (random.Next(3) == 0)
                foreach (PolicyParameter one in policies.Parameters.Values)
                    if (one.Unit is not (PolicyUnit.Share or PolicyUnit.Money) && random.Next(3) == 0)
                        policies = policies.WithValue(one.Name, new LocalDate(1600, 1, 1), random.Next(2) == 0 ? 0 : Most(one.Name), text);
            return (Huge(facts, random), scenario, at, new AnalysisOptions
            {
                Policies = random.Next(8) == 0 ? null : policies,
                Through = random.Next(3) == 0 ? at.PlusDays(random.Next(-10, 36_000)) : null,
                Since = random.Next(3) == 0 ? at.Year - random.Next(-1, 120) : null,
                MaxDegreeOfParallelism = random.Next(2) == 0 ? 1 : null,
            });
        });

    // A thousand years of requests are a thousand times the work, and nothing else.
    private static int Most(string name) => name == "requests.years-after" ? 99 : PolicyValue.LargestWhole;

    private static PortfolioFacts Huge(PortfolioFacts facts, Random random)
    {
        Euros most = Euros.FromCents(Euros.Limit - 1);
        PartialDate Stretched(PartialDate from) => random.Next(4) == 0 ? PartialDate.Of(1600) : from;
        return facts with
        {
            Posts = [.. facts.Posts.Select(post => post with
            {
                Costs = [.. post.Costs.Select(cost => random.Next(2) == 0 ? cost with { Annual = most } : cost)],
            })],
            Commitments = [.. facts.Commitments.Select(commitment => commitment with
            {
                From = Stretched(commitment.From),
                Until = random.Next(4) == 0 ? Term.On(PartialDate.Of(4999)) : commitment.Until,
                Amount = random.Next(4) switch
                {
                    0 => new Amount.Annual(most),
                    1 when commitment.Until.Until is not null => new Amount.Total(most),
                    _ => commitment.Amount,
                },
            })],
        };
    }

    /// <summary>All that the first funder pays, times a billion, so often.</summary>
    private static Scenario Scaled(int times) => new("Essai", null,
        [.. Enumerable.Repeat(new ScenarioChange.Scale(landes.Funders[0].Id, null, PartialDate.Of(2022), new(1_000_000_000, 1)), times)]);

    private static void Answered(Portfolio portfolio, LocalDate day, AnalysisOptions options)
    {
        if (!portfolio.TryAnalyze(day, out FundingAnalysis? analysis, out var problems, options))
        {
            Assert.NotEmpty(problems);
            Said(problems);
            Assert.NotNull(Record.Exception(() => portfolio.Analyze(day, options)));
            return;
        }
        Assert.Empty(problems);
        Assert.NotEmpty(analysis.ToJson());
        Assert.NotEmpty(analysis.Note(Language.French));
        _ = analysis.SchemeFindings.Length;
        foreach (PostFunding post in analysis.Posts)
            foreach (FundingView view in Enum.GetValues<FundingView>())
                _ = post.Ledger(view).ToString();
    }

    private static void Said(IEnumerable<Problem> problems) =>
        Assert.All(problems, problem => Assert.EndsWith(".", problem.Message(Language.French), StringComparison.Ordinal));

    private static void Agrees(Portfolio portfolio, LocalDate day, AnalysisOptions options, FundingAnalysis? analysis, Type otherwise)
    {
        Exception? refused = Record.Exception(() => portfolio.Analyze(day, options));
        Assert.Equal(analysis is null, refused is not null);
        if (refused is not null)
            Assert.IsAssignableFrom(otherwise, refused);
    }
}
