using FundingReports.Excel.Layout;
using NodaTime;

namespace FundingReports.Excel.Sheets;

/// <summary>Where the cells of a sheet go: its rows from top to bottom, the cells of a row from left to right, each by its type.</summary>
internal abstract class CellSink
{
    /// <summary>Begins a row.</summary>
    /// <param name="number">Its number, from 1.</param>
    /// <param name="height">Its height, in points.</param>
    internal abstract void Row(int number, double height);

    /// <summary>Words, which stay words whatever they say.</summary>
    /// <param name="column">The column, from 1.</param>
    /// <param name="text">The words, as a cell can hold them.</param>
    /// <param name="style">The number of the cell's look.</param>
    /// <param name="sheet">The sheet to which they lead; null where they lead nowhere.</param>
    internal abstract void Words(int column, string text, int style, string? sheet = null);

    /// <summary>Nothing but a look.</summary>
    internal abstract void Blank(int column, int style);

    /// <summary>A figure.</summary>
    internal abstract void Figure(int column, decimal figure, int style);

    /// <summary>A day that spreadsheets can count.</summary>
    internal abstract void Day(int column, LocalDate day, int style);

    /// <summary>A formula, and what it gives.</summary>
    internal abstract void Formula(int column, string formula, FormulaValue value, int style);

    /// <summary>The rows of a table that is too long to be held.</summary>
    /// <param name="table">The table.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="styles">Of each column, the number of its look, and of the same for a text that begins like a formula.</param>
    /// <param name="widths">The width of each column.</param>
    internal abstract void LongTable(
        PlacedTable table, DataRows rows, IReadOnlyList<(int Plain, int Quoted)> styles, IReadOnlyList<double> widths);
}

/// <summary>What a formula gives: a number as the file writes it, or a text.</summary>
internal readonly record struct FormulaValue(string Value, bool IsText);
