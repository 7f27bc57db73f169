using System.Globalization;
using System.Xml.Linq;
using FundingReports.Excel.Layout;
using FundingReports.Excel.Streaming;
using FundingReports.Reports;

namespace FundingReports.Excel.Packaging;

/// <summary>
/// The rows of a table, written here and not by the spreadsheet library, which needs ten times as long:
/// one row of it holds a cell of each style, and all rows take its place.
/// </summary>
internal static class BodyParts
{
    internal static void Add(PackageParts package, IReadOnlyList<(string Name, string Part)> sheets, Rendering rendering)
    {
        foreach (var sheet in rendering.Layout.Sheets)
        {
            if (sheet.Body is not { } body)
                continue;
            var table = body.Table;
            var part = package.Xml[sheets.First(one => one.Name == sheet.Sheet.Name).Part];
            var prototypes = part.Descendants(Names.Main + "row").Single(row => (int)row.Attribute("r")! == table.FirstRow);
            string[] styles = [.. prototypes.Elements(Names.Main + "c").Select(cell => (string?)cell.Attribute("s") ?? "0")];
            prototypes.ReplaceWith(Enumerable.Range(0, table.Table.Rows.Length).Select(r => Row(rendering, sheet.Sheet.Name, body, styles, r)).ToArray());
            string last = ColumnName.Of(table.Table.Columns.Length - 1) + Text(table.LastRow);
            part.Root!.Element(Names.Main + "dimension")?.SetAttributeValue("ref", "A1:" + ColumnName.Of(table.Table.Columns.Length - 1) + Text(Math.Max(table.LastRow, sheet.LastRow)));
            DataParts.Widen(package, table.Table.Name, $"A{Text(table.HeaderRow)}:{last}");
        }
    }

    private static XElement Row(Rendering rendering, string sheet, TableBody body, string[] styles, int r)
    {
        var (table, number) = (body.Table, body.Table.FirstRow + r);
        return new(Names.Main + "row",
            new XAttribute("r", number), new XAttribute("ht", body.Heights[r].ToString(CultureInfo.InvariantCulture)), new XAttribute("customHeight", "1"),
            table.Table.Rows[r].Cells.Select((cell, c) => Cell(rendering, sheet, table, cell, c, number, styles[body.Styles[r * table.Table.Columns.Length + c]])));
    }

    private static XElement Cell(Rendering rendering, string sheet, PlacedTable table, ReportCell value, int column, int row, string style)
    {
        string address = ColumnName.Of(column) + Text(row);
        var cell = new XElement(Names.Main + "c", new XAttribute("r", address), new XAttribute("s", style));
        if (value is ReportCell.Formula formula)
        {
            string text = rendering.Formulas.Write(formula, sheet, table, row, address);
            var known = rendering.Formulas.Values[sheet][address];
            if (known.IsText)
                cell.Add(new XAttribute("t", "str"));
            cell.Add(new XElement(Names.Main + "f", text), new XElement(Names.Main + "v", known.Value));
        }
        else if (CellWriter.FigureOf(value) is { } figure)
            cell.Add(new XElement(Names.Main + "v", figure));
        else
            cell.Add(new XAttribute("t", "inlineStr"), new XElement(Names.Main + "is", new XElement(Names.Main + "t",
                new XAttribute(XNamespace.Xml + "space", "preserve"), SafeText.Inline(rendering.Cells.Words(value, table.Table.Columns[column].Kind)))));
        return cell;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
