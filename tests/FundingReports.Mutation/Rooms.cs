namespace FundingReports.Mutation;

/// <summary>Which files are calculations: folders of the core library, and what decides in a publication what may be told.</summary>
internal static class Rooms
{
    internal const string Root = "Root", Publication = "Publication";

    internal static readonly string[] All =
        [
            Root, "Values", "Amounts", "Portfolios", "Ledger", "Figures", "Horizons", "Totals", "Findings", "Requests", "Risk", "Policies",
            "Scenarios", "Changes", "Consolidation", Publication,
        ];

    // Texts, files and their words: what they say is read by people, or held to schemas and kept answers.
    private static readonly string[] leftOut =
        ["AnalysisJson", "Building", "DependencyInjection", "Files", "Json", "Reasons", "Sentences", "Validation", "Wording"];

    private static readonly string[] ofPublication = ["PublicReport.cs", "PublishedTotals.cs"];

    internal static string Of(string file) =>
        file.StartsWith(Library.Reports.Prefix, StringComparison.Ordinal) ? Publication
        : file.Contains('/', StringComparison.Ordinal) ? file[..file.IndexOf('/', StringComparison.Ordinal)] : Root;

    internal static bool Holds(IEnumerable<string> rooms, string file) =>
        (rooms.Contains(Of(file), StringComparer.OrdinalIgnoreCase) || rooms.Contains(file, StringComparer.OrdinalIgnoreCase))
        && (Of(file) != Publication || ofPublication.Contains(file[Library.Reports.Prefix.Length..], StringComparer.Ordinal));

    /// <summary>Fails where a folder is named on neither side: one that was added or renamed must be named here.</summary>
    internal static void Check(string root, IEnumerable<string> asked)
    {
        var folders = Directory.EnumerateDirectories(Path.Combine(root, "src", "FundingReports")).Select(path => Path.GetFileName(path)!)
            .Except(["bin", "obj"]).Append(Root).Append(Publication).ToList();
        string[] known = [.. All, .. leftOut];
        if (folders.Except(known).Concat(known.Except(folders)).ToList() is { Count: > 0 } stale)
            throw new InvalidOperationException(
                $"Rooms.cs and the folders of src/FundingReports differ: {string.Join(", ", stale)}. Name each in Rooms.cs.");
        if (asked.Where(one => !one.EndsWith(".cs", StringComparison.Ordinal))
                .Except(All, StringComparer.OrdinalIgnoreCase).ToList() is { Count: > 0 } unknown)
            throw new ArgumentException($"There is no room {string.Join(", ", unknown)}. The rooms: {string.Join(", ", All)}.");
    }
}
