using System.Globalization;
using FundingReports.WorkbookLint.Sheets;

namespace FundingReports.WorkbookLint.Rules;

/// <summary>
/// A title in A1; headers that say their columns; no blank in a table; no figure outside of one. Words right above headers say what these
/// share.
/// </summary>
internal sealed class TableCellsRule(LintSheet sheet, FindingList findings) : SheetRule
{
    // Of each table, the first row that was not met yet.
    private readonly int[] next = [.. sheet.Tables.Select(table => table.Range.Top)];
    private bool title;
    private int outside;
    private CellRange around;

    internal override void Row(LintRow row)
    {
        foreach (LintCell cell in row.Cells)
        {
            if (cell.IsBlank)
                continue;
            title |= (row.Number, cell.Column) is (1, 1) && cell.Kind is LintKind.Text;
            if ((cell.Column > 1 || cell.Kind is not LintKind.Text)
                && !sheet.Tables.Any(table => table.Range.Contains(row.Number, cell.Column) || cell.Kind is LintKind.Text
                    && table.HeaderRows == 1 && row.Number == table.Range.Top - 1 && table.Range.Contains(table.Range.Top, cell.Column)))
                Outside(row.Number, cell.Column);
        }
        for (int i = 0; i < sheet.Tables.Length; i++)
            if (row.Number >= next[i] && row.Number <= sheet.Tables[i].Range.Bottom)
            {
                Missing(sheet.Tables[i], next[i], row.Number - 1);
                next[i] = row.Number + 1;
                InTable(sheet.Tables[i], row);
            }
    }

    internal override void End()
    {
        if (!title)
            findings.Add(LintRule.TitleInA1, sheet.Name, "A1");
        for (int i = 0; i < sheet.Tables.Length; i++)
            Missing(sheet.Tables[i], next[i], sheet.Tables[i].Range.Bottom);
        if (outside > 0)
            findings.Add(LintRule.MissingTable, sheet.Name, around.ToString(), outside.ToString(CultureInfo.InvariantCulture));
    }

    private void Outside(int row, int column) => around = outside++ == 0
        ? new(row, column, row, column)
        : new(Math.Min(around.Top, row), Math.Min(around.Left, column), Math.Max(around.Bottom, row), Math.Max(around.Right, column));

    // Rows that the file does not even mention.
    private void Missing(LintTable table, int from, int to)
    {
        if (from == table.Range.Top && to >= from && table.HeaderRows == 1)
        {
            findings.Add(LintRule.HeaderRow, sheet.Name, CellRange.NameOf(from, table.Range.Left), "blank");
            from++;
        }
        to = Math.Min(to, table.LastRow);
        if (to >= from)
            Blank(table.Range with { Top = from, Bottom = to });
    }

    private void InTable(LintTable table, LintRow row)
    {
        if (row.Number == table.Range.Top && table.HeaderRows == 1)
        {
            Header(table, row);
            return;
        }
        if (!table.HasData(row.Number))
            return;
        int column = table.Range.Left;
        foreach (LintCell cell in row.Cells.Where(cell => cell.Column >= table.Range.Left && cell.Column <= table.Range.Right
            && (!cell.IsBlank || cell is { Formula: not null, Kind: LintKind.Blank })))
        {
            if (cell.Column > column)
                Blank(new(row.Number, column, row.Number, cell.Column - 1));
            column = Math.Max(column, cell.Column + 1);
        }
        if (column <= table.Range.Right)
            Blank(new(row.Number, column, row.Number, table.Range.Right));
    }

    private void Blank(CellRange cells) => findings.Add(LintRule.BlankCell, sheet.Name, cells.ToString(),
        ((cells.Bottom - cells.Top + 1L) * (cells.Right - cells.Left + 1)).ToString(CultureInfo.InvariantCulture));

    private void Header(LintTable table, LintRow row)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i <= table.Range.Right - table.Range.Left; i++)
        {
            LintCell cell = row.Cells.FirstOrDefault(cell => cell.Column == table.Range.Left + i);
            string said = cell.IsBlank || cell.Column == 0 ? "" : cell.Text.Value;
            string? cause = said.Length == 0 ? "blank" : !taken.Add(said) ? "twice" : TableRules.IsDefaultHeader(said) ? "default"
                : i < table.Headers.Length && Folded.Of(table.Headers[i]) is { } own
                    && !own.StartsWith(Folded.Of(said), StringComparison.Ordinal) ? "other" : null;
            if (cause is not null)
                findings.Add(LintRule.HeaderRow, sheet.Name, CellRange.NameOf(row.Number, table.Range.Left + i), cause, cause is "other"
                    ? table.Headers[i] : said);
        }
    }
}
