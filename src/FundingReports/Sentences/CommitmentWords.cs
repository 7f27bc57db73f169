using FundingReports.Wording;
using System.Globalization;
using FundingReports.Portfolios;

namespace FundingReports.Sentences;

/// <summary>What is promised, and how surely, in a few words: French beside English.</summary>
internal static class CommitmentWords
{
    internal static string View(FundingView view, Language language) => view switch
    {
        FundingView.Firm => Say("Ferme", "Firm", language),
        FundingView.Agreed => Say("Conventionné", "Agreed", language),
        FundingView.Announced => Say("Annoncé", "Announced", language),
        _ => throw new ArgumentOutOfRangeException(nameof(view)),
    };

    internal static string Status(CommitmentStatus status, Language language) => status switch
    {
        CommitmentStatus.Refused => Say("refusé", "refused", language),
        CommitmentStatus.Requested => Say("sollicité", "requested", language),
        CommitmentStatus.Announced => Say("annoncé", "announced", language),
        CommitmentStatus.Granted => Say("attribué", "granted", language),
        CommitmentStatus.Signed => Say("conventionné", "signed", language),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    internal static string AmountOf(Amount amount, Euros? cap, Language language)
    {
        string Say(string french, string english) => CommitmentWords.Say(french, english, language);
        string Money(Euros money) => Words.Money(money, language);
        string Share(Share share) => ShareOf(share, language);
        string said = amount.Match(
            total: total => Say($"{Money(total.Sum)} en tout", $"{Money(total.Sum)} in all"),
            annual: annual => Say($"{Money(annual.Yearly)} par an", $"{Money(annual.Yearly)} a year"),
            yearlyAmounts: steps => Say("par année : ", "by year: ") + string.Join(", ", steps.Steps.Select(Money)),
            share: share => Say($"{Share(share.Share)} du coût", $"{Share(share.Share)} of the cost"),
            yearlyShares: steps =>
                Say("part du coût par année : ", "part of the cost by year: ") + string.Join(", ", steps.Steps.Select(Share)),
            shareOfRemainder: share => Say(
                $"{Share(share.Share)} de ce que les autres ne paient pas", $"{Share(share.Share)} of what is left of the cost"),
            balance: _ => Say("le solde du coût", "the rest of the cost"),
            unknown: _ => Say("montant inconnu", "amount unknown"));
        return cap is { } most ? said + Say($", au plus {Money(most)} par an", $", at most {Money(most)} a year") : said;
    }

    internal static string Amends(string id, Language language) => Say($"modifie {id}", $"amends {id}", language);

    internal static string Payer(Portfolio portfolio, Commitment commitment)
    {
        string name = portfolio.FindFunder(commitment.Funder)?.Name ?? commitment.Funder;
        return commitment.Line is { } line ? $"{name} ({line})" : name;
    }

    internal static string Posts(Portfolio portfolio, Commitment commitment) =>
        string.Join(", ", commitment.Posts.Select(post => portfolio.FindPost(post)?.Label ?? post));

    private static string ShareOf(Share share, Language language)
    {
        decimal percent = 100m * share.Numerator / share.Denominator;
        if (decimal.Round(percent, 2) != percent)
            return share.ToString();
        string digits = percent.ToString("0.##", CultureInfo.InvariantCulture);
        return Say(digits.Replace('.', ',') + " %", digits + "%", language);
    }

    // No-break spaces are set in the whole phrase, even in what people wrote.
    private static string Say(string french, string english, Language language) =>
        language is Language.English ? english : FrenchText.NoBreak(french);
}
