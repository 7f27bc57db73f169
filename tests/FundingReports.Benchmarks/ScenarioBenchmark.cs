using BenchmarkDotNet.Attributes;
using FundingReports.Scenarios;
using NodaTime;

namespace FundingReports.Benchmarks;

/// <summary>A scenario over many posts, from the change to the answers: what somebody waits for.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class ScenarioBenchmark
{
    private readonly Scenario scenario = new("−30 %", "pour illustration",
        new ScenarioChange.Scale("ETAT", null, new LocalDate(2024, 1, 1), new Factor(7, 10)),
        new ScenarioChange.IndexCost(["*"], new LocalDate(2024, 1, 1), new Factor(1035, 1000)));

    private Portfolio portfolio = null!;

    /// <summary>How many posts.</summary>
    [Params(1_000, 10_000)]
    public int Posts { get; set; }

    /// <summary>Makes the facts.</summary>
    [GlobalSetup]
    public void Setup() => portfolio = Portfolio.Create(ManyPosts.With(Posts));

    /// <summary>The scenario applied, checked and analysed.</summary>
    [Benchmark]
    public FundingAnalysis ApplyAndAnalyze() =>
        scenario.Apply(portfolio, ManyPosts.AsOf).Analyze(ManyPosts.AsOf, new LocalDate(2027, 12, 31));
}
