using System.Collections.Immutable;
using FundingReports.Reports.Formulas;
using FundingReports.Reports.Texts;
using NodaTime;

namespace FundingReports.Reports.Sheets;

/// <summary>Synthèse: the answer on one page.</summary>
internal static class SummarySheet
{
    /// <summary>More posts than this would leave no room for the rest of the page; the least funded come first.</summary>
    private const int MaxPosts = 14;

    internal const int ChartLines = 13;

    internal static ReportSheet Build(ReportContext context, string answer, ReportChart? money, ReportChart? posts)
    {
        var texts = context.Texts;
        var blocks = ImmutableArray.CreateBuilder<ReportBlock>();
        blocks.Add(new ReportParagraph(answer, ParagraphRole.Answer));
        AddLeaning(context, blocks);
        AddPosts(context, blocks);
        blocks.AddRange(RequestsSheet.NearestBlocks(context));
        AddYears(context, blocks);
        // Where no euro is known, what is known is drawn.
        if ((money ?? posts) is { } chart)
            blocks.Add(chart);
        AddMissing(context, blocks);
        blocks.Add(new ReportParagraph(texts.Legend, ParagraphRole.Note));
        return new(texts.SummarySheet, texts.Title(context.Analysis.Portfolio.Facts.Title), blocks.ToImmutable()) { OnePage = true };
    }

    /// <summary>
    /// Findings of the first rank: what a balance would bear if the money of others did not come. More than these would leave no room.
    /// </summary>
    private const int MaxLeaning = 3;

    private static void AddLeaning(ReportContext context, ImmutableArray<ReportBlock>.Builder blocks)
    {
        var leaning = context.Analysis.Findings.Where(finding => finding.IsOfFirstRank).ToList();
        foreach (var finding in leaning.Take(MaxLeaning))
            blocks.Add(new ReportParagraph("• " + finding.Message(context.Texts.Language), ParagraphRole.Item));
        if (leaning.Count > MaxLeaning)
            blocks.Add(new ReportParagraph(context.Texts.MoreLeaning(leaning.Count - MaxLeaning), ParagraphRole.Item));
    }

    private static void AddPosts(ReportContext context, ImmutableArray<ReportBlock>.Builder blocks)
    {
        var texts = context.Texts;
        var all = context.Analysis.Posts;
        if (all.IsEmpty)
        {
            blocks.Add(new ReportParagraph(texts.NoPost, ParagraphRole.Note));
            return;
        }
        var shown = all.Length <= MaxPosts ? all : [.. all.OrderBy(Urgency).Take(MaxPosts)];
        blocks.Add(new ReportParagraph(
            shown.Length < all.Length ? texts.PostsHeadingFirst(shown.Length, all.Length) : texts.PostsHeading, ParagraphRole.Heading));

        int now = context.AsOf.Year;
        int first = now - all[0].Years[0].Year;
        bool next = all[0].Years.Length > first + 1;
        ImmutableArray<ReportColumn> columns =
        [
            new(Names.Post, texts.Post, ColumnKind.Text, 42),
            new(Names.Agreed, texts.FundedUntil(FundingView.Agreed), ColumnKind.Day, 22),
            new("left", texts.TimeLeft, ColumnKind.Text, 26),
            new(Names.Firm, texts.FundedUntil(FundingView.Firm), ColumnKind.Day, 30),
            new("part", texts.PartFunded(now), ColumnKind.Rate, 14),
            new("gap", texts.GapOf(now), ColumnKind.Amount, 15),
        ];
        if (next)
            columns =
            [
                .. columns,
                new("partNext", texts.PartFunded(now + 1), ColumnKind.Rate, 14),
                new("gapNext", texts.GapOf(now + 1), ColumnKind.Amount, 15),
            ];
        columns = [.. columns, new("risk", new RequestSheetTexts(texts.Language).Risk, ColumnKind.Text, 11)];
        blocks.Add(new ReportTable(Names.Summary, columns, [.. shown.Select(post => new ReportRow(
        [
            ReportCell.Of(post.Label),
            context.Horizon(post, FundingView.Agreed),
            context.Left(post),
            context.Horizon(post, FundingView.Firm),
            .. Year(context, post, first),
            .. next ? Year(context, post, first + 1) : [],
            RisksSheet.Level(context, post),
        ]))]));
    }

    private static ReportCell[] Year(ReportContext context, PostFunding post, int index)
    {
        var year = post.Years[index];
        var marks = context.MarksOf(post, year);
        var rate = ReportContext.Assumed(context.Assumptions.Horizon(post, FundingView.Agreed));
        return [context.Coverage(year.Agreed, rate), ReportCell.Of(year.Agreed.Gap, marks)];
    }

    // What ends first is asked for first.
    internal static LocalDate Urgency(PostFunding post) => post.Agreed.FullyFunded switch
    {
        { State: HorizonState.Ended } => LocalDate.MaxIsoValue,
        { Surely.IsNone: true } => LocalDate.MinIsoValue,
        { Surely.Until: { } until } => until,
        _ => LocalDate.MaxIsoValue,
    };

    private static void AddYears(ReportContext context, ImmutableArray<ReportBlock>.Builder blocks)
    {
        var texts = context.Texts;
        var years = context.Analysis.Totals.Years;
        if (years.IsEmpty)
            return;
        blocks.Add(new ReportParagraph(texts.YearsHeading, ParagraphRole.Heading));
        ImmutableArray<ReportColumn> columns =
        [
            new(Names.Year, texts.Year, ColumnKind.Year, 24),
            new(Names.Cost, texts.Cost, ColumnKind.Amount, 15),
            new(Names.Firm, texts.View(FundingView.Firm), ColumnKind.Amount, 15),
            new(Names.Agreed, texts.View(FundingView.Agreed), ColumnKind.Amount, 15),
            new(Names.Announced, texts.View(FundingView.Announced), ColumnKind.Amount, 15),
            new(Names.Gap, texts.Gap, ColumnKind.Amount, 15),
        ];
        // The known part of a sum that is not known stands beside it, on a line of its own.
        var plan = FundingPlanSheet.TotalRows(context);
        string[] keys = [Names.Cost, Names.Firm, Names.Agreed, Names.Announced, Names.Gap];
        var rows = plan.Index().Where(row => row.Item.Year.Year >= context.AsOf.Year && row.Item.Year.Year < context.AsOf.Year + 3)
            .Select(row => new ReportRow(
        [
            row.Item.KnownPart ? ReportCell.Of(texts.KnownPart) : new ReportCell.Year(row.Item.Year.Year),
            .. keys.Select(key => Copy(row.Index, key, row.Item.Values[key])),
        ]));
        blocks.Add(new ReportTable(Names.Years, columns, [.. rows]));
    }

    private static ReportCell Copy(int row, string column, ReportCell value) => value is ReportCell.NotApplicable
        ? value
        : new ReportCell.Formula(new ReportFormula.Same(Names.Plan, row, column), value) { Marks = value.Marks };

    private static void AddMissing(ReportContext context, ImmutableArray<ReportBlock>.Builder blocks)
    {
        var texts = context.Texts;
        var posts = context.Analysis.Posts;
        blocks.Add(new ReportParagraph(texts.MissingHeading, ParagraphRole.Heading));
        int before = blocks.Count;
        foreach (var missing in Enum.GetValues<Missing>())
            if (posts.Where(post => post.Missing.Contains(missing)).Select(post => post.Label).ToList() is { Count: > 0 } lacking)
                blocks.Add(
                    new ReportParagraph("• " + texts.MissingItem(missing, texts.PostsLacking(lacking, posts.Length)), ParagraphRole.Item));
        if (blocks.Count == before)
            blocks.Add(new ReportParagraph(texts.NothingMissing, ParagraphRole.Item));
    }
}
