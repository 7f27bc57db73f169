using FundingReports.Exchange.Cells;
using FundingReports.Exchange.Files;
using FundingReports.Exchange.Forms;

namespace FundingReports.Exchange.Reading;

/// <summary>
/// A row of a text beside its headers: as many cells, or too many or too few because a separator has cut or swallowed a value.
/// </summary>
/// <param name="Row">The row, its cells put back where that could be proved.</param>
internal readonly record struct RowShape(RawRow Row)
{
    /// <summary>The column (from 1) from which on the cells may not be those of their headers; 0 where they are.</summary>
    internal int FaultyAt { get; private init; }

    /// <summary>Whether the row has too few cells, and not too many.</summary>
    internal bool IsShort { get; private init; }

    /// <summary>The column of the sum whose cents had become the next column; 0 where none had.</summary>
    internal int JoinedAt { get; private init; }

    /// <summary>What stood there.</summary>
    internal string Written { get; private init; } = "";

    internal static RowShape Right(RawRow row) => new(row);

    /// <summary>Compares a row with its headers.</summary>
    /// <param name="row">The row.</param>
    /// <param name="width">How many cells the header has, blank ones included.</param>
    /// <param name="columns">Where the columns stand, from 1.</param>
    /// <param name="usual">How many cells most rows have, where it is not as many; 0 where no number is usual.</param>
    /// <param name="separator">What separates the cells.</param>
    /// <param name="areCut">Whether the file cuts its sums at their comma, row after row (<see cref="AreCut"/>).</param>
    internal static RowShape Of(RawRow row, int width, int usual, Dictionary<FormColumn, int> columns, char separator, bool areCut)
    {
        int extra = row.Cells.Length - width;
        if (extra == 0)
            return new(row);
        // Blank cells at the end that all rows have, or lack: a row with another number of cells than the others has lost one, or been
        // given one, somewhere.
        if (extra < 0)
            return new(row) { FaultyAt = row.Cells.Length == usual ? FaultOfShort(row, columns) : row.Cells.Length + 1, IsShort = true };
        int beyond = Array.FindIndex(row.Cells, width, cell => !cell.IsBlank);
        int misfits = Misfits(row, columns);
        if (beyond < 0 && misfits == 0 && row.Cells.Length == usual)
            return new(row);
        foreach ((FormColumn column, int at) in columns)
            if (column.Look is ColumnLook.Money && separator == ',' && IsCut(row, at) && extra == 1)
            {
                RawRow joined = row with {
                    Cells = [.. row.Cells[..(at - 1)], GridCell.OfText($"{row[at].Text},{row[at + 1].Text}"), .. row.Cells[(at + 1)..]] };
                // Only where all that follows is out of place as it stands, and in place then; and where no comma that slipped into a
                // whole sum would look the same: « 227,97 » may be 22797.
                if ((areCut || IsGrouped(row[at].Text)) && misfits > 0 && Misfits(joined, columns) == 0
                    && columns.Any(other => other.Value > at && other.Key.Fits is not null && !joined[other.Value].IsBlank))
                    return new(joined) { JoinedAt = at, Written = $"{row[at].Text} | {row[at + 1].Text}" };
                return new(joined) { FaultyAt = at };
            }
        return new(row) { FaultyAt = beyond < 0 ? width + 1 : beyond + 1 };
    }

    // Even where all rows are short, each of them may lack a cell before the end.
    private static int FaultOfShort(RawRow row, Dictionary<FormColumn, int> columns)
    {
        if (row.Faults.HasFlag(RowFaults.QuotedSeparator) || Misfits(row, columns) > 0)
            return row.Cells.Length + 1;
        foreach ((FormColumn column, int at) in columns)
        {
            if (column.Look is not ColumnLook.Money || row[at].IsBlank)
                continue;
            // What stands there may be a number of the next column: a year, or a number under a header that says nothing known.
            FormColumn? next = columns.FirstOrDefault(other => other.Value == at + 1).Key;
            if (at < row.Cells.Length && (next is null || next.Look is not ColumnLook.Text))
                return at;
        }
        return 0;
    }

    /// <summary>Whether several rows have their cents in the next column, and none has them in its own.</summary>
    internal static bool AreCut(IEnumerable<RawRow> rows, int width, Dictionary<FormColumn, int> columns)
    {
        int[] sums = [.. columns.Where(column => column.Key.Look is ColumnLook.Money).Select(column => column.Value)];
        int cut = 0;
        foreach (RawRow row in rows)
        {
            if (row.Cells.Length == width && sums.Any(at => row[at] is { Kind: CellKind.Text } cell && HasCents(cell.Text)))
                return false;
            if (row.Cells.Length == width + 1 && sums.Any(at => IsCut(row, at)))
                cut++;
        }
        return cut > 1;
    }

    private static bool HasCents(string text) =>
        text.LastIndexOfAny([',', '.']) is > 0 and var at && text[(at + 1)..].Count(char.IsAsciiDigit) is 1 or 2;

    // « 24 975 »: a comma that slipped in would break its groups of three.
    private static bool IsGrouped(string text)
    {
        string[] groups = [.. Names.Plain.Words(text).Split(' ')];
        return groups.Length > 1 && groups[0].Length <= 3 && groups.Skip(1).All(group => group.Length == 3);
    }

    private static bool IsCut(RawRow row, int at) =>
        row[at] is { Kind: CellKind.Text } whole && row[at + 1] is { Kind: CellKind.Text, Text.Length: 1 or 2 } cents
        && cents.Text.All(char.IsAsciiDigit) && whole.Text.Any(char.IsAsciiDigit)
            && whole.Text.All(c => char.IsAsciiDigit(c) || Names.Plain.IsSpace(c) || c is '-' or '.');

    private static int Misfits(RawRow row, Dictionary<FormColumn, int> columns)
    {
        int misfits = 0;
        foreach ((FormColumn column, int at) in columns)
            if (column.Fits is { } fits && row[at] is { IsBlank: false } cell && !fits(cell))
                misfits++;
        return misfits;
    }
}
