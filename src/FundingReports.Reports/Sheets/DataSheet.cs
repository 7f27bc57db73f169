using System.Collections.Immutable;
using FundingReports.Reports.Texts;

namespace FundingReports.Reports.Sheets;

/// <summary>
/// The rows of the sheet Données et notice: those of the export csv, under the same headers, which never change, to be pasted elsewhere.
/// </summary>
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
        int count = context.Posts.SelectMany(FlatRow.Of).Count();
        return count == 0 ? null : new(Names.Data, Columns, count, Rows(context, context.Posts));
    }

    /// <summary>The same rows for several portfolios, with the name of each before its own.</summary>
    internal static ReportData Of(int count, ReportTexts texts,
        IEnumerable<(string Name, FundingAnalysis Analysis, ImmutableArray<PostFunding> Posts)> portfolios) =>
        new(Names.Data, [new("portefeuille", "portefeuille", ColumnKind.Text, 24), .. Columns], count,
            portfolios.SelectMany(one => Rows(new ReportContext(one.Analysis, texts), one.Posts)
                .Select(row => row with { Cells = row.Cells.Insert(0, ReportCell.Of(one.Name)) })));

    private static IEnumerable<ReportRow> Rows(ReportContext context, IEnumerable<PostFunding> posts) =>
        posts.SelectMany(FlatRow.Of).Select(row => new ReportRow(
        [
            ReportCell.Of(row.Post.Id),
            ReportCell.Of(row.Post.Label),
            context.TextOrUnknown(row.Post.Departement),
            ReportCell.Of(row.Funder.Id),
            ReportCell.Of(row.Funder.Name),
            new ReportCell.Year(row.Year),
            ReportCell.Of(row[FundingView.Announced]), ReportCell.Of(row[FundingView.Agreed]), ReportCell.Of(row[FundingView.Firm]),
            context.Joined([.. SignsOf(context, row)]),
        ]));

    private static IEnumerable<string> SignsOf(ReportContext context, FlatRow row)
    {
        var signs = context.Texts.Signs;
        if (row.IsApproximate)
            yield return signs.Approximate;
        if (row.IsAssumed)
            yield return signs.Assumed;
        if (row.IsPartial)
            yield return signs.Partial;
    }
}
