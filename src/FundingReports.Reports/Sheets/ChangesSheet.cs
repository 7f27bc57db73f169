using System.Collections.Immutable;
using FundingReports.Changes;
using FundingReports.Portfolios;
using FundingReports.Reports.Texts;
using FundingReports.Sentences;

namespace FundingReports.Reports.Sheets;

/// <summary>Évolution: what changed since another edition, or another as-of date.</summary>
internal static class ChangesSheet
{
    /// <summary>What became of the posts, of the promises, and of the money: one row a change.</summary>
    internal static ReportSheet Build(ReportContext context, FundingAnalysis previous)
    {
        var changes = PortfolioChanges.Between(previous, context.Analysis);
        var texts = new ChangeSheetTexts(context.Texts.Language);
        var before = new ReportContext(previous, context.Texts);
        ImmutableArray<ReportRow> rows = [.. PostRows(before, context, changes, texts), .. PromiseRows(context, changes, texts),
            .. MoneyRows(before, context, changes, texts)];
        return new(texts.Sheet, texts.Title,
        [
            new ReportParagraph(changes.Summary(context.Texts.Language), ParagraphRole.Answer),
            new ReportParagraph($"{context.Texts.AsOf(context.AsOf)}. {texts.Legend}", ParagraphRole.Note),
            .. OldAssumptions(before, context, texts),
            .. rows.IsEmpty ? [new ReportParagraph(texts.NothingChanged, ParagraphRole.Note)] : (ReportBlock[])
            [
                new ReportTable(Names.Changes,
                [
                    new("nature", texts.Nature, ColumnKind.Text, 12),
                    new("what", texts.What, ColumnKind.Text, 34),
                    new("became", texts.Became, ColumnKind.Text, 14),
                    new("before", texts.Was, ColumnKind.WholeAmount, 14),
                    new("after", texts.Is, ColumnKind.WholeAmount, 14),
                    new("difference", texts.Difference, ColumnKind.WholeAmount, 12),
                    new("details", texts.Differences, ColumnKind.Text, 30),
                ], rows),
            ],
        ]) { FitsText = true };
    }

    // In dates: until when each was, and is, funded in full.
    private static IEnumerable<ReportRow> PostRows(
        ReportContext before, ReportContext after, PortfolioChanges changes, ChangeSheetTexts texts)
    {
        var language = after.Texts.Language;
        foreach (var post in changes.Posts)
        {
            ReportCell was = Horizon(before, post.Before, FundingView.Agreed, texts),
                now = Horizon(after, post.After, FundingView.Agreed, texts);
            string[] said = [.. new[] { post.DifferencesInWords(language), RiskWord(post, after, texts) }.Where(said => said.Length > 0)];
            // What is as it was is counted in the sentence above.
            if (was == now && said.Length == 0)
                continue;
            yield return new(
            [
                ReportCell.Of(after.Texts.Post), ReportCell.Of(post.Post.Label),
                // A post that is still not funded has no date that stayed as it was.
                ReportCell.Of(was == now && now is not ReportCell.Day ? texts.AsBefore : post.InWords(language)), was, now,
                    ReportCell.None, after.Joined(said),
            ]);
        }
    }

    private static IEnumerable<ReportRow> PromiseRows(ReportContext context, PortfolioChanges changes, ChangeSheetTexts texts) =>
        changes.Promises.Where(promise => promise.IsChange).Select(promise =>
    {
        var analysis = promise.After is null ? changes.Before : changes.After;
        return new ReportRow(
        [
            ReportCell.Of(texts.Agreement),
            ReportCell.Of($"{analysis.Portfolio.PayerOf(promise.Commitment)}, {analysis.Portfolio.PostsInWords(promise.Commitment)}"),
            ReportCell.Of(promise.InWords(context.Texts.Language)),
            ReportCell.None, ReportCell.None, ReportCell.None,
            context.Joined(changes.DifferencesInWords(promise, context.Texts.Language) is { Length: > 0 } details ? [details] : []),
        ]);
    });

    // In euros: agreed money by funder and year, where it moved.
    private static IEnumerable<ReportRow> MoneyRows(
        ReportContext before, ReportContext after, PortfolioChanges changes, ChangeSheetTexts texts)
    {
        var (was, now) = (new FunderMarks(before), new FunderMarks(after));
        foreach (var year in changes.Years.Where(year => year.View == FundingView.Agreed))
        {
            foreach (var funder in year.Funders.Where(funder => HasMoved(funder.Money)))
                yield return Row(year, funder.Funder.Name, RowRole.Line, funder.Money, was.Of(funder.Before, year.Year, year.View),
                    now.Of(funder.After, year.Year, year.View));
            if (HasMoved(year.Funding))
                yield return Row(year, texts.AllFunders, RowRole.Outcome, year.Funding, Marks.None, Marks.None);
        }

        ReportRow Row(YearChange year, string funder, RowRole role, MoneyChange money, Marks marks, Marks marksNow) => new(
        [
            ReportCell.Of(texts.Credits),
            ReportCell.Of($"{funder}, {year.Year.ToString(System.Globalization.CultureInfo.InvariantCulture)}"),
            ReportCell.Of(texts.Moves(money)),
            Money(money.Before, marks), Money(money.After, marksNow), ReportContext.Money(money.Difference, marks | marksNow),
            after.Joined([.. KnownParts(money, texts)]),
        ], role);

        static ReportCell Money(Totals.Total total, Marks marks) => ReportContext.Money(total.Exact, marks);
        IEnumerable<string> KnownParts(MoneyChange money, ChangeSheetTexts words)
        {
            if (!money.Before.Exact.IsKnown)
                yield return words.KnownBefore(WholeEuros.Of(money.Before.KnownPart, after.Texts.Language));
            if (!money.After.Exact.IsKnown)
                yield return words.KnownAfter(WholeEuros.Of(money.After.KnownPart, after.Texts.Language));
        }
    }

    private static bool HasMoved(MoneyChange money) => !(money.Difference.TryGet(out var difference) && difference == Euros.Zero)
        && (money.Before.Exact.IsKnown || money.After.Exact.IsKnown || money.Before.KnownPart != money.After.KnownPart);

    private static ReportCell Horizon(ReportContext context, PostFunding? post, FundingView view, ChangeSheetTexts texts) =>
        post is null ? ReportCell.Of(texts.NotThere) : context.Horizon(post, view);

    private static string RiskWord(PostChange post, ReportContext after, ChangeSheetTexts texts) =>
        post.After is null ? ""
        : post.Risk is not RiskReasons.None ? texts.AtRisk(post.Risk.InWords(after.AsOf, after.Texts.Language))
        : post.RiskBefore is RiskReasons.None ? "" : texts.NoLongerAtRisk;

    /// <summary>The assumptions of the former edition, which the sheet of sources, made for this edition, does not hold.</summary>
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
                        var own = ReportContext.Assumed(cell.Assumptions) | ReportContext.Partial(post.Post, year.Year)
                            | (cell.Commitment.Approximate ? Marks.Approximate : Marks.None);
                        foreach (var view in Enum.GetValues<FundingView>())
                            if (own != Marks.None && !(cell[view].TryGet(out var money) && money == Euros.Zero))
                                marks[(cell.Commitment.Funder, year.Year, view)] =
                                    marks.GetValueOrDefault((cell.Commitment.Funder, year.Year, view)) | own;
                    }
        }

        internal Marks Of(Funder? funder, int year, FundingView view) =>
            funder is null ? Marks.None : marks.GetValueOrDefault((funder.Id, year, view));
    }
}
