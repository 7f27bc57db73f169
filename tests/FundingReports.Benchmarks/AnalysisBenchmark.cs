using System.Globalization;
using BenchmarkDotNet.Attributes;
using FundingReports.Benchmarks.Country;
using NodaTime;

namespace FundingReports.Benchmarks;

/// <summary>From checked facts to answers: three commitments a post, six budget years, three views, totals and findings.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class AnalysisBenchmark
{
    private static readonly LocalDate Through = new(2027, 12, 31);

    private Portfolio portfolio = null!;

    /// <summary>How many posts.</summary>
    [Params(100, 1_000, 10_000, 100_000)]
    public int Posts { get; set; }

    /// <summary>Makes the facts.</summary>
    [GlobalSetup]
    public void Setup() => portfolio = Portfolio.Create(ManyPosts.With(Posts));

    /// <summary>The analysis, whole.</summary>
    [Benchmark]
    public FundingAnalysis Analyze() => portfolio.Analyze(ManyPosts.AsOf, Through);

    /// <summary>The whole analysis beside a stream of the same posts, of which every figure is read.</summary>
    /// <param name="args">How many posts; ten thousand where it is not said.</param>
    internal static int Once(string[] args)
    {
        int posts = args is [var number, ..] ? int.Parse(number, CultureInfo.InvariantCulture) : 10_000;
        var portfolio = Portfolio.Create(ManyPosts.With(posts));
        return InTurn.Print(posts, 15,
            ("streamed", () => FundingAnalysis.Stream([portfolio], ManyPosts.AsOf, Through)
                .Aggregate(0L, (sum, post) => unchecked(sum + EngineDigest.Of(post, ManyPosts.AsOf)))),
            ("analysed", () => portfolio.Analyze(ManyPosts.AsOf, Through).Findings.Length));
    }
}
