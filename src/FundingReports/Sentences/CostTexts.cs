using FundingReports.Wording;
using System.Collections.Immutable;
using System.Globalization;
using FundingReports.Portfolios;

namespace FundingReports.Sentences;

/// <summary>What is said of costs: unknown, carried on from an earlier year, zero.</summary>
internal static class CostTexts
{
    /// <summary>« Le coût des postes est inconnu. » Nothing where all are known.</summary>
    internal static string Unknown(FundingAnalysis analysis, Language language)
    {
        var living = analysis.Posts.Where(post => post.Agreed.FullyFundedUntil.State is not HorizonState.Ended).ToList();
        int unknown = living.Count(post => post.Years.Any(year => !year.Cost.IsKnown));
        if (unknown == 0)
            return "";
        string some = NumberWords.Cardinal(unknown, language);
        return unknown == living.Count
            ? unknown == 1 ? Phrase.In(language, $"Le coût du poste est inconnu.", "The cost of the post is unknown.")
                : Phrase.In(language, $"Le coût des postes est inconnu.", "The cost of the posts is unknown.")
            : Phrase.In(
                language,
                $"Le coût {Words.Plural(unknown, "d’", "de ", language)}{some} {Words.Plural(unknown, "poste", "postes", language)} est inconnu.",
                $"The cost of {some} {Words.Plural(unknown, "post", "posts", language)} is unknown.");
    }

    /// <summary>« , sur un coût supposé », after a figure that an assumed cost has entered.</summary>
    internal static string Mark(IEnumerable<PostStory> stories, Language language) =>
        stories.Any(story => PostFacts.KnownCosts(story.Post.Post, story.AsOf)
            .Any(cost => cost.Annual is not null && story.KindOf(cost.Source) is SourceKind.Assumption))
            ? Phrase.In(language, $", sur un coût supposé", ", on an assumed cost")
            : "";

    /// <summary>« Coût 2022 reconduit, non actualisé. » Nothing where the cost is not a year old.</summary>
    internal static string Constant(IEnumerable<PostFunding> posts, FundingAnalysis analysis, Language language)
    {
        ImmutableArray<string> years = [.. posts.Where(post => post.Agreed.FullyFundedUntil.State is not HorizonState.Ended)
            .Select(post => LastCost(post.Post, analysis)).OfType<Cost>()
            .Where(cost => cost.Annual is { Cents: > 0 } && cost.From.First.PlusYears(1) < analysis.AsOf)
            .Select(cost => cost.From.First.Year).Distinct().Order().Select(year => year.ToString(CultureInfo.InvariantCulture))];
        return years.Length switch
        {
            0 => "",
            1 => Phrase.In(language, $"Coût {years[0]} reconduit, non actualisé.", $"{years[0]} cost carried forward, not updated."),
            _ => Phrase.In(language, $"Coûts {Words.List(years, language)} reconduits, non actualisés.",
                $"{Words.List(years, language)} costs carried forward, not updated."),
        };
    }

    /// <summary>The last cost known on the as-of date.</summary>
    private static Cost? LastCost(Post post, FundingAnalysis analysis) => PostFacts.KnownCosts(post, analysis.AsOf).LastOrDefault();
}
