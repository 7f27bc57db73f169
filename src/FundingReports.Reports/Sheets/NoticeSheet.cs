using FundingReports.Reports.Texts;

namespace FundingReports.Reports.Sheets;

/// <summary>Notice: what each sheet is, with a link to it; legend and words.</summary>
internal static class NoticeSheet
{
    internal static ReportSheet Build(ReportContext context, IEnumerable<ReportSheet> sheets)
    {
        var texts = context.Texts;
        var notice = new NoticeTexts(texts.Language);
        return new(texts.NoticeSheet, texts.NoticeTitle,
        [
            new ReportParagraph(texts.AsOf(context.AsOf) + ".", ParagraphRole.Note),
            new ReportTable(Names.Notice,
            [
                new("topic", texts.Topic, ColumnKind.Text, 14),
                new("word", texts.Word, ColumnKind.Text, 34),
                new("meaning", texts.Meaning, ColumnKind.Text, 96),
            ],
            [
                .. sheets.Select(sheet => Row(
                    notice.Reading, new ReportCell.Text(sheet.Name) { Sheet = sheet.Name }, notice.MeaningOf(sheet.Name) ?? sheet.Title)),
                .. texts.Notice.Select(line => Row(line.Topic, ReportCell.Of(line.Word), line.Meaning)),
            ]),
        ]);
    }

    private static ReportRow Row(string topic, ReportCell word, string meaning) =>
        new([ReportCell.Of(topic), word, ReportCell.Of(meaning)]);
}
