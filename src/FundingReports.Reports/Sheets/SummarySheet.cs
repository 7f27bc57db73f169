using System.Collections.Immutable;
using FundingReports.Reports.Formulas;
using FundingReports.Reports.Texts;

namespace FundingReports.Reports.Sheets;

/// <summary>
/// Synthèse: the answer on one page. Until when, how much is missing and when; the timeline; what to do; totals; what is not known; the
/// checks.
/// </summary>
internal static class SummarySheet
{
    internal const int MostToDo = 4;
    private const int MostYears = 4, MostRules = 3, LongestLine = 140;

    // The latest of a rising balance tells the most.
    private const int MostLeaning = 1;

    /// <param name="context">What every sheet is built from.</param>
    /// <param name="answer">Until when, and how much is missing.</param>
    /// <param name="plan">The plan, whose totals are shown.</param>
    /// <param name="checks">How many checks found a difference, and how many there are; null where there are none.</param>
    internal static ReportSheet Build(
        ReportContext context, ImmutableArray<string> answer, PlanSheet plan, (int Differences, int All)? checks)
    {
        var texts = new WorkbookTexts(context.Texts.Language);
        var blocks = ImmutableArray.CreateBuilder<ReportBlock>();
        AddAnswer(context, answer, blocks);
        AddTimeline(context, texts, blocks, isPublic: false);
        AddToDo(context, texts, blocks);
        AddYears(context, texts, plan, blocks);
        AddMissing(context, blocks);
        AddRules(context, blocks, MostRules);
        if (checks is { } result)
            blocks.Add(new ReportParagraph(texts.Checks(result.Differences, result.All), ParagraphRole.Note));
        return new(context.Texts.SummarySheet, context.Texts.Title(context.Analysis.Portfolio.Facts.Title), blocks.ToImmutable()) {
            OnePage = true };
    }

    internal static void AddAnswer(ReportContext context, ImmutableArray<string> answer, ImmutableArray<ReportBlock>.Builder blocks)
    {
        var findings = context.Analysis.Findings.Where(finding => finding.IsOfFirstRank).TakeLast(MostLeaning)
            .Select(finding => finding.Message(context.Texts.Language));
        blocks.AddRange(Lines([.. answer, .. findings]).Select(line => new ReportParagraph(line, ParagraphRole.Answer)));
        if (context.Analysis.Posts.IsEmpty)
            blocks.Add(new ReportParagraph(context.Texts.NoPost, ParagraphRole.Note));
    }

    // Short sentences share a line: five lines are read, eight are not.
    private static List<string> Lines(ImmutableArray<string> sentences)
    {
        var lines = new List<string>();
        foreach (string sentence in sentences)
            if (lines.Count > 0 && lines[^1].Length + sentence.Length < LongestLine)
                lines[^1] += " " + sentence;
            else
                lines.Add(sentence);
        return lines;
    }

    internal static void AddTimeline(ReportContext context, WorkbookTexts texts, ImmutableArray<ReportBlock>.Builder blocks, bool isPublic)
    {
        if (TimelineBlock.Of(context, isPublic) is not { } timeline)
            return;
        blocks.Add(new ReportParagraph(texts.TimelineTitle, ParagraphRole.Heading));
        int all = context.Analysis.Posts.Length;
        if (timeline.Lines.Length == TimelineBlock.MostPosts && all > TimelineBlock.MostPosts)
            blocks.Add(new ReportParagraph(texts.MostUrgent(timeline.Lines.Length, all), ParagraphRole.Note));
        blocks.Add(timeline);
    }

    private static void AddToDo(ReportContext context, WorkbookTexts texts, ImmutableArray<ReportBlock>.Builder blocks)
    {
        var all = context.ToDo;
        if (all.IsEmpty)
            return;
        blocks.Add(new ReportParagraph(texts.ToDoHeading, ParagraphRole.Heading));
        foreach (var one in all.Take(MostToDo))
            blocks.Add(new ReportParagraph(ToDoSheet.InWords(context, one), ParagraphRole.Item));
        if (all.Length > MostToDo)
            blocks.Add(new ReportParagraph(texts.MoreToDo(all.Length - MostToDo), ParagraphRole.Item));
    }

    // From the as-of year on; the figures are those of the plan's last block, which stand there with their formulas.
    internal static void AddYears(ReportContext context, WorkbookTexts texts, PlanSheet plan, ImmutableArray<ReportBlock>.Builder blocks)
    {
        var posts = context.Analysis.Posts;
        var years = context.Analysis.Totals.Years.Where(year => year.Year >= context.AsOf.Year && !SaysNothing(year)).Take(MostYears)
            .ToList();
        if (posts.IsEmpty || years.Count == 0 || PlanSheet.CostsUnknown(context))
            return;
        bool known =
            years.TrueForAll(year => year.Cost.Exact.IsKnown && year.Agreed.Funding.Exact.IsKnown && year.Agreed.Gap.Exact.IsKnown);
        int knownPosts =
            posts.Count(post => post.Years.All(year => year.Cost.IsKnown && year.Agreed.Funding.IsKnown && year.Agreed.Gap.IsKnown));
        string heading = texts.YearsHeading(known ? posts.Length : knownPosts, posts.Length);
        // The sentences above are of the posts that go on.
        int ended = posts.Count(post => post.Agreed.FullyFundedUntil.State == HorizonState.Ended
            && post.Years.Any(year => year.Year >= context.AsOf.Year && !ReportContext.IsNothing(year.Cost)));
        blocks.Add(new ReportParagraph(ended > 0 ? texts.WithEnded(heading, ended) : heading, ParagraphRole.Heading));
        bool requested = years.Exists(year => !ReportContext.IsNothing(Requested(context, year.Year)));
        ImmutableArray<ReportColumn> columns =
        [
            new(Names.Year, context.Texts.Year, ColumnKind.Year, 12),
            new(Names.Cost, Header(context.Texts.Cost), ColumnKind.WholeAmount, 20),
            new(Names.Agreed, Header(texts.Agreed), ColumnKind.WholeAmount, known ? 28 : 42),
            new(Names.Gap, Header(context.Texts.Gap), ColumnKind.WholeAmount, known ? 20 : 32),
            .. requested ? (ReportColumn[])[new("requested", texts.OfWhich, ColumnKind.WholeAmount, 22)] : [],
        ];
        blocks.Add(new ReportTable(Names.Years, columns,
        [
            .. years.Select(year =>
            {
                var marks = posts.Aggregate(Marks.None, (all, post) => all | context.MarksOn(post, year.Year));
                return new ReportRow(
                [
                    new ReportCell.Year(year.Year),
                    Sum(Names.Cost, year.Year, year.Cost, marks),
                    Sum(Names.Agreed, year.Year, year.Agreed.Funding, marks),
                    Sum(Names.Gap, year.Year, year.Agreed.Gap, marks),
                    .. requested ? (ReportCell[])[ReportContext.IsNothing(Requested(context, year.Year))
                        ? ReportCell.None : ReportContext.Money(Requested(context, year.Year), Marks.None)] : [],
                ]);
            }),
        ]));

        string Header(string what) => known ? what : texts.KnownPartOf(what);
        ReportCell Sum(string what, int year, Totals.Total total, Marks marks)
        {
            var value = ReportContext.Money(Knowable<Euros>.Known(total.KnownPart), marks);
            return plan.RowThatSays(what, year, total.KnownPart) is { } row
                ? new ReportCell.Formula(new ReportFormula.Same(Names.Plan, row, PlanSheet.KeyOf(year)), value) { Marks = value.Marks }
                : value;
        }
    }

    private static bool SaysNothing(Totals.PortfolioYear year) =>
        year.Cost.KnownPart == Euros.Zero && year.Agreed.Funding.KnownPart == Euros.Zero && year.Agreed.Gap.KnownPart == Euros.Zero;

    private static Knowable<Euros> Requested(ReportContext context, int year) =>
        context.Analysis.Posts.SelectMany(post => context.Analysis.RequestedFor(post, year)).Select(one => one.Money).Sum();

    internal static void AddMissing(ReportContext context, ImmutableArray<ReportBlock>.Builder blocks)
    {
        var texts = context.Texts;
        var posts = context.Analysis.Posts;
        var lines = Enum.GetValues<Missing>()
            .Select(missing => (Missing: missing, Lacking: posts.Where(
                post => post.Missing.Contains(missing) && !IsReplaced(post, missing)).Select(post => post.Label).ToList()))
            .Where(one => one.Lacking.Count > 0)
            .Select(one => "• " + texts.MissingItem(one.Missing, texts.PostsLacking(one.Lacking, posts.Length))).ToList();
        if (lines.Count == 0)
            return;
        blocks.Add(new ReportParagraph(texts.MissingHeading, ParagraphRole.Heading));
        blocks.AddRange(lines.Select(line => new ReportParagraph(line, ParagraphRole.Item)));
    }

    /// <summary>What the rules of the schemes find: all of it, or so many and how many more there are.</summary>
    internal static void AddRules(ReportContext context, ImmutableArray<ReportBlock>.Builder blocks, int most = int.MaxValue)
    {
        var findings = context.Analysis.SchemeFindings;
        if (findings.IsEmpty)
            return;
        var texts = new WorkbookTexts(context.Texts.Language);
        blocks.Add(new ReportParagraph(texts.RulesHeading, ParagraphRole.Heading));
        blocks.AddRange(findings.Take(most)
            .Select(finding => new ReportParagraph("• " + finding.Message(context.Texts.Language), ParagraphRole.Item)));
        if (findings.Length > most)
            blocks.Add(new ReportParagraph(texts.MoreRules(findings.Length - most), ParagraphRole.Note));
    }

    // An unknown amount in whose place another is counted, as an amendment or an assumption says, is not missed.
    private static bool IsReplaced(PostFunding post, Missing missing) => missing == Missing.Amount
        && post.Years.SelectMany(year => year.Cells).Where(cell => cell.Commitment.Amount.IsUnknown)
            .All(cell => cell.Agreed.IsKnown && cell.Announced.IsKnown);
}
