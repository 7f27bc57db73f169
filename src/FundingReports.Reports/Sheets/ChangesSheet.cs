using System.Collections.Immutable;
using FundingReports.Changes;
using FundingReports.Portfolios;
using FundingReports.Reports.Formulas;
using FundingReports.Reports.Texts;
using FundingReports.Sentences;

namespace FundingReports.Reports.Sheets;

/// <summary>Évolution: what changed since another edition, or another as-of date.</summary>
internal static class ChangesSheet
{
    private const string Posts = "Tab_Evolution_Postes", Promises = "Tab_Evolution_Engagements", Money = "Tab_Evolution_Financeurs";
    private const string Was = "before", Is = "after", KnownWas = "knownBefore", KnownIs = "knownAfter";

    // As everywhere in the report, the weakest money comes first.
    private static readonly FundingView[] Views = [FundingView.Announced, FundingView.Agreed, FundingView.Firm];

    /// <summary>
    /// What became of the posts, of the promises, and of the money: a sheet each, the last two where they hold something.
    /// </summary>
    internal static IEnumerable<ReportSheet> Build(ReportContext context, FundingAnalysis previous)
    {
        var changes = PortfolioChanges.Between(previous, context.Analysis);
        var texts = new ChangeSheetTexts(context.Texts.Language);
        var before = new ReportContext(previous, context.Texts);
        var legend = new ReportParagraph($"{context.Texts.AsOf(context.AsOf)}. {texts.Legend}", ParagraphRole.Note);
        var money = MoneyRows(before, context, changes, texts);
        yield return new(texts.Sheet, texts.Title,
        [
            new ReportParagraph(changes.Summary(context.Texts.Language), ParagraphRole.Answer),
            legend,
            .. money.IsEmpty ? [new ReportParagraph(texts.NoMoney, ParagraphRole.Note)] : (ReportBlock[])[],
            .. changes.Posts.IsEmpty ? [] : (ReportBlock[])[new ReportParagraph(texts.PostsHeading, ParagraphRole.Heading),
                PostsTable(before, context, changes, texts)],
            .. OldAssumptions(before, context, texts),
        ]);
        if (!changes.Promises.IsEmpty)
            yield return new(texts.PromisesSheet, texts.PromisesHeading, [legend, PromisesTable(context, changes, texts)]);
        if (!money.IsEmpty)
            yield return new(texts.MoneySheet, texts.MoneyHeading,
                [legend, new ReportParagraph(texts.MoneyNote, ParagraphRole.Note), MoneyTable(context, texts, money)]);
    }

    private static ReportTable PostsTable(ReportContext before, ReportContext after, PortfolioChanges changes, ChangeSheetTexts texts)
    {
        var language = after.Texts.Language;
        FundingView[] views = [FundingView.Agreed, FundingView.Firm, FundingView.Announced];
        return new(Posts,
        [
            new(Names.Post, after.Texts.Post, ColumnKind.Text, 22),
            new("became", texts.Became, ColumnKind.Text, 17),
            new("risk", texts.Risk, ColumnKind.Text, 28),
            new("differences", texts.Differences, ColumnKind.Text, 38),
            .. views.SelectMany(view => (ReportColumn[])
            [
                new(Names.Of(view) + Was, texts.Before(after.Texts.View(view)), ColumnKind.Day, 15),
                new(Names.Of(view) + Is, texts.After(after.Texts.View(view)), ColumnKind.Day, 15),
            ]),
            new("matched", texts.MatchedBy, ColumnKind.Text, 14),
        ],
        [
            .. changes.Posts.Select(post => new ReportRow(
            [
                ReportCell.Of(post.Post.Label),
                ReportCell.Of(post.InWords(language)),
                Risk(post, after, texts),
                ReportContext.Joined(post.Differences(language) is { Length: > 0 } details ? [details] : []),
                .. views.SelectMany(
                    view => (ReportCell[])[Horizon(before, post.Before, view, texts), Horizon(after, post.After, view, texts)]),
                ReportCell.Of(post.HowMatched(language)),
            ])),
        ]);
    }

    private static ReportCell Horizon(ReportContext context, PostFunding? post, FundingView view, ChangeSheetTexts texts) =>
        post is null ? ReportCell.Of(texts.NotThere) : context.Horizon(post, view);

    private static ReportCell Risk(PostChange post, ReportContext after, ChangeSheetTexts texts) =>
        post.After is null ? ReportCell.None
        : post.Risk is not RiskReasons.None ? ReportCell.Of(post.Risk.InWords(after.AsOf, after.Texts.Language))
        : ReportCell.Of(post.RiskBefore is RiskReasons.None ? texts.No : texts.NoLonger);

    private static ReportTable PromisesTable(ReportContext context, PortfolioChanges changes, ChangeSheetTexts texts)
    {
        var language = context.Texts.Language;
        return new(Promises,
        [
            new("id", context.Texts.Commitment, ColumnKind.Text, 22),
            new("became", texts.Became, ColumnKind.Text, 17),
            new("posts", context.Texts.Posts, ColumnKind.Text, 28),
            new("differences", texts.Differences, ColumnKind.Text, 38),
            new("funder", context.Texts.Funder, ColumnKind.Text, 15),
            new("matched", texts.MatchedBy, ColumnKind.Text, 15),
        ],
        [
            .. changes.Promises.Select(promise =>
            {
                var analysis = promise.After is null ? changes.Before : changes.After;
                return new ReportRow(
                [
                    ReportCell.Of(promise.Commitment.Id),
                    ReportCell.Of(promise.InWords(language)),
                    ReportCell.Of(analysis.Portfolio.PostsOf(promise.Commitment)),
                    ReportContext.Joined(changes.Differences(promise, language) is { Length: > 0 } details ? [details] : []),
                    ReportCell.Of(analysis.Portfolio.PayerOf(promise.Commitment)),
                    ReportCell.Of(promise.HowMatched(language)),
                ]);
            }),
        ]);
    }

    private static ReportTable MoneyTable(ReportContext context, ChangeSheetTexts texts, ImmutableArray<ReportRow> rows) => new(Money,
    [
        new(Names.Year, context.Texts.Year, ColumnKind.Year, 22),
        new(Names.Level, context.Texts.Level, ColumnKind.Text, 17),
        new("funder", context.Texts.Funder, ColumnKind.Text, 28),
        new("differences", texts.Differences, ColumnKind.Text, 38),
        new(Was, texts.Was, ColumnKind.Amount, 15),
        new(Is, texts.Is, ColumnKind.Amount, 15),
        new("difference", texts.Difference, ColumnKind.Amount, 15),
        new(KnownWas, texts.KnownBefore, ColumnKind.Amount, 15),
        new(KnownIs, texts.KnownAfter, ColumnKind.Amount, 15),
    ], rows);

    private static ImmutableArray<ReportRow> MoneyRows(
        ReportContext before, ReportContext after, PortfolioChanges changes, ChangeSheetTexts texts)
    {
        var (was, now) = (new FunderMarks(before), new FunderMarks(after));
        var rows = ImmutableArray.CreateBuilder<ReportRow>();
        foreach (var year in changes.Years.GroupBy(year => year.Year))
            foreach (var view in Views)
            {
                var own = year.Single(one => one.View == view);
                int first = rows.Count;
                var (all, allNow) = (Marks.None, Marks.None);
                foreach (var funder in own.Funders.Where(funder => HoldsMoney(funder.Money)))
                {
                    Marks marks = was.Of(funder.Before, own.Year, view), marksNow = now.Of(funder.After, own.Year, view);
                    (all, allNow) = (all | marks, allNow | marksNow);
                    rows.Add(Row(own, funder.Funder.Name, RowRole.Line,
                        (Amount(funder.Money.Before.Exact, marks), Amount(funder.Money.After.Exact, marksNow),
                        Known(funder.Money.Before.KnownPart, marks), Known(funder.Money.After.KnownPart, marksNow)), funder.Money));
                }
                int last = rows.Count - 1;
                if (last < first)
                    continue;
                ReportCell Sum(string column, ReportCell value) =>
                    new ReportCell.Formula(new ReportFormula.Sum(new(column, first, last)), value) { Marks = value.Marks };
                rows.Add(Row(own, texts.AllFunders, RowRole.Total, (
                    Sum(Was, Amount(own.Funding.Before.Exact, all)), Sum(Is, Amount(own.Funding.After.Exact, allNow)),
                    Sum(KnownWas, Known(own.Funding.Before.KnownPart, all)), Sum(KnownIs, Known(own.Funding.After.KnownPart, allNow))),
                        own.Funding));
            }
        return rows.ToImmutable();

        ReportRow Row(YearChange year, string funder, RowRole role,
            (ReportCell Was, ReportCell Is, ReportCell KnownWas, ReportCell KnownIs) cells, MoneyChange money)
        {
            var difference = Amount(money.Difference, cells.Was.Marks | cells.Is.Marks);
            return new(
            [
                new ReportCell.Year(year.Year),
                ReportCell.Of(after.Texts.View(year.View)),
                ReportCell.Of(funder),
                ReportCell.Of(texts.Moves(money)),
                cells.Was,
                cells.Is,
                new ReportCell.Formula(new ReportFormula.Balance([Is], [Was]), difference) { Marks = difference.Marks },
                cells.KnownWas,
                cells.KnownIs,
            ], role);
        }
    }

    private static bool HoldsMoney(MoneyChange money) => !IsNothing(money.Before) || !IsNothing(money.After);

    private static bool IsNothing(Totals.Total total) => total.Exact.TryGet(out var exact) && exact == Euros.Zero;

    private static ReportCell Amount(Knowable<Euros> money, Marks marks) => ReportContext.Money(money, marks);

    private static ReportCell Known(Euros money, Marks marks) => Amount(Knowable<Euros>.Known(money), marks);

    /// <summary>The sheet of sources holds those of this edition only.</summary>
    private static IEnumerable<ReportBlock> OldAssumptions(ReportContext before, ReportContext after, ChangeSheetTexts texts)
    {
        var now = after.Analysis.Portfolio.Sources.Where(source => source.Kind is SourceKind.Assumption).Select(source => source.Title)
            .ToHashSet(StringComparer.Ordinal);
        var gone = before.Analysis.Portfolio.Sources.Where(source => source.Kind is SourceKind.Assumption && !now.Contains(source.Title))
            .ToList();
        return gone.Count == 0 ? [] :
        [
            new ReportParagraph(texts.AssumptionsHeading, ParagraphRole.Heading),
            .. gone.Select(source => new ReportParagraph(source.Title, ParagraphRole.Item)),
        ];
    }

    /// <summary>What must be said beside the money of a funder in a budget year.</summary>
    private sealed class FunderMarks
    {
        private readonly Dictionary<(string, int, FundingView), Marks> marks = [];

        internal FunderMarks(ReportContext context)
        {
            foreach (var post in context.Analysis.Posts)
                foreach (var year in post.Years)
                    foreach (var cell in year.Cells)
                    {
                        var own = ReportContext.Assumed(
                            context.Assumptions.Money(post.Post, cell.Commitment, year.Year)) | ReportContext.Partial(post.Post, year.Year)
                            | (cell.Commitment.Approximate ? Marks.Approximate : Marks.None);
                        foreach (var view in Views)
                            if (own != Marks.None && !(cell[view].TryGet(out var money) && money == Euros.Zero))
                                marks[(cell.Commitment.Funder, year.Year, view)] =
                                    marks.GetValueOrDefault((cell.Commitment.Funder, year.Year, view)) | own;
                    }
        }

        internal Marks Of(Funder? funder, int year, FundingView view) =>
            funder is null ? Marks.None : marks.GetValueOrDefault((funder.Id, year, view));
    }
}
