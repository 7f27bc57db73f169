using FundingReports.Changes;
using FundingReports.Sentences;
using NodaTime;

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
    public static string Sentence(this PortfolioChanges changes, CommitmentChange promise, Language language)
    {
        ArgumentNullException.ThrowIfNull(changes);
        ArgumentNullException.ThrowIfNull(promise);
        return ChangeTexts.Of(changes, promise, language);
    }

    /// <summary>What became of a post, in a few words: « prolongé », « absent de la nouvelle liste ».</summary>
    public static string InWords(this PostChange post, Language language)
    {
        ArgumentNullException.ThrowIfNull(post);
        return ChangeWords.Move(post, language);
    }

    /// <summary>What became of a promise, in a few words: « maintenu », « retiré ».</summary>
    public static string InWords(this CommitmentChange promise, Language language)
    {
        ArgumentNullException.ThrowIfNull(promise);
        return ChangeWords.Fate(promise, language);
    }

    /// <summary>What else changed in a post, with what it was; empty where nothing did.</summary>
    public static string DifferencesInWords(this PostChange post, Language language)
    {
        ArgumentNullException.ThrowIfNull(post);
        return ChangeTexts.Details(post, language);
    }

    /// <summary>What changed in a promise, with what it was; of a new one, what it is.</summary>
    public static string DifferencesInWords(this PortfolioChanges changes, CommitmentChange promise, Language language)
    {
        ArgumentNullException.ThrowIfNull(changes);
        ArgumentNullException.ThrowIfNull(promise);
        return ChangeTexts.Details(changes, promise, language);
    }

    /// <summary>Why a post is at risk, in a few words; empty where it is not.</summary>
    /// <param name="reasons">Why.</param>
    /// <param name="asOf">The as-of date of the new state.</param>
    /// <param name="language">The language.</param>
    public static string InWords(this RiskReasons reasons, LocalDate asOf, Language language) => ChangeWords.Risk(reasons, asOf, language);

    /// <summary>How a post was recognised: « identifiant », « libellé et département ».</summary>
    public static string HowMatched(this PostChange post, Language language)
    {
        ArgumentNullException.ThrowIfNull(post);
        return ChangeWords.Matched(post.MatchedBy, true, language);
    }

    /// <summary>How a promise was recognised: « identifiant », « référence et financeur ».</summary>
    public static string HowMatched(this CommitmentChange promise, Language language)
    {
        ArgumentNullException.ThrowIfNull(promise);
        return ChangeWords.Matched(promise.MatchedBy, false, language);
    }
}
