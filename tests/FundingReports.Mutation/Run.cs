using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace FundingReports.Mutation;

internal enum Outcome
{
    Killed,
    TimedOut,
    Survived,
    NotCovered,
    NotCompiled,
}

/// <summary>What became of a fault, and which test told it.</summary>
internal sealed record Verdict(Mutant Mutant, Outcome Outcome, string By)
{
    internal static string KeyOf(string line) => line.Split('\t')[1];

    /// <summary>What an earlier run told, by the names of the mutants: those that a test told, or all that were asked.</summary>
    internal static Dictionary<string, (Outcome Outcome, string By)> Read(string path, bool asked) =>
        (File.Exists(path) ? File.ReadLines(path) : []).Select(line => line.Split('\t')).Where(words => words.Length > 3)
        .Select(words => (Key: words[1], Outcome: Enum.Parse<Outcome>(words[0]), By: words[3]))
        .Where(verdict => asked || verdict.Outcome is Outcome.Killed)
        .ToDictionary(verdict => verdict.Key, verdict => (verdict.Outcome, verdict.By), StringComparer.Ordinal);
}

/// <summary>All faults, one by one, each by the tests that reach it and the quickest first.</summary>
internal sealed class Run(Library of, MutatedLibrary library, string dll, string verdictsPath, double slowest)
{
    /// <summary>Portfolios answered once by the naive implementation and asked of every mutant.</summary>
    internal const string Kept = "320";

    private sealed record Covered(int Index, double Milliseconds, string Name, HashSet<int> Reached);

    private readonly List<Covered> tests = [];
    private readonly ConcurrentDictionary<(string File, int Test), int> kills = [];
    private HashSet<int> started = [];

    internal List<Verdict> All(Dictionary<string, (Outcome Outcome, string By)> last)
    {
        Cover();
        // What was told of other rooms stays.
        List<string> others = File.Exists(verdictsPath) ? [.. File.ReadLines(verdictsPath)
            .Where(line => !Rooms.Holds(library.Rooms, Verdict.KeyOf(line).Split(" | ")[0]))] : [];
        using var progress = new StreamWriter(verdictsPath) { AutoFlush = true };
        others.ForEach(progress.WriteLine);
        var verdicts = new Verdict[library.Mutants.Count];
        int next = -1, done = 0, survive = 0;
        var watch = Stopwatch.StartNew();
        // One worker for each core, each with the next fault that nobody has.
        Parallel.For(0, Environment.ProcessorCount, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, _ =>
        {
            WorkerProcess? worker = null;
            for (int i = Interlocked.Increment(ref next); i < verdicts.Length; i = Interlocked.Increment(ref next))
            {
                var mutant = library.Mutants[i];
                var own = Stopwatch.StartNew();
                var verdict = library.Refused.Contains(mutant.Key) ? new(mutant, Outcome.NotCompiled, "")
                    : last.TryGetValue(mutant.Key, out var told) ? new(mutant, told.Outcome, told.By) : Judge(mutant, ref worker);
                verdicts[i] = verdict;
                lock (progress)
                {
                    progress.WriteLine($"{verdict.Outcome}\t{mutant.Key}\t{mutant.Line}\t{verdict.By}\t{own.Elapsed.TotalSeconds:0.0}");
                    survive += verdict.Outcome == Outcome.Survived ? 1 : 0;
                    if (++done % 100 == 0)
                        Console.Error.WriteLine($"{watch.Elapsed:hh\\:mm\\:ss} {done} of {verdicts.Length}: {survive} survive");
                }
            }
            worker?.Dispose();
        });
        return [.. verdicts];
    }

    private void Cover()
    {
        using var worker = new WorkerProcess(dll, of);
        foreach (string line in worker.Ask($"cover {library.Mutants.Count}", TimeSpan.FromMinutes(20))
                ?? throw new InvalidOperationException("The tests ended before they were done."))
        {
            string[] words = line.Split(' ');
            HashSet<int> reached = [.. words[4].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];
            if (words[0] == "-1")
                started = reached;
            else if (words[3] == "fails")
                Console.Error.WriteLine($"left out, it fails unmutated: {words[2]} {string.Join(' ', words.Skip(5))}");
            else if (double.Parse(words[1], CultureInfo.InvariantCulture) <= slowest)
                tests.Add(new(int.Parse(words[0], null), double.Parse(words[1], CultureInfo.InvariantCulture), words[2], reached));
        }
        Console.Error.WriteLine(
            $"{tests.Count} tests, {tests.Sum(test => test.Milliseconds) / 1000:0.0} s; slowest "
            + $"{string.Join(", ", tests.OrderByDescending(test => test.Milliseconds).Take(12).Select(test => $"{test.Name} {test.Milliseconds:0}"))}");
    }

    private Verdict Judge(Mutant mutant, ref WorkerProcess? worker)
    {
        var reaching = tests.Where(test => test.Reached.Contains(mutant.Id)).ToList();
        // Reached by no test, or only while something was made for the whole process: a process of its own, and every test.
        bool once = reaching.Count == 0;
        // A slower test may reach it, which --again asks.
        if (once && slowest < double.MaxValue)
            return new(mutant, Outcome.NotCovered, "");
        if (once)
            reaching = [.. tests.Where(test => test.Milliseconds < 300)];
        var order = reaching.OrderBy(test => (test.Milliseconds + 1) / (1 + 4 * kills.GetValueOrDefault((mutant.File, test.Index))));
        // A process that begins compiles every test first.
        int limit = (int)((once ? 120 : 4) + 3 * reaching.Sum(test => test.Milliseconds) / 1000);
        var own = once ? new WorkerProcess(dll, of, mutant.Id) : worker ??= Warm();
        string answer = own.Ask(
            $"run {mutant.Id} {string.Join(',', order.Select(test => string.Create(CultureInfo.InvariantCulture, $"{test.Index}:{5000 + 30 * test.Milliseconds:0}")))}", TimeSpan.FromSeconds(limit + 10))?[0] ?? (own.HasEnded ? "ended" : "late");
        if (once || answer is "ended" || answer == "late" && own.HasEnded)
            own.Dispose();
        if (!once && (answer is "ended" or "late"))
        {
            own.Dispose();
            worker = null;
        }
        string[] words = answer.Split(' ', 3);
        if (words[0] == "survived")
            return new(mutant, once && !started.Contains(mutant.Id) ? Outcome.NotCovered : Outcome.Survived, "");
        if (words[0] == "late")
            return new(mutant, Outcome.TimedOut, "");
        if (words[0] == "ended")
            return new(mutant, Outcome.Killed, "the process ended");
        int killer = int.Parse(words[1], null);
        kills.AddOrUpdate((mutant.File, killer), 1, (_, count) => count + 1);
        return new(mutant, Outcome.Killed, tests.First(test => test.Index == killer).Name);
    }

    private WorkerProcess Warm()
    {
        var fresh = new WorkerProcess(dll, of);
        fresh.Ask($"warm {string.Join(',', tests.Select(test => test.Index))}", TimeSpan.FromMinutes(10));
        return fresh;
    }
}
