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
    private static FieldInfo active = null!, stop = null!, reached = null!;

    internal static void Run(Library library)
    {
        var awake = Type.GetType($"FundingReports.MutantSwitch, {library.Name}", throwOnError: true)!;
        (active, stop, reached) = (awake.GetField("Active")!, awake.GetField("Stop")!, awake.GetField("Reached")!);
        TextWriter output = Console.Out;
        Console.SetOut(TextWriter.Null);
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        var tests = Suite.Find(library);
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
            var before = Environment.CpuUsage.TotalTime;
            string? failure = failed[i] ?? Fails(tests[i]);
            double took = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
            yield return $"{i} {took.ToString("0.0", CultureInfo.InvariantCulture)} "
                + $"{tests[i].Name.Replace(' ', '_')} {(failure is null ? "ok" : "fails")} {Ids(now)} {failure}";
        }
        reached.SetValue(null, null);
        yield return $"-1 0 - ok {Ids(first)}";
    }

    private static string Ids(bool[] set) => string.Join(',', Enumerable.Range(0, set.Length).Where(id => set[id]));

    private static string Try(List<Test> tests, int mutant, IEnumerable<(int Index, int Limit)> which)
    {
        active.SetValue(null, mutant);
        // Of the processor's time, and not of the clock: the machine may be busy with other things.
        long until = long.MaxValue;
        using var clock = new Timer(_ =>
        {
            if (Environment.CpuUsage.TotalTime.Ticks > Interlocked.Read(ref until))
                stop.SetValue(null, true);
        }, null, 100, 100);
        try
        {
            foreach (var (test, limit) in which)
            {
                Interlocked.Exchange(ref until, (Environment.CpuUsage.TotalTime + TimeSpan.FromMilliseconds(limit)).Ticks);
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
            Interlocked.Exchange(ref until, long.MaxValue);
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
