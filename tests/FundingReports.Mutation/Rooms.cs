namespace FundingReports.Mutation;

/// <summary>Which files are calculations.</summary>
internal static class Rooms
{
    internal const string Values = "Values";

    private static readonly string[] values =
    [
        "CoverageRate.cs", "Euros.cs", "Factor.cs", "FundingAnalysis.cs", "FundingHorizon.cs", "Knowable.cs",
        "LargestRemainder.cs", "PartialDate.cs", "PostFunding.cs", "PostStream.cs", "Share.cs", "Thirtieths.cs",
    ];

    internal static readonly string[] All =
        [
            Values, "Amounts", "Ledger", "Figures", "Horizons", "Totals", "Findings", "Requests", "Risk", "Scenarios", "Changes",
            "Consolidation",
        ];

    // Exact reading of numbers is arithmetic, though its refusals are problems.
    private const string Numbers = "Values/ExactNumber.cs";

    internal static bool Holds(IEnumerable<string> rooms, string file) =>
        rooms.Contains(Mutant.RoomOf(file), StringComparer.OrdinalIgnoreCase)
            && (file.Contains('/', StringComparison.Ordinal) || values.Contains(file, StringComparer.Ordinal))
        || file == Numbers && rooms.Contains(Values, StringComparer.OrdinalIgnoreCase);
}
