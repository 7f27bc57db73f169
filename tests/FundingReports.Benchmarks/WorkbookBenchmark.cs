using System.Diagnostics;
using System.Globalization;
using FundingReports.Excel;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Benchmarks;

/// <summary>
/// The workbook of 90 posts, by a process that is warm: its processor time and what it allocates, the analysis aside. Processor time, so
/// that what else the machine does counts little.
/// </summary>
internal static class WorkbookBenchmark
{
    private const int Posts = 90, Times = 5;

    internal static int Run()
    {
        var portfolio = Portfolio.Create(ManyPosts.With(Posts));
        FundingAnalysis Analysis() => portfolio.Analyze(ManyPosts.AsOf, new LocalDate(2027, 12, 31));
        // What is compiled in the background comes before what is measured.
        for (int i = 0; i < 3; i++)
            Once(Analysis());
        var runs = Enumerable.Range(0, Times).Select(_ => Once(Analysis())).ToList();
        Console.WriteLine("| workbook of 90 posts | user time, median | allocated, median | size |");
        Console.WriteLine("|---|---|---|---|");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {Times} runs, warm | {Median(runs.Select(run => run.Time.TotalMilliseconds)):0} ms "
            + $"| {Median(runs.Select(run => run.Bytes / 1e6)):0.0} MB | {runs[0].Size / 1e3:0} kB |"));
        return 0;
    }

    private static (TimeSpan Time, long Bytes, long Size) Once(FundingAnalysis analysis)
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        using var stream = new MemoryStream();
        TimeSpan before = process.UserProcessorTime;
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        analysis.SaveWorkbook(stream);
        process.Refresh();
        return (process.UserProcessorTime - before, GC.GetTotalAllocatedBytes(precise: true) - allocated, stream.Length);
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Times / 2);
}
