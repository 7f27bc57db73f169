using System.Reflection;
using FundingReports.Tests;

namespace FundingReports.Docs.Tests;

/// <summary>No page shows code that is not compiled and run.</summary>
public class CodeTests
{
    private static IEnumerable<Block> Code => Pages.Blocks.Where(block => block.Language is "csharp" or "cs" or "c#");

    [Fact]
    public void Pages_ShowCode() => Assert.True(Code.Count() >= 10);

    [Fact]
    public void EveryBlock_IsASnippetThatRuns_OrAPartOfTheExampleItNames()
    {
        var missing = Code.Where(block => block.File is { } file ? !IsPartOf(file, block.Text)
                : !Snippet.All.Any(snippet => snippet.Text == WithoutUsings(block)));
        Assert.Empty(
            missing.Select(block => block.File is null ? $"{block}: the code is in no snippet of tests/FundingReports.Docs.Tests/Snippets"
                    : $"{block}: {block.File} says something else"));
    }

    [Fact]
    public void EverySnippet_IsOnAPage() =>
        Assert.Empty(Snippet.All.Where(snippet => !Code.Any(block => WithoutUsings(block) == snippet.Text))
                .Select(snippet => $"{snippet.Place} is on no page"));

    /// <summary>A call in the middle of a sentence is code too: whoever copies it wants it to work.</summary>
    [Fact]
    public void EveryCallInASentence_IsInASnippetThatRuns()
    {
        string run = string.Join('\n', Directory.EnumerateFiles(
            Repository.PathOf("tests", "FundingReports.Docs.Tests", "Snippets"), "*.cs").Select(File.ReadAllText));
        List<Inline> calls = [.. Pages.Inlines.Where(one => ForUsers(one.Page) && one.IsCall)];
        Assert.True(calls.Count >= 15, $"Only {calls.Count} calls were found.");
        Assert.Empty(calls.Where(call => !run.Contains(call.Text, StringComparison.Ordinal))
            .Select(call => $"{call.Page}:{call.Line}: `{call.Text}` is in no snippet of tests/FundingReports.Docs.Tests/Snippets"));
    }

    // Pages of the house name its own members, and what libraries fail at.
    private static bool ForUsers(string page) => page.StartsWith("src/", StringComparison.Ordinal)
        || page is "README.md" or "docs/code.md" or "docs/web.md" or "docs/policies.md" or "docs/model.md" or "docs/page.md"
            or "docs/formats.md" or "docs/form.md" or "docs/own-sheets.md" or "docs/limits.md" or "docs/glossary.md";

    // Projects write what they compile: a file of an example counts only where the solution builds it.
    [Fact]
    public void NamedExamples_AreInTheSolution()
    {
        string solution = File.ReadAllText(Repository.PathOf("FundingReports.sln"));
        foreach (string file in Code.Select(block => block.File).OfType<string>())
        {
            string[] parts = file.Split('/');
            Assert.Equal("examples", parts[0]);
            Assert.Contains($@"examples\{parts[1]}\{parts[1]}.csproj", solution, StringComparison.Ordinal);
        }
    }

    /// <summary>The first block of the README, as it is run.</summary>
    [Theory, InlineData("Landes"), InlineData("InCode"), InlineData("OwnPolicy")]
    public void Example_Runs(string name)
    {
        TextWriter before = Console.Out;
        using var said = new StringWriter();
        Console.SetOut(said);
        try
        {
            MethodInfo main = Assembly.Load(name).EntryPoint!;
            main.Invoke(null, main.GetParameters().Length == 0 ? null : [Array.Empty<string>()]);
        }
        finally
        {
            Console.SetOut(before);
        }
        if (name == "Landes")
        {
            Assert.True(File.Exists("landes.xlsx"));
            // What the README quotes is what it says.
            string quoted = File.ReadAllLines(Repository.PathOf("README.md"))
                .First(line => line.StartsWith("> Au 8 février 2022", StringComparison.Ordinal))[2..];
            Assert.Contains(quoted, said.ToString().Replace('\u00a0', ' ').Replace('\u202f', ' '), StringComparison.Ordinal);
        }
        else if (name == "InCode")
        {
            Assert.True(File.Exists("deux-postes.xlsx"));
            Assert.Contains("reste à financer en 2025 : 15000.00", said.ToString(), StringComparison.Ordinal);
        }
        else
        {
            Assert.Contains("la règle est respectée", said.ToString(), StringComparison.Ordinal);
        }
    }

    // A snippet is compiled inside of a method; .ci/consumer compiles the blocks of the packages with the usings that they show.
    private static string WithoutUsings(Block block) => string.Join('\n', block.Text.Split('\n').SkipWhile(IsUsing));

    private static bool IsUsing(string line) => line.Length == 0
        || (line.StartsWith("using ", StringComparison.Ordinal) && line.EndsWith(';') && !line.Contains('=', StringComparison.Ordinal));

    private static bool IsPartOf(string file, string text)
    {
        if (!File.Exists(Repository.PathOf(file)))
            return false;
        string[] lines = File.ReadAllLines(Repository.PathOf(file)), wanted = text.Split('\n');
        return Enumerable.Range(0, lines.Length - wanted.Length + 1).Any(i => Pages.Dedented(lines[i..(i + wanted.Length)]) == text);
    }
}
