using System.Collections.Immutable;
using FundingReports.Portfolios;
using FundingReports.Reports.Texts;

namespace FundingReports.Reports.Sheets;

/// <summary>
/// Données et notice: the words and signs, where each fact comes from, assumptions first; then the flat rows, to be copied elsewhere.
/// </summary>
internal static class NotesSheet
{
    internal static ReportSheet Build(ReportContext context, bool hasOthers = false, bool isPublic = false)
    {
        var texts = new WorkbookTexts(context.Texts.Language);
        var blocks = ImmutableArray.CreateBuilder<ReportBlock>();
        blocks.Add(new ReportParagraph(context.Texts.AsOf(context.AsOf) + ".", ParagraphRole.Note));
        blocks.Add(new ReportParagraph(texts.WordsHeading, ParagraphRole.Heading));
        blocks.AddRange(WordsOf(context, hasOthers));
        blocks.Add(new ReportParagraph(texts.SourcesHeading, ParagraphRole.Heading));
        blocks.AddRange(SourcesOf(context, isPublic));
        if (!isPublic)
            SummarySheet.AddRules(context, blocks);
        if (!isPublic && DataSheet.Of(context) is { } data)
        {
            blocks.Add(new ReportParagraph(texts.DataHeading, ParagraphRole.Heading));
            blocks.Add(data);
        }
        return new(texts.NotesSheet, isPublic ? texts.NotesTitlePublic : texts.NotesTitle, blocks.ToImmutable()) { PrintsData = false };
    }

    internal static IEnumerable<ReportBlock> WordsOf(ReportContext context, bool hasOthers)
    {
        var texts = new WorkbookTexts(context.Texts.Language);
        return texts.Notice(context.Texts.Signs, context.SignsThatMayStand(hasOthers))
            .Select(word => new ReportParagraph(texts.Word(word.Word, word.Meaning), ParagraphRole.Item));
    }

    /// <summary>Where each fact comes from, assumptions first.</summary>
    internal static IEnumerable<ReportBlock> SourcesOf(ReportContext context, bool isPublic = false)
    {
        var texts = new WorkbookTexts(context.Texts.Language);
        var sources = context.Analysis.Portfolio.Facts.Sources;
        if (sources.IsEmpty)
            return [new ReportParagraph(context.Texts.NoSource, ParagraphRole.Item)];
        var uses = new SourceUses(context);
        return sources.OrderBy(source => source.Kind == SourceKind.Assumption ? 0 : 1).ThenBy(source => source.Kind)
            .Watched(context.Cancellation)
            .Select(source => new ReportParagraph(Line(context, texts, source, uses, isPublic), ParagraphRole.Item));
    }

    private static string Line(ReportContext context, WorkbookTexts texts, Source source, SourceUses uses, bool isPublic)
    {
        // A title that people wrote may hold an amount, and a name.
        string?[] more = isPublic
            ? [] : [source.Reference, source.On is { } on ? context.Texts.DateOf(on) : null, source.Author, source.Reason];
        string said = string.Concat(more.Where(one => !string.IsNullOrWhiteSpace(one)).Select(one => ", " + one!.TrimEnd('.')));
        return texts.Source(source.Id, context.Texts.SourceKindOf(source.Kind), isPublic
            ? texts.TitleLeftOut : source.Title.TrimEnd('.'), said, texts.Joined(uses.Of(source.Id)));
    }
}
