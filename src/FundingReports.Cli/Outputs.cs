using FundingReports.Excel;

namespace FundingReports.Cli;

/// <summary>What writes the files that an analysis becomes.</summary>
/// <param name="Json">Writes analysis@1.</param>
/// <param name="Workbook">Saves the workbook under a path that ends with .xlsx.</param>
internal sealed record Outputs(Action<FundingAnalysis, Stream> Json, Action<FundingAnalysis, string, Language> Workbook)
{
    internal static Outputs Real { get; } = new(
        static (analysis, stream) => analysis.WriteJson(stream),
        (analysis, path, language) => analysis.SaveWorkbook(path, language));
}
