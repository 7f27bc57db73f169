using BenchmarkDotNet.Attributes;
using NodaTime;

namespace FundingReports.Benchmarks;

/// <summary>From checked facts to answers: three commitments a post, six budget years, three views, totals and findings.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class AnalysisBenchmark
{
    private Portfolio portfolio = null!;

    /// <summary>How many posts.</summary>
    [Params(100, 1_000, 10_000, 100_000)]
    public int Posts { get; set; }

    /// <summary>Makes the facts.</summary>
    [GlobalSetup]
    public void Setup() => portfolio = Portfolio.Create(ManyPosts.With(Posts));

    /// <summary>The analysis, whole.</summary>
    [Benchmark]
    public FundingAnalysis Analyze() => portfolio.Analyze(ManyPosts.AsOf, new LocalDate(2027, 12, 31));
}
