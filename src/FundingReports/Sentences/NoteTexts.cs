using FundingReports.Wording;

namespace FundingReports.Sentences;

/// <summary>The paragraph to paste in a note: the summary, the posts where they are few, and the assumptions.</summary>
internal static class NoteTexts
{
    private const int PostsTold = 6;

    internal static string Of(FundingAnalysis analysis, Language language)
    {
        List<string> parts = [SummaryTexts.Of(analysis, language)];
        var living = analysis.Posts.Where(post => post.Agreed.FullyFundedUntil.State is not HorizonState.Ended).ToList();
        if (living.Count is > 0 and <= PostsTold)
            parts.AddRange(living.Select(post => new PostStory(analysis, post))
                .GroupBy(story => PostSentences.Of(story, Subject.Any(language)), StringComparer.Ordinal)
                .Select(group => PostSentences.Of(group.First(), Subject.Named([.. group.Select(story => story.Post.Label)], language))));
        string assumptions = Phrase.Lines(AssumptionTexts.All(analysis, language).Except(AssumptionTexts.OfCosts(analysis, language)));
        if (assumptions.Length > 0)
            parts.Add(assumptions);
        return string.Join("\n", parts);
    }
}
