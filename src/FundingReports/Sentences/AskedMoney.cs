using FundingReports.Wording;

namespace FundingReports.Sentences;

/// <summary>
/// How much of what is missing is asked for already: « dont 9 000 € déjà sollicités ». Of each post no more than it lacks.
/// </summary>
internal static class AskedMoney
{
    /// <summary>What is said beside the sum missing in a year; empty where nothing is asked for.</summary>
    internal static string Of(FundingAnalysis analysis, IEnumerable<PostFunding> posts, int year, Language language)
    {
        var lacking = posts.Select(post => (Post: post, Gap: GapOf(analysis, post, year))).Where(post => post.Gap > Euros.Zero).ToList();
        var asked =
            lacking.Select(post => (post.Gap, Requested: analysis.RequestedFor(post.Post, year).Select(request => request.Money).ToList()))
            .Where(post => post.Requested.Count > 0).ToList();
        if (asked.Count == 0)
            return "";
        if (asked.Exists(post => post.Requested.Exists(money => !money.IsKnown)))
            return Phrase.In(language, $"dont une partie déjà sollicitée", "some of it already requested");
        Euros sum = Sum(asked.Select(post => Least(post.Gap, Sum(post.Requested.Select(money => money.Value)))));
        return sum == Euros.Zero ? ""
            : sum == Sum(lacking.Select(post => post.Gap)) ? Whole(language)
            : Phrase.In(
                language, $"dont {Words.Money(sum, language)} déjà sollicités", $"{Words.Money(sum, language)} of it already requested");
    }

    /// <summary>Said of all of it: true of several years alike.</summary>
    internal static string Whole(Language language) => Phrase.In(language, $"déjà sollicités", "already requested");

    /// <summary>What a post lacks in a year; its gap is known.</summary>
    internal static Euros GapOf(FundingAnalysis analysis, PostFunding post, int year) =>
        post.Years[year - analysis.Since].Agreed.Gap.Value;

    internal static Euros Sum(IEnumerable<Euros> sums) => sums.Aggregate(Euros.Zero, (sum, one) => sum + one);

    private static Euros Least(Euros one, Euros other) => one < other ? one : other;
}
