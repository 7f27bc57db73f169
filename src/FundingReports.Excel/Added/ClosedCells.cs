using ClosedXML.Excel;
using FundingReports.Excel.Layout;
using FundingReports.Excel.Sheets;
using NodaTime;

namespace FundingReports.Excel.Added;

/// <summary>The cells of a sheet in a workbook of ClosedXML, which does not hold the values of formulas: they are kept beside.</summary>
internal sealed class ClosedCells(IXLWorksheet home, ClosedLooks looks, FormulaValues values) : CellSink
{
    private int row;

    internal override void Row(int number, double height)
    {
        row = number;
        home.Row(number).Height = height;
    }

    internal override void Words(int column, string text, int style, string? sheet = null)
    {
        var cell = home.Cell(row, column);
        if (sheet is not null)
            cell.Hyperlink = new XLHyperlink($"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'!A1");
        cell.SetValue(PackedText.Pack(text));
        looks.Give(cell, style);
    }

    internal override void Blank(int column, int style) => looks.Give(home.Cell(row, column), style);

    internal override void Figure(int column, decimal figure, int style)
    {
        var cell = home.Cell(row, column);
        cell.SetValue(figure);
        looks.Give(cell, style);
    }

    internal override void Day(int column, LocalDate day, int style)
    {
        var cell = home.Cell(row, column);
        cell.SetValue(day.ToDateTimeUnspecified());
        looks.Give(cell, style);
    }

    internal override void Formula(int column, string formula, FormulaValue value, int style)
    {
        var cell = home.Cell(row, column);
        cell.FormulaA1 = PackedText.Pack(formula);
        values.Add(cell.Address.ToString()!, value);
        looks.Give(cell, style);
    }

    internal override void LongTable(
        PlacedTable table, DataRows rows, IReadOnlyList<(int Plain, int Quoted)> styles, IReadOnlyList<double> widths) =>
        throw new InvalidOperationException("A long table is held before it is added to a workbook.");
}

/// <summary>The values of the formulas of a sheet, by address.</summary>
internal sealed class FormulaValues : Dictionary<string, FormulaValue>
{
    internal FormulaValues() : base(StringComparer.Ordinal)
    {
    }
}
