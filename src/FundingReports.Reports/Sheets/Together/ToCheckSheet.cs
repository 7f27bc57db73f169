using System.Collections.Immutable;

namespace FundingReports.Reports.Sheets.Together;

/// <summary>À vérifier: what is in no figure and why, and what may be in twice.</summary>
internal static class ToCheckSheet
{
    internal static ReportSheet? Build(TogetherContext together, IReadOnlyList<SetAside> setAside)
    {
        var (own, all) = (together.Own, together.Consolidated);
        ImmutableArray<ReportRow> rows =
        [
            .. setAside.Select(one => Row(one.Name, own.WholePortfolio, false, one.Why)),
            .. all.CountedElsewhere.Select(
                one => Row(together.Title(one.Portfolio), one.Post, false, own.AlreadyIn(together.Title(one.CountedIn), one.By))),
            .. all.LikelyTheSame.Select(
                one => Row(together.Title(one.Portfolio), one.Post, true, own.LooksLike(together.Title(one.Other), one.By))),
        ];
        return rows.IsEmpty ? null : new(own.ToCheckSheet, own.ToCheckTitle,
        [
            new ReportParagraph($"{together.Texts.AsOf(together.AsOf)}.", ParagraphRole.Note),
            new ReportTable("Tab_A_Verifier",
                [
                    new("what", own.Portfolio, ColumnKind.Text, 20), new("post", own.Post, ColumnKind.Text, 20),
                    new("counted", own.Counted, ColumnKind.Text, 12), new("why", own.Why, ColumnKind.Text, 40),
                ], rows),
        ]) { FitsText = true };

        ReportRow Row(string portfolio, string post, bool isCounted, string why) =>
            new([ReportCell.Of(portfolio), ReportCell.Of(post), ReportCell.Of(own.IsCounted(isCounted)), ReportCell.Of(why)]);
    }
}
