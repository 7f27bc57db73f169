using System.Collections.Immutable;
using FundingReports.Html.Markup;
using FundingReports.Reports;

namespace FundingReports.Html.Blocks;

/// <summary>A table: its headers are said with each cell, and each row by its first cell.</summary>
internal sealed class TableMarkup(HtmlText html, CellText cells)
{
    internal void Write(string name, ImmutableArray<ReportColumn> columns, IEnumerable<ReportRow> rows, string caption)
    {
        // A region that scrolls by itself, by keyboard too: the page never does.
        html.Open("div", ("class", "scroll"), ("role", "region"), ("tabindex", "0"), ("aria-label", caption));
        html.Open("table", ("id", name), ("class", columns.Length > 9 ? "many" : null));
        html.Open("caption", ("class", "unseen")).Text(caption).CloseLine();
        html.Open("thead").Open("tr");
        foreach (var column in columns)
            html.Put("th", column.Header, ("scope", "col"),
                ("class", Joined(IsRight(column.Kind) ? "figure" : null, column.IsNow ? "now" : null)));
        html.Close().CloseLine();
        html.Open("tbody");
        ReportRow? above = null;
        foreach (var row in rows)
        {
            Row(columns, row, above);
            above = row;
        }
        html.Close().Close().CloseLine();
    }

    private void Row(ImmutableArray<ReportColumn> columns, ReportRow row, ReportRow? above)
    {
        html.Open("tr", ("class", RoleClass(row.Role)));
        for (int c = 0; c < columns.Length; c++)
        {
            var cell = row.Cells[c];
            string said = cells.Of(cell, columns[c].Kind);
            bool isFigure = CellText.IsFigure(cell) || cell is not ReportCell.Text && IsRight(columns[c].Kind);
            string? kind =
                Joined(isFigure ? "figure" : null, cell.IsFaint ? "faint" : null, ToneClass.Of(cell.Tone), columns[c].IsNow ? "now" : null,
                cell is ReportCell.Unknown or ReportCell.Formula { Value: ReportCell.Unknown } ? "unknown" : null);
            if (c == 0)
                html.Open("th", ("scope", "row"), ("class", kind));
            else
                html.Open("td", ("class", kind));
            // What repeats the cell above is heard with its row, and not seen.
            if (cell is ReportCell.Text { IsFaint: true } text && above?.Cells[c] is ReportCell.Text before && before.Value == text.Value)
                html.Put("span", said, ("class", "unseen"));
            else
                Lines(said);
            html.Close();
        }
        html.CloseLine();
    }

    private void Lines(string said)
    {
        string[] lines = said.Split('\n');
        if (lines.Length == 1)
            html.Text(said);
        else
            foreach (string line in lines)
                html.Put("span", line, ("class", "line"));
    }

    private static bool IsRight(ColumnKind kind) => kind is not (ColumnKind.Text or ColumnKind.Day);

    private static string? RoleClass(RowRole role) => role switch
    {
        RowRole.Line => null,
        RowRole.Subtotal => "head",
        RowRole.Outcome => "outcome",
        RowRole.Aside => "aside",
        RowRole.Total => "total",
    };

    private static string? Joined(params ReadOnlySpan<string?> classes)
    {
        string joined = "";
        foreach (string? one in classes)
            if (one is not null)
                joined = joined.Length == 0 ? one : $"{joined} {one}";
        return joined.Length == 0 ? null : joined;
    }
}
