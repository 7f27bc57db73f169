using System.Globalization;
using System.Xml.Linq;
using FundingReports.Excel.Charts;
using FundingReports.Excel.Layout;
using FundingReports.Reports;

namespace FundingReports.Excel.Added;

/// <summary>Charts, which ClosedXML does not know: a drawing a sheet, a part a chart, and what leads to them.</summary>
internal static class ChartParts
{
    private const string
        Drawing = "application/vnd.openxmlformats-officedocument.drawing+xml",
        Chart = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
        Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    internal static void Add(PackageParts package, IReadOnlyList<(string Name, string Part)> sheets, AddedReport added)
    {
        var (report, layout) = (added.Report, added.Layout);
        int drawings = 0, charts = 0;
        foreach (var sheet in layout.Sheets.Where(sheet => !sheet.Charts.IsEmpty || !sheet.Timelines.IsEmpty))
        {
            string part = sheets.First(one => one.Name == sheet.Sheet.Name).Part,
                drawing = Free(package, "xl/drawings/drawing", ref drawings);
            var placed = new List<(PlacedChart, string)>();
            var leads = new List<XElement>();
            // Of a table that became longer or shorter, nobody can tell which rows it is to draw.
            foreach (var chart in sheet.Charts.Where(chart => added.Moves?.ContainsKey(chart.Chart.Table) is not false))
            {
                string name = Free(package, "xl/charts/chart", ref charts), id = "chart" + Text(charts);
                package.Add(name, Chart, ChartXml.Of(ChartData.Of(chart.Chart, layout, report.Words,
                    added.Moves?.GetValueOrDefault(chart.Chart.Table)), report.Language));
                placed.Add((chart, id));
                leads.Add(Lead(id, Relation + "chart", "/" + name));
            }
            package.Add(drawing, Drawing, DrawingXml.Of(placed, sheet, report.Language));
            if (leads.Count > 0)
                package.Xml[RelationsOf(drawing)] = new(new XElement(Names.Relations + "Relationships", leads));
            if (!package.Xml.TryGetValue(RelationsOf(part), out var own))
                package.Xml[RelationsOf(part)] = own = new(new XElement(Names.Relations + "Relationships"));
            own.Root!.Add(Lead("drawing", Relation + "drawing", "/" + drawing));
            Place(package.Xml[part].Root!, new(Names.Main + "drawing", new XAttribute(Names.Ids + "id", "drawing")));
        }
    }

    // Somebody's own workbook may have some already.
    private static string Free(PackageParts package, string name, ref int number)
    {
        string free;
        do
            free = $"{name}{Text(++number)}.xml";
        while (package.Xml.ContainsKey(free));
        return free;
    }

    // The order of a sheet's elements is fixed: the drawing stands after the footer and before the tables.
    private static void Place(XElement sheet, XElement drawing)
    {
        if (sheet.Elements().FirstOrDefault(element => element.Name.LocalName is "legacyDrawing" or "tableParts" or "extLst") is { } next)
            next.AddBeforeSelf(drawing);
        else
            sheet.Add(drawing);
    }

    private static XElement Lead(string id, string type, string target) =>
        new(Names.Relations + "Relationship", new XAttribute("Type", type), new XAttribute("Target", target), new XAttribute("Id", id));

    private static string RelationsOf(string part) => part.Insert(part.LastIndexOf('/') + 1, "_rels/") + ".rels";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
