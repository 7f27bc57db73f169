using System.Diagnostics;
using System.Globalization;
using FundingReports.Excel;
using FundingReports.Portfolios;
using FundingReports.Reports;
using NodaTime;

namespace FundingReports.Benchmarks;

/// <summary>
/// Workbooks of a few posts and of many, by a process that is warm: its processor time and what it allocates, the analysis aside.
/// Processor time, so that what else the machine does counts little.
/// </summary>
internal static class WorkbookBenchmark
{
    private const int Times = 5;

    private static readonly int[] sizes = [90, 6, 200];

    internal static int Run()
    {
        Console.WriteLine($"| {Times} runs, warm | user time, median | allocated, median | size | the report alone: time | allocated |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (int posts in sizes)
            Measure(posts);
        return 0;
    }

    private static void Measure(int posts)
    {
        var portfolio = Portfolio.Create(ManyPosts.With(posts));
        FundingAnalysis Analysis() => portfolio.Analyze(ManyPosts.AsOf, new LocalDate(2027, 12, 31));
        // What is compiled in the background comes before what is measured.
        for (int i = 0; i < 3; i++)
            Workbook(Analysis());
        var workbooks = Enumerable.Range(0, Times).Select(_ => Workbook(Analysis())).ToList();
        var reports = Enumerable.Range(0, Times).Select(_ => Report(Analysis())).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| workbook of {posts} posts | {Median(workbooks.Select(run => run.Time.TotalMilliseconds)):0} ms "
            + $"| {Median(workbooks.Select(run => run.Bytes / 1e6)):0.0} MB | {workbooks[0].Size / 1e3:0} kB "
            + $"| {Median(reports.Select(run => run.Time.TotalMilliseconds)):0} ms "
            + $"| {Median(reports.Select(run => run.Bytes / 1e6)):0.0} MB |"));
    }

    private static Cost Workbook(FundingAnalysis analysis) => Of(() =>
    {
        using var stream = new MemoryStream();
        analysis.SaveWorkbook(stream);
        return stream.Length;
    });

    // What a workbook is made of, before any spreadsheet is thought of.
    private static Cost Report(FundingAnalysis analysis) => Of(() => ReportBuilder.Build(analysis).Sheets.Length);

    private static Cost Of(Func<long> work)
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        TimeSpan before = process.UserProcessorTime;
        long allocated = GC.GetTotalAllocatedBytes(precise: true), size = work();
        process.Refresh();
        return new(process.UserProcessorTime - before, GC.GetTotalAllocatedBytes(precise: true) - allocated, size);
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Times / 2);

    private readonly record struct Cost(TimeSpan Time, long Bytes, long Size);
}
