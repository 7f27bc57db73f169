using System.Globalization;
using FundingReports.Benchmarks.Processes;

namespace FundingReports.Benchmarks;

/// <summary>How long a person waits for one post: the tool on the Landes as a whole process, beside a program that does nothing.</summary>
internal static class StartBenchmark
{
    private const int Times = 15;

    internal static int Run()
    {
        using var programs = new Programs();
        string landes = Path.GetFullPath(Path.Combine("seeds", "landes", "portfolio.json")),
            workbook = Path.Combine(programs.Work, "landes.xlsx");
        string[] analyse = ["analyse", landes, "--as-of", "2022-02-08"],
            report = ["report", landes, "--as-of", "2022-02-08", "-o", workbook];
        string readyToRun = programs.ReadyToRun(), executable = Programs.Executable();
        Medians[] all = WholeProcess.InTurn(Times,
        [
            new("a program that does nothing", programs.Empty(), []),
            new("analyse, executable", executable, analyse),
            new("report, executable", executable, report),
            new("analyse, ReadyToRun", readyToRun, analyse),
            new("report, ReadyToRun", readyToRun, report),
        ]);
        Console.WriteLine("| whole process | median | peak | × nothing |");
        Console.WriteLine("|---|---|---|---|");
        foreach (Medians one in all)
            one.Print((one.Time / all[0].Time).ToString("0.0", CultureInfo.InvariantCulture));
        return 0;
    }
}
