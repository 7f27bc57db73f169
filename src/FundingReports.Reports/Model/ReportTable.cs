using FundingReports.Wording;
using System.Collections.Immutable;

namespace FundingReports.Reports;

/// <summary>A table: one header row, and rows that hold as many cells as there are columns.</summary>
public sealed record ReportTable : ReportBlock
{
    /// <summary>Makes a table.</summary>
    /// <param name="name">
    /// Its name, unique in the report: ASCII letters, digits and underscores, no digit first, no address of a cell (A1, R1C1),
    /// and none that Excel keeps for itself (Print_Area, _FilterDatabase…).
    /// </param>
    /// <param name="columns">Its columns, with unique keys and headers.</param>
    /// <param name="rows">Its rows, at least one.</param>
    /// <exception cref="ArgumentException">
    /// The name is none of a table; there is no column, there are more than 16 384, or there is one without key or header, narrower
    /// than 1 or wider than 255 characters, or of no kind; two columns have the same key or header; there is no row, or a row with too
    /// few or too many cells, or a null in place of one.
    /// </exception>
    public ReportTable(string name, ImmutableArray<ReportColumn> columns, ImmutableArray<ReportRow> rows)
    {
        Name = TableNames.Checked(name);
        CheckColumns(name, columns);
        if (rows.IsDefaultOrEmpty)
            throw new ArgumentException($"Table {name} has no row.", nameof(rows));
        for (int row = 0; row < rows.Length; row++)
            if (rows[row] is not { Cells: { IsDefault: false } cells })
                throw new ArgumentException($"The row {row} of {name}, counted from 0, or its list of cells is null.", nameof(rows));
            else if (cells.Length != columns.Length)
                throw new ArgumentException(
                    $"The row {row} of {name}, counted from 0, has {cells.Length} cells in place of {columns.Length}.", nameof(rows));
            else if (cells.IndexOf(null!) is >= 0 and var empty)
                throw new ArgumentException($"The row {row} of {name}, counted from 0, has a null in its column {columns[empty].Key}; "
                    + "ReportCell.None is an empty cell.", nameof(rows));
        Columns = columns;
        Rows = rows;
    }

    /// <summary>Its name, unique in the report.</summary>
    public string Name { get; }

    /// <summary>Its columns.</summary>
    public ImmutableArray<ReportColumn> Columns { get; }

    /// <summary>Its rows.</summary>
    public ImmutableArray<ReportRow> Rows { get; }

    // As many as a sheet of a spreadsheet has.
    private const int MostColumns = 16_384;

    // What a spreadsheet would call damaged.
    internal static ImmutableArray<ReportColumn> CheckColumns(string name, ImmutableArray<ReportColumn> columns)
    {
        if (columns.IsDefaultOrEmpty)
            throw new ArgumentException($"Table {name} has no column.", nameof(columns));
        if (columns.Length > MostColumns)
            throw new ArgumentException($"Table {name} has {columns.Length} columns: write {MostColumns} at most.", nameof(columns));
        if (columns.Any(column => column is null || string.IsNullOrWhiteSpace(column.Key) || string.IsNullOrWhiteSpace(column.Header)))
            throw new ArgumentException($"A column of {name} has no key or no header.", nameof(columns));
        if (columns.FirstOrDefault(column => column.Width is < 1 or > ReportColumn.Widest) is { } wide)
            throw new ArgumentException(
                $"The column {wide.Key} of {name} is {wide.Width} characters wide: write 1 to {ReportColumn.Widest}.", nameof(columns));
        if (columns.FirstOrDefault(column => !Enum.IsDefined(column.Kind)) is { } other)
            throw new ArgumentException($"The column {other.Key} of {name} is of the kind {other.Kind}, which is none.", nameof(columns));
        if (columns.DistinctBy(column => column.Key).Count() != columns.Length
            || columns.DistinctBy(column => column.Header.ToUpperInvariant()).Count() != columns.Length)
            throw new ArgumentException($"Two columns of {name} have the same key or header.", nameof(columns));
        return columns;
    }

    /// <summary>The place of a column.</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public int IndexOf(string key)
    {
        for (int i = 0; i < Columns.Length; i++)
            if (Columns[i].Key == key)
                return i;
        throw new ArgumentException($"Table {Name} has no column {key}.", nameof(key));
    }

    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{Name}: {Columns.Length} columns, {Rows.Length} rows";
}

/// <summary>A column of a table.</summary>
/// <param name="Key">How formulas name it.</param>
/// <param name="Header">How people read it.</param>
/// <param name="Kind">What its cells are.</param>
/// <param name="Width">Its width, in characters: 1 to 255.</param>
public sealed record ReportColumn(string Key, string Header, ColumnKind Kind, int Width)
{
    // In characters, as spreadsheets take it.
    internal const int Widest = 255;

    /// <summary>Whether the as-of date falls in it: a renderer frames it, and its header says so.</summary>
    public bool IsNow { get; init; }

    /// <summary>
    /// What stands once above the columns side by side that share it, as a year above its quarters; null where nothing does.
    /// </summary>
    public string? Group { get; init; }

    /// <summary>How its header is shown below that, which says the rest; null where it is shown whole.</summary>
    public string? ShortHeader { get; init; }

    /// <summary>Whether its cells stand in the middle.</summary>
    public bool IsCentred { get; init; }
}

/// <summary>What the cells of a column are, where they are known.</summary>
public enum ColumnKind
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>Money.</summary>
    Amount,

    /// <summary>Money shown in whole euros, and without a sign; the cell keeps its cents.</summary>
    WholeAmount,

    /// <summary>Parts of a cost.</summary>
    Rate,

    /// <summary>Days.</summary>
    Day,

    /// <summary>Whole numbers.</summary>
    Count,

    /// <summary>Full-time equivalents.</summary>
    Fte,

    /// <summary>Budget years: numbers that are never grouped by thousands.</summary>
    Year,

    /// <summary>Figures that need not be whole cents.</summary>
    Number,
}

/// <summary>A row of a table.</summary>
/// <param name="Cells">The cells, one per column, in their order.</param>
/// <param name="Role">What the row is.</param>
public sealed record ReportRow(ImmutableArray<ReportCell> Cells, RowRole Role = RowRole.Line)
{
    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{Role}: {Cells.Length} cells";
}

/// <summary>What a row is. A word in the row says it too.</summary>
public enum RowRole
{
    /// <summary>An ordinary row.</summary>
    Line,

    /// <summary>What begins a block, or the sum of some.</summary>
    Subtotal,

    /// <summary>What the rows of a block come to.</summary>
    Outcome,

    /// <summary>What is shown and not counted in any sum.</summary>
    Aside,

    /// <summary>The sum of all.</summary>
    Total,
}
