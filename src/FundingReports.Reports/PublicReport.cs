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
        AddYears(context, texts, blocks);
        SummarySheet.AddMissing(context, blocks);
        blocks.Add(new ReportParagraph(Note(context), ParagraphRole.Note));
        return new(context.Texts.SummarySheet, context.Texts.Title(context.Analysis.Portfolio.Facts.Title), blocks.ToImmutable()) {
            OnePage = true };
    }

    private static string Note(ReportContext context) => context.Texts.PublicNote(PublishedTotals.LeastOf(context));

    // A count of posts, and not the sentence of the working edition, which tells amounts.
    private static string Answer(ReportContext context, WorkbookTexts texts)
    {
        var states = context.Analysis.Posts.Where(post => post.Agreed.FullyFundedUntil.State != HorizonState.Ended)
            .Select(post => context.CoverageOf(post).Over(post.FirstDay, post.FirstDay).State).ToList();
        return texts.PublicAnswer(context.AsOf, states.Count,
            [.. new[] { SpanState.Full, SpanState.Part, SpanState.Undetermined, SpanState.Announced, SpanState.None }
            .Select(state => (state, states.Count(one => one == state))).Where(count => count.Item2 > 0)]);
    }

    private static void AddYears(ReportContext context, WorkbookTexts texts, ImmutableArray<ReportBlock>.Builder blocks)
    {
        if (PublishedTotals.Of(context) is not { Years.IsEmpty: false } totals)
            return;
        string step = new OutlookTexts(context.Texts.Language).Whole(Knowable<Euros>.Known(totals.Step));
        blocks.Add(new ReportParagraph(
            texts.PublicYearsHeading(totals.Posts.Length, context.Analysis.Posts.Length, step), ParagraphRole.Heading));
        blocks.Add(new ReportTable(Names.Years,
        [
            new(Names.Year, context.Texts.Year, ColumnKind.Year, 12), new(Names.Cost, context.Texts.Cost, ColumnKind.WholeAmount, 22),
            new(Names.Agreed, context.Texts.View(FundingView.Agreed), ColumnKind.WholeAmount, 22),
                new(Names.Gap, context.Texts.Gap, ColumnKind.WholeAmount, 22),
        ], [.. totals.Years.Select(year => new ReportRow(
            [new ReportCell.Year(year.Year), ReportCell.Of(year.Cost), ReportCell.Of(year.Agreed), ReportCell.Of(year.Gap)]))]));
        blocks.Add(new ReportParagraph(
            totals.IsOneYear ? texts.PublicYearNote(totals.Least) : texts.PublicYearsNote(totals.Least), ParagraphRole.Note));
    }

    /// <summary>
    /// The same with a number in place of every text of people's own that may hold an amount: it is left out, and not masked.
    /// </summary>
    internal static Report WithoutFreeText(Report report, ReportContext context)
    {
        ReportTexts texts = context.Texts;
        var words = new WorkbookTexts(texts.Language);
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        string costless = texts.ConsequenceOf(Missing.Cost);
        string Safe(string text) => !MayHoldAmount(text) ? text
            : given.TryGetValue(text, out string? known) ? known : given[text] = words.LeftOut(given.Count + 1);
        return report with
        {
            Title = MayHoldAmount(report.Title) ? texts.Title(null) : report.Title,
            Description = Note(context),
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
                        costless, "", StringComparison.Ordinal)) => paragraph with { Text = words.ParagraphLeftOut, Lines = [] },
                    _ => block,
                })],
            })],
        };
    }

    // Euros by any name, figures of another script, four figures and more that are no year and no date, or tens with decimals.
    private static bool MayHoldAmount(string text) => Money().IsMatch(text) || text.Any(c => !char.IsAscii(c) && char.IsNumber(c))
        || Figures().Matches(Dates().Replace(text, " ")).Any(match => !IsYear(match.Value));

    private static bool IsYear(string figures) => figures.Length == 4 && figures[0] is '1' or '2'
        && int.TryParse(figures, System.Globalization.CultureInfo.InvariantCulture, out int year) && year is >= 1900 and <= 2100;

    [GeneratedRegex(@"€|euro|\beur\b|\bk€|[0-9]\s*(?:k|m)\b|\bmill(?:e|ier|ion)s?\b|\bcents?\b|[0-9]{2,}[.,][0-9]",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Money();

    [GeneratedRegex(@"[0-9](?:[^\p{L}0-9]?[0-9]){3,}", RegexOptions.CultureInvariant)]
    private static partial Regex Figures();

    [GeneratedRegex(
        @"\b[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}\b|\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b|\bn°\s?[0-9-]+|\b(?:19|20)[0-9]{2}\s?[-–/]\s?(?:(?:19|20)[0-9]{2}|[0-9]{2})\b", RegexOptions.CultureInvariant)]
    private static partial Regex Dates();
}
