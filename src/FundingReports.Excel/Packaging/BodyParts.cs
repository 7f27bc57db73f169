using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using FundingReports.Excel.Layout;
using FundingReports.Excel.Sheets;
using FundingReports.Excel.Streaming;
using FundingReports.Reports;

namespace FundingReports.Excel.Packaging;

/// <summary>
/// The rows of a table, written here and not by the spreadsheet library, which needs ten times as long: one row of it
/// holds a cell of each style, and all rows take its place when the part is written, so that none is ever held.
/// </summary>
internal static class BodyParts
{
    // The rows of a part: its root has said the namespace.
    private static readonly XmlWriterSettings fragment =
        new() { ConformanceLevel = ConformanceLevel.Fragment, Encoding = new UTF8Encoding(false), CloseOutput = false };

    internal static void Add(PackageParts package, IReadOnlyList<(string Name, string Part)> sheets, Rendering rendering)
    {
        foreach (var sheet in rendering.Layout.Sheets)
        {
            if (sheet.Body is not { } body)
                continue;
            var table = body.Table;
            string name = sheets.First(one => one.Name == sheet.Sheet.Name).Part;
            var part = package.Xml[name];
            var prototypes = part.Descendants(Names.Main + "row").Single(row => (int)row.Attribute("r")! == table.FirstRow);
            string[] styles = [.. prototypes.Elements(Names.Main + "c").Select(cell => (string?)cell.Attribute("s") ?? "0")];
            prototypes.ReplaceWith(
                package.Stream(name, stream => Write(stream, rendering, sheet.Sheet.Name, body, styles), CompressionLevel.Optimal));
            string last = ColumnName.Of(table.Table.Columns.Length - 1) + Text(table.LastRow);
            part.Root!.Element(Names.Main + "dimension")?.SetAttributeValue(
                "ref", "A1:" + ColumnName.Of(table.Table.Columns.Length - 1) + Text(Math.Max(table.LastRow, sheet.LastRow)));
            DataParts.Widen(package, table.Table.Name, $"A{Text(table.HeaderRow)}:{last}");
        }
    }

    private static void Write(Stream stream, Rendering rendering, string sheet, TableBody body, string[] styles)
    {
        using var xml = XmlWriter.Create(stream, fragment);
        var table = body.Table;
        int columns = table.Table.Columns.Length;
        string[] letters = [.. Enumerable.Range(0, columns).Select(ColumnName.Of)];
        for (int r = 0; r < table.Table.Rows.Length; r++)
        {
            int number = table.FirstRow + r;
            xml.WriteStartElement("row");
            xml.WriteAttributeString("r", Text(number));
            xml.WriteAttributeString("ht", body.Heights[r].ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("customHeight", "1");
            for (int c = 0; c < columns; c++)
            {
                string address = letters[c] + Text(number);
                xml.WriteStartElement("c");
                xml.WriteAttributeString("r", address);
                xml.WriteAttributeString("s", styles[body.Styles[r * columns + c]]);
                Value(xml, rendering, sheet, table, table.Table.Rows[r].Cells[c], table.Table.Columns[c].Kind, number, address);
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        }
    }

    private static void Value(
        XmlWriter xml, Rendering rendering, string sheet, PlacedTable table, ReportCell value, ColumnKind kind, int row, string address)
    {
        if (value is ReportCell.Formula formula)
        {
            string text = rendering.Formulas.Write(formula, sheet, table, row, address);
            var known = rendering.Formulas.Values[sheet][address];
            if (known.IsText)
                xml.WriteAttributeString("t", "str");
            xml.WriteElementString("f", text);
            xml.WriteElementString("v", known.Value);
        }
        else if (CellWriter.FigureOf(value) is { } figure)
            xml.WriteElementString("v", figure);
        else
        {
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is");
            xml.WriteStartElement("t");
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(SafeText.Inline(rendering.Cells.Words(value, kind)));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
