using System.Globalization;
using System.Xml.Linq;
using FundingReports.Excel.Layout;
using FundingReports.Reports;
using NodaTime;

namespace FundingReports.Excel.Charts;

/// <summary>A timeline as shapes: one group, which says in words what it shows.</summary>
internal static class TimelineXml
{
    private static readonly XNamespace
        D = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
        A = "http://schemas.openxmlformats.org/drawingml/2006/main";

    // English metric units: of a point, and of a character of the default font (seven pixels).
    private const double Point = 12_700, Character = 66_675;
    private const double LineHeight = 1.35 * Look.LineHeight, BarHeight = 0.86 * Look.LineHeight, AxisHeight = 1.2 * Look.LineHeight;

    // Parts of the width: the labels take at most 0.34, the bars from 0.34 to 0.6, and what happens next takes the room that it needs.
    private const double Labels = 0.34, LeastBars = 0.34, MostBars = 0.6;

    private const string Ink = "1E1E1E", Grey = "565656", Rule = "C9CED6", Track = "EEF0F2", Now = "B3123B";

    internal static XElement Of(PlacedTimeline placed, SheetLayout sheet, int id, Language language)
    {
        var timeline = placed.Timeline;
        double width = sheet.TimelineWidth * Character, height = placed.Rows * Look.EmptyRow * Point;
        int shape = id;
        var shapes = Shapes(timeline, width, language).ToList();
        return new(D + "oneCellAnchor",
            new XElement(D + "from", new XElement(D + "col", 0), new XElement(D + "colOff", 0), new XElement(D + "row", placed.Row - 1),
                new XElement(D + "rowOff", 0)),
            new XElement(D + "ext", new XAttribute("cx", Whole(width)), new XAttribute("cy", Whole(height))),
            new XElement(D + "grpSp",
                new XElement(D + "nvGrpSpPr",
                    new XElement(D + "cNvPr", new XAttribute("id", id), new XAttribute("name", SafeText.Clean(timeline.Title, "")),
                        new XAttribute("descr", SafeText.Clean(timeline.Alternative, ""))),
                    new XElement(D + "cNvGrpSpPr")),
                new XElement(D + "grpSpPr", new XElement(A + "xfrm",
                    Pair("off", "x", 0, "y", 0), Pair("ext", "cx", width, "cy", height), Pair("chOff", "x", 0, "y", 0),
                        Pair("chExt", "cx", width, "cy", height))),
                shapes.Select(one => Shape(one, 1000 * id + ++shape))),
            new XElement(D + "clientData"));
    }

    private static IEnumerable<Drawn> Shapes(ReportTimeline timeline, double width, Language language)
    {
        double left = Math.Min(width * Labels, (timeline.Lines.Max(line => TextMeasure.Width(line.Label)) * 1.02 + 2) * Character),
            right = RightOf(timeline, left, width), top = AxisHeight * Point;
        double bottom = top + timeline.Lines.Length * LineHeight * Point;
        int days = Period.DaysBetween(timeline.From, timeline.Until) + 1;
        double X(LocalDate day) => left + (right - left) * Math.Clamp(Period.DaysBetween(timeline.From, day), 0, days) / days;

        double today = X(timeline.Today);
        for (int year = timeline.From.Year; year <= timeline.Until.Year; year++)
        {
            double from = X(new(year, 1, 1)), to = X(new(year + 1, 1, 1));
            yield return Drawn.Words(from, 0, to - from, top, year.ToString(CultureInfo.InvariantCulture), Grey, true, "ctr");
            yield return Drawn.Rectangle(from, top, 0.5 * Point, bottom - top, Rule);
        }
        for (int i = 0; i < timeline.Lines.Length; i++)
        {
            var line = timeline.Lines[i];
            double y = top + i * LineHeight * Point, bar = y + (LineHeight - BarHeight) / 2 * Point;
            yield return Drawn.Words(0, y, left, LineHeight * Point, Shortened(line.Label, left, 1.02), Ink, true, "l");
            yield return Drawn.Rectangle(left, bar, right - left, BarHeight * Point, Track);
            foreach (var one in line.Bars)
            {
                double from = X(one.From), to = X(one.Until.PlusDays(1));
                double wide = TextMeasure.Width(one.Text) * Character * 0.9;
                bool fits = wide < to - from;
                // Where the line of today would cross the words, they stand on the longer side of it.
                bool isCrossed = Math.Abs(today - (from + to) / 2) < wide / 2 + Character && Math.Max(today - from, to - today) > wide;
                yield return Drawn.Bar(from, bar, to - from, BarHeight * Point, one.Tone, fits && !isCrossed ? one.Text : "");
                if (fits && isCrossed)
                    yield return today - from > to - today
                        ? Drawn.OnBar(from, bar, today - from, BarHeight * Point, one.Tone, one.Text)
                        : Drawn.OnBar(today, bar, to - today, BarHeight * Point, one.Tone, one.Text);
            }
            yield return Drawn.Words(right + Character, y, width - right - Character, LineHeight * Point,
                Shortened(line.Note, width - right, 0.92), Grey, false, "l");
        }
        if (timeline.From <= timeline.Today && timeline.Today <= timeline.Until)
        {
            yield return Drawn.Rectangle(today, top * 0.85, 1.5 * Point, bottom - top * 0.85, Now);
            // Beside an edge of the drawing, which would cut it, the date stands within.
            double wide = (TextMeasure.Width(timeline.TodayLabel) * 1.1 + 1) * Character;
            yield return Drawn.Words(Math.Clamp(today - wide / 2, 0, Math.Max(0, width - wide)), bottom, wide, Look.LineHeight * Point,
                timeline.TodayLabel, Now, true, "ctr");
        }
        double key = left, legend = bottom + 1.05 * Look.LineHeight * Point;
        key = 0;
        foreach (var one in timeline.Legend)
        {
            yield return Drawn.Bar(
                key, legend + 0.2 * Look.LineHeight * Point, 2 * Character, 0.6 * Look.LineHeight * Point, one.Tone, "");
            double wide = (TextMeasure.Width(one.Text) + 2) * Character;
            yield return Drawn.Words(key + 2.7 * Character, legend, wide, Look.LineHeight * Point, one.Text, Grey, false, "l");
            key += wide + 3.9 * Character;
        }
    }

    private static double RightOf(ReportTimeline timeline, double left, double width)
    {
        double notes = (timeline.Lines.Max(line => TextMeasure.Width(line.Note)) * 0.92 + 3) * Character;
        return left + Math.Clamp(width - left - notes, width * LeastBars, width * MostBars);
    }

    // The table of the calendar holds the whole text.
    private static string Shortened(string text, double width, double scale)
    {
        double room = width / Character - 1.5;
        if (TextMeasure.Width(text) * scale <= room)
            return text;
        while (text.Length > 1 && TextMeasure.Width(text + "…") * scale > room)
            text = text[..^(char.IsLowSurrogate(text[^1]) ? 2 : 1)];
        return text.TrimEnd(' ', ',', ';') + "…";
    }

    private readonly record struct Drawn(
        double X, double Y, double Width, double Height, string? Fill, Tone Tone, string Text, string Colour, bool Bold, string Align)
    {
        internal static Drawn Rectangle(double x, double y, double width, double height, string fill) =>
            new(x, y, width, height, fill, Tone.Plain, "", Ink, false, "ctr");

        internal static Drawn Words(
            double x, double y, double width, double height, string text, string colour, bool bold, string align) =>
            new(x, y, width, height, null, Tone.Plain, text, colour, bold, align);

        internal static Drawn OnBar(double x, double y, double width, double height, Tone tone, string text) =>
            Words(x, y, width, height, text, tone is Tone.Good or Tone.Bad or Tone.Nothing ? "FFFFFF" : Ink, true, "ctr");

        internal static Drawn Bar(double x, double y, double width, double height, Tone tone, string text) =>
            new(x, y, width, height, null, tone, text, tone is Tone.Good or Tone.Bad or Tone.Nothing ? "FFFFFF" : Ink, true, "ctr");
    }

    private static XElement Shape(Drawn drawn, int id) => new(D + "sp", new XAttribute("macro", ""), new XAttribute("textlink", ""),
        new XElement(D + "nvSpPr", new XElement(D + "cNvPr", new XAttribute("id", id),
            new XAttribute("name", $"Forme {id.ToString(CultureInfo.InvariantCulture)}")), new XElement(D + "cNvSpPr")),
        new XElement(D + "spPr",
            new XElement(A + "xfrm", Pair("off", "x", drawn.X, "y", drawn.Y),
                Pair("ext", "cx", Math.Max(1, drawn.Width), "cy", Math.Max(1, drawn.Height))),
            new XElement(A + "prstGeom", new XAttribute("prst", "rect"), new XElement(A + "avLst")),
            Fill(drawn), Outline(drawn)),
        new XElement(D + "txBody",
            new XElement(
                A + "bodyPr", new XAttribute("wrap", "none"), new XAttribute("lIns", 0), new XAttribute("tIns", 0),
                new XAttribute("rIns", 0), new XAttribute("bIns", 0), new XAttribute("anchor", "ctr"),
                new XAttribute("vertOverflow", "clip"), new XAttribute("horzOverflow", "clip")),
            new XElement(A + "p", new XElement(A + "pPr", new XAttribute("algn", drawn.Align)),
                drawn.Text.Length == 0 ? new XElement(A + "endParaRPr", new XAttribute("sz", 900)) : new XElement(A + "r",
                    new XElement(A + "rPr", new XAttribute("sz", 900), new XAttribute("b", drawn.Bold ? 1 : 0),
                        new XElement(A + "solidFill", Colour(drawn.Colour)),
                            new XElement(A + "latin", new XAttribute("typeface", Look.Font))),
                    new XElement(A + "t", SafeText.Clean(drawn.Text, ""))))));

    private static XElement Fill(Drawn drawn) => drawn switch
    {
        { Fill: { } rgb } => new(A + "solidFill", Colour(rgb)),
        { Tone: Tone.Plain } => new(A + "noFill"),
        // Hatched is what does not count: seen without any colour.
        { Tone: Tone.Announced } => new(A + "pattFill", new XAttribute("prst", "wdUpDiag"), new XElement(A + "fgClr", Colour("9AA8BA")),
            new XElement(A + "bgClr", Colour("FFFFFF"))),
        _ => new(A + "solidFill", Colour(drawn.Tone switch { Tone.Good => "1F7050", Tone.Middling => "E0A32E", Tone.Bad => "B5432F",
            Tone.Open => "B9C0C9", Tone.Nothing => "C0392B", _ => Track })),
    };

    private static XElement Outline(Drawn drawn) => drawn.Tone == Tone.Announced
        ? new(A + "ln", new XAttribute("w", 6350), new XElement(A + "solidFill", Colour("5B6B80")))
        : new(A + "ln", new XElement(A + "noFill"));

    private static XElement Colour(string rgb) => new(A + "srgbClr", new XAttribute("val", rgb));

    private static XElement Pair(string name, string first, double one, string second, double two) =>
        new(A + name, new XAttribute(first, Whole(one)), new XAttribute(second, Whole(two)));

    private static long Whole(double value) => (long)Math.Round(value);
}
