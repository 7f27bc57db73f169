using System.Collections.Immutable;

namespace FundingReports.Reports.Sheets.Together;

/// <summary>Données et notice of several portfolios: the words, and the flat rows of all.</summary>
internal static class TogetherNotes
{
    internal static ReportSheet Build(
        TogetherContext together, IEnumerable<(string Name, FundingAnalysis Analysis, ImmutableArray<PostFunding> Posts)> data)
    {
        var (texts, words, own) = (together.Texts, together.Words, together.Own);
        int rows = together.Consolidated.DataRows;
        ImmutableArray<ReportBlock> blocks =
        [
            new ReportParagraph(texts.AsOf(together.AsOf) + ".", ParagraphRole.Note),
            new ReportParagraph(words.WordsHeading, ParagraphRole.Heading),
            .. words.Notice(texts.Signs).Select(word => new ReportParagraph(
                words.Word(word.Word, word.Word == texts.Signs.Assumed ? own.AssumedMeaning : word.Meaning), ParagraphRole.Item)),
            .. rows == 0 ? [] : (ReportBlock[])
            [
                new ReportParagraph(words.DataHeading, ParagraphRole.Heading),
                DataSheet.Of(rows, texts, data.Select(one => (together.Title(one.Name), one.Analysis, one.Posts))),
            ],
        ];
        return new(words.NotesSheet, own.NotesTitle, blocks) { PrintsData = false };
    }
}
