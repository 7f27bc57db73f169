using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FundingReports.Portfolios;
using FundingReports.Reports.Schedules;
using FundingReports.Reports.Sheets;
using FundingReports.Reports.Texts;

namespace FundingReports.Reports;

/// <summary>
/// The report that everybody may read: a list of what may be shown, and nothing else. In doubt a figure is left out: what is
/// published cannot be called back.
/// </summary>
internal static partial class PublicReport
{
    /// <summary>Money of fewer posts than these is somebody's pay.</summary>
    internal const int LeastPosts = 3;

    // What is rounded to thousands tells no small change of one post's cost.
    private const long RoundedTo = 1_000_00;

    internal static IEnumerable<ReportSheet> Sheets(ReportContext context)
    {
        var texts = new WorkbookTexts(context.Texts.Language);
        yield return Summary(context, texts);
        if (CalendarSheet.Build(context, isPublic: true) is { } calendar)
            yield return calendar;
        yield return CommitmentsSheet.Build(context, isPublic: true);
        yield return NotesSheet.Build(context, isPublic: true);
    }

    private static ReportSheet Summary(ReportContext context, WorkbookTexts texts)
    {
        var blocks = ImmutableArray.CreateBuilder<ReportBlock>();
        blocks.Add(new ReportParagraph(Answer(context, texts), ParagraphRole.Answer));
        SummarySheet.AddTimeline(context, texts, blocks, isPublic: true);
        if (Years(context) is { } years)
        {
            blocks.Add(new ReportParagraph(texts.PublicYearsHeading, ParagraphRole.Heading));
            blocks.Add(years);
        }
        SummarySheet.AddMissing(context, blocks);
        blocks.Add(new ReportParagraph(context.Texts.PublicNote, ParagraphRole.Note));
        return new(context.Texts.SummarySheet, context.Texts.Title(context.Analysis.Portfolio.Facts.Title), blocks.ToImmutable()) {
            OnePage = true };
    }

    // Counted, and not the sentence of those who work: that one tells amounts.
    private static string Answer(ReportContext context, WorkbookTexts texts)
    {
        var states = context.Analysis.Posts.Where(post => post.Agreed.FullyFundedUntil.State != HorizonState.Ended)
            .Select(post => context.CoverageOf(post).Over(post.FirstDay, post.FirstDay).State).ToList();
        return texts.PublicAnswer(context.AsOf, states.Count,
            [.. new[] { SpanState.Full, SpanState.Part, SpanState.Undetermined, SpanState.Announced, SpanState.None }
            .Select(state => (state, states.Count(one => one == state))).Where(count => count.Item2 > 0)]);
    }

    /// <summary>
    /// All posts together, by year: only years in which no figure, and no difference between two, is of fewer than three posts, nor of one
    /// above all.
    /// </summary>
    private static ReportTable? Years(ReportContext context)
    {
        var texts = context.Texts;
        var posts = context.Analysis.Posts;
        var published = new List<int>();
        var rows = ImmutableArray.CreateBuilder<ReportRow>();
        for (int y = Math.Max(0, context.AsOf.Year - context.Analysis.Since); y < context.Analysis.Totals.Years.Length; y++)
        {
            if (!IsSafe(posts, y) || published.Exists(other => !IsSafeBeside(posts, y, other)))
                continue;
            var year = context.Analysis.Totals.Years[y];
            ReportCell[] sums = [Rounded(year.Cost), Rounded(year.Agreed.Funding), Rounded(year.Agreed.Gap)];
            // What rounds to nothing in each column is no row.
            if (sums.All(sum => sum is ReportCell.Amount { Value.Cents: 0 }))
                continue;
            published.Add(y);
            rows.Add(new([new ReportCell.Year(year.Year), .. sums]));
        }
        return rows.Count == 0 ? null : new(Names.Years,
        [
            new(Names.Year, texts.Year, ColumnKind.Year, 12), new(Names.Cost, texts.Cost, ColumnKind.WholeAmount, 22),
            new(Names.Agreed, texts.View(FundingView.Agreed), ColumnKind.WholeAmount, 22),
                new(Names.Gap, texts.Gap, ColumnKind.WholeAmount, 22),
        ], rows.ToImmutable());
    }

    private static ReportCell Rounded(Totals.Total total) => ReportCell.Of(total.Exact.TryGet(out var sum)
        ? Knowable<Euros>.Known(
            Euros.FromCents((long)decimal.Round((decimal)sum.Cents / RoundedTo, 0, MidpointRounding.AwayFromZero) * RoundedTo))
        : total.Exact);

    private static readonly Func<PostYear, Knowable<Euros>>[] measures =
        [year => year.Cost, year => year.Agreed.Funding, year => year.Agreed.Gap, year => year.Agreed.Surplus];

    private static bool IsSafe(ImmutableArray<PostFunding> posts, int year) => measures.All(measure =>
    {
        var parts = posts.Select(post => Cents(measure(post.Years[year]))).Where(cents => cents != 0).ToList();
        return (measure != measures[0] || parts.Count > 0) && IsManyAndEven(parts);
    });

    // What changes from one published year to the other is a figure too.
    private static bool IsSafeBeside(ImmutableArray<PostFunding> posts, int year, int other) => measures.All(measure =>
        IsManyAndEven(
            [.. posts.Select(post => Cents(measure(post.Years[year])) - Cents(measure(post.Years[other]))).Where(cents => cents != 0)]));

    // None, or three and more, of which the two greatest leave a tenth of the greatest to the others.
    private static bool IsManyAndEven(List<long> parts)
    {
        if (parts.Count == 0)
            return true;
        var sizes = parts.Select(Math.Abs).OrderDescending().ToList();
        return sizes.Count >= LeastPosts && sizes.Skip(2).Sum() >= sizes[0] / 10;
    }

    // What is not known may be anything: it stands for a post whose money moves.
    private static long Cents(Knowable<Euros> money) => money.TryGet(out var known) ? known.Cents : 1;

    /// <summary>
    /// The same with a number in place of every text of people's own that may hold an amount: it is left out, and not masked.
    /// </summary>
    internal static Report WithoutFreeText(Report report, ReportTexts texts)
    {
        var words = new WorkbookTexts(texts.Language);
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        string costless = texts.ConsequenceOf(Missing.Cost);
        string Safe(string text) => !MayHoldAmount(text) ? text
            : given.TryGetValue(text, out string? known) ? known : given[text] = words.LeftOut(given.Count + 1);
        return report with
        {
            Title = MayHoldAmount(report.Title) ? texts.Title(null) : report.Title,
            Description = texts.PublicNote,
            Author = null,
            Sheets = [.. report.Sheets.Select(sheet => sheet with
            {
                Title = MayHoldAmount(sheet.Title) ? texts.Title(null) : sheet.Title,
                Blocks = [.. sheet.Blocks.Select(block => block switch
                {
                    ReportTable table => new ReportTable(table.Name, table.Columns, [.. table.Rows.Select(row => row with
                    {
                        Cells =
                            [.. row.Cells.Select(cell => cell is ReportCell.Text text ? text with { Value = Safe(text.Value) } : cell)],
                    })]),
                    ReportTimeline timeline => timeline with
                    {
                        Lines = [.. timeline.Lines.Select(line => line with { Label = Safe(line.Label) })],
                        Alternative = MayHoldAmount(timeline.Alternative) ? timeline.Title : timeline.Alternative,
                    },
                    // A heading is ours, and so is what follows the posts whose cost is unknown.
                    ReportParagraph { Role: not ParagraphRole.Heading } paragraph when MayHoldAmount(paragraph.Text.Replace(
                        costless, "", StringComparison.Ordinal)) => paragraph with { Text = words.ParagraphLeftOut },
                    _ => block,
                })],
            })],
        };
    }

    // Euros by any name, or four figures and more that are no year and no date.
    private static bool MayHoldAmount(string text) =>
        Money().IsMatch(text) || Figures().Matches(Dates().Replace(text, " ")).Any(match => !IsYear(match.Value));

    private static bool IsYear(string figures) => figures.Length == 4 && figures[0] is '1' or '2'
        && int.TryParse(figures, System.Globalization.CultureInfo.InvariantCulture, out int year) && year is >= 1900 and <= 2100;

    [GeneratedRegex(@"€|euro|\beur\b|\bk€|[0-9]\s*(?:k|m)\b|millier|million", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Money();

    [GeneratedRegex(@"[0-9](?:[\s.,'’\u00A0\u202F]?[0-9]){3,}", RegexOptions.CultureInvariant)]
    private static partial Regex Figures();

    [GeneratedRegex(@"\b[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}\b|\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b|\bn°\s?[0-9-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Dates();
}
