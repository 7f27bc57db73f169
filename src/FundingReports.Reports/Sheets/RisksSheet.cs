using FundingReports.Reports.Texts;
using FundingReports.Risk;
using FundingReports.Sentences;

namespace FundingReports.Reports.Sheets;

/// <summary>The sheet Risques: one row per post, its level in a word, and the sentences that justify it.</summary>
internal static class RisksSheet
{
    private const string Table = "Tab_Risques";

    internal static ReportSheet? Build(ReportContext context)
    {
        if (context.Analysis.Posts.IsEmpty)
            return null;
        var texts = new RequestSheetTexts(context.Texts.Language);
        return new(texts.Risks, texts.RisksTitle,
        [
            new ReportParagraph($"{context.Texts.AsOf(context.AsOf)}. {texts.RisksNote}", ParagraphRole.Note),
            new ReportTable(Table,
            [
                new(Names.Post, context.Texts.Post, ColumnKind.Text, 28),
                new(Names.Level, texts.Level, ColumnKind.Text, 16),
                new("why", texts.Why, ColumnKind.Text, 60),
                new("exposure", texts.Exposure, ColumnKind.Amount, 20),
                new("rules", texts.Rules, ColumnKind.Text, 60),
            ], [.. context.Posts.Select(post => Row(context, texts, post))]),
        ]) { FitsText = true };
    }

    /// <summary>The level of a post in a word, as Synthèse shows it.</summary>
    internal static ReportCell Level(ReportContext context, PostFunding post) => post.Risk is { } risk
        ? new ReportCell.Text(risk.Level.InWords(context.Texts.Language)) { Marks = ReportContext.Assumed(post.Agreed.Assumptions) }
        : ReportCell.None;

    private static ReportRow Row(ReportContext context, RequestSheetTexts texts, PostFunding post)
    {
        var language = context.Texts.Language;
        if (post.Risk is not { } risk)
            return new([ReportCell.Of(post.Label), ReportCell.Of(texts.PostEnded), ReportCell.None, ReportCell.None, ReportCell.None]);
        string why =
            string.Join("\n", new[] { risk.Sentence(language) }.Concat(risk.Causes.Select(cause => cause.Sentence(language))).Distinct());
        string rules = string.Join("\n", risk.Causes.Select(cause => cause.Rule(language)).OfType<string>().Distinct());
        return new(
        [
            ReportCell.Of(post.Label),
            Level(context, post),
            ReportCell.Of(why),
            ReportCell.Of(risk.Exposure, ReportContext.Assumed(context.Assumptions.CostOn(post.Post, context.AsOf))),
            rules.Length > 0 ? ReportCell.Of(rules) : ReportCell.None,
        ]);
    }
}
