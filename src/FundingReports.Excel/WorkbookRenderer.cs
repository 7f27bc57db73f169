using ClosedXML.Excel;
using FundingReports.Excel.Layout;
using FundingReports.Reports;

namespace FundingReports.Excel;

/// <summary>Report → workbook in memory. It sorts nothing, computes nothing and has no words of its own.</summary>
/// <remarks>To be called under the invariant culture.</remarks>
internal static class WorkbookRenderer
{
    internal static Rendering Render(Report report, int lastRow)
    {
        var workbook = new XLWorkbook();
        Look.Apply(workbook.Style);
        var rendering = Add(workbook, report, lastRow);
        workbook.Worksheet(1).SetTabActive();
        return rendering;
    }

    /// <summary>The same at the end of a workbook.</summary>
    internal static Rendering Add(XLWorkbook workbook, Report report, int lastRow)
    {
        var layout = new ReportLayout(report, lastRow);
        var formulas = new FormulaWriter(report.Words, layout);
        var cells = new CellWriter(report.Words, report.Language, formulas);
        foreach (var sheet in layout.Sheets)
            SheetWriter.Write(workbook, report, sheet, cells);
        return new(workbook, layout, formulas.Values);
    }
}

/// <summary>A workbook, and the values of its formulas, which it cannot hold itself.</summary>
/// <param name="Workbook">The workbook.</param>
/// <param name="Layout">Where everything is in it.</param>
/// <param name="Formulas">By name of sheet, then by address.</param>
internal sealed record Rendering(XLWorkbook Workbook, ReportLayout Layout, IReadOnlyDictionary<string, Dictionary<string, FormulaValue>> Formulas);

/// <summary>What a formula gives: a number as the file writes it, or a text.</summary>
internal readonly record struct FormulaValue(string Value, bool IsText);
