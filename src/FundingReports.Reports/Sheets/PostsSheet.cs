using System.Collections.Immutable;
using FundingReports.Portfolios;

namespace FundingReports.Reports.Sheets;

/// <summary>The sheet Postes: one row per post.</summary>
internal static class PostsSheet
{
    internal static ReportSheet Build(ReportContext context)
    {
        var texts = context.Texts;
        var legend = new ReportParagraph(texts.AsOf(context.AsOf) + ". " + texts.Legend, ParagraphRole.Note);
        var posts = context.Analysis.Posts;
        if (posts.IsEmpty)
            return new(texts.PostsSheet, texts.PostsTitle, [legend, new ReportParagraph(texts.NoPost, ParagraphRole.Note)]);
        ImmutableArray<ReportColumn> columns =
        [
            new("id", texts.Id, ColumnKind.Text, 9),
            new(Names.Post, texts.Post, ColumnKind.Text, 22),
            new("departement", texts.Departement, ColumnKind.Text, 6),
            new("where", texts.Where, ColumnKind.Text, 20),
            new("employer", texts.Employer, ColumnKind.Text, 16),
            new("fte", texts.Fte, ColumnKind.Fte, 7),
            new("occupancy", texts.Occupancy, ColumnKind.Text, 11),
            new(Names.Cost, texts.AnnualCost, ColumnKind.Amount, 13),
            new(Names.Firm, texts.FundedUntil(FundingView.Firm), ColumnKind.Day, 16),
            new(Names.Agreed, texts.FundedUntil(FundingView.Agreed), ColumnKind.Day, 15),
            new(Names.Announced, texts.FundedUntil(FundingView.Announced), ColumnKind.Day, 15),
            new("left", texts.TimeLeft, ColumnKind.Text, 13),
            new("cliff", texts.FirstCliff, ColumnKind.Day, 12),
            new("cause", texts.Cause, ColumnKind.Text, 22),
            new("remarks", texts.Remarks, ColumnKind.Text, 28),
        ];
        return new(texts.PostsSheet, texts.PostsTitle,
            [legend, new ReportTable(Names.Posts, columns, [.. context.Posts.Select(post => Row(context, post))])]) { FitsText = true };
    }

    private static ReportRow Row(ReportContext context, PostFunding funding)
    {
        var texts = context.Texts;
        var post = funding.Post;
        var day = post.FirstDay(context.AsOf);
        var employer = post.EmployerOn(day);
        var cost = post.CostOn(context.AsOf);
        return new(
        [
            ReportCell.Of(post.Id),
            ReportCell.Of(post.Label),
            context.TextOrUnknown(post.Departement),
            context.TextOrUnknown(string.Join(
                "\n", new[] { string.Join(", ", post.Services), string.Join(", ", post.Places) }.Where(said => said.Length > 0))),
            context.TextOrUnknown(employer?.Name),
            post.Fte is { } fte
                ? new ReportCell.Fte(fte) { Marks = ReportContext.Assumed(context.Assumptions.Of(post, "fte")) } : ReportCell.Nothing,
            context.TextOrUnknown(post.OccupancyOn(context.AsOf) is { } state ? texts.OccupancyOf(state) : null),
            cost?.Annual is { } annual ? new ReportCell.Amount(annual) {
                Marks = ReportContext.Assumed(context.Assumptions.CostOn(post, day)) } : ReportCell.Nothing,
            context.Horizon(funding, FundingView.Firm),
            context.Horizon(funding, FundingView.Agreed),
            context.Horizon(funding, FundingView.Announced),
            context.Left(funding),
            Cliff(context, funding),
            Cause(context, funding),
            context.Remarks(funding),
        ]);
    }

    private static ReportCell Cliff(ReportContext context, PostFunding post) => post.Agreed switch
    {
        { Cliff: { } cliff } => new ReportCell.Day(cliff.On) { Marks = ReportContext.Assumed(post.Agreed.Assumptions) },
        { FullyFundedUntil.State: HorizonState.NotOnFirstDay } => ReportCell.Of(context.Texts.OnFirstDay),
        { FullyFundedUntil: { State: HorizonState.Between, Surely.IsNone: true } } => ReportCell.Nothing,
        _ => ReportCell.None,
    };

    private static ReportCell Cause(ReportContext context, PostFunding post) => post.Agreed.Cliff is { Losses.IsEmpty: false } cliff
        ? ReportCell.Of(string.Join("\n",
            cliff.Losses.Select(loss => context.Texts.Loss(context.FunderOf(loss.Commitment), loss.Commitment.Line, loss.ShareLost))))
        : ReportCell.None;
}
