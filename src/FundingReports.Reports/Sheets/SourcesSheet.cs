using System.Collections.Immutable;
using FundingReports.Portfolios;
using FundingReports.Reports.Texts;

namespace FundingReports.Reports.Sheets;

/// <summary>Hypothèses et sources: where each fact comes from, assumptions first.</summary>
internal static class SourcesSheet
{
    internal static ReportSheet Build(ReportContext context)
    {
        var texts = context.Texts;
        var sources = context.Analysis.Portfolio.Facts.Sources;
        var note = new ReportParagraph(texts.AsOf(context.AsOf) + ". " + texts.Legend, ParagraphRole.Note);
        if (sources.IsEmpty)
            return new(texts.SourcesSheet, texts.SourcesTitle, [note, new ReportParagraph(texts.NoSource, ParagraphRole.Note)]);
        ImmutableArray<ReportColumn> columns =
        [
            new("id", texts.Id, ColumnKind.Text, 11),
            new("kind", texts.Kind, ColumnKind.Text, 15),
            new("title", texts.SourceTitle, ColumnKind.Text, 40),
            new("reference", texts.Reference, ColumnKind.Text, 24),
            new("on", texts.Date, ColumnKind.Day, 12),
            new("author", texts.Author, ColumnKind.Text, 20),
            new("reason", texts.Reason, ColumnKind.Text, 28),
            new("uses", texts.UsedFor, ColumnKind.Text, 44),
        ];
        return new(texts.SourcesSheet, texts.SourcesTitle,
        [
            note,
            new ReportTable(Names.Sources, columns,
            [
                .. sources.OrderBy(source => source.Kind == SourceKind.Assumption ? 0 : 1).ThenBy(source => source.Kind)
                    .Select(source => Row(context, source)),
            ]),
        ]);
    }

    private static ReportRow Row(ReportContext context, Source source)
    {
        bool assumption = source.Kind == SourceKind.Assumption;
        return new(
        [
            ReportCell.Of(source.Id),
            ReportCell.Of(context.Texts.SourceKindOf(source.Kind)),
            ReportCell.Of(source.Title),
            source.Reference is { } reference ? ReportCell.Of(reference) : assumption ? ReportCell.None : ReportCell.Nothing,
            source.On is null && assumption ? ReportCell.None : ReportCell.Of(source.On),
            source.Author is { } author ? ReportCell.Of(author) : assumption ? ReportCell.Nothing : ReportCell.None,
            source.Reason is { } reason ? ReportCell.Of(reason) : assumption ? ReportCell.Nothing : ReportCell.None,
            ReportContext.Joined([.. Uses(context, source.Id)]),
        ]);
    }

    private static IEnumerable<string> Uses(ReportContext context, string id)
    {
        var texts = context.Texts;
        var portfolio = context.Analysis.Portfolio;
        var byProperties = portfolio.Posts
            .Select(post => (post.Label, Uses: post.Source == id
                || UsesOf(texts, post, id).Count > 0, Properties: string.Join(", ", UsesOf(texts, post, id))))
            .Where(post => post.Uses)
            .GroupBy(post => post.Properties, post => post.Label);
        foreach (var group in byProperties)
            yield return texts.UsedBy(texts.PostsLacking([.. group], portfolio.Posts.Length), group.Key);
        foreach (var commitment in portfolio.Commitments)
        {
            var properties = commitment.Sources.Where(pair => pair.Value == id).Select(pair => texts.PropertyOf(pair.Key)).ToList();
            if (commitment.Source == id || properties.Count > 0)
                yield return texts.UsedBy($"{texts.Commitment} {commitment.Id}", string.Join(", ", properties));
            if (commitment.Withdrawn?.Source == id)
                yield return texts.UsedBy($"{texts.Commitment} {commitment.Id}", texts.WithdrawnFrom(commitment.Withdrawn.From));
        }
        foreach (var campaign in portfolio.Facts.Campaigns.Where(campaign => campaign.Source == id))
            yield return texts.Campaign(campaign.Line ?? campaign.Funder, campaign.Year);
    }

    private static List<string> UsesOf(ReportTexts texts, Post post, string id)
    {
        var properties = post.Sources.Where(pair => pair.Value == id).Select(pair => texts.PropertyOf(pair.Key)).ToList();
        if (post.Costs.Any(cost => cost.Source == id))
            properties.Add(texts.PropertyOf("cost"));
        return properties;
    }
}
