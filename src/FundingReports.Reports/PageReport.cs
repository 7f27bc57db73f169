using System.Collections.Immutable;
using FundingReports.Reports.Sheets;
using FundingReports.Reports.Texts;
using FundingReports.Wording;

namespace FundingReports.Reports;

/// <summary>The report as it is read from top to bottom: the answer, the timeline and what to do first; then all of each.</summary>
internal static class PageReport
{
    internal static IEnumerable<ReportSheet> Sheets(ReportContext context, ImmutableArray<string> answer, ReportOptions options)
    {
        var (texts, page) = (new WorkbookTexts(context.Texts.Language), new PageTexts(context.Texts.Language));
        var (plan, planSheet) = PlanSheet.Build(context);
        var timeline = new PageTimeline(context);
        yield return First(context, answer, texts, page, timeline, isChecked: true);
        if (ToDoSheet.Build(context) is { } toDo)
            yield return toDo;
        if (Deadlines(context, texts, page, timeline) is { } deadlines)
            yield return deadlines;
        yield return Plan(context, plan, planSheet, page);
        if (options.Previous is { } previous)
            yield return ChangesSheet.Build(context, previous);
        if (options.Scenarios is { } scenarios)
            yield return ScenariosSheet.Build(context, scenarios);
        yield return CommitmentsSheet.Build(context);
        var missing = ImmutableArray.CreateBuilder<ReportBlock>();
        SummarySheet.AddMissing(context, missing);
        if (missing.Count > 0)
            yield return new(page.MissingSheet, page.MissingSheet, [.. missing.Skip(1)]);
        yield return new(page.SourcesSheet, page.SourcesSheet, [.. NotesSheet.SourcesOf(context)]);
        yield return new(page.WordsSheet, page.WordsSheet, [.. NotesSheet.WordsOf(context, options.HasOthers)]);
    }

    /// <summary>The beginning alone: the checks, which take as long as all the rest, are left to the whole page.</summary>
    internal static ReportSheet First(ReportContext context, ImmutableArray<string> answer) =>
        First(context, answer, new(context.Texts.Language), new(context.Texts.Language), new(context), isChecked: false);

    private static ReportSheet First(ReportContext context, ImmutableArray<string> answer, WorkbookTexts texts, PageTexts page,
        PageTimeline timeline, bool isChecked)
    {
        var blocks = ImmutableArray.CreateBuilder<ReportBlock>();
        SummarySheet.AddAnswer(context, answer, blocks);
        var shown = TimelineBlock.Shown(context);
        if (timeline.Of(shown) is { } drawn)
        {
            blocks.Add(new ReportParagraph(texts.TimelineTitle, ParagraphRole.Heading));
            int all = TimelineBlock.Living(context).Length;
            if (all > shown.Length)
                blocks.Add(new ReportParagraph(page.MostUrgent(shown.Length, all), ParagraphRole.Note));
            blocks.Add(drawn);
        }
        if (!context.ToDo.IsEmpty)
        {
            blocks.Add(new ReportParagraph(texts.ToDoHeading, ParagraphRole.Heading));
            blocks.AddRange(context.ToDo.Take(SummarySheet.MostToDo)
                .Select(one => new ReportParagraph(ToDoSheet.InWords(context, one), ParagraphRole.Item)
            {
                Lines = ToDoSheet.InLines(context, one), Tone = one.IsLate ? Tone.Bad : one.Closes is null ? Tone.Open : Tone.Plain,
            }));
            if (context.ToDo.Length > SummarySheet.MostToDo)
                blocks.Add(new ReportParagraph(page.MoreToDo(context.ToDo.Length - SummarySheet.MostToDo), ParagraphRole.Note));
        }
        SummarySheet.AddRules(context, blocks);
        if (isChecked && TechnicalSheets.Checks(context) is { } checks)
            blocks.Add(new ReportParagraph(page.Checks(checks.Differences, checks.All), ParagraphRole.Note));
        return new(context.Texts.SummarySheet, context.Texts.Title(context.Analysis.Portfolio.Facts.Title), blocks.ToImmutable()) {
            OnePage = true };
    }

    private static ReportSheet? Deadlines(ReportContext context, WorkbookTexts texts, PageTexts page, PageTimeline timeline)
    {
        var living = TimelineBlock.Living(context);
        if (living.IsEmpty || timeline.TableOf(living) is not { } table)
            return null;
        bool isNew = living.Length > TimelineBlock.Shown(context).Length;
        return new(page.DeadlinesSheet, page.DeadlinesTitle,
        [
            .. isNew && timeline.Of(living) is { } all
                ? (ReportBlock[])[new ReportParagraph(texts.TimelineTitle, ParagraphRole.Heading), all] : [],
            new ReportParagraph(page.DeadlinesTitle, ParagraphRole.Heading), new ReportParagraph(page.DeadlinesNote, ParagraphRole.Note),
                table,
        ]);
    }

    private static ReportSheet Plan(ReportContext context, PlanSheet plan, ReportSheet sheet, PageTexts page)
    {
        var blocks = ImmutableArray.CreateBuilder<ReportBlock>();
        SummarySheet.AddYears(context, new(context.Texts.Language), plan, blocks);
        // The chart stands below its heading, above the table that holds its figures.
        if (blocks.OfType<ReportTable>().FirstOrDefault(table => table.Name == Names.Years) is { } years)
            blocks.Insert(blocks.Count - 1, Chart(context, years, page));
        var table = sheet.Blocks.OfType<ReportTable>().FirstOrDefault();
        blocks.Add(new ReportParagraph(page.PlanHeading, ParagraphRole.Heading));
        string note = table is null ? context.Texts.NoPost : PlanSheet.CostsUnknown(context) ? page.SharesNote : page.PlanNote;
        blocks.Add(new ReportParagraph(
            plan.IsAllAssumed ? $"{note} {new WorkbookTexts(context.Texts.Language).AllAssumed}" : note, ParagraphRole.Note));
        if (table is not null)
            blocks.Add(table);
        return sheet with { Blocks = blocks.ToImmutable() };
    }

    private static ReportChart Chart(ReportContext context, ReportTable years, PageTexts page)
    {
        var outlook = new OutlookTexts(context.Texts.Language);
        string Money(ReportRow row, string column) => row.Cells[years.IndexOf(column)] switch
        {
            ReportCell.Amount amount => outlook.Whole(Knowable<Euros>.Known(amount.Value)),
            ReportCell.Formula { Value: ReportCell.Amount amount } => outlook.Whole(Knowable<Euros>.Known(amount.Value)),
            _ => context.Texts.Signs.Unknown,
        };
        string said = string.Join(" ", years.Rows.Select(row => page.YearInWords(
            ((ReportCell.Year)row.Cells[years.IndexOf(Names.Year)]).Value.ToString(
                "0000", System.Globalization.CultureInfo.InvariantCulture), Money(row, Names.Agreed), Money(row, Names.Gap))));
        return new(page.ChartOfYears, said, Names.Years, 0, years.Rows.Length - 1, Names.Year,
            [new(Names.Agreed, ChartMark.Stacked, Tone.Good), new(Names.Gap, ChartMark.Stacked, Tone.Bad)], 2 * years.Rows.Length + 4);
    }
}
