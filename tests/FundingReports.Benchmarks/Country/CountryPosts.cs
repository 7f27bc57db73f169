using System.Collections.Concurrent;
using NodaTime;

namespace FundingReports.Benchmarks.Country;

/// <summary>
/// A country of any number of posts: portfolios of a thousand, ten of which differ, taken again and again; and the same as plain arrays.
/// </summary>
internal sealed class CountryPosts
{
    private const int PostsEach = 1_000, Differing = 10, Lines = 3;

    private static readonly LocalDate through = new(2027, 12, 31);

    private readonly Portfolio[] portfolios = [.. Enumerable.Range(0, Differing)
            .Select(i => Portfolio.Create(ManyPosts.With(PostsEach, i * PostsEach)))];
    private readonly PlainPosts[] plain;

    internal CountryPosts() => plain = [.. portfolios.Select(portfolio => PlainPosts.Of(portfolio.Facts))];

    /// <summary>The answers as the library streams them, each read whole; the sum of their digests.</summary>
    internal long Streamed(int posts)
    {
        long sum = 0;
        var stream = FundingAnalysis.Stream(Enumerable.Range(0, posts / PostsEach).Select(i => portfolios[i % Differing]), ManyPosts.AsOf,
            through);
        foreach (PostFunding post in stream)
            sum = unchecked(sum + EngineDigest.Of(post, ManyPosts.AsOf));
        return sum;
    }

    /// <summary>The same figures by the plain loop, on all cores too.</summary>
    internal long Limit(int posts)
    {
        long sum = 0;
        Parallel.ForEach(Partitioner.Create(0, posts / PostsEach), range =>
        {
            long own = 0;
            for (int i = range.Item1; i < range.Item2; i++)
            {
                var loop = new PlainLoop(plain[i % Differing], ManyPosts.AsOf, through.Year, Lines);
                for (int post = 0; post < PostsEach; post++)
                {
                    loop.Answer(post);
                    own = unchecked(own + loop.Figures.Digest());
                }
            }
            Interlocked.Add(ref sum, own);
        });
        return sum;
    }

    /// <summary>Both ways give the same figures for every post, or it is said for which they do not.</summary>
    internal void Check()
    {
        foreach (var portfolio in portfolios)
            Check(portfolio);
        foreach (var portfolio in portfolios)
            Check(Portfolio.Create(UnevenPosts.Of(portfolio.Facts)));
    }

    private static void Check(Portfolio portfolio)
    {
        var loop = new PlainLoop(PlainPosts.Of(portfolio.Facts), ManyPosts.AsOf, through.Year, Lines);
        int at = 0;
        foreach (PostFunding post in FundingAnalysis.Stream([portfolio], ManyPosts.AsOf, through))
        {
            loop.Answer(at++);
            if (loop.Figures.Digest() != EngineDigest.Of(post, ManyPosts.AsOf))
                throw new InvalidOperationException($"The plain loop and the library differ on {post.Id}.");
        }
    }
}
