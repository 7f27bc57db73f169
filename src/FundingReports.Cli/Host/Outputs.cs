using FundingReports.Changes;
using FundingReports.Excel;
using FundingReports.Html;
using FundingReports.Reports;

namespace FundingReports.Cli.Host;

/// <summary>What writes the files that an analysis becomes.</summary>
/// <param name="Json">Writes analysis@1.</param>
/// <param name="Workbook">Saves the workbook under a path that ends with .xlsx.</param>
internal sealed record Outputs(Action<FundingAnalysis, Stream> Json, Action<FundingAnalysis, string, Language, ReportOptions> Workbook)
{
    /// <summary>Saves the page under a path that ends with .html.</summary>
    internal Action<FundingAnalysis, string, Language, ReportOptions> Page { get; init; } = static (analysis, path, language, options) =>
        analysis.SavePage(path, language, options);

    /// <summary>Saves the workbook of the later state, with what changed, under a path that ends with .xlsx.</summary>
    internal Action<PortfolioChanges, string, Language> Changes { get; init; } =
        (changes, path, language) => changes.After.SaveWorkbook(path, language, new ReportOptions { Previous = changes.Before });

    internal static Outputs Real { get; } = new(
        static (analysis, stream) => analysis.WriteJson(stream),
        static (analysis, path, language, options) => analysis.SaveWorkbook(path, language, options));
}
