using System.Collections.Immutable;

namespace FundingReports.Reports.Sheets.Together;

/// <summary>Listes: what each counts, and until when.</summary>
internal static class PortfoliosSheet
{
    internal static ReportSheet? Build(TogetherContext together)
    {
        var (own, all) = (together.Own, together.Consolidated.Portfolios);
        // A portfolio of which no post is counted has no figures: it is only named.
        var counted = all.Where(one => one.Posts > 0).ToList();
        var empty = all.Where(one => one.Posts == 0).Select(one => together.Title(one.Name)).ToList();
        if (counted.Count == 0)
            return null;
        var note = new ReportParagraph(
            $"{together.Texts.AsOf(together.AsOf)}.{(empty.Count == 0 ? "" : " " + own.NothingCounted(empty))}", ParagraphRole.Note);
        bool days = counted.Exists(one => one.Earliest is not null);
        ImmutableArray<ReportColumn> columns =
        [
            new("name", own.Portfolio, ColumnKind.Text, 30),
            new("posts", own.Posts, ColumnKind.Count, 10),
            new("fully", own.Fully, ColumnKind.Count, 22),
            new("risk", own.AtRisk, ColumnKind.Count, 22),
            .. days ? (ReportColumn[])[new("earliest", own.Earliest, ColumnKind.Day, 22)] : [],
        ];
        return new(own.PortfoliosSheet, own.PortfoliosTitle,
        [
            note,
            new ReportTable("Tab_Portefeuilles", columns,
            [
                .. counted.Select(one => new ReportRow(
                [
                    ReportCell.Of(together.Title(one.Name)), new ReportCell.Count(one.Posts), new ReportCell.Count(one.Fully),
                        new ReportCell.Count(one.AtRisk),
                    .. days ? (ReportCell[])[one.Earliest is { } day ? new ReportCell.Day(day) : ReportCell.None] : [],
                ])),
            ]),
        ]) { FitsText = true };
    }
}
