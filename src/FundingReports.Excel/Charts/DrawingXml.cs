using System.Globalization;
using System.Xml.Linq;
using FundingReports.Excel.Layout;

namespace FundingReports.Excel.Charts;

/// <summary>The drawing part: where the charts of a sheet stand, and what they say to those who do not see them.</summary>
internal static class DrawingXml
{
    private static readonly XNamespace
        D = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
        A = "http://schemas.openxmlformats.org/drawingml/2006/main",
        C = "http://schemas.openxmlformats.org/drawingml/2006/chart",
        R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Charts, each with the id of its relationship.</summary>
    internal static XDocument Of(IReadOnlyList<(PlacedChart Chart, string Id)> charts, SheetLayout sheet, Language language) =>
        new(new XElement(D + "wsDr",
        new XAttribute(XNamespace.Xmlns + "xdr", D), new XAttribute(XNamespace.Xmlns + "a", A),
        charts.Select((chart, i) => new XElement(D + "twoCellAnchor", new XAttribute("editAs", "oneCell"),
            Corner("from", 0, chart.Chart.Row - 1), Corner("to", chart.Chart.Columns, chart.Chart.Row - 1 + chart.Chart.Chart.Lines),
            new XElement(D + "graphicFrame", new XAttribute("macro", ""),
                new XElement(D + "nvGraphicFramePr",
                    new XElement(D + "cNvPr", new XAttribute("id", i + 2),
                        new XAttribute("name", $"Graphique {(i + 1).ToString(CultureInfo.InvariantCulture)}"),
                        new XAttribute("descr", SafeText.Clean(chart.Chart.Chart.Alternative, ""))),
                    new XElement(D + "cNvGraphicFramePr")),
                new XElement(D + "xfrm", new XElement(A + "off", new XAttribute("x", 0), new XAttribute("y", 0)),
                    new XElement(A + "ext", new XAttribute("cx", 0), new XAttribute("cy", 0))),
                new XElement(A + "graphic", new XElement(A + "graphicData", new XAttribute("uri", C.NamespaceName),
                    new XElement(C + "chart", new XAttribute(XNamespace.Xmlns + "c", C), new XAttribute(XNamespace.Xmlns + "r", R),
                        new XAttribute(R + "id", chart.Id))))),
            new XElement(D + "clientData"))),
        sheet.Timelines.Select((timeline, i) => TimelineXml.Of(timeline, sheet, charts.Count + i + 2, language))));

    private static XElement Corner(string name, int column, int row) => new(D + name,
        new XElement(D + "col", column), new XElement(D + "colOff", 0), new XElement(D + "row", row), new XElement(D + "rowOff", 0));
}
