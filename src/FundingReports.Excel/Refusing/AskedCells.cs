using System.Collections.Immutable;
using FundingReports.Excel.Checking;

namespace FundingReports.Excel.Refusing;

/// <summary>Which cells each formula asks for, and where that goes round in a circle.</summary>
internal sealed class AskedCells
{
    private readonly Dictionary<CellBlock, ImmutableArray<CellBlock>> asked = [];

    // The rows of the formulas of each column, from top to bottom: most columns have none.
    private readonly Dictionary<(string Table, int Column), List<int>> formulas = [];

    internal void Add(CellBlock formula, ImmutableArray<CellBlock> cells)
    {
        // Of two tables of one name, which are said, the first counts.
        if (!asked.TryAdd(formula, cells))
            return;
        if (!formulas.TryGetValue((formula.Table, formula.FirstColumn), out List<int>? rows))
            formulas.Add((formula.Table, formula.FirstColumn), rows = []);
        rows.Add(formula.FirstRow);
    }

    /// <summary>The formulas of each circle, in the order in which they ask; one circle of those that share a cell.</summary>
    /// <remarks>
    /// Step by step, since a running sum is as deep as its table is long. A block of cells is a step of its own, so that what many
    /// formulas ask for is gone through once.
    /// </remarks>
    internal IEnumerable<ImmutableArray<CellBlock>> Circles()
    {
        var isDone = new Dictionary<CellBlock, bool>();
        var path = new List<(CellBlock Block, IEnumerator<CellBlock> Next)>();
        foreach (CellBlock start in asked.Keys)
        {
            if (!isDone.TryAdd(start, false))
                continue;
            path.Add((start, Next(start).GetEnumerator()));
            while (path.Count > 0)
            {
                var (block, next) = path[^1];
                if (!next.MoveNext())
                {
                    isDone[block] = true;
                    path.RemoveAt(path.Count - 1);
                }
                else if (isDone.TryAdd(next.Current, false))
                    path.Add((next.Current, Next(next.Current).GetEnumerator()));
                else if (!isDone[next.Current])
                    yield return [.. path.Select(step => step.Block).SkipWhile(step => step != next.Current).Where(asked.ContainsKey)];
            }
        }
    }

    private IEnumerable<CellBlock> Next(CellBlock block)
    {
        if (asked.TryGetValue(block, out ImmutableArray<CellBlock> cells))
        {
            foreach (CellBlock cell in cells)
                yield return cell;
            yield break;
        }
        for (int column = block.FirstColumn; column <= block.LastColumn; column++)
        {
            if (!formulas.TryGetValue((block.Table, column), out List<int>? rows))
                continue;
            int from = rows.BinarySearch(block.FirstRow);
            for (int i = from < 0 ? ~from : from; i < rows.Count && rows[i] <= block.LastRow; i++)
                yield return new(block.Table, column, column, rows[i], rows[i]);
        }
    }
}
