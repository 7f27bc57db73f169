using System.Diagnostics;
using System.Reflection;
using System.Text;
using FundingReports.Benchmarks;
using FundingReports.Portfolios;
using FundingReports.Reports;
using FundingReports.Tests;
using NodaTime;
using Xunit.Abstractions;

namespace FundingReports.Excel.Tests;

/// <summary>
/// From the bytes of a portfolio to those of its workbook, nothing long is done without a look whether it is still wanted.
/// </summary>
/// <remarks>
/// Work is counted by what it allocates, which a busy machine does not change: the most that is allocated between two looks of the
/// working thread, and how that grows with the posts.
/// </remarks>
public sealed class LeavingTests(ITestOutputHelper output)
{
    // The three parts of the library that work for a caller.
    internal static Assembly[] Parts { get; } = [typeof(Portfolio).Assembly, typeof(Report).Assembly, typeof(WorkbookBytes).Assembly];

    [Theory, InlineData(false, false), InlineData(true, false), InlineData(false, true)]
    public void BetweenTwoLooks_LittleIsDone_HoweverManyPosts(bool technical, bool ownSources)
    {
        Stretches few = Work(200, technical, ownSources), many = Work(800, technical, ownSources);
        output.WriteLine($"{few}\n{many}");
        // Four times the posts: as many times the looks (of a technical file the simulation, which is for 300 posts at most, is gone).
        Assert.True(many.Count > (technical ? 2 : 3.5) * few.Count, $"{few.Count} looks for 200 posts, {many.Count} for 800.");
        Assert.True(many.Count > 100 * 800, $"{many.Count} looks for 800 posts.");
        Assert.True(many.Longest < Bound, $"More than {Bound} bytes are allocated between two looks.\n{many}");
    }

    // What some hundredths of a second allocate; all the work allocates more than thirty times as much.
    private const long Bound = 20_000_000;

    private static Stretches Work(int posts, bool technical, bool ownSources)
    {
        PortfolioFacts facts = ManyPosts.With(posts);
        byte[] json = Encoding.UTF8.GetBytes(Portfolio.Create(ownSources ? WithOwnSources(facts) : facts).ToJson());
        using var wanted = new CancellationTokenSource();
        var stretches = new Stretches();
        using (new Looks(stretches.Look, Parts))
        {
            stretches.Look();
            (Portfolio? portfolio, _) = Portfolio.TryLoadAsync(new MemoryStream(json), wanted.Token).GetAwaiter().GetResult();
            FundingAnalysis analysis =
                FundingAnalysis.Of(portfolio!, ManyPosts.AsOf, new AnalysisOptions { MaxDegreeOfParallelism = 1 }, wanted.Token);
            var options = new ReportOptions { Part = technical ? ReportPart.TechnicalFile : ReportPart.Workbook };
            Report report = ReportBuilder.Build(analysis, Language.French, options, wanted.Token);
            WorkbookBytes.Write(report, new WatchedMemory(wanted.Token), cancellationToken: wanted.Token);
            stretches.Look();
        }
        return stretches;
    }

    // As many sources as posts: each post, and all that is promised to it, is known from a paper of its own.
    private static PortfolioFacts WithOwnSources(PortfolioFacts facts) => facts with
    {
        Sources = [.. facts.Posts.Select(post => facts.Sources[0] with { Id = post.Id })],
        Posts = [.. facts.Posts.Select(post => post with { Source = post.Id })],
        Commitments = [.. facts.Commitments.Select(commitment => commitment with { Source = commitment.Posts[0] })],
    };

    private sealed class Stretches
    {
        private readonly List<(long Bytes, TimeSpan Time, string Until)> longest = [];
        private long before = -1, since;

        internal int Count { get; private set; }

        internal long Longest => longest.Max(one => one.Bytes);

        internal void Look()
        {
            Count++;
            long now = GC.GetAllocatedBytesForCurrentThread();
            TimeSpan time = Stopwatch.GetElapsedTime(since);
            if (before >= 0 && (now - before > 100_000 || time.TotalMilliseconds > 5))
                longest.Add((now - before, time, string.Join(" < ", new StackTrace(1).GetFrames().Select(frame => frame.GetMethod()!)
                    .Where(method => method.DeclaringType?.Name is not ("Leaving" or "Stretches")).Take(6)
                    .Select(method => $"{method.DeclaringType?.Name}.{method.Name}"))));
            (before, since) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
        }

        public override string ToString() => $"{Count} looks; the longest stretches:\n" + string.Join('\n',
            longest.OrderByDescending(one => one.Bytes).Take(12).Concat(longest.OrderByDescending(one => one.Time).Take(12)).Distinct()
                .Select(one => $"{one.Bytes} bytes, {one.Time.TotalMilliseconds:0.0} ms, until {one.Until}"));
    }
}
