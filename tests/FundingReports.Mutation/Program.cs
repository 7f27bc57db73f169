using System.Globalization;
using System.Text;
using FundingReports.Mutation;

// FundingReports.Mutation [--list] [--again|--resume] [--quick[=MS]] [--take] [ROOM…]: the score of every room, and
// the survivors that nobody has explained.
// --list prints the names of all faults, as survivors.txt has them, and asks nothing.
// --quick leaves the tests that take more than 20 ms, or as many as are given, to a later --again.
// --take writes survivors.txt anew: stale explanations go, new survivors join those not examined yet.
// --again asks only those that no test told the last time; --resume only those that were not asked yet.
if (args is ["worker", var library])
{
    Worker.Run(Library.Of(library));
    return 0;
}

string root = AppContext.BaseDirectory;
while (!File.Exists(Path.Combine(root, "FundingReports.sln")))
    root = Path.GetDirectoryName(root.TrimEnd(Path.DirectorySeparatorChar))
        ?? throw new InvalidOperationException("Run outside of the repository.");
string[] named = [.. args.Where(arg => !arg.StartsWith("--", StringComparison.Ordinal))];
Rooms.Check(root, named);
string[] rooms = named.Length > 0 ? named : Rooms.All;
if (args.Contains("--list"))
{
    foreach (var of in new[] { Library.Core, Library.Reports })
        foreach (string name in new MutatedLibrary(root, of, rooms).Names())
            Console.WriteLine(name);
    return 0;
}
string work = Path.Combine(root, "artifacts", "mutation");
double slowest = Array.Find(args, arg => arg.StartsWith("--quick", StringComparison.Ordinal)) is not { } quick ? double.MaxValue
    : quick.Split('=') is [_, var milliseconds] ? double.Parse(milliseconds, CultureInfo.InvariantCulture) : 20;
var verdicts = new List<Verdict>();
if (rooms.Any(room => Rooms.Of(room) != Rooms.Publication && !room.Equals(Rooms.Publication, StringComparison.OrdinalIgnoreCase)))
    verdicts.AddRange(Asked(Library.Core));
if (rooms.Any(room => Rooms.Of(room) == Rooms.Publication || room.Equals(Rooms.Publication, StringComparison.OrdinalIgnoreCase)))
    verdicts.AddRange(Asked(Library.Reports));

List<Verdict> Asked(Library of)
{
    string folder = Path.Combine(work, of.Name), bin = Path.Combine(folder, "bin"), told = Path.Combine(folder, "verdicts.tsv");
    Directory.CreateDirectory(bin);
    foreach (string path in Directory.EnumerateFiles(AppContext.BaseDirectory, "*", SearchOption.AllDirectories))
    {
        string target = Path.Combine(bin, Path.GetRelativePath(AppContext.BaseDirectory, path));
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(path, target, overwrite: true);
    }
    var mutated = new MutatedLibrary(root, of, rooms);
    mutated.Compile(Path.Combine(bin, $"{of.Name}.dll"), Path.Combine(folder, "refused.tsv"));
    var last = args.Contains("--again") || args.Contains("--resume") ? Verdict.Read(told, asked: args.Contains("--resume")) : [];
    return new Run(of, mutated, Path.Combine(bin, "FundingReports.Mutation.dll"), told, slowest).All(last);
}

string explanations = Path.Combine(root, "tests", "FundingReports.Mutation", "survivors.txt");
var reasons = Explained.Read(explanations);
var open = verdicts.Where(v => v.Outcome is Outcome.Survived or Outcome.NotCovered).ToList();
var table = new StringBuilder(
    "| room | mutants | killed | timed out | survived | not covered | not compiled | score | timed out not counted |\n"
    + "|---|---|---|---|---|---|---|---|---|\n");
foreach (var room in verdicts.GroupBy(v => v.Mutant.Room).Append(verdicts.GroupBy(_ => "all").First()))
{
    int Count(Outcome outcome) => room.Count(v => v.Outcome == outcome);
    int killed = Count(Outcome.Killed) + Count(Outcome.TimedOut), asked = room.Count() - Count(Outcome.NotCompiled);
    table.Append(CultureInfo.InvariantCulture,
        $"| {room.Key} | {room.Count()} | {Count(Outcome.Killed)} | {Count(Outcome.TimedOut)} | {Count(Outcome.Survived)} | "
        + $"{Count(Outcome.NotCovered)} | {Count(Outcome.NotCompiled)} | {100m * killed / Math.Max(1, asked):0.0} % | "
        + $"{100m * Count(Outcome.Killed) / Math.Max(1, asked):0.0} % |\n");
}
Console.Write(table);
File.WriteAllText(Path.Combine(work, "score.md"), table.ToString());

var unexplained = open.Where(v => !reasons.ContainsKey(v.Mutant.Key)).ToList();
var keys = verdicts.Select(v => v.Mutant.Key).ToHashSet();
var alive = open.Select(v => v.Mutant.Key).ToHashSet();
var stale = reasons.Keys.Where(key => !alive.Contains(key)
    && (Rooms.Holds(rooms, key.Split(" | ")[0]) || !Rooms.Holds(Rooms.All, key.Split(" | ")[0]))).ToList();
foreach (var one in unexplained)
    Console.WriteLine($"not explained ({one.Outcome}, line {one.Mutant.Line}): {one.Mutant.Key}");
foreach (string key in stale)
    Console.WriteLine(keys.Contains(key) ? $"explained, but told by a test: {key}" : $"explained, but no longer there: {key}");
var backlog = open.Count(v => reasons.TryGetValue(v.Mutant.Key, out string? reason) && Explained.IsBacklog(reason));
Console.WriteLine(
    $"{open.Count - unexplained.Count - backlog} survivors explained, {backlog} not examined yet, {unexplained.Count} new and not "
    + $"explained, {stale.Count} explanations to take away");
if (args.Contains("--take"))
    Explained.Take(explanations, stale, unexplained.Select(v => v.Mutant.Key));
return unexplained.Count + stale.Count == 0 ? 0 : 1;
