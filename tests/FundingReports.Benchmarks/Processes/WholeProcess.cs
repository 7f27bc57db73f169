using System.Diagnostics;
using System.Globalization;

namespace FundingReports.Benchmarks.Processes;

/// <summary>A command run as a process of its own: how long, from its start to its end, and the most memory it held.</summary>
internal sealed record WholeProcess(string What, string Program, string[] Arguments)
{
    /// <summary>Runs several in turn, so that a machine that slows down slows all, and gives the median of each.</summary>
    /// <param name="times">How many runs of each are counted, after one that is not.</param>
    /// <param name="commands">What is run.</param>
    /// <param name="before">What is done before each run, and not counted.</param>
    internal static Medians[] InTurn(int times, WholeProcess[] commands, Action? before = null)
    {
        var runs = commands.Select(_ => new List<(TimeSpan Time, long Peak)>()).ToArray();
        for (int i = 0; i <= times; i++)
            for (int c = 0; c < commands.Length; c++)
            {
                before?.Invoke();
                var run = commands[c].Once();
                if (i > 0)
                    runs[c].Add(run);
            }
        return [
            .. commands.Select((command, c) =>
                    new Medians(command.What, Median(runs[c].Select(run => run.Time)), Median(runs[c].Select(run => run.Peak))))];
    }

    private (TimeSpan Time, long Peak) Once()
    {
        var watch = Stopwatch.StartNew();
        using Process process = Process.Start(
            new ProcessStartInfo(Program, Arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        long peak = 0;
        // The system keeps the peak itself, and forgets it with the process.
        while (!process.WaitForExit(2))
            peak = Math.Max(peak, PeakOf(process.Id));
        TimeSpan time = watch.Elapsed;
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{What} ended with {process.ExitCode}.");
        return (time, peak);
    }

    private static long PeakOf(int process)
    {
        try
        {
            string? line = File.ReadLines($"/proc/{process.ToString(CultureInfo.InvariantCulture)}/status")
                .FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0
                : long.Parse(line.AsSpan(6, line.Length - 8).Trim(), NumberStyles.None, CultureInfo.InvariantCulture) * 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static T Median<T>(IEnumerable<T> values)
    {
        List<T> ordered = [.. values.Order()];
        return ordered[ordered.Count / 2];
    }
}

/// <summary>The median time and the median peak of a command.</summary>
internal sealed record Medians(string What, TimeSpan Time, long Peak)
{
    internal void Print(string beside) =>
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"| {What} | {Time.TotalMilliseconds:0} ms | {Peak / 1e6:0} MB | {beside} |"));
}
