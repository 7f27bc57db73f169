using System.Collections.Immutable;
using FundingReports.Portfolios;
using FundingReports.Reports.Texts;

namespace FundingReports.Reports.Sheets;

/// <summary>
/// Données et notice: the words and signs, where each fact comes from, assumptions first; then the flat rows, to be copied elsewhere.
/// </summary>
internal static class NotesSheet
{
    internal static ReportSheet Build(ReportContext context, ReportOptions options, bool isPublic = false)
    {
        var texts = new WorkbookTexts(context.Texts.Language);
        var blocks = ImmutableArray.CreateBuilder<ReportBlock>();
        blocks.Add(new ReportParagraph(context.Texts.AsOf(context.AsOf) + ".", ParagraphRole.Note));
        blocks.Add(new ReportParagraph(texts.WordsHeading, ParagraphRole.Heading));
        blocks.AddRange(WordsOf(context, options));
        blocks.Add(new ReportParagraph(texts.SourcesHeading, ParagraphRole.Heading));
        blocks.AddRange(SourcesOf(context, isPublic));
        if (!isPublic && DataSheet.Of(context) is { } data)
        {
            blocks.Add(new ReportParagraph(texts.DataHeading, ParagraphRole.Heading));
            blocks.Add(data);
        }
        return new(texts.NotesSheet, isPublic ? texts.NotesTitlePublic : texts.NotesTitle, blocks.ToImmutable()) { PrintsData = false };
    }

    internal static IEnumerable<ReportBlock> WordsOf(ReportContext context, ReportOptions options)
    {
        var texts = new WorkbookTexts(context.Texts.Language);
        return texts.Notice(context.Texts.Signs, context.SignsThatMayStand(options))
            .Select(word => new ReportParagraph(texts.Word(word.Word, word.Meaning), ParagraphRole.Item));
    }

    /// <summary>Where each fact comes from, assumptions first.</summary>
    internal static IEnumerable<ReportBlock> SourcesOf(ReportContext context, bool isPublic = false)
    {
        var texts = new WorkbookTexts(context.Texts.Language);
        var sources = context.Analysis.Portfolio.Facts.Sources;
        return sources.IsEmpty ? [new ReportParagraph(context.Texts.NoSource, ParagraphRole.Item)]
            : sources.OrderBy(source => source.Kind == SourceKind.Assumption ? 0 : 1).ThenBy(source => source.Kind)
                .Select(source => new ReportParagraph(Line(context, texts, source, isPublic), ParagraphRole.Item));
    }

    private static string Line(ReportContext context, WorkbookTexts texts, Source source, bool isPublic)
    {
        // A title that people wrote may hold an amount, and a name.
        string?[] more = isPublic
            ? [] : [source.Reference, source.On is { } on ? context.Texts.DateOf(on) : null, source.Author, source.Reason];
        string said = string.Concat(more.Where(one => !string.IsNullOrWhiteSpace(one)).Select(one => ", " + one!.TrimEnd('.')));
        return texts.Source(source.Id, context.Texts.SourceKindOf(source.Kind), isPublic
            ? texts.TitleLeftOut : source.Title.TrimEnd('.'), said, texts.Joined(Uses(context, source.Id)));
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
        foreach (
            var group in portfolio.Commitments.Select((commitment, i) => (Number: i + 1, Properties: PropertiesOf(texts, commitment, id)))
            .Where(one => one.Properties is not null).GroupBy(one => one.Properties!, one => one.Number))
            yield return texts.UsedBy(texts.CommitmentsInWords([.. group]), group.Key);
        foreach (var commitment in portfolio.Commitments.Where(commitment => commitment.Withdrawn?.Source == id))
            yield return texts.UsedBy(
                $"{texts.Commitment.ToLowerInvariant()} {commitment.Id}", texts.WithdrawnFrom(commitment.Withdrawn!.From));
        foreach (var campaign in portfolio.Facts.Campaigns.Where(campaign => campaign.Source == id))
            yield return texts.Campaign(campaign.Line ?? campaign.Funder, campaign.Year);
    }

    private static string? PropertiesOf(ReportTexts texts, Commitment commitment, string id)
    {
        var properties = commitment.Sources.Where(pair => pair.Value == id).Select(pair => texts.PropertyOf(pair.Key)).ToList();
        return commitment.Source == id || properties.Count > 0 ? string.Join(", ", properties) : null;
    }

    private static List<string> UsesOf(ReportTexts texts, Post post, string id)
    {
        var properties = post.Sources.Where(pair => pair.Value == id).Select(pair => texts.PropertyOf(pair.Key)).ToList();
        if (post.Costs.Any(cost => cost.Source == id))
            properties.Add(texts.PropertyOf("cost"));
        return properties;
    }
}
