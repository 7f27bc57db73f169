using System.Diagnostics;
using System.Globalization;
using FundingReports.Benchmarks.Processes;
using FundingReports.Excel;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Benchmarks;

/// <summary>
/// A folder of départements → a workbook each and one of all together, as a whole process; beside one workbook made by a process that is
/// warm.
/// </summary>
internal static class BatchBenchmark
{
    private const int NationalPosts = 9_078;

    // Mainland and overseas; Corsica has two.
    private static readonly string[] departements =
        [.. Enumerable.Range(1, 95).Where(i => i != 20).Select(i => i.ToString("00", CultureInfo.InvariantCulture)), "2A", "2B", "971",
            "972", "973", "974", "976"];

    /// <summary>As many départements as there are, of a few posts each.</summary>
    internal static int RunDepartements() => Run("101 portfolios of 6 posts", departements.Select(_ => 6).ToArray(), times: 3);

    /// <summary>The posts of a national scheme: 9 078, shared between the départements.</summary>
    internal static int RunNational() => Run("9 078 posts × 3 funders × 6 years, in 101 portfolios", National, times: 1);

    /// <summary>Writes those portfolios alone, so that any edition of the tool can be given them.</summary>
    /// <param name="args">The folder.</param>
    internal static int WriteNational(string[] args)
    {
        Save(Directory.CreateDirectory(args[0]).FullName, National);
        return 0;
    }

    private static int[] National =>
        [.. departements.Select((_, i) => NationalPosts * (i + 1) / departements.Length - NationalPosts * i / departements.Length)];

    private static int Run(string what, int[] sizes, int times)
    {
        using var programs = new Programs();
        string input = Directory.CreateDirectory(Path.Combine(programs.Work, "in")).FullName, output = Path.Combine(programs.Work, "out");
        Save(input, sizes);
        string executable = Programs.Executable();
        string[] batch = ["batch", input, "-o", output, "--as-of", "2022-02-08", "--through", "2027-12-31"];
        Medians[] whole = WholeProcess.InTurn(times,
            [new($"{what}: batch, executable", executable, batch), new($"{what}: batch, ReadyToRun", programs.ReadyToRun(), batch)],
            Clear);
        TimeSpan warm = Warm(Directory.EnumerateFiles(input).Order(StringComparer.Ordinal).First(),
            Path.Combine(programs.Work, "one.xlsx"));
        Console.WriteLine("| whole process | median | peak | each workbook × a warm one |");
        Console.WriteLine("|---|---|---|---|");
        foreach (Medians one in whole)
            one.Print((one.Time / sizes.Length / warm).ToString("0.00", CultureInfo.InvariantCulture));
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture,
                $"| one of these workbooks, by a process that is warm | {warm.TotalMilliseconds:0} ms | | 1.00 |"));
        return 0;

        void Clear()
        {
            if (Directory.Exists(output))
                Directory.Delete(output, recursive: true);
        }
    }

    private static void Save(string folder, int[] sizes)
    {
        for (int i = 0, first = 0; i < sizes.Length; first += sizes[i++])
            Save(Path.Combine(folder, departements[i] + ".json"), departements[i], sizes[i], first);
    }

    private static void Save(string path, string departement, int posts, int first)
    {
        PortfolioFacts facts = ManyPosts.With(posts, first);
        Portfolio.Create(facts with { Posts = [.. facts.Posts.Select(post => post with { Departement = departement })] }).Save(path);
    }

    /// <summary>From file to workbook, when all code is compiled as it will stay.</summary>
    private static TimeSpan Warm(string portfolio, string workbook)
    {
        var times = new List<TimeSpan>();
        for (var all = Stopwatch.StartNew(); all.Elapsed < TimeSpan.FromSeconds(20);)
        {
            var watch = Stopwatch.StartNew();
            Portfolio.Load(portfolio).Analyze(ManyPosts.AsOf, new LocalDate(2027, 12, 31)).SaveWorkbook(workbook);
            times.Add(watch.Elapsed);
        }
        return times.Skip(times.Count / 2).Order().ElementAt(times.Count / 4);
    }
}
