using System.Collections.Immutable;
using FundingReports.Excel.Checking;
using FundingReports.Html.Blocks;
using FundingReports.Html.Markup;
using FundingReports.Reports;

namespace FundingReports.Html;

/// <summary>The sheets of a report one below the other; the first stands alone on its printed page.</summary>
internal sealed class SheetsMarkup(HtmlText html, Report report, PageWords words)
{
    private readonly CellText cells = new(report.Words, report.Language);
    private readonly Dictionary<string, ReportTable> tables = report.Sheets.SelectMany(sheet => sheet.Blocks).OfType<ReportTable>()
        .ToDictionary(table => table.Name, StringComparer.Ordinal);

    internal void Write()
    {
        for (int s = 0; s < report.Sheets.Length; s++)
        {
            var sheet = report.Sheets[s];
            html.Open("section", ("id", IdOf(s)), ("class", s == 0 ? "first" : IsWide(sheet) ? "wide" : null),
                ("aria-labelledby", $"{IdOf(s)}-title"));
            if (s == 0)
            {
                html.Open("h1", ("id", $"{IdOf(s)}-title")).Text(sheet.Title).CloseLine();
                html.Open("p", ("class", "asof")).Text(report.AsOfText).CloseLine();
            }
            else
                html.Open("h2", ("id", $"{IdOf(s)}-title")).Text(sheet.Name).CloseLine();
            Blocks(sheet, s == 0 ? "h2" : "h3");
            html.CloseLine();
            if (s == 0 && report.Sheets.Length > 2)
                Contents();
        }
    }

    private static string IdOf(int sheet) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"p{sheet + 1}");

    // Whether a table has more columns than an upright page can hold.
    private static bool IsWide(ReportSheet sheet) => sheet.Blocks.OfType<ReportTable>().Any(table => table.Columns.Length > 9);

    private void Contents()
    {
        html.Open("nav", ("aria-label", words.Contents)).Open("ul");
        for (int s = 1; s < report.Sheets.Length; s++)
            html.Open("li").Put("a", report.Sheets[s].Name, ("href", $"#{IdOf(s)}")).Close();
        html.Close().CloseLine();
    }

    private void Blocks(ReportSheet sheet, string heading)
    {
        string caption = sheet.Title;
        for (int b = 0; b < sheet.Blocks.Length; b++)
            switch (sheet.Blocks[b])
            {
                case ReportParagraph { Role: ParagraphRole.Item }:
                    b = Items(sheet.Blocks, b);
                    break;
                case ReportParagraph { Role: ParagraphRole.Heading } title:
                    caption = title.Text;
                    html.Open(heading).Text(title.Text).CloseLine();
                    break;
                case ReportParagraph { Role: ParagraphRole.Answer } answer:
                    AnswerMarkup.Write(html, answer.Text);
                    break;
                case ReportParagraph note:
                    html.Open("p", ("class", "note")).Text(note.Text).CloseLine();
                    break;
                case ReportTimeline timeline:
                    new TimelineMarkup(html).Write(timeline);
                    break;
                case ReportChart chart:
                    new ChartMarkup(html, cells).Write(chart, tables[chart.Table]);
                    break;
                case ReportTable table:
                    new TableMarkup(html, cells).Write(table.Name, table.Columns, table.Rows, caption);
                    break;
                case ReportData data:
                    new TableMarkup(html, cells).Write(data.Name, data.Columns, LongTables.Rows(sheet, data), caption);
                    break;
            }
    }

    // Items that come cut into lines are shown as cards, each of which is read by itself.
    private int Items(ImmutableArray<ReportBlock> blocks, int first)
    {
        bool isCards = ((ReportParagraph)blocks[first]).Lines.Length > 1;
        html.Open("ul", ("class", isCards ? "cards" : "items"));
        int last = first;
        while (
            last < blocks.Length && blocks[last] is ReportParagraph { Role: ParagraphRole.Item } item && item.Lines.Length > 1 == isCards)
        {
            html.Open("li", ("class", ToneClass.Of(item.Tone)));
            if (isCards)
                foreach (string line in item.Lines)
                    html.Put("span", line, ("class", "line"));
            else
                html.Text(item.Text.TrimStart('•', ' '));
            html.CloseLine();
            last++;
        }
        html.CloseLine();
        return last - 1;
    }
}
