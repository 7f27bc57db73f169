using FundingReports.Tests;

namespace FundingReports.Docs.Tests;

/// <summary>What stands between markers in the compiled files of this project: code that a page shows.</summary>
internal sealed record Snippet(string Place, string Text)
{
    internal const string Begin = "// page", End = "// end of page";

    internal static IReadOnlyList<Snippet> All { get; } = [
        .. Directory.EnumerateFiles(Repository.PathOf("tests", "FundingReports.Docs.Tests", "Snippets"), "*.cs")
            .Order(StringComparer.Ordinal).SelectMany(Of)];

    private static IEnumerable<Snippet> Of(string path)
    {
        string[] lines = File.ReadAllLines(path);
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i].Trim() != Begin)
                continue;
            int end = Array.FindIndex(lines, i, line => line.Trim() == End);
            Assert.True(end > i, $"{Repository.Relative(path)}:{i + 1}: no \"{End}\"");
            yield return new($"{Repository.Relative(path)}:{i + 1}", Pages.Dedented(lines[(i + 1)..end]));
            i = end;
        }
    }
}
