using System.Globalization;
using BenchmarkDotNet.Attributes;
using FundingReports.Benchmarks.Country;

namespace FundingReports.Benchmarks;

/// <summary>
/// A country of posts, streamed: three commitments a post, six budget years, horizons, three views, cells and risk; beside the limit, the
/// plain loop.
/// </summary>
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

    /// <summary>The check that both ways agree, then five times each; other work does not count in the processor's time.</summary>
    /// <param name="args">How many posts, a multiple of a thousand; ten thousand where it is not said.</param>
    internal static int Once(string[] args)
    {
        int posts = args is [var number, ..] ? int.Parse(number, CultureInfo.InvariantCulture) : 10_000;
        var both = new CountryPosts();
        both.Check();
        return InTurn.Print(posts, 5, ("limit", () => both.Limit(posts)), ("streamed", () => both.Streamed(posts)));
    }
}
