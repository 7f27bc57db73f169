using System.Diagnostics;

namespace FundingReports.Mutation;

/// <summary>A worker seen from outside: asked, waited for, and ended when it does not answer.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process process;

    internal WorkerProcess(string dll, int? awake = null)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true,
            RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(dll);
        start.ArgumentList.Add("worker");
        start.Environment["CsCheck_Seed"] = "0000-PXaq7B2";
        start.Environment["CsCheck_Threads"] = "1";
        start.Environment["FUNDINGREPORTS_ROUNDS"] = Run.Rounds;
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

    /// <summary>The lines of its answer; null where it ended or said nothing within the time.</summary>
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
            return reading.Wait(limit) && reading.Result ? answer : null;
        }
        catch (AggregateException)
        {
            return null;
        }
    }

    internal bool HasEnded => process.WaitForExit(100);

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.Dispose();
    }
}
