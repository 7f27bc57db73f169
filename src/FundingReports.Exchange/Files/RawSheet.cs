using FundingReports.Exchange.Cells;

namespace FundingReports.Exchange.Files;

/// <summary>
/// A sheet of somebody's file, row by row; the rows can be walked once, while the file is open, before the next sheet is asked for.
/// </summary>
internal sealed record RawSheet(string Name, bool Hidden, IReadOnlyList<MergedRange> Merged, IEnumerable<RawRow> Rows)
{
    /// <summary>The first cell that holds something farther to the right than what is read; null where none does.</summary>
    /// <remarks>Of a text it is known once the row was read.</remarks>
    internal Func<(int Row, int Column)?> FirstFar { get; init; } = static () => null;

    /// <summary>The cells on which somebody has written a comment: what it says is not read.</summary>
    internal IReadOnlyList<(int Row, int Column)> Comments { get; init; } = [];

    /// <summary>Whether a column, from 1, is hidden.</summary>
    internal Func<int, bool> IsHiddenColumn { get; init; } = static _ => false;

    /// <summary>How many rows it has at least, as far as that is known before they are read; else 0.</summary>
    internal int LeastRows { get; init; }

    /// <summary>Whether it is a text whose separators may cut a value in two.</summary>
    internal bool IsText { get; init; }

    /// <summary>How the text is written, where it is not as it should be; null for a workbook.</summary>
    internal TextManner? Manner { get; init; }
}

/// <summary>How a text was understood.</summary>
/// <param name="Encoding">The code page that is no Unicode: "Windows-1252", "MacRoman" or "cp850"; null for Unicode.</param>
/// <param name="Separator">What separates the cells.</param>
/// <param name="IsWrapped">Whether each line stands in quotes as one cell, as a copy from one column gives it.</param>
internal sealed record TextManner(string? Encoding, char Separator, bool IsWrapped);

/// <summary>A row that holds something. Rows are numbered from 1, as a spreadsheet shows them.</summary>
internal sealed record RawRow(int Number, bool Hidden, GridCell[] Cells)
{
    /// <summary>What is wrong with the row as a whole.</summary>
    internal RowFaults Faults { get; init; }

    /// <summary>The cell of a column (from 1).</summary>
    internal GridCell this[int column] => column >= 1 && column <= Cells.Length ? Cells[column - 1] : GridCell.Blank;
}

/// <summary>What is wrong with a row of a text.</summary>
[Flags]
internal enum RowFaults
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A quote is opened and never closed: where its cell ends is not known.</summary>
    OpenQuote = 1,

    /// <summary>The row is in another encoding than the rest of the file.</summary>
    OtherEncoding = 2,

    /// <summary>A separator stands in quotes within a row that has fewer cells than others.</summary>
    QuotedSeparator = 4,
}

/// <summary>Merged cells: first and last row and column, from 1, included.</summary>
internal readonly record struct MergedRange(int FirstRow, int FirstColumn, int LastRow, int LastColumn)
{
    internal bool Holds(int row, int column) => row >= FirstRow && row <= LastRow && column >= FirstColumn && column <= LastColumn;
}
