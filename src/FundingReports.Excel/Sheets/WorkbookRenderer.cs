using ClosedXML.Excel;
using FundingReports.Excel.Layout;
using FundingReports.Reports;

namespace FundingReports.Excel.Sheets;

/// <summary>Renders a report as a workbook in memory. It sorts nothing, computes nothing and has no words of its own.</summary>
/// <remarks>To be called under the invariant culture.</remarks>
internal static class WorkbookRenderer
{
    internal static Rendering Render(Report report, int lastRow)
    {
        var workbook = new XLWorkbook();
        Look.Apply(workbook.Style);
        var rendering = Add(workbook, report, lastRow, isWhole: true);
        workbook.Worksheet(1).SetTabActive();
        return rendering;
    }

    /// <summary>The same at the end of a workbook.</summary>
    /// <param name="workbook">The workbook.</param>
    /// <param name="report">What is added.</param>
    /// <param name="lastRow">The last row a sheet can have.</param>
    /// <param name="isWhole">Whether the pass over the package writes the rows of tables; else they are all in the workbook.</param>
    internal static Rendering Add(XLWorkbook workbook, Report report, int lastRow, bool isWhole = false)
    {
        var layout = new ReportLayout(report, lastRow);
        var formulas = new FormulaWriter(report.Words, layout);
        var cells = new CellWriter(report.Words, report.Language, formulas);
        foreach (var sheet in layout.Sheets)
            SheetWriter.Write(workbook, report, sheet, cells, isWhole);
        return new(workbook, layout, formulas, cells);
    }
}

/// <summary>A workbook, and the values of its formulas, which it cannot hold itself.</summary>
/// <param name="Workbook">The workbook.</param>
/// <param name="Layout">Where everything is in it.</param>
/// <param name="Formulas">The formulas written so far, with their values.</param>
/// <param name="Cells">What writes values.</param>
internal sealed record Rendering(XLWorkbook Workbook, ReportLayout Layout, FormulaWriter Formulas, CellWriter Cells);

/// <summary>What a formula gives: a number as the file writes it, or a text.</summary>
internal readonly record struct FormulaValue(string Value, bool IsText);
