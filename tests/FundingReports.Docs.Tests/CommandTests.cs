using System.Text.RegularExpressions;
using FundingReports.Tests;

namespace FundingReports.Docs.Tests;

/// <summary>The command lines of the pages name what exists: projects, files, verbs, options.</summary>
public partial class CommandTests
{
    private static readonly string cli = string.Concat(
        Directory.EnumerateFiles(Repository.PathOf("src", "FundingReports.Cli"), "*.cs", SearchOption.AllDirectories)
        .Where(file => !Repository.Relative(file).Contains("/obj/", StringComparison.Ordinal)).Select(File.ReadAllText));

    // Blocks without a language are commands; so are short ones between backticks.
    private static IReadOnlyList<(string Place, string Line)> Lines { get; } =
    [
        .. from block in Pages.Blocks
           where block.Language is "" or "sh" or "bash"
           from line in block.Text.Split('\n')
           select (block.ToString(), line.Split('#')[0].Trim()),
        .. from page in Pages.All
           from Match match in Quoted().Matches(File.ReadAllText(page))
           select (Repository.Relative(page), match.Groups[1].Value),
    ];

    [Fact]
    public void Run_NamesAProjectAndFilesThatExist()
    {
        var runs = Lines.Where(one => one.Line.StartsWith("dotnet run", StringComparison.Ordinal)).ToList();
        Assert.True(runs.Count >= 5);
        foreach (var (place, line) in runs)
        {
            string project = Project().Match(line).Groups[1].Value;
            Assert.True(Directory.Exists(Repository.PathOf(project)) && Directory.EnumerateFiles(Repository.PathOf(project), "*.csproj")
                    .Count() == 1, $"{place}: no project {project}");
            foreach (string word in Words(line).Where(word => word.StartsWith("seeds/", StringComparison.Ordinal)))
                Assert.True(Path.Exists(Repository.PathOf(word)), $"{place}: no {word}");
        }
    }

    [Fact]
    public void Tool_KnowsTheVerbsAndTheOptions()
    {
        var calls = Lines.Select(one => (one.Place, Call: Call().Match(one.Line))).Where(one => one.Call.Success).ToList();
        Assert.True(calls.Count >= 8);
        foreach (var (place, call) in calls)
        {
            string[] words = [.. Words(call.Groups[1].Value)];
            Assert.True(words.Length > 0, place);
            Assert.True(cli.Contains($"new Command(\"{words[0]}\"", StringComparison.Ordinal)
                    || cli.Contains($"Aliases.Add(\"{words[0]}\")", StringComparison.Ordinal), $"{place}: no verb {words[0]}");
            foreach (string option in words.Where(word => word.StartsWith('-')))
                Assert.True(cli.Contains($"\"{option}\"", StringComparison.Ordinal), $"{place}: no option {option}");
        }
    }

    private static IEnumerable<string> Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex("(?<!`)`((?:dotnet run|fundingreports) [^`\n<]+)`(?!`)")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"--project (\S+)")]
    private static partial Regex Project();

    [GeneratedRegex(@"^(?:dotnet run --project src/FundingReports\.Cli --|fundingreports) (\S.*)$")]
    private static partial Regex Call();
}
