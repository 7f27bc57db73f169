using FundingReports.Reports;

namespace FundingReports.Excel.Checking;

/// <summary>The rows of a table that is not held, looked at one by one as they come.</summary>
internal static class LongTables
{
    /// <summary>The rows, each of which can be written, and as many as were announced.</summary>
    /// <exception cref="InvalidOperationException">
    /// They are more or fewer, or one cannot be written: it is said with its sheet, table and row.
    /// </exception>
    internal static IEnumerable<ReportRow> Rows(ReportSheet sheet, ReportData data)
    {
        int row = 0;
        foreach (ReportRow? given in data.Rows)
        {
            if (Wrong(data, row, given) is { } wrong)
                throw new InvalidOperationException(
                    $"Sheet \"{sheet.Name}\", table \"{data.Name}\", row {row} (rows are counted from 0): {wrong}.");
            yield return given!;
            row++;
        }
        if (row < data.Count)
            throw new InvalidOperationException($"Sheet \"{sheet.Name}\", table \"{data.Name}\", row {row} (rows are counted from 0): "
                + $"there is none, where {data.Count} rows were announced.");
    }

    private static string? Wrong(ReportData data, int row, ReportRow? given)
    {
        if (row >= data.Count)
            return $"there is one more than the {Counted.Rows(data.Count)} that were announced";
        if (given is null || given.Cells.IsDefault)
            return "it is null, or its list of cells is";
        if (given.Cells.Length != data.Columns.Length)
            return $"it has {given.Cells.Length} cells in place of {data.Columns.Length}";
        if (given.Role is < RowRole.Line or > RowRole.Total)
            return $"{given.Role} is none of {nameof(RowRole)}";
        for (int c = 0; c < given.Cells.Length; c++)
            if (Wrong(given.Cells[c]) is { } wrong)
                return $"column \"{data.Columns[c].Key}\": {wrong}";
        return null;
    }

    private static string? Wrong(ReportCell? cell) => cell switch
    {
        null => $"a null in place of a cell; {nameof(ReportCell)}.{nameof(ReportCell.None)} is an empty one",
        ReportCell.Text { Value: null } => "a null in place of a text",
        ReportCell.Text { Sheet: not null } => $"a text that leads to a sheet, which no {nameof(ReportData)} can hold",
        ReportCell.Formula => $"a formula, which no {nameof(ReportData)} can hold",
        { Tone: < Tone.Plain or > Tone.Decided } => $"{cell.Tone} is none of {nameof(Tone)}",
        _ => null,
    };
}

/// <summary>Numbers with the word for what they count.</summary>
internal static class Counted
{
    internal static string Rows(int count) => count == 1 ? "1 row" : $"{count} rows";
}
