using System.Collections.Immutable;
using FundingReports.Portfolios;
using FundingReports.Reports.Formulas;
using FundingReports.Reports.Texts;
using FundingReports.Requests;
using FundingReports.Totals;

namespace FundingReports.Reports.Sheets;

/// <summary>Détail au centime: post × budget year × commitment, each view by itself; cost, gap and coverage.</summary>
/// <remarks>The rows that add up all posts stand first, outside the run that they sum.</remarks>
internal static class DetailSheet
{
    private static readonly FundingView[] Views = [FundingView.Announced, FundingView.Agreed, FundingView.Firm];

    /// <summary>A row of all posts: a budget year, or the known part of its sums.</summary>
    internal sealed record TotalRow(PortfolioYear Year, bool KnownPart, IReadOnlyDictionary<string, ReportCell> Values);

    internal static ReportSheet Build(ReportContext context)
    {
        var texts = context.Texts;
        var totals = TotalRows(context);
        var rows = new List<ReportRow>();
        var blocks = ImmutableArray.Create<ReportBlock>(
            new ReportParagraph(context.Texts.AsOf(context.AsOf) + ". " + texts.PlanNote, ParagraphRole.Note),
            new ReportParagraph(texts.Legend, ParagraphRole.Note));
        int first = totals.Count;
        foreach (var post in context.Posts)
            foreach (var year in post.Years)
                AddPostYear(context, rows, first, post, year);
        if (rows.Count == 0)
            return new(new WorkbookTexts(texts.Language).DetailSheet, texts.PlanTitle,
                blocks.Add(new ReportParagraph(texts.NoPost, ParagraphRole.Note)));
        int last = first + rows.Count - 1;
        ImmutableArray<ReportColumn> columns =
        [
            new(Names.Year, texts.Year, ColumnKind.Year, 9),
            new(Names.Post, texts.Post, ColumnKind.Text, 20),
            new(Names.Level, texts.Level, ColumnKind.Text, 13),
            new("funder", texts.Funder, ColumnKind.Text, 20),
            new("commitment", texts.Commitment, ColumnKind.Text, 11),
            new("requested", texts.RequestedMoney, ColumnKind.Amount, 13),
            .. Views.Select(view => new ReportColumn(Names.Of(view), texts.View(view), ColumnKind.Amount, 13)),
            new("paid", texts.Paid, ColumnKind.Amount, 12),
            new(Names.Cost, texts.Cost, ColumnKind.Amount, 13),
            new(Names.Gap, texts.Gap, ColumnKind.Amount, 13),
            new("gapAtMost", texts.GapAtMost, ColumnKind.Amount, 13),
            new(Names.Surplus, texts.Surplus, ColumnKind.Amount, 11),
            new(Names.Rounding, texts.Rounding, ColumnKind.Amount, 10),
            new("coverage", texts.Coverage, ColumnKind.Rate, 12),
        ];
        return new(new WorkbookTexts(texts.Language).DetailSheet, texts.PlanTitle, blocks.Add(new ReportTable(
            Names.Detail, columns, [.. totals.Select(total => RowOf(context, total, first, last)), .. rows]))) { FitsText = true };
    }

    /// <summary>The rows of all posts, in order, with the values that the analysis gives them.</summary>
    internal static IReadOnlyList<TotalRow> TotalRows(ReportContext context)
    {
        var rows = new List<TotalRow>();
        foreach (var year in context.Analysis.Totals.Years)
        {
            var marks = context.Analysis.Posts.Aggregate(Marks.None, (all, post) => all | context.MarksOf(post, YearOf(post, year.Year)));
            (string Key, Total Total)[] sums =
            [
                .. Views.Select(view => (Names.Of(view), year[view].Funding)),
                (Names.Cost, year.Cost),
                (Names.Gap, year.Agreed.Gap),
                (Names.Surplus, year.Agreed.Surplus),
            ];
            rows.Add(new(year, false, sums.ToDictionary(sum => sum.Key, sum => ReportContext.Money(sum.Total.Exact, marks))));
            if (sums.Any(sum => !sum.Total.Exact.IsKnown))
                rows.Add(new(year, true,
                    sums.ToDictionary(sum => sum.Key, sum => ReportContext.Money(Knowable<Euros>.Known(sum.Total.KnownPart), marks))));
        }
        return rows;
    }

    private static ReportRow RowOf(ReportContext context, TotalRow total, int first, int last)
    {
        var texts = context.Texts;
        ReportCell Sum(string key)
        {
            // Sums of money are of the commitments; a cost, a gap or a surplus is of the posts.
            string level = key is Names.Announced or Names.Agreed or Names.Firm ? texts.LevelCommitment : texts.LevelPost;
            var value = total.Values[key];
            return new ReportCell.Formula(new ReportFormula.SumWhere(
                new(key, first, last), [new(Names.Year, null), new(Names.Level, level)], total.KnownPart), value)
            {
                Marks = value.Marks,
            };
        }
        return new(
        [
            new ReportCell.Year(total.Year.Year),
            ReportCell.Of(texts.AllPosts),
            ReportCell.Of(total.KnownPart ? texts.LevelAllKnown : texts.LevelAll),
            ReportCell.None, ReportCell.None, ReportCell.None,
            .. Views.Select(view => Sum(Names.Of(view))),
            ReportCell.None,
            Sum(Names.Cost),
            Sum(Names.Gap),
            ReportCell.None,
            Sum(Names.Surplus),
            ReportCell.None,
            Coverage(total),
        ], RowRole.Total);
    }

    // The rate of all posts: agreed money divided by cost.
    private static ReportCell Coverage(TotalRow total)
    {
        var agreed = total.Year.Agreed.Funding.Exact;
        if (total.KnownPart)
            return ReportCell.None;
        if (!agreed.TryGet(out var money) || !total.Year.Cost.Exact.TryGet(out var cost))
            return ReportCell.Nothing;
        return cost.Cents <= 0 ? ReportCell.None
            : new ReportCell.Formula(new ReportFormula.Quotient(Names.Agreed, Names.Cost), new ReportCell.Number(
                new Exact(money.Cents, cost.Cents))) { Marks = total.Values[Names.Agreed].Marks & ~Marks.Approximate };
    }

    private static void AddPostYear(ReportContext context, List<ReportRow> rows, int before, PostFunding post, PostYear year)
    {
        var texts = context.Texts;
        var marks = context.MarksOf(post, year);
        var partial = ReportContext.Partial(post.Post, year.Year);
        bool allKnown = Views.All(view => year[view].Funding.IsKnown);
        int sums = allKnown ? 1 : 2, first = before + rows.Count + sums, last = first + year.Cells.Length - 1;

        ReportCell Sum(FundingView view, bool knownPart)
        {
            var known = year.Cells.Aggregate(Euros.Zero, (sum, cell) => cell[view].TryGet(out var money) ? sum + money : sum);
            var value = ReportContext.Money(knownPart ? Knowable<Euros>.Known(known) : year[view].Funding, marks);
            return year.Cells.IsEmpty ? value
                : new ReportCell.Formula(new ReportFormula.Sum(new(Names.Of(view), first, last), knownPart), value) {
                    Marks = value.Marks };
        }

        var agreed = year.Agreed;
        var gap = ReportCell.Of(agreed.Gap, marks);
        // A gap may be known although a cost or an amount is not. It has no formula then: the analysis alone can say it.
        if (agreed.Gap.IsKnown && agreed.Funding.IsKnown && agreed.Surplus.IsKnown && agreed.Rounding.IsKnown && year.Cost.IsKnown)
            gap = new ReportCell.Formula(new ReportFormula.Balance([Names.Cost, Names.Surplus, Names.Rounding], [Names.Agreed]), gap) {
                Marks = gap.Marks };

        context.PlanRows[(post.Id, year.Year)] = before + rows.Count;
        rows.Add(new(
        [
            .. Head(texts.LevelPost),
            .. Views.Select(view => Sum(view, false)),
            ReportCell.None,
            ReportCell.Of(year.Cost, ReportContext.Assumed(context.Assumptions.Cost(post.Post, year.Year)) | partial),
            gap,
            ReportCell.Of(agreed.GapAtMost, marks),
            ReportCell.Of(agreed.Surplus, marks),
            ReportCell.Of(agreed.Rounding, marks),
            context.Coverage(agreed, ReportContext.Assumed(post.Agreed.Assumptions)),
        ], RowRole.Subtotal));
        if (!allKnown)
            rows.Add(new(
            [
                .. Head(texts.LevelPostKnown),
                .. Views.Select(view => Sum(view, true)),
                ReportCell.None, ReportCell.None, ReportCell.None, ReportCell.None, ReportCell.None, ReportCell.None, ReportCell.None,
            ], RowRole.Subtotal));
        foreach (var cell in year.Cells)
        {
            var commitment = cell.Commitment;
            var own = partial | ReportContext.Assumed(context.Assumptions.Money(post.Post, commitment, year.Year)) | (
                commitment.Approximate ? Marks.Approximate : Marks.None);
            rows.Add(new(
            [
                new ReportCell.Year(year.Year),
                ReportCell.Of(post.Label),
                ReportCell.Of(texts.LevelCommitment),
                ReportCell.Of(context.FunderAndLine(commitment)),
                ReportCell.Of(commitment.Id),
                ReportCell.None,
                .. Views.Select(view => ReportContext.Money(cell[view], own)),
                PaidFor(context, commitment, year.Year),
                ReportCell.None, ReportCell.None, ReportCell.None, ReportCell.None, ReportCell.None, ReportCell.None,
            ]));
        }

        foreach (var (commitment, asked) in context.Analysis.RequestedFor(post, year.Year))
            rows.Add(new(
            [
                new ReportCell.Year(year.Year),
                ReportCell.Of(post.Label),
                ReportCell.Of(texts.LevelRequest),
                ReportCell.Of(context.FunderAndLine(commitment)),
                ReportCell.Of(commitment.Id),
                ReportContext.Money(asked, partial | ReportContext.Assumed(context.Assumptions.Money(post.Post, commitment, year.Year)) | (
                    commitment.Approximate ? Marks.Approximate : Marks.None)),
                ReportCell.None, ReportCell.None, ReportCell.None, ReportCell.None,
                ReportCell.None, ReportCell.None, ReportCell.None, ReportCell.None, ReportCell.None, ReportCell.None,
            ]));

        ReportCell[] Head(string level) =>
        [
            new ReportCell.Year(year.Year), ReportCell.Of(post.Label), ReportCell.Of(level),
            ReportCell.None, ReportCell.None, ReportCell.None,
        ];
    }

    // What was paid of a commitment on several posts is not said post by post: it stands on the sheet of commitments.
    private static ReportCell PaidFor(ReportContext context, Commitment commitment, int year) =>
        commitment.Posts.Length > 1 ? ReportCell.None
            : ReportCell.Of(context.BalanceOf(commitment)!.PaidFor(year));

    private static PostYear YearOf(PostFunding post, int year) => post.Years[year - post.Years[0].Year];
}
