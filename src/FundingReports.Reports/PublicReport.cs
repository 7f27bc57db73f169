using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FundingReports.Portfolios;
using FundingReports.Reports.Formulas;
using FundingReports.Reports.Sheets;

namespace FundingReports.Reports;

/// <summary>The report that everybody may read. In doubt a figure is left out: what is published cannot be called back.</summary>
internal static partial class PublicReport
{
    /// <summary>Money of fewer posts than these is somebody's pay.</summary>
    internal const int LeastPosts = 3;

    internal static IEnumerable<ReportSheet> Sheets(ReportContext context, string answer)
    {
        var posts = Without(PostsSheet.Build(context), Names.Cost);
        var calendar = CalendarSheet.Build(context);
        yield return Summary(context, answer, calendar is null ? null : CalendarSheet.PostsChart(context, SummarySheet.ChartLines));
        yield return posts;
        yield return Without(CommitmentsSheet.Build(context), "promised", "paid");
        if (calendar is not null)
            yield return calendar;
        if (Years(context) is { } years)
            yield return new(context.Texts.FundersSheet, context.Texts.PublishedMoneyTitle,
                [new ReportParagraph(context.Texts.AsOf(context.AsOf) + ". " + context.Texts.PublicNote, ParagraphRole.Note), years]);
        yield return Without(SourcesSheet.Build(context), "author");
    }

    /// <summary>A report in which no text says an amount: a sentence, or the title of a source, may be about one post.</summary>
    internal static Report Masked(Report report)
    {
        string mask = report.Language == Language.English ? "[amount not published]" : "[montant non publié]";
        string Mask(string text) => Amounts().Replace(text, mask);
        ReportCell MaskCell(ReportCell cell) => cell is ReportCell.Text text ? text with { Value = Mask(text.Value) } : cell;
        return report with
        {
            Title = Mask(report.Title),
            Description = Mask(report.Description),
            Author = null,
            Sheets = [.. report.Sheets.Select(sheet => sheet with
            {
                Title = Mask(sheet.Title),
                Blocks = [.. sheet.Blocks.Select(block => block switch
                {
                    ReportParagraph paragraph => paragraph with { Text = Mask(paragraph.Text) },
                    ReportTable table => new ReportTable(
                        table.Name, table.Columns, [.. table.Rows.Select(row => row with { Cells = [.. row.Cells.Select(MaskCell)] })]),
                    _ => block,
                })],
            })],
        };
    }

    private static ReportSheet Summary(ReportContext context, string answer, ReportChart? chart)
    {
        // Built as for those who work on it, then without what is not for everybody.
        var whole = SummarySheet.Build(context, answer, null, chart);
        var blocks = whole.Blocks.Where(block => block is not ReportTable { Name: Names.Years })
            .Where(block => block is not ReportParagraph { Role: ParagraphRole.Heading } heading
                || heading.Text != context.Texts.YearsHeading)
            .Where(block => !RequestsSheet.NearestBlocks(context).Contains(block))
            .Select(block => block is ReportTable { Name: Names.Summary } table ? Without(table, "gap", "gapNext", "risk") : block);
        return whole with { Blocks = [.. blocks, new ReportParagraph(context.Texts.PublicNote, ParagraphRole.Note)] };
    }

    /// <summary>
    /// All posts together, by year: each figure only where three posts or more are in it, and none where a difference would tell.
    /// </summary>
    private static ReportTable? Years(ReportContext context)
    {
        var analysis = context.Analysis;
        if (analysis.Posts.Length < LeastPosts)
            return null;
        var texts = context.Texts;
        var rows = ImmutableArray.CreateBuilder<ReportRow>();
        for (int y = 0; y < analysis.Totals.Years.Length; y++)
        {
            var year = analysis.Totals.Years[y];
            var marks = analysis.Posts.Aggregate(Marks.None, (all, post) => all | context.MarksOf(post, post.Years[y]));
            int With(Func<PostYear, Knowable<Euros>> of) =>
                analysis.Posts.Count(post => of(post.Years[y]) is var money && (!money.TryGet(out var known) || known.Cents != 0));
            bool cost = With(of => of.Cost) >= LeastPosts;
            bool money = cost && new[] { With(of => of.Agreed.Funding), With(of => of.Agreed.Gap), With(of => of.Agreed.Surplus) }.All(
                posts => posts is 0 or >= LeastPosts);
            ReportCell Shown(bool published, Knowable<Euros> sum) =>
                published ? ReportContext.Money(sum, marks) : ReportCell.Of(texts.NotPublished);
            rows.Add(new([new ReportCell.Year(year.Year), Shown(cost, year.Cost.Exact), Shown(money, year.Agreed.Funding.Exact),
                Shown(money, year.Agreed.Gap.Exact)]));
        }
        return new(Names.Funders,
        [
            new(Names.Year, texts.Year, ColumnKind.Year, 12), new(Names.Cost, texts.Cost, ColumnKind.Amount, 22),
            new(Names.Agreed, texts.View(FundingView.Agreed), ColumnKind.Amount, 22), new(Names.Gap, texts.Gap, ColumnKind.Amount, 22),
        ], rows.ToImmutable());
    }

    private static ReportSheet Without(ReportSheet sheet, params string[] columns) =>
        sheet with { Blocks = [.. sheet.Blocks.Select(block => block is ReportTable table ? Without(table, columns) : block)] };

    private static ReportTable Without(ReportTable table, params string[] columns)
    {
        var kept = table.Columns.Index().Where(column => !columns.Contains(column.Item.Key)).Select(column => column.Index).ToList();
        return new(table.Name, [.. kept.Select(c => table.Columns[c])],
            [.. table.Rows.Select(row => row with { Cells = [.. kept.Select(c => row.Cells[c])] })]);
    }

    [GeneratedRegex(
        @"(?:[€£]\s?[0-9](?:[0-9\s.,\u00A0\u202F]*[0-9])?)|(?:[0-9](?:[0-9\s.,\u00A0\u202F]*[0-9])?[\s\u00A0\u202F]*(?:k€|M€|€|[Ee]uros?\b|EUR\b))", RegexOptions.CultureInvariant)]
    private static partial Regex Amounts();
}
