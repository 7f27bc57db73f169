using System.Globalization;
using System.Text;
using FundingReports.Mutation;

// FundingReports.Mutation [--again|--resume] [--quick[=MS]] [--take] [ROOM…]: the score of every room, and the survivors that nobody has
// explained.
// --quick leaves the tests that take more than 20 ms, or as many as are given, to a later --again.
// --take writes survivors.txt anew: stale explanations go, new survivors join those not examined yet.
// --again asks only those that no test told the last time; --resume only those that were not asked yet.
if (args is ["worker"])
{
    Worker.Run();
    return 0;
}

string root = AppContext.BaseDirectory;
while (!File.Exists(Path.Combine(root, "FundingReports.sln")))
    root = Path.GetDirectoryName(root.TrimEnd(Path.DirectorySeparatorChar))
        ?? throw new InvalidOperationException("Run outside of the repository.");
string[] named = [.. args.Where(arg => !arg.StartsWith("--", StringComparison.Ordinal))];
string[] rooms = named.Length > 0 ? named : Rooms.All;
string work = Path.Combine(root, "artifacts", "mutation"), bin = Path.Combine(work, "bin");
Directory.CreateDirectory(bin);
foreach (string path in Directory.EnumerateFiles(AppContext.BaseDirectory, "*", SearchOption.AllDirectories))
{
    string target = Path.Combine(bin, Path.GetRelativePath(AppContext.BaseDirectory, path));
    Directory.CreateDirectory(Path.GetDirectoryName(target)!);
    File.Copy(path, target, overwrite: true);
}

var library = new MutatedLibrary(root, rooms);
library.Compile(Path.Combine(bin, "FundingReports.dll"));
string told = Path.Combine(work, "verdicts.tsv");
double slowest = Array.Find(args, arg => arg.StartsWith("--quick", StringComparison.Ordinal)) is not { } quick ? double.MaxValue
    : quick.Split('=') is [_, var milliseconds] ? double.Parse(milliseconds, CultureInfo.InvariantCulture) : 20;
var last = args.Contains("--again") || args.Contains("--resume") ? Verdict.Read(told, asked: args.Contains("--resume")) : [];
var verdicts = new Run(library, Path.Combine(bin, "FundingReports.Mutation.dll"), told, slowest).All(last);

string explanations = Path.Combine(root, "tests", "FundingReports.Mutation", "survivors.txt");
var reasons = Explained.Read(explanations);
var open = verdicts.Where(v => v.Outcome is Outcome.Survived or Outcome.NotCovered).ToList();
var table = new StringBuilder(
    "| room | mutants | killed | timed out | survived | not covered | not compiled | score |\n|---|---|---|---|---|---|---|---|\n");
foreach (var room in verdicts.GroupBy(v => v.Mutant.Room).Append(verdicts.GroupBy(_ => "all").First()))
{
    int Count(Outcome outcome) => room.Count(v => v.Outcome == outcome);
    int killed = Count(Outcome.Killed) + Count(Outcome.TimedOut), asked = room.Count() - Count(Outcome.NotCompiled);
    table.Append(CultureInfo.InvariantCulture,
        $"| {room.Key} | {room.Count()} | {Count(Outcome.Killed)} | {Count(Outcome.TimedOut)} | {Count(Outcome.Survived)} | "
        + $"{Count(Outcome.NotCovered)} | {Count(Outcome.NotCompiled)} | {100m * killed / Math.Max(1, asked):0.0} % |\n");
}
Console.Write(table);
File.WriteAllText(Path.Combine(work, "score.md"), table.ToString());

var unexplained = open.Where(v => !reasons.ContainsKey(v.Mutant.Key)).ToList();
var keys = verdicts.Select(v => v.Mutant.Key).ToHashSet();
var alive = open.Select(v => v.Mutant.Key).ToHashSet();
var stale = reasons.Keys.Where(key => Rooms.Holds(rooms, key.Split(" | ")[0]) && !alive.Contains(key)).ToList();
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
