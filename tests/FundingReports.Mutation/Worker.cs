using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace FundingReports.Mutation;

/// <summary>A process in which the mutated library is tested; a line in, a line out.</summary>
/// <remarks>
/// "cover N" runs every test with nothing awake and says what each reached; "run ID TEST:LIMIT,…" wakes one fault and stops at the first
/// test that fails.
/// </remarks>
internal static class Worker
{
    private static readonly Type awake = Type.GetType("FundingReports.MutantSwitch, FundingReports", throwOnError: true)!;
    private static readonly FieldInfo active = awake.GetField("Active")!, stop = awake.GetField("Stop")!,
        reached = awake.GetField("Reached")!;

    internal static void Run()
    {
        TextWriter output = Console.Out;
        Console.SetOut(TextWriter.Null);
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        var tests = Suite.Find();
        while (Console.In.ReadLine() is { } line)
        {
            string[] words = line.Split(' ');
            foreach (string answer in words[0] switch
            {
                "cover" => Cover(tests, int.Parse(words[1], null)),
                "warm" => Warm(tests, words[1]),
                _ => [Try(tests, int.Parse(words[1], null),
                    words[2].Split(',').Select(pair => pair.Split(':'))
                        .Select(pair => (int.Parse(pair[0], null), int.Parse(pair[1], null))))],
            })
                output.WriteLine(answer);
            output.WriteLine(".");
            output.Flush();
        }
    }

    // What is made once in a process is made before anything is awake.
    private static string[] Warm(List<Test> tests, string which)
    {
        foreach (int test in which.Split(',').Select(int.Parse))
            Fails(tests[test]);
        return [];
    }

    private static IEnumerable<string> Cover(List<Test> tests, int mutants)
    {
        bool[] first = new bool[mutants];
        reached.SetValue(null, first);
        var failed = tests.Select(Fails).ToList();
        for (int i = 0; i < tests.Count; i++)
        {
            bool[] now = new bool[mutants];
            reached.SetValue(null, now);
            var watch = Stopwatch.StartNew();
            string? failure = failed[i] ?? Fails(tests[i]);
            yield return $"{i} {watch.Elapsed.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture)} "
                + $"{tests[i].Name.Replace(' ', '_')} {(failure is null ? "ok" : "fails")} {Ids(now)} {failure}";
        }
        reached.SetValue(null, null);
        yield return $"-1 0 - ok {Ids(first)}";
    }

    private static string Ids(bool[] set) => string.Join(',', Enumerable.Range(0, set.Length).Where(id => set[id]));

    private static string Try(List<Test> tests, int mutant, IEnumerable<(int Index, int Limit)> which)
    {
        active.SetValue(null, mutant);
        using var clock = new Timer(_ => stop.SetValue(null, true), null, Timeout.Infinite, Timeout.Infinite);
        try
        {
            foreach (var (test, limit) in which)
            {
                clock.Change(limit, Timeout.Infinite);
                string? failure = Fails(tests[test]);
                if ((bool)stop.GetValue(null)!)
                    return "late";
                if (failure is not null)
                    return $"killed {test} {failure}";
            }
            return "survived";
        }
        finally
        {
            clock.Change(Timeout.Infinite, Timeout.Infinite);
            active.SetValue(null, -1);
            stop.SetValue(null, false);
        }
    }

    private static string? Fails(Test test)
    {
        try
        {
            test.Run();
            return null;
        }
        catch (Exception error)
        {
            string message = error.GetType().Name + ": " + error.Message;
            return string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 300 } text
                ? text[..300] : message.ReplaceLineEndings(" ");
        }
    }
}
