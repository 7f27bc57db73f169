using System.Collections.Immutable;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Texts;

/// <summary>A part that steps down, and who bears the difference.</summary>
internal static class StepTexts
{
    internal static IEnumerable<string> Of(PostStory story, Subject subject)
    {
        foreach (var commitment in story.Counted(FundingView.Agreed))
            if (commitment.Scalings.IsEmpty)
                for (int step = 1; step < CountOf(commitment.Amount); step++)
                    if (Of(story, commitment, step, subject) is { } sentence)
                        yield return sentence;
    }

    private static int CountOf(Amount amount) => amount switch
    {
        Amount.YearlyShares shares => shares.Steps.Length,
        Amount.YearlyAmounts amounts => amounts.Steps.Length,
        _ => 0,
    };

    private static string? Of(PostStory story, Commitment commitment, int step, Subject subject)
    {
        Language language = subject.Language;
        LocalDate on = commitment.From.First.PlusYears(step);
        // Of a day on which it is not in force, or on which a run has ended, the step says nothing.
        if (on <= story.FirstDay || !story.Paying(on, FundingView.Agreed).Contains(commitment) || !story.Paying(on.PlusDays(-1), FundingView.Agreed).Contains(commitment)
            || TrancheFixes(commitment, on))
            return null;
        var (before, after, difference) = Terms(story, commitment, step, on, language);
        if (before is null)
            return null;
        string who = FunderWords.Of(story.FunderOf(commitment), language);
        return Phrase.In(language,
            $"La part {who} baisse de {before} à {after} {DateWords.On(on, language)}{Bearer(story, on, difference, subject)}.",
            $"The part {who} falls from {before} to {after} {DateWords.On(on, language)}{Bearer(story, on, difference, subject)}.");
    }

    private static (string? Before, string After, Euros? Difference) Terms(PostStory story, Commitment commitment, int step, LocalDate on, Language language)
    {
        if (commitment.Amount is Amount.YearlyShares { Steps: var shares } && IsLess(shares[step], shares[step - 1]))
        {
            Euros? difference = CostOn(story, on) is { } cost && (commitment.Cap is not { } cap || (commitment.Posts.Length == 1 && Part(cost, shares[step - 1]) <= cap))
                ? Part(cost, shares[step - 1]) - Part(cost, shares[step]) : null;
            return (Words.Percent(shares[step - 1], language), Words.Percent(shares[step], language), difference);
        }
        // A sum for several posts is no part of this one.
        if (commitment is { Amount: Amount.YearlyAmounts { Steps: var sums }, Posts.Length: 1 } && sums[step] < sums[step - 1])
        {
            string a = Phrase.In(language, $"{Words.Money(sums[step - 1], language)} par an", $"{Words.Money(sums[step - 1], language)} a year");
            string b = Phrase.In(language, $"{Words.Money(sums[step], language)} par an", $"{Words.Money(sums[step], language)} a year");
            return (a, b, commitment.Cap is null ? sums[step - 1] - sums[step] : null);
        }
        return (null, "", null);
    }

    /// <summary>« ; la convention met la différence, 15 000,00 € par an, à la charge du Département » : only where a balance surely fills it.</summary>
    private static string Bearer(PostStory story, LocalDate on, Euros? difference, Subject subject)
    {
        Language language = subject.Language;
        var paying = story.Paying(on, FundingView.Agreed).ToList();
        var balance = paying.SingleOrDefault(other => other.Amount is Amount.Balance);
        bool full = story.CoverageOver(on, on, FundingView.Agreed) is { Millionths: >= 1_000_000 };
        if (balance is null || !full || paying.Any(other => other.Amount is Amount.OfRemainder))
            return full ? "" : Phrase.In(language, $", sans que rien ne compense cette baisse", ", and nothing makes up for it");
        string sum = difference is { } money ? Phrase.In(language, $", {Words.Money(money, language)} par an{subject.Each}{CostTexts.Mark([story], language)},", $", {Words.Money(money, language)} a year{subject.Each}{CostTexts.Mark([story], language)},") : "";
        string act = balance.Status is CommitmentStatus.Signed ? Phrase.In(language, $"la convention met", "the convention puts") : Phrase.In(language, $"la décision met", "the decision puts");
        return Phrase.In(language,
            $" ; {act} la différence{sum} à la charge {FunderWords.Of(story.FunderOf(balance), language)}",
            $"; {act} the difference{sum} at the charge {FunderWords.Of(story.FunderOf(balance), language)}");
    }

    private static bool TrancheFixes(Commitment commitment, LocalDate on) => (commitment.Instalments ?? ImmutableArray<Instalment>.Empty)
        .Any(tranche => tranche.Amount is not null && tranche.From.First <= on && tranche.Until.Last >= on.PlusDays(-1));

    private static bool IsLess(Share share, Share than) => (Int128)share.Numerator * than.Denominator < (Int128)than.Numerator * share.Denominator;

    /// <summary>A part of a yearly cost, to the cent, half away from zero.</summary>
    private static Euros Part(Euros cost, Share share) =>
        Euros.FromCents((long)(((Int128)cost.Cents * share.Numerator * 2 + share.Denominator) / ((Int128)share.Denominator * 2)));

    private static Euros? CostOn(PostStory story, LocalDate day) =>
        PostFacts.CostsKnown(story.Post.Post, story.AsOf).LastOrDefault(cost => cost.From.First <= day)?.Annual;
}
