using System.Text.RegularExpressions;
using FundingReports.Tests;

namespace FundingReports.Docs.Tests;

/// <summary>A block of code of a page.</summary>
/// <param name="Page">The page, from the root.</param>
/// <param name="Line">The line on which it begins, from 1.</param>
/// <param name="Language">What it says to be.</param>
/// <param name="File">The file that a comment above it names; null where none does.</param>
/// <param name="Text">Its lines.</param>
internal sealed record Block(string Page, int Line, string Language, string? File, string Text)
{
    public override string ToString() => $"{Page}:{Line}";
}

/// <summary>Code in the middle of a sentence.</summary>
/// <param name="Page">The page, from the root.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Text">The code.</param>
internal sealed partial record Inline(string Page, int Line, string Text)
{
    /// <summary>Whether it calls something: a command line, a type and a formula of a spreadsheet do not.</summary>
    internal bool IsCall => Call().IsMatch(Text);

    [GeneratedRegex(@"^(?!=)(?:new )?[\w.]*\w\(.*\)|^new \w+ \{|^\[\w+\(")]
    private static partial Regex Call();
}

/// <summary>The pages that people read.</summary>
internal static partial class Pages
{
    internal static IEnumerable<string> All =>
        [Repository.PathOf("README.md"), .. Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories),
            .. Directory.EnumerateDirectories(Repository.PathOf("src")).Select(folder => Path.Combine(folder, "README.md"))
                .Where(File.Exists)];

    internal static IReadOnlyList<Block> Blocks { get; } = [.. All.Order(StringComparer.Ordinal).SelectMany(Of)];

    internal static IReadOnlyList<Inline> Inlines { get; } = [.. All.Order(StringComparer.Ordinal).SelectMany(InlinesOf)];

    private static IEnumerable<Inline> InlinesOf(string path)
    {
        bool inBlock = false;
        foreach (var (i, line) in File.ReadAllLines(path).Index())
            if (line.StartsWith("```", StringComparison.Ordinal))
                inBlock = !inBlock;
            else if (!inBlock)
                foreach (Match code in Code().Matches(line))
                    yield return new(Repository.Relative(path), i + 1, code.Groups[1].Value);
    }

    private static IEnumerable<Block> Of(string path)
    {
        string[] lines = File.ReadAllLines(path);
        for (int i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("```", StringComparison.Ordinal))
                continue;
            int end = Array.FindIndex(lines, i + 1, line => line == "```");
            Assert.True(end > i, $"{Repository.Relative(path)}:{i + 1}: a block without an end");
            string? named = i > 0 && Named().Match(lines[i - 1]) is { Success: true } match ? match.Groups[1].Value : null;
            yield return new(Repository.Relative(path), i + 1, lines[i][3..].Trim(), named, Dedented(lines[(i + 1)..end]));
            i = end;
        }
    }

    /// <summary>The lines without what all of them are indented by.</summary>
    internal static string Dedented(IReadOnlyList<string> lines)
    {
        int indent = lines.Where(line => line.Trim().Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty(0)
            .Min();
        return string.Join('\n', lines.Select(line => line.Trim().Length == 0 ? "" : line[indent..].TrimEnd())).Trim('\n');
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"^<!-- (\S+) -->$")]
    private static partial Regex Named();
}
