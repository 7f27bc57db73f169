namespace FundingReports.Sentences;

/// <summary>Posts of which one says the same, in the order in which they are said: the most numerous first.</summary>
internal static class Situations
{
    internal static List<List<PostStory>> Of(FundingAnalysis analysis, Language language, CancellationToken cancellation = default)
    {
        Subject any = Subject.Any(language);
        return [.. analysis.Posts.Watched(cancellation).Select(post => new PostStory(analysis, post))
            .GroupBy(story => SituationTexts.Of(story, any), StringComparer.Ordinal)
            .Select(group => group.ToList())
            .OrderBy(group => group[0].Ended)
            .ThenByDescending(group => group.Count)];
    }

    /// <summary>« trois postes sur quatre », « le quatrième », « les deux autres ».</summary>
    internal static Subject SubjectOf(List<List<PostStory>> groups, int index, Language language)
    {
        int all = groups.Sum(group => group.Count), count = groups[index].Count;
        if (index == 0)
            return Subject.Of(count, all, language);
        return index == groups.Count - 1 ? Subject.Rest(count, all, afterOne: index == 1, language) : Subject.Others(count, language);
    }
}
