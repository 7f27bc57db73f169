using System.Xml;
using FundingReports.WorkbookLint.Package;
using FundingReports.WorkbookLint.Sheets;

namespace FundingReports.WorkbookLint.Rules;

/// <summary>
/// Colours that say something by themselves, in a table: on a blank cell, or on one of two cells that say the same. A guess.
/// </summary>
internal sealed class ColourRule(LintBook book, LintSheet sheet, FindingList findings) : SheetRule
{
    private const int MostTexts = 2_000, LongestText = 60;

    // A legend that names its colour has put it into words.
    private static readonly string[] colours =
        ["jaune", "vert", "rouge", "orang", "bleu", "rose", "gris", "yellow", "green", "red ", "blue", "pink", "grey", "gray"];

    private readonly Dictionary<(LintTable, int), ColumnLooks> columns = [];
    private readonly List<(string Place, string Text)> odd = [];
    private bool named;

    internal override void Element(XmlReader xml)
    {
        if (xml.LocalName is "iconSet" or "dataBar" && xml.GetAttribute("showValue") is "0" or "false")
            findings.Add(LintRule.ColourAlone, sheet.Name, null, "icons");
    }

    internal override void Row(LintRow row)
    {
        named = named || row.Cells.Any(cell => cell is { Kind: LintKind.Text, Text.Length: > 20 }
            && colours.Any(colour => cell.Text.Value.Contains(colour, StringComparison.OrdinalIgnoreCase)));
        foreach (LintTable table in sheet.Tables)
        {
            if (!table.HasData(row.Number) || row.Cells.Count < 2)
                continue;
            List<LintCell> cells = [.. row.Cells.Where(cell => cell.Column >= table.Range.Left && cell.Column <= table.Range.Right)];
            if (cells.Count < 2)
                continue;
            // What most of the row looks like says nothing of one cell: a total, or every other row.
            var ground = cells.GroupBy(cell => book.Styles[cell.Style].Colours).OrderByDescending(group => group.Count())
                .ThenByDescending(group => group.Key.Fill).First().Key;
            foreach (LintCell cell in cells)
                See(table, row.Number, cell, book.Styles[cell.Style].Colours, ground);
        }
    }

    internal override void End()
    {
        foreach (ColumnLooks column in columns.Values)
            if (column.Looks.Count > 1 && column.Blank is { } place)
                findings.Add(LintRule.ColourAlone, sheet.Name, place, "blank");
        if (!named)
            foreach (var (place, text) in odd)
                findings.Add(LintRule.ColourAlone, sheet.Name, place, "same-text", text);
    }

    private void See(LintTable table, int row, LintCell cell, (int Ink, int Fill) own, (int, int) ground)
    {
        (int Ink, int Fill)? look = own == ground ? null : own;
        if (!columns.TryGetValue((table, cell.Column), out ColumnLooks? column))
            columns[(table, cell.Column)] = column = new();
        if (column.Looks.Count < MostTexts)
            column.Looks.Add(look);
        if (cell.IsBlank && cell.Formula is null)
        {
            if (look is { Fill: not 0xFFFFFF })
                column.Blank ??= CellRange.NameOf(row, cell.Column);
        }
        else if (cell.Kind is LintKind.Text && cell.Text.Length <= LongestText && column.Texts.Count < MostTexts && odd.Count < MostTexts
            && !column.Texts.TryAdd(cell.Text.Value, (look, own)) && column.Texts[cell.Text.Value] is var before && before.Look != look
                && before.Own != own)
        {
            odd.Add((CellRange.NameOf(row, cell.Column), cell.Text.Value));
        }
    }

    // Null is the look of the row.
    private sealed class ColumnLooks
    {
        internal HashSet<(int, int)?> Looks { get; } = [];

        internal Dictionary<string, ((int, int)? Look, (int, int) Own)> Texts { get; } = new(StringComparer.Ordinal);

        internal string? Blank { get; set; }
    }
}
