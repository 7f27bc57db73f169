using System.Diagnostics;
using System.Globalization;

namespace FundingReports.Benchmarks;

/// <summary>
/// Several ways to do the same, in turn and in one process: a machine that slows down slows all of them, and the processor's time leaves
/// other work out. The least of each is compared with the least of the first.
/// </summary>
internal static class InTurn
{
    internal static int Print(int posts, int rounds, params (string Name, Func<long> Way)[] ways)
    {
        using var process = Process.GetCurrentProcess();
        var least = ways.Select(_ => TimeSpan.MaxValue).ToArray();
        for (int round = 0; round < rounds; round++)
            for (int w = 0; w < ways.Length; w++)
            {
                long allocated = GC.GetTotalAllocatedBytes(precise: true);
                TimeSpan before = ProcessorTime(process);
                var watch = Stopwatch.StartNew();
                long digest = ways[w].Way();
                TimeSpan elapsed = watch.Elapsed, processor = ProcessorTime(process) - before;
                allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
                least[w] = processor < least[w] ? processor : least[w];
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{ways[w].Name,-9} {elapsed.TotalMicroseconds / posts,8:F2} µs a post, {processor.TotalMicroseconds / posts,8:F2} µs "
                    + $"of processor, {(double)allocated / posts,8:F0} bytes, digest {digest:x}"));
            }
        for (int w = 1; w < ways.Length; w++)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{ways[w].Name} / {ways[0].Name}: {least[w] / least[0]:F2} × of processor, the least of {rounds}"));
        return 0;
    }

    private static TimeSpan ProcessorTime(Process process)
    {
        process.Refresh();
        return process.TotalProcessorTime;
    }
}
