using System.Globalization;
using System.Xml.Linq;
using FundingReports.Excel.Layout;
using FundingReports.Reports;

namespace FundingReports.Excel.Charts;

/// <summary>The chart part: stacked columns, and a line over them.</summary>
internal static class ChartXml
{
    private static readonly XNamespace C = "http://schemas.openxmlformats.org/drawingml/2006/chart",
        A = "http://schemas.openxmlformats.org/drawingml/2006/main";

    // Light and dark in turn, so that neighbours differ without their colour.
    private static readonly string[] Fills = ["1F3A5F", "8FB3DC", "4A7A3C", "C7DDB5", "6B4C86", "D9C6E8"];

    internal static XDocument Of(ChartData data, Language language)
    {
        var stacked = data.Series.Where(line => line.Series.Mark == ChartMark.Stacked).ToList();
        var lines = data.Series.Where(line => line.Series.Mark == ChartMark.Line).ToList();
        var first = data.Series[0];
        XElement[] axisIds = [Val("axId", "111111111"), Val("axId", "222222222")];
        int order = 0;
        var columns = stacked.Count == 0
            ? null : new XElement(C + "barChart", Val("barDir", "col"), Val("grouping", "stacked"), Val("varyColors", "0"),
            stacked.Select((line, i) => Series(data, line, order++, Columns(line.Series.Tone, i))), Val("gapWidth", "60"),
                Val("overlap", "100"), axisIds);
        var over = lines.Count == 0 ? null : new XElement(C + "lineChart", Val("grouping", "standard"), Val("varyColors", "0"),
            lines.Select(line => Series(data, line, order++, Line())), Val("marker", "1"), axisIds);
        return new(new XElement(C + "chartSpace",
            new XAttribute(XNamespace.Xmlns + "c", C), new XAttribute(XNamespace.Xmlns + "a", A),
            Val("roundedCorners", "0"),
            new XElement(C + "chart",
                new XElement(C + "title", new XElement(C + "tx", new XElement(C + "rich", new XElement(A + "bodyPr"), new XElement(A + "p",
                    new XElement(A + "pPr", new XElement(A + "defRPr", new XAttribute("sz", "1100"), new XAttribute("b", "1"))),
                    new XElement(A + "r", new XElement(A + "rPr", new XAttribute("lang", language == Language.English ? "en-GB" : "fr-FR"),
                        new XAttribute("sz", "1100"), new XAttribute("b", "1")),
                        new XElement(A + "t", SafeText.Clean(data.Chart.Title, "")))))), Val("overlay", "0")),
                Val("autoTitleDeleted", "0"),
                new XElement(C + "plotArea", new XElement(C + "layout"), columns, over,
                    new XElement(C + "catAx", Val("axId", "111111111"), Scaling(null), Val("delete", "0"), Val("axPos", "b"),
                        Val("majorTickMark", "none"), Val("minorTickMark", "none"), Val("tickLblPos", "low"), Letters(),
                            Val("crossAx", "222222222"), Val("crosses", "autoZero"), Val("auto", "0"), Val("lblAlgn", "ctr"),
                            Val("lblOffset", "100"), Val("noMultiLvlLbl", "1")),
                    new XElement(C + "valAx", Val("axId", "222222222"), Scaling("0"), Val("delete", "0"), Val("axPos", "l"),
                        new XElement(C + "majorGridlines", new XElement(C + "spPr", Stroke("D0D5DC", 6350))),
                        new XElement(C + "numFmt", new XAttribute("formatCode", AxisFormat(first.Kind, language)),
                            new XAttribute("sourceLinked", "0")),
                        Val("majorTickMark", "none"), Val("minorTickMark", "none"), Val("tickLblPos", "nextTo"), Letters(),
                            Val("crossAx", "111111111"), Val("crosses", "autoZero"), Val("crossBetween", "between"))),
                new XElement(C + "legend", Val("legendPos", "b"), Val("overlay", "0"), Letters()),
                Val("plotVisOnly", "1"),
                Val("dispBlanksAs", "gap")),
            new XElement(
                C + "spPr", new XElement(A + "solidFill", Colour("FFFFFF")), new XElement(A + "ln", new XElement(A + "noFill")))));
    }

    private static XElement Series(ChartData data, ChartLine line, int order, XElement look)
    {
        string id = order.ToString(CultureInfo.InvariantCulture);
        bool isLine = line.Series.Mark == ChartMark.Line;
        return new(C + "ser", Val("idx", id), Val("order", id),
            new XElement(C + "tx", new XElement(C + "strRef", new XElement(C + "f", line.NameCell),
                new XElement(C + "strCache", Val("ptCount", "1"),
                    new XElement(C + "pt", new XAttribute("idx", "0"), new XElement(C + "v", SafeText.Clean(line.Name, "")))))),
            look,
            isLine ? new XElement(C + "marker", Val("symbol", "diamond"), Val("size", "7"),
                new XElement(C + "spPr", new XElement(A + "solidFill", Colour("B3261E")))) : Val("invertIfNegative", "0"),
            new XElement(C + "cat", new XElement(
                C + "strRef", new XElement(C + "f", data.Categories), new XElement(C + "strCache", Val("ptCount", Count(data.Labels)),
                data.Labels.Select((label, i) => Point(i, SafeText.Clean(label, "")))))),
            new XElement(C + "val", new XElement(C + "numRef", new XElement(C + "f", line.Cells), new XElement(C + "numCache",
                new XElement(C + "formatCode", "General"), Val("ptCount", Count(line.Values)),
                line.Values.Select((value, i) => value is { } known ? Point(i, known.ToString(CultureInfo.InvariantCulture)) : null)))),
            isLine ? Val("smooth", "0") : null);
    }

    private static XElement Point(int index, string value) =>
        new(C + "pt", new XAttribute("idx", index.ToString(CultureInfo.InvariantCulture)), new XElement(C + "v", value));

    private static string Count<T>(IReadOnlyList<T> list) => list.Count.ToString(CultureInfo.InvariantCulture);

    // Hatched is what is missing: seen without any colour.
    private static XElement Columns(Tone tone, int index) => new(C + "spPr",
        tone switch
        {
            Tone.Bad => Hatched("B3261E", "wdUpDiag"),
            Tone.Middling => Hatched("B07A00", "ltHorz"),
            Tone.Open => Hatched("565656", "dotGrid"),
            _ => new XElement(A + "solidFill", Colour(Fills[index % Fills.Length])),
        },
        Stroke("1E1E1E", 6350));

    private static XElement Hatched(string colour, string pattern) =>
        new(A + "pattFill", new XAttribute("prst", pattern), new XElement(A + "fgClr", Colour(colour)),
            new XElement(A + "bgClr", Colour("FFFFFF")));

    private static XElement Line() => new(C + "spPr", Stroke("B3261E", 28575));

    private static XElement Stroke(string colour, int width) =>
        new(A + "ln", new XAttribute("w", width), new XElement(A + "solidFill", Colour(colour)));

    private static XElement Colour(string rgb) => new(A + "srgbClr", new XAttribute("val", rgb));

    private static XElement Scaling(string? least) =>
        new(C + "scaling", Val("orientation", "minMax"), least is null ? null : Val("min", least));

    private static XElement Letters() => new(C + "txPr", new XElement(A + "bodyPr"), new XElement(A + "p",
        new XElement(A + "pPr", new XElement(A + "defRPr", new XAttribute("sz", "900"))),
            new XElement(A + "endParaRPr", new XAttribute("lang", "fr-FR"))));

    // As in the cells, figures follow the language of the words, whatever the spreadsheet's own.
    private static string AxisFormat(ColumnKind kind, Language language) =>
        (language == Language.English ? "[$-809]" : "[$-40C]") + kind switch
    {
        ColumnKind.Amount or ColumnKind.WholeAmount => "#,##0",
        ColumnKind.Rate => "0%",
        ColumnKind.Fte => "0.0",
        _ => "0",
    };

    private static XElement Val(string name, string value) => new(C + name, new XAttribute("val", value));
}
