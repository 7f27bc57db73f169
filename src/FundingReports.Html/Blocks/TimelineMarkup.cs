using FundingReports.Html.Markup;
using FundingReports.Reports;
using NodaTime;

namespace FundingReports.Html.Blocks;

/// <summary>
/// The timeline: a drawing a post, as wide as the page lets it be; places are shares of its width, so that its words keep their size.
/// </summary>
internal sealed class TimelineMarkup(HtmlText html)
{
    // Nearer to an edge the date would leave the drawing.
    private const decimal Edge = 0.15m;

    private const string Top = "-9", Bottom = "9";

    // Widths in points: of the drawing on a desk, of the drawing on a telephone, and of a digit in a bar.
    private const int Desk = 500, Telephone = 262, Figure = 7;

    internal void Write(ReportTimeline timeline)
    {
        decimal days = Period.DaysBetween(timeline.From, timeline.Until) + 1;
        decimal At(LocalDate day) => Period.DaysBetween(timeline.From, day) / days;
        html.Open("figure", ("class", "timeline"));
        html.Open("figcaption", ("class", "unseen")).Text(timeline.Title).CloseLine();
        Years(timeline, At);
        html.Open("ol");
        foreach (var line in timeline.Lines)
        {
            html.Open("li");
            html.Put("span", line.Label, ("class", "post"));
            Bars(timeline, line, At);
            html.Open("span", ("class", "next")).Text(line.Note).Close();
            html.CloseLine();
        }
        html.CloseLine();
        Today(timeline, At);
        Legend(timeline);
        html.CloseLine();
    }

    private void Years(ReportTimeline timeline, Func<LocalDate, decimal> at)
    {
        html.Open("div", ("class", "scale"), ("aria-hidden", "true"));
        html.Open("svg", ("class", "years"));
        for (int year = timeline.From.Year; year <= timeline.Until.Year; year++)
        {
            decimal from = at(LocalDate.Max(timeline.From, new(year, 1, 1))),
                until = at(LocalDate.Min(timeline.Until, new(year, 12, 31)).PlusDays(1));
            html.Put("text", year.ToString(System.Globalization.CultureInfo.InvariantCulture), ("x", HtmlText.Percent((from + until) / 2)),
                ("y", "13"));
        }
        html.Close().CloseLine();
    }

    private void Bars(ReportTimeline timeline, TimelineLine line, Func<LocalDate, decimal> at)
    {
        string said = line.Bars.IsEmpty
            ? line.Label : $"{line.Label} : {string.Join(" ; ", line.Bars.Select(bar => bar.Detail.Length > 0 ? bar.Detail : bar.Text))}";
        html.Open("svg", ("class", "bars"), ("role", "img"), ("aria-label", said));
        // In the middle of its line, however high its label makes it; the mark of the as-of date goes through all lines.
        html.Open("svg", ("y", "50%"));
        html.Put("rect", ("class", "track"), ("x", "0"), ("y", Top), ("width", "100%"), ("height", "18"), ("rx", "3"));
        for (int year = timeline.From.Year + 1; year <= timeline.Until.Year; year++)
            Line("year", at(new(year, 1, 1)), Top, Bottom);
        foreach (var bar in line.Bars)
        {
            html.Open("g");
            if (bar.Detail.Length > 0)
                html.Put("title", bar.Detail);
            Rect(ToneClass.Of(bar.Tone)!, bar.From, bar.Until, Top, "18", at);
            html.Close();
        }
        foreach (var firm in line.Firm)
            Rect("firm", firm.From, firm.Until, "5", "4", at);
        html.Close();
        if (timeline.From <= timeline.Today && timeline.Today <= timeline.Until)
            Line("today", at(timeline.Today), "-200", "234");
        html.Open("svg", ("y", "50%"));
        foreach (var bar in line.Bars)
        {
            decimal from = at(bar.From), share = at(bar.Until.PlusDays(1)) - from, needed = bar.Text.Length * Figure + 6;
            if (share * Desk < needed)
                continue;
            html.Put("text", bar.Text, ("class", $"{ToneClass.Of(bar.Tone)}{(share * Telephone < needed ? " desk" : "")}"),
                ("x", HtmlText.Percent(from + share / 2)), ("y", "4"));
        }
        html.Close().Close();
    }

    private void Rect(string kind, LocalDate from, LocalDate until, string top, string height, Func<LocalDate, decimal> at) =>
        html.Put("rect", ("class", kind),
        ("x", HtmlText.Percent(at(from))), ("y", top), ("width", HtmlText.Percent(at(until.PlusDays(1)) - at(from))), ("height", height),
            ("rx", kind == "firm" ? null : "3"));

    private void Line(string kind, decimal at, string top, string bottom) =>
        html.Put("line", ("class", kind), ("x1", HtmlText.Percent(at)), ("y1", top), ("x2", HtmlText.Percent(at)), ("y2", bottom));

    private void Today(ReportTimeline timeline, Func<LocalDate, decimal> at)
    {
        if (timeline.Today < timeline.From || timeline.Today > timeline.Until)
            return;
        html.Open("div", ("class", "scale"), ("aria-hidden", "true"));
        decimal today = at(timeline.Today);
        string? side = today < Edge ? "start" : today > 1 - Edge ? "end" : null;
        html.Open("svg", ("class", "day")).Put("text", timeline.TodayLabel, ("class", side), ("x", HtmlText.Percent(today)), ("y", "12"))
            .Close();
        html.CloseLine();
    }

    private void Legend(ReportTimeline timeline)
    {
        html.Open("ul", ("class", "legend"));
        foreach (var key in timeline.Legend)
            Key(ToneClass.Of(key.Tone)!, key.Text);
        if (timeline.FirmKey is { } firm)
            Key("firm", firm);
        html.CloseLine();
    }

    private void Key(string kind, string text)
    {
        html.Open("li").Open("svg", ("class", "key"), ("aria-hidden", "true"), ("width", "22"), ("height", "12"));
        html.Put("rect", ("class", kind == "nothing" ? "track" : kind), ("x", "0"), ("y", kind == "firm" ? "4" : "0"), ("width", "22"),
            ("height", kind == "firm" ? "4" : "11"), ("rx", kind == "firm" ? null : "3"));
        html.Close().Text(text).Close();
    }
}
