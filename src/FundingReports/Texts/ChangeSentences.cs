using FundingReports.Changes;
using FundingReports.Texts;

namespace FundingReports;

/// <summary>What changed, in sentences that say no more than the figures.</summary>
public static class ChangeSentences
{
    /// <summary>What changed in a paragraph: posts, risk, promises, and the money of the first budget year in which it differs.</summary>
    public static string Summary(this PortfolioChanges changes, Language language)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return ChangeTexts.Summary(changes, language);
    }

    /// <summary>What became of one post, why it is at risk, and how it was recognised where that was not by its id.</summary>
    public static string Sentence(this PortfolioChanges changes, PostChange post, Language language)
    {
        ArgumentNullException.ThrowIfNull(changes);
        ArgumentNullException.ThrowIfNull(post);
        return ChangeTexts.Of(changes, post, language);
    }

    /// <summary>What became of one promise, and how it was recognised where that was not by its id.</summary>
    public static string Sentence(this PortfolioChanges changes, PromiseChange promise, Language language)
    {
        ArgumentNullException.ThrowIfNull(changes);
        ArgumentNullException.ThrowIfNull(promise);
        return ChangeTexts.Of(changes, promise, language);
    }
}
