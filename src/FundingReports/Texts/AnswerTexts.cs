namespace FundingReports.Texts;

/// <summary>Stands in for the answering sentence until it is written.</summary>
internal static class AnswerTexts
{
    internal static string Answer(FundingAnalysis analysis, Language language)
    {
        var texts = new ReportTexts(language);
        return texts.AsOf(analysis.AsOf) + ". " + string.Join(" ", analysis.Posts.Select(post =>
            $"{post.Label} : {texts.FundedUntil(FundingView.Agreed)} {texts.Horizon(post.Agreed.FullyFunded)}."));
    }
}
