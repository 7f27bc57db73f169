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
            ("Amounts", "Values"),
            ("Portfolios", "Values Amounts"),
            ("Validation", "Values Amounts Portfolios"),
            ("Ledger", "Values Amounts Portfolios Validation"),
            ("Building", "Values Amounts Portfolios Validation Ledger"),
            ("Json", "Values Files Amounts Portfolios Validation Ledger"),
            ("Policies", "Values Wording Amounts Portfolios Validation Ledger Json"),
            ("Figures", "Values Amounts Portfolios Ledger"),
            ("Horizons", "Values Portfolios Ledger Figures"),
            ("Totals", "Values Amounts Portfolios Ledger Figures Horizons"),
            ("Requests", "Values Portfolios Ledger Policies Figures"),
            ("Risk", "Values Portfolios Ledger Policies Figures Requests"),
            ("Findings", "Values Amounts Portfolios Validation Ledger Policies Figures Requests"),
            (Root, "Values Portfolios Validation Ledger Policies Figures Horizons Totals Requests Risk Findings"),
            ("Reasons", $"Values Amounts Portfolios Horizons {Root}"),
            ("Scenarios", $"Values Amounts Portfolios Validation Ledger Json Policies Figures Totals {Root}"),
            ("Changes", $"Values Amounts Portfolios Policies Horizons Totals {Root}"),
            ("Consolidation", $"Values Portfolios Policies Horizons Totals Risk {Root}"),
            ("Sentences",
                "Values Wording Amounts Portfolios Validation Ledger Policies "
                + $"Horizons Totals Requests Risk {Root} Reasons Changes"),
            ("AnalysisJson",
                "Values Portfolios Validation Json Policies Horizons "
                + $"Totals Requests Risk {Root} Reasons Sentences"),
            ("DependencyInjection", $"Values Portfolios Validation Policies {Root} Scenarios Changes"),
        ],
        ["FundingReports.Reports"] =
        [
            ("Formulas", ""),
            ("Model", "Formulas"),
            ("Schedules", ""),
            ("Texts", "Model Schedules"),
            ("Waiting", ""),
            ("Sheets", "Formulas Model Schedules Texts Waiting"),
            (Root, "Model Schedules Texts Sheets Waiting"),
        ],
        ["FundingReports.Excel"] =
        [
            ("Waiting", ""),
            ("Naming", ""),
            ("Checking", ""),
            ("Layout", "Checking Waiting"),
            ("Sheets", "Layout Waiting"),
            ("Refusing", "Checking Layout Sheets"),
            ("Charts", "Layout"),
            ("Streaming", "Layout Sheets"),
            ("Packaging", "Layout Sheets Charts Streaming Waiting"),
            ("Added", "Layout Sheets Charts Packaging"),
            (Root, "Checking Refusing Layout Packaging Added Waiting Naming"),
        ],
        ["FundingReports.Html"] =
        [
            ("Checking", ""),
            ("Naming", ""),
            ("Markup", ""),
            ("Blocks", "Markup"),
            (Root, "Checking Naming Markup Blocks"),
        ],
        ["FundingReports.WorkbookLint"] =
        [
            ("Findings", ""),
            ("Package", "Findings"),
            ("Looks", "Package"),
            ("Sheets", "Findings Package Looks"),
            ("Rules", "Findings Package Looks Sheets"),
            (Root, "Findings Package Sheets Rules"),
        ],
        ["FundingReports.Exchange"] =
        [
            ("Names", ""),
            ("Cells", "Names"),
            ("Files", "Names Cells"),
            ("Forms", "Names Cells"),
            ("Merging", "Names Forms"),
            ("Reading", "Names Cells Files Forms Merging"),
            ("Fonjep", "Names Cells Files Forms Reading"),
            ("Subventia", "Names Cells Files Forms Reading"),
            ("Scdl", "Names Cells Files Forms Reading"),
            ("Intake", "Names Cells Files Forms Reading"),
            ("Answers", "Names Cells Forms Reading"),
            ("Template", "Names Cells Files Forms Intake"),
            ("Corrections", "Names Cells Files Reading Intake Template"),
            ("Awaiting", "Names Merging"),
            ("Flat", "Names Files Scdl"),
            ("Calendars", "Names Files"),
            ("Chorus", "Names Cells Files Forms Reading"),
            ("Placing", "Names Cells Files Forms Reading Template Awaiting"),
            ("Imports", "Files Reading Fonjep Subventia Scdl Chorus"),
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
