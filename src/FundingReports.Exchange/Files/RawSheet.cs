using FundingReports.Exchange.Cells;

namespace FundingReports.Exchange.Files;

/// <summary>
/// A sheet of somebody's file, row by row; the rows can be walked once, while the file is open, before the next sheet is asked for.
/// </summary>
internal sealed record RawSheet(string Name, bool Hidden, IReadOnlyList<MergedRange> Merged, IEnumerable<RawRow> Rows)
{
    /// <summary>Whether it is a text whose separators may cut a value in two.</summary>
    internal bool IsText { get; init; }
}

/// <summary>A row that holds something. Rows are numbered from 1, as a spreadsheet shows them.</summary>
internal sealed record RawRow(int Number, bool Hidden, GridCell[] Cells)
{
    /// <summary>The cell of a column (from 1).</summary>
    internal GridCell this[int column] => column >= 1 && column <= Cells.Length ? Cells[column - 1] : GridCell.Blank;
}

/// <summary>Merged cells: first and last row and column, from 1, included.</summary>
internal readonly record struct MergedRange(int FirstRow, int FirstColumn, int LastRow, int LastColumn)
{
    internal bool Holds(int row, int column) => row >= FirstRow && row <= LastRow && column >= FirstColumn && column <= LastColumn;
}
