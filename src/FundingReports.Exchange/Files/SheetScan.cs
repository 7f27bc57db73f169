using FundingReports.Exchange.Cells;

namespace FundingReports.Exchange.Files;

/// <summary>What the walk through one sheet has found: its odd cells, row by row, and cells far to the right.</summary>
internal sealed class SheetScan
{
    private readonly SortedDictionary<int, Dictionary<int, GridCell>> rows = [];
    private readonly Dictionary<(int Row, int Column), Strike> struck = [];
    private int count;

    /// <summary>Whether cells stand farther to the right than any table, empty ones with a format included.</summary>
    internal bool IsFar { get; set; }

    /// <summary>The first cell there that holds something; null where none does.</summary>
    internal (int Row, int Column)? FirstFar { get; set; }

    /// <summary>The cells on which somebody has written a comment.</summary>
    internal IReadOnlyList<(int Row, int Column)> Comments { get; set; } = [];

    /// <summary>The last row with an odd cell; 0 where there is none.</summary>
    internal int LastRow => rows.Count == 0 ? 0 : rows.Keys.Last();

    /// <summary>The odd cells of a row, by column; null where it has none.</summary>
    internal IReadOnlyDictionary<int, GridCell>? OddOf(int row) => rows.TryGetValue(row, out var cells) ? cells : null;

    /// <summary>How a cell is struck through.</summary>
    internal Strike StrikeOf(int row, int column) => struck.Count == 0 ? Strike.None : struck.GetValueOrDefault((row, column));

    /// <summary>Remembers that a cell is struck through, unless as many are remembered already as the most that is given.</summary>
    internal void Add(int row, int column, Strike strike, int most)
    {
        if (struck.Count < most)
            struck[(row, column)] = strike;
    }

    /// <summary>Keeps an odd cell, unless as many are kept already as the most that is given.</summary>
    internal void Add(int row, int column, GridCell cell, int most)
    {
        if (count >= most)
            return;
        count++;
        (rows.TryGetValue(row, out var cells) ? cells : rows[row] = [])[column] = cell;
    }
}
