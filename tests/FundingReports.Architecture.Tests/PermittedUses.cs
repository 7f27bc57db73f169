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
            ("Files", ""),
            ("Wording", "Values"),
            ("Portfolios", "Values"),
            ("Validation", "Values Portfolios"),
            ("Coverage", "Values Portfolios Validation"),
            ("Json", "Values Files Portfolios Validation Coverage"),
            ("Policies", "Values Wording Portfolios Validation Coverage Json"),
            ("Horizons", "Values Portfolios Coverage"),
            ("Schedules", "Values Portfolios"),
            ("Totals", "Values Portfolios Coverage Horizons"),
            ("Requests", "Values Portfolios Coverage Policies"),
            ("Risk", "Values Portfolios Coverage Policies Requests"),
            ("Findings", "Values Portfolios Validation Coverage Policies Requests"),
            (Root, "Values Portfolios Validation Coverage Policies Horizons Totals Requests Risk Findings"),
            ("Reasons", $"Values Portfolios Horizons Totals {Root}"),
            ("Scenarios", $"Values Portfolios Validation Coverage Json Policies Totals {Root}"),
            ("Changes", $"Values Portfolios Policies Horizons Totals {Root}"),
            ("Consolidation", $"Values Portfolios Policies Horizons Totals Risk {Root}"),
            ("Texts",
                $"Values Wording Portfolios Validation Policies Horizons Schedules "
                + $"Totals Requests Risk {Root} Reasons Changes Consolidation"),
            ("AnalysisJson", $"Values Portfolios Validation Json Policies Horizons Totals Requests Risk {Root} Reasons Texts"),
            ("DependencyInjection", $"Portfolios {Root}"),
            ("Reports",
                $"Values Wording Portfolios Validation Coverage Horizons Schedules Totals "
                + $"Requests Risk {Root} Reasons Scenarios Changes Consolidation Texts"),
        ],
        ["FundingReports.Excel"] =
        [
            ("Layout", ""),
            ("Lint", "Layout"),
            ("Sheets", "Layout"),
            ("Charts", "Layout Sheets"),
            ("Streaming", "Layout"),
            ("Packaging", "Layout Sheets Charts Streaming"),
            (Root, "Layout Sheets Packaging"),
        ],
        ["FundingReports.Exchange"] =
        [
            ("Cells", ""),
            ("Forms", "Cells"),
            ("Files", "Cells"),
            ("Intake", "Cells Forms Files"),
            ("Template", "Cells Forms Files Intake"),
            ("Merging", "Cells Forms Intake Template"),
            ("Official", "Cells Intake Merging"),
            ("Scdl", "Cells Files Intake Official"),
            ("Fonjep", "Cells Forms Files Intake Official Scdl"),
            ("Subventia", "Cells Forms Files Intake Official Scdl Fonjep"),
            (Root, "Cells Files Intake Template Official Scdl Fonjep Subventia"),
        ],
        ["FundingReports.Testing"] =
        [
            (Root, ""),
        ],
        ["FundingReports.Cli"] =
        [
            ("Host", ""),
            ("Usage", "Host"),
            ("Input", "Host Usage"),
            ("Pages", "Host"),
            ("Batch", "Host Usage Input"),
            ("Commands", "Host Usage Input Pages Batch"),
            (Root, "Host Usage Commands"),
        ],
    };

    internal static IEnumerable<string> RoomsOf(string project) => Table.GetValueOrDefault(project, []).Select(row => row.Room);

    internal static IEnumerable<(string From, string To)> Of(string project) =>
        from row in Table.GetValueOrDefault(project, [])
        from used in row.Uses.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        select (row.Room, used);
}
