using System.Collections.Immutable;
using FundingReports.WorkbookLint.Package;

namespace FundingReports.WorkbookLint.Sheets;

/// <summary>A sheet: its name, its part, and what its part leads to.</summary>
/// <param name="Name">As its tab says; of two with one name, the second with its place.</param>
/// <param name="Position">From 0.</param>
/// <param name="Part">Its part; null if there is none.</param>
/// <param name="IsCells">Whether it is made of cells, and not a chart or a dialogue.</param>
/// <param name="Tables">Its tables.</param>
/// <param name="Relations">What its part leads to.</param>
internal sealed record LintSheet(
    string Name, int Position, string? Part, bool IsCells, ImmutableArray<LintTable> Tables, ImmutableArray<Relation> Relations)
{
    /// <summary>The rows repeated on each page, as the workbook writes them; null if none are.</summary>
    internal string? PrintTitles { get; init; }

    /// <summary>The cells that are printed, as the file names them; null where all are.</summary>
    internal string? PrintArea { get; init; }

    /// <summary>Whether numbers may stand in its formulas.</summary>
    internal bool HoldsAssumptions => Folded.Of(Name) is { } name && (name.Contains("hypothes", StringComparison.Ordinal)
        || name.Contains("assumption", StringComparison.Ordinal) || name.Contains("simulation", StringComparison.Ordinal));

    internal IEnumerable<Relation> Of(string kind) => Relations.Where(relation => relation.Kind == kind && !relation.IsExternal);
}
