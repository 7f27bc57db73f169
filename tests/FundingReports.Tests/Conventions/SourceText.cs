namespace FundingReports.Tests.Conventions;

/// <summary>The files of the repository, without what a build or a tool has made.</summary>
internal static class SourceText
{
    private static readonly string[] made = ["bin", "obj", "artifacts", "TestResults", "BenchmarkDotNet.Artifacts", "node_modules"];

    internal static IEnumerable<string> Files(string folder, string pattern = "*") => Directory.EnumerateFiles(folder, pattern)
        // In a second work tree .git is a file, which says where the first one lies.
        .Where(file => Path.GetFileName(file) != ".git")
        .Concat(Directory.EnumerateDirectories(folder).Where(IsOurs).SelectMany(inner => Files(inner, pattern)))
        .Order(StringComparer.Ordinal);

    /// <summary>The code of a file, line by line, without its comments.</summary>
    internal static IEnumerable<string> CodeOf(string path) =>
        File.ReadLines(path).Select(line => line.TrimStart().StartsWith("//", StringComparison.Ordinal) ? "" : line);

    private static bool IsOurs(string folder)
    {
        string name = Path.GetFileName(folder);
        return name is ".ci" || !name.StartsWith('.') && !made.Contains(name, StringComparer.Ordinal);
    }
}
