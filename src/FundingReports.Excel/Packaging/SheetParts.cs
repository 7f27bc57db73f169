using System.Globalization;
using FundingReports.Excel.Layout;

namespace FundingReports.Excel.Packaging;

/// <summary>The names of the parts of a sheet.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="IsFirst">Whether it is the first of the workbook.</param>
/// <param name="Name">Its own part.</param>
/// <param name="Tables">Its tables, each with its number in the workbook.</param>
/// <param name="Drawing">What is drawn on it; null for nothing.</param>
/// <param name="Charts">The charts of the drawing.</param>
internal sealed record SheetParts(
    SheetLayout Sheet, bool IsFirst, string Name,
    IReadOnlyList<(int Number, string Name)> Tables, string? Drawing, IReadOnlyList<string> Charts)
{
    /// <summary>The parts to which it leads, the drawing first.</summary>
    internal IReadOnlyList<(string Kind, string Target)> Relations { get; } =
        [.. Drawing is null
            ? [] : (IEnumerable<(string, string)>)[("drawing", Drawing)], .. Tables.Select(table => ("table", table.Name))];

    internal static IReadOnlyList<SheetParts> Of(ReportLayout layout)
    {
        int tables = 0, drawings = 0, charts = 0;
        return
        [
            .. layout.Sheets.Select((sheet, i) => new SheetParts(
                sheet, i == 0, Numbered("xl/worksheets/sheet", i + 1),
                [.. sheet.Tables.Select(_ => (++tables, Numbered("xl/tables/table", tables)))],
                sheet.Charts.IsEmpty && sheet.Timelines.IsEmpty ? null : Numbered("xl/drawings/drawing", ++drawings),
                [.. sheet.Charts.Select(_ => Numbered("xl/charts/chart", ++charts))])),
        ];
    }

    private static string Numbered(string name, int number) => string.Create(CultureInfo.InvariantCulture, $"{name}{number}.xml");
}
