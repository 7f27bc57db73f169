using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using FundingReports.Excel.Layout;
using FundingReports.Excel.Streaming;
using FundingReports.Reports;

namespace FundingReports.Excel.Packaging;

/// <summary>Long tables: the one row that stands for all gives its styles, and all take its place when the part is written.</summary>
internal static class DataParts
{
    internal static void Add(
        PackageParts package, IReadOnlyList<(string Name, string Part)> sheets, ReportLayout layout, ReportWords words)
    {
        var quoted = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var sheet in layout.Sheets)
        {
            if (sheet.Data is not { } data)
                continue;
            var table = sheet.Tables[^1];
            string part = sheets.First(one => one.Name == sheet.Sheet.Name).Part;
            var prototype = package.Xml[part].Descendants(Names.Main + "row").Single(row => (int)row.Attribute("r")! == table.FirstRow);
            DataStyle[] styles =
                [.. prototype.Elements(Names.Main + "c").Select(cell => StyleOf(package, (string?)cell.Attribute("s") ?? "0", quoted))];
            string last = ColumnName.Of(table.Table.Columns.Length - 1)
                + (table.HeaderRow + data.Count).ToString(CultureInfo.InvariantCulture);
            package.Xml[part].Root!.Element(Names.Main + "dimension")?.SetAttributeValue("ref", "A1:" + last);
            Widen(package, table.Table.Name, $"A{table.HeaderRow.ToString(CultureInfo.InvariantCulture)}:{last}");
            prototype.ReplaceWith(package.Stream(part, stream =>
            {
                using var rows = new RowStream(stream, table.Table.Columns, styles, sheet.Widths, words);
                rows.Write(data.Take(), table.FirstRow);
            }, CompressionLevel.Fastest));
        }
    }

    /// <summary>Has a table cover other cells than those it was made over.</summary>
    internal static void Widen(PackageParts package, string name, string range)
    {
        var table = package.Xml.Where(part => part.Key.StartsWith("xl/tables/", StringComparison.Ordinal)).Select(part => part.Value.Root!)
            .Single(root => (string?)root.Attribute("name") == name);
        table.SetAttributeValue("ref", range);
        table.Element(Names.Main + "autoFilter")?.SetAttributeValue("ref", range);
    }

    private static DataStyle StyleOf(PackageParts package, string id, Dictionary<string, string> quoted)
    {
        if (!quoted.TryGetValue(id, out string? twin))
        {
            var formats = package.Xml["xl/styles.xml"].Descendants(Names.Main + "cellXfs").Single();
            var all = formats.Elements().ToList();
            var copy = new XElement(all[int.Parse(id, CultureInfo.InvariantCulture)]);
            copy.SetAttributeValue("quotePrefix", "1");
            formats.Add(copy);
            formats.SetAttributeValue("count", all.Count + 1);
            quoted[id] = twin = all.Count.ToString(CultureInfo.InvariantCulture);
        }
        return new(Attribute(id), Attribute(twin));
    }

    private static byte[] Attribute(string id) => Encoding.ASCII.GetBytes($" s=\"{id}\"");
}
