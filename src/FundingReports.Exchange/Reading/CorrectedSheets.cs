using System.Collections.Immutable;
using FundingReports.Exchange.Cells;
using FundingReports.Exchange.Files;
using FundingReports.Validation;

namespace FundingReports.Exchange.Reading;

/// <summary>The sheets of a file with cells put right: whoever reads them sees no difference, and each is said.</summary>
internal sealed class CorrectedSheets(ImmutableArray<CellCorrection> corrections, IntakeNotes notes)
{
    private readonly List<CorrectedCell> made = [];

    /// <summary>What was read otherwise than the file has it, in the order of the file.</summary>
    internal ImmutableArray<CorrectedCell> Made => [.. made];

    internal IEnumerable<RawSheet> Of(IEnumerable<RawSheet> sheets)
    {
        foreach (RawSheet sheet in sheets)
        {
            // Of two corrections of one cell the later one holds.
            var rows = new SortedDictionary<int, Dictionary<int, string>>();
            foreach (CellCorrection correction in corrections)
                if (IsGiven(correction) && correction.Cell is { Column: > 0 and <= LastColumn and var column } cell
                    && cell.Sheet == sheet.Name)
                    (rows.TryGetValue(cell.Row, out var known) ? known : rows[cell.Row] = [])[column] = correction.Value;
            yield return rows.Count == 0 ? sheet : sheet with { Rows = Rows(sheet, rows) };
        }
    }

    /// <summary>Says of each correction that found no cell, once all is read, that it was not made.</summary>
    internal void SayUnmade()
    {
        HashSet<SheetCell> done = [.. made.Select(one => one.Cell)];
        foreach (CellCorrection? correction in corrections.Where(one => !IsGiven(one) || !done.Contains(one.Cell)))
            notes.AddOfFile(new(
                ProblemCode.CorrectionNotMade, correction is null ? "corrections" : correction.Cell.ToString(), Masked(correction?.Value ?? "")));
    }

    // From a request, a correction or its value may be null.
    private static bool IsGiven(CellCorrection? correction) => correction is { Value: not null };

    // The last column of a spreadsheet, XFD.
    private const int LastColumn = 16_384;

    private IEnumerable<RawRow> Rows(RawSheet sheet, SortedDictionary<int, Dictionary<int, string>> corrected)
    {
        int width = 0;
        foreach (RawRow row in sheet.Rows)
        {
            // A row that the file leaves blank is not among its rows; of a text it must be as wide as the others.
            while (corrected.Count > 0 && corrected.Keys.First() is var before && before < row.Number)
                yield return Take(sheet, Blank(before, width), corrected);
            width = Math.Max(width, row.Cells.Length);
            yield return corrected.ContainsKey(row.Number) ? Take(sheet, row, corrected) : row;
        }
        while (corrected.Count > 0)
            yield return Take(sheet, Blank(corrected.Keys.First(), width), corrected);
    }

    private static RawRow Blank(int number, int width) => new(number, false, [.. Enumerable.Repeat(GridCell.Blank, width)]);

    private RawRow Take(RawSheet sheet, RawRow row, SortedDictionary<int, Dictionary<int, string>> corrected)
    {
        Dictionary<int, string> values = corrected[row.Number];
        corrected.Remove(row.Number);
        var cells = new GridCell[Math.Max(row.Cells.Length, values.Keys.Max())];
        for (int column = 1; column <= cells.Length; column++)
            cells[column - 1] = row[column];
        foreach ((int column, string value) in values.OrderBy(entry => entry.Key))
        {
            var at = new CellRef(sheet.Name, row.Number, column);
            string was = Masked(TableRow.Shown(row[column]));
            cells[column - 1] = GridCell.OfText(value);
            made.Add(new(new(sheet.Name, row.Number, column), was, Masked(value)));
            notes.Add(ProblemCode.CellCorrected, at, was, Masked(value));
        }
        return row with { Cells = cells };
    }

    private static string Masked(string text) => PersonalData.Find(text) is var (_, masked) ? masked : text;
}
