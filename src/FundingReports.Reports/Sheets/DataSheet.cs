using System.Collections.Immutable;
using FundingReports.Portfolios;
using FundingReports.Reports.Texts;

namespace FundingReports.Reports.Sheets;

/// <summary>The sheet Données: one row per post, funder and budget year, with headers that never change, to paste elsewhere.</summary>
internal static class DataSheet
{
    // The same in every language: other people's formulas name them.
    private static readonly ImmutableArray<ReportColumn> Columns =
    [
        new("poste_id", "poste_id", ColumnKind.Text, 14),
        new("poste", "poste", ColumnKind.Text, 34),
        new("departement", "departement", ColumnKind.Text, 13),
        new("financeur_id", "financeur_id", ColumnKind.Text, 14),
        new("financeur", "financeur", ColumnKind.Text, 34),
        new("exercice", "exercice", ColumnKind.Year, 10),
        new("annonce", "annonce", ColumnKind.Amount, 17),
        new("conventionne", "conventionne", ColumnKind.Amount, 17),
        new("ferme", "ferme", ColumnKind.Amount, 17),
        new("remarques", "remarques", ColumnKind.Text, 16),
    ];

    /// <summary>The rows; null where nobody promises anything.</summary>
    internal static ReportData? Of(ReportContext context)
    {
        int count = Rows(context, context.Analysis.Posts).Count();
        return count == 0 ? null : new(Names.Data, Columns, count, Rows(context, context.Analysis.Posts));
    }

    /// <summary>The same rows for several portfolios, with the name of each before its own.</summary>
    internal static ReportData Of(int count, ReportTexts texts,
        IEnumerable<(string Name, FundingAnalysis Analysis, ImmutableArray<PostFunding> Posts)> portfolios) =>
        new(Names.Data, [new("portefeuille", "portefeuille", ColumnKind.Text, 24), .. Columns], count,
            portfolios.SelectMany(one => Rows(new ReportContext(one.Analysis, texts), one.Posts)
                .Select(row => row with { Cells = row.Cells.Insert(0, ReportCell.Of(one.Name)) })));

    private static IEnumerable<ReportRow> Rows(ReportContext context, IEnumerable<PostFunding> posts)
    {
        foreach (var post in posts)
            foreach (var funder in post.Funders)
                foreach (var year in post.Years)
                    if (Holds(year, funder))
                        yield return Row(context, post, funder, year);
    }

    // A year for which a funder promises nothing is no row: a filter would find nothing but zeros.
    private static bool Holds(PostYear year, Funder funder) =>
        year.Cells.Any(cell => cell.Commitment.Funder == funder.Id && !(cell.Announced.TryGet(out var money) && money == Euros.Zero));

    private static ReportRow Row(ReportContext context, PostFunding post, Funder funder, PostYear year)
    {
        var cells = year.Cells.Where(cell => cell.Commitment.Funder == funder.Id).ToList();
        var marks = cells.Aggregate(ReportContext.Partial(post.Post, year.Year), (all, cell) => all
            | ReportContext.Assumed(cell.Assumptions) | (cell.Commitment.Approximate ? Marks.Approximate : Marks.None));
        ReportCell Sum(FundingView view) => cells.TrueForAll(cell => cell[view].IsKnown)
            ? new ReportCell.Amount(cells.Aggregate(Euros.Zero, (sum, cell) => sum + cell[view].Value))
            : ReportCell.Nothing;
        return new(
        [
            ReportCell.Of(post.Id),
            ReportCell.Of(post.Label),
            context.TextOrUnknown(post.Post.Departement),
            ReportCell.Of(funder.Id),
            ReportCell.Of(funder.Name),
            new ReportCell.Year(year.Year),
            Sum(FundingView.Announced), Sum(FundingView.Agreed), Sum(FundingView.Firm),
            context.Joined([.. SignsOf(context, marks)]),
        ]);
    }

    private static IEnumerable<string> SignsOf(ReportContext context, Marks marks)
    {
        var signs = context.Texts.Signs;
        if ((marks & Marks.Approximate) != 0)
            yield return signs.Approximate;
        if ((marks & Marks.Assumed) != 0)
            yield return signs.Assumed;
        if ((marks & Marks.Partial) != 0)
            yield return signs.Partial;
    }
}
