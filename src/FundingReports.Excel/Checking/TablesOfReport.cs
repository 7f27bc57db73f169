using System.Collections.Immutable;
using FundingReports.Reports;

namespace FundingReports.Excel.Checking;

/// <summary>The tables of a report, by the names under which formulas and charts ask for them.</summary>
internal sealed class TablesOfReport
{
    private readonly Dictionary<string, (ReportSheet Sheet, ReportTable Table)> tables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> isLast = new(StringComparer.Ordinal);

    internal TablesOfReport(Report report)
    {
        Words = report.Words;
        var names = new List<string>();
        foreach (ReportSheet sheet in report.Sheets)
            foreach (var (place, block) in sheet.Blocks.Index())
                if (block is ReportTable table)
                {
                    names.Add(table.Name);
                    tables.TryAdd(table.Name, (sheet, table));
                }
                else if (block is ReportData data)
                {
                    names.Add(data.Name);
                    isLast[data.Name] = place == sheet.Blocks.Length - 1;
                }
        // A workbook has one list of tables, whatever their sheets.
        NamedTwice =
        [
            .. names.CountBy(name => name, StringComparer.OrdinalIgnoreCase).Where(count => count.Value > 1)
                .Select(count => $"the table \"{count.Key}\" is there {(count.Value == 2 ? "twice" : $"{count.Value} times")}"),
        ];
    }

    internal ImmutableArray<string> NamedTwice { get; }

    internal ReportWords Words { get; }

    /// <summary>Every cell that holds a formula.</summary>
    internal IEnumerable<(CellPlace Place, ReportCell.Formula Formula)> Formulas =>
        from one in tables.Values
        from row in Enumerable.Range(0, one.Table.Rows.Length)
        from column in Enumerable.Range(0, one.Table.Columns.Length)
        where one.Table.Rows[row].Cells[column] is ReportCell.Formula
        select (new CellPlace(one.Sheet, one.Table, row, column), (ReportCell.Formula)one.Table.Rows[row].Cells[column]);

    internal bool IsLastOfItsSheet(ReportData data) => isLast[data.Name];

    /// <summary>The cells of a column between two rows, both included; or why there are none such.</summary>
    internal ImmutableArray<string> Block(string? name, string? column, int first, int last, out CellBlock block)
    {
        block = default;
        if (name is null || column is null)
            return ["asks for a table or a column that is null"];
        if (!tables.TryGetValue(name, out var found))
            return [isLast.ContainsKey(name) ? $"asks for the table \"{name}\", whose rows are not held ({nameof(ReportData)})"
                : $"asks for the table \"{name}\", which is not in the report"];
        ReportTable table = found.Table;
        int place = table.Columns.Index().Where(one => one.Item.Key == column).Select(one => one.Index).FirstOrDefault(-1);
        if (place < 0)
            return [$"asks for the column \"{column}\" of the table \"{name}\", which has none such"];
        if (first < 0 || last >= table.Rows.Length || last < first)
            return [first == last ? $"asks for the row {first} of the table \"{name}\", which has {Counted.Rows(table.Rows.Length)}"
                : $"asks for the rows {first} to {last} of the table \"{name}\", which has {Counted.Rows(table.Rows.Length)}"];
        block = new(name, place, place, first, last);
        return [];
    }

    /// <summary>What a cell holds, or its formula gives; null where there is no such cell.</summary>
    internal ReportCell? ValueAt(string? name, string? column, int row) =>
        !Block(name, column, row, row, out CellBlock block).IsEmpty ? null
            : tables[block.Table].Table.Rows[row].Cells[block.FirstColumn] is ReportCell.Formula formula ? formula.Value
            : tables[block.Table].Table.Rows[row].Cells[block.FirstColumn];

    internal CellPlace PlaceOf(CellBlock cell) =>
        new(tables[cell.Table].Sheet, tables[cell.Table].Table, cell.FirstRow, cell.FirstColumn);
}

/// <summary>Some cells of a table, side by side and one below the other; of one cell where first and last are the same.</summary>
internal readonly record struct CellBlock(string Table, int FirstColumn, int LastColumn, int FirstRow, int LastRow);

/// <summary>A cell, as whoever made the table knows it.</summary>
internal readonly record struct CellPlace(ReportSheet Sheet, ReportTable Table, int Row, int Column)
{
    public override string ToString() =>
        $"sheet \"{Sheet.Name}\", table \"{Table.Name}\", row {Row}, column \"{Table.Columns[Column].Key}\"";
}
