using System.Diagnostics;

namespace FundingReports.Mutation;

/// <summary>A worker seen from outside: asked, waited for, and ended when it does not answer.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process process;
    private bool isDisposed;

    internal WorkerProcess(string dll, Library library, int? awake = null)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true,
            RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(dll);
        start.ArgumentList.Add("worker");
        start.ArgumentList.Add(library.Name);
        start.Environment["CsCheck_Threads"] = "1";
        start.Environment["FUNDINGREPORTS_ROUNDS"] = library.Rounds;
        start.Environment["FUNDINGREPORTS_KEPT"] = Run.Kept;
        start.Environment["FUNDINGREPORTS_KEEP"] = "0";
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x100000000";
        start.Environment["DOTNET_TieredPGO"] = "0";
        if (awake is { } id)
            start.Environment["FUNDINGREPORTS_MUTANT"] = $"{id}";
        process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
    }

    /// <summary>
    /// The lines of its answer; null where it ended, or said nothing within the time: of the processor, or thirty times as long of the
    /// clock.
    /// </summary>
    internal List<string>? Ask(string question, TimeSpan limit)
    {
        var answer = new List<string>();
        var reading = Task.Run(() =>
        {
            process.StandardInput.WriteLine(question);
            process.StandardInput.Flush();
            while (process.StandardOutput.ReadLine() is { } line)
                if (line == ".")
                    return true;
                else
                    answer.Add(line);
            return false;
        });
        try
        {
            TimeSpan until = Used() + limit;
            var watch = Stopwatch.StartNew();
            while (!reading.Wait(TimeSpan.FromMilliseconds(200)))
                if (Used() > until || watch.Elapsed > 30 * limit)
                    return null;
            return reading.Result ? answer : null;
        }
        catch (AggregateException)
        {
            return null;
        }
    }

    private TimeSpan Used()
    {
        process.Refresh();
        return process.HasExited ? TimeSpan.Zero : process.TotalProcessorTime;
    }

    internal bool HasEnded => process.WaitForExit(100);

    public void Dispose()
    {
        if (isDisposed)
            return;
        isDisposed = true;
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.Dispose();
    }
}
