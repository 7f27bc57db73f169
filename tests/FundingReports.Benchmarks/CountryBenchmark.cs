using BenchmarkDotNet.Attributes;
using FundingReports.Benchmarks.Country;

namespace FundingReports.Benchmarks;

/// <summary>A country of posts, streamed: three commitments a post, six budget years, horizons, three views, cells and risk; beside the limit, the plain loop.</summary>
[MemoryDiagnoser]
[SimpleJob(warmupCount: 3, iterationCount: 5)]
public class CountryBenchmark
{
    private CountryPosts country = null!;

    /// <summary>How many posts.</summary>
    [Params(1_000, 10_000, 100_000, 1_000_000)]
    public int Posts { get; set; }

    /// <summary>Makes the facts, and checks that the loop and the library give the same figures.</summary>
    [GlobalSetup]
    public void Setup()
    {
        country = new();
        country.Check();
    }

    /// <summary>The loop over plain arrays.</summary>
    [Benchmark(Baseline = true)]
    public long Limit() => country.Limit(Posts);

    /// <summary>The library's stream, every figure read.</summary>
    [Benchmark]
    public long Streamed() => country.Streamed(Posts);
}
