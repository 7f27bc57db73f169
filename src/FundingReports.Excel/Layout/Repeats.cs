using FundingReports.Validation;

namespace FundingReports.Excel.Layout;

/// <summary>
/// Cells that repeat what stands above them. They keep it, to be sorted, filtered and read aloud, and it is seen once: a condition leaves
/// it out while the row above is seen and says the same. A filter that hides that row brings it back.
/// </summary>
/// <param name="Cells">The cells, as a condition names them: "A5:A8 A10:A12".</param>
/// <param name="Condition">When they show nothing, for the first of them.</param>
internal sealed record Repeats(string Cells, string Condition)
{
    internal static IEnumerable<Repeats> Of(SheetLayout sheet) => sheet.Tables.SelectMany(Of);

    private static IEnumerable<Repeats> Of(PlacedTable placed)
    {
        string same = "";
        for (int c = 0; c < placed.Table.Columns.Length; c++)
        {
            var runs = Runs(placed, c).ToList();
            if (runs.Count == 0)
                continue;
            string column = SheetCell.LettersOf(c + 1);
            int row = runs[0].First;
            // A group within another repeats only where the outer one does.
            same += $"${column}{row}=${column}{row - 1},";
            yield return new(string.Join(' ', runs.Select(run => $"{column}{run.First}:{column}{run.Last}")),
                $"AND({same}SUBTOTAL(103,${column}{row - 1})=1)");
        }
    }

    private static IEnumerable<(int First, int Last)> Runs(PlacedTable placed, int column)
    {
        int first = -1;
        for (int r = 0; r <= placed.Table.Rows.Length; r++)
            if (r < placed.Table.Rows.Length && placed.Table.Rows[r].Cells[column].IsFaint)
                first = first < 0 ? r : first;
            else if (first >= 0)
            {
                yield return (placed.FirstRow + first, placed.FirstRow + r - 1);
                first = -1;
            }
    }
}
