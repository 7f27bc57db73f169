using FundingReports.Html.Markup;
using FundingReports.Reports;

namespace FundingReports.Html.Blocks;

/// <summary>A chart: a bar a row of its table, its parts one after the other; what it shows stands in that table too.</summary>
internal sealed class ChartMarkup(HtmlText html, CellText cells)
{
    internal void Write(ReportChart chart, ReportTable table)
    {
        var rows = table.Rows.Skip(chart.FirstRow).Take(chart.LastRow - chart.FirstRow + 1).ToList();
        var stacked = chart.Series.Where(series => series.Mark == ChartMark.Stacked).ToList();
        var lines = chart.Series.Where(series => series.Mark == ChartMark.Line).ToList();
        decimal Of(ReportRow row, ChartSeries series) => Math.Max(0, FigureOf(row.Cells[table.IndexOf(series.Column)]) ?? 0);
        decimal most = rows.Max(
            row => Math.Max(stacked.Sum(series => Of(row, series)), lines.Select(series => Of(row, series)).DefaultIfEmpty(0).Max()));
        if (most == 0)
            return;
        html.Open("figure", ("class", "chart"));
        html.Open("figcaption").Text(chart.Title).CloseLine();
        html.Open("div", ("role", "img"), ("aria-label", chart.Alternative));
        int category = table.IndexOf(chart.Category);
        foreach (var row in rows)
        {
            html.Open("div", ("class", "row"));
            html.Put("span", cells.Of(row.Cells[category], table.Columns[category].Kind), ("class", "group"));
            html.Open("svg", ("class", "bars"));
            html.Put("rect", ("class", "track"), ("x", "0"), ("y", "3"), ("width", "100%"), ("height", "18"));
            decimal from = 0;
            foreach (var series in stacked)
            {
                decimal part = Of(row, series) / most;
                if (part > 0)
                    Part(table, row, series, from, part);
                from += part;
            }
            foreach (var series in lines.Where(series => Of(row, series) > 0))
            {
                string at = HtmlText.Percent(Of(row, series) / most);
                html.Put("line", ("class", "mark"), ("x1", at), ("y1", "0"), ("x2", at), ("y2", "24"));
            }
            html.Close().CloseLine();
        }
        html.CloseLine();
        html.Open("ul", ("class", "legend"));
        foreach (var series in chart.Series)
        {
            html.Open("li").Open("svg", ("class", "key"), ("aria-hidden", "true"), ("width", "22"), ("height", "12"));
            if (series.Mark == ChartMark.Line)
                html.Put("line", ("class", "mark"), ("x1", "11"), ("y1", "0"), ("x2", "11"), ("y2", "12"));
            else
                html.Put(
                    "rect", ("class", ToneClass.Of(series.Tone) ?? "plain"), ("x", "0"), ("y", "0"), ("width", "22"), ("height", "11"));
            html.Close().Text(table.Columns[table.IndexOf(series.Column)].Header).Close();
        }
        html.Close().CloseLine();
    }

    private void Part(ReportTable table, ReportRow row, ChartSeries series, decimal from, decimal part)
    {
        var column = table.Columns[table.IndexOf(series.Column)];
        string said = cells.Of(row.Cells[table.IndexOf(series.Column)], column.Kind);
        html.Open("g").Put("title", $"{column.Header} : {said}");
        html.Put("rect", ("class", ToneClass.Of(series.Tone) ?? "plain"), ("x", HtmlText.Percent(from)), ("y", "3"),
            ("width", HtmlText.Percent(part)), ("height", "18"));
        html.Close();
    }

    private static decimal? FigureOf(ReportCell cell) => cell switch
    {
        ReportCell.Amount amount => amount.Value.ToDecimal(),
        ReportCell.Count count => count.Value,
        ReportCell.Number number => number.ToDecimal(),
        ReportCell.Formula formula => FigureOf(formula.Value),
        _ => null,
    };
}
