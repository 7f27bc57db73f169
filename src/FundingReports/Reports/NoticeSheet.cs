namespace FundingReports.Reports;

/// <summary>Notice: legend and words.</summary>
internal static class NoticeSheet
{
    internal static ReportSheet Build(ReportContext context)
    {
        var texts = context.Texts;
        return new(texts.NoticeSheet, texts.NoticeTitle,
        [
            new ReportParagraph(texts.AsOf(context.AsOf) + ".", ParagraphRole.Note),
            new ReportTable(Names.Notice,
            [
                new("topic", texts.Topic, ColumnKind.Text, 14),
                new("word", texts.Word, ColumnKind.Text, 34),
                new("meaning", texts.Meaning, ColumnKind.Text, 96),
            ],
            [.. texts.Notice.Select(line => new ReportRow([ReportCell.Of(line.Topic), ReportCell.Of(line.Word), ReportCell.Of(line.Meaning)]))]),
        ]);
    }
}
