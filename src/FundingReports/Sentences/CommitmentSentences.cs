using FundingReports.Portfolios;
using FundingReports.Sentences;

namespace FundingReports;

/// <summary>What is promised, in a few words.</summary>
public static class CommitmentSentences
{
    /// <summary>What is promised: « 50 % du coût », « 26 000 € par an, au plus 30 000 € par an ».</summary>
    /// <param name="amount">The amount.</param>
    /// <param name="cap">The most it pays a year, in euros; null where nothing caps it.</param>
    /// <param name="language">The language.</param>
    public static string InWords(this Amount amount, Euros? cap, Language language)
    {
        ArgumentNullException.ThrowIfNull(amount);
        return CommitmentWords.AmountOf(amount, cap, language);
    }

    /// <summary>A status: « conventionné », « attribué ».</summary>
    public static string InWords(this CommitmentStatus status, Language language) => CommitmentWords.Status(status, language);

    /// <summary>A view, with a capital: « Conventionné ».</summary>
    public static string InWords(this FundingView view, Language language) => CommitmentWords.View(view, language);

    /// <summary>Which promise an amendment changes: « modifie E1 »; null where the promise is no amendment.</summary>
    public static string? AmendedInWords(this Commitment commitment, Language language)
    {
        ArgumentNullException.ThrowIfNull(commitment);
        return commitment.Amends is { } amended ? CommitmentWords.Amends(amended, language) : null;
    }

    /// <summary>
    /// Who pays, and in brackets the line that the money comes from, where one is named; the id of the funder where it has no name.
    /// </summary>
    public static string PayerOf(this Portfolio portfolio, Commitment commitment)
    {
        ArgumentNullException.ThrowIfNull(portfolio);
        ArgumentNullException.ThrowIfNull(commitment);
        return CommitmentWords.Payer(portfolio, commitment);
    }

    /// <summary>The labels of the posts that a promise pays, with commas between.</summary>
    public static string PostsInWords(this Portfolio portfolio, Commitment commitment)
    {
        ArgumentNullException.ThrowIfNull(portfolio);
        ArgumentNullException.ThrowIfNull(commitment);
        return CommitmentWords.Posts(portfolio, commitment);
    }
}
