namespace FundingReports.Architecture.Tests;

/// <summary>Which room of each project may use which. What is not here must not be in the code, and what is here must be used.</summary>
/// <remarks>From the bottom up: a room names only rooms above it in its list, so that there is no circle.</remarks>
internal static class PermittedUses
{
    private const string Root = ShippedProject.Root;

    internal static IReadOnlyDictionary<string, (string Room, string Uses)[]> Table { get; } = new Dictionary<string, (string, string)[]>
    {
        ["FundingReports"] =
        [
            ("Values", ""),
        ],
    };

    internal static IEnumerable<string> RoomsOf(string project) => Table.GetValueOrDefault(project, []).Select(row => row.Room);

    internal static IEnumerable<(string From, string To)> Of(string project) =>
        from row in Table.GetValueOrDefault(project, [])
        from used in row.Uses.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        select (row.Room, used);
}
