using FundingReports.Wording;
using System.Collections.Immutable;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Sentences;

/// <summary>A part that steps down, and who bears the difference.</summary>
internal static class StepTexts
{
    /// <param name="story">The post.</param>
    /// <param name="subject">The posts of which it is said.</param>
    /// <param name="toldOn">The day on which full funding ends: who falls then is told with it. Null where no sentence tells it.</param>
    internal static IEnumerable<string> Of(PostStory story, Subject subject, LocalDate? toldOn) =>
        (from commitment in story.Counted(FundingView.Agreed)
         where commitment.Scalings.IsEmpty
         from step in Enumerable.Range(1, Math.Max(0, (commitment.Amount.Years ?? 0) - 1))
         where commitment.From.First.PlusYears(step) != toldOn
         select Of(story, commitment, step, subject)).OfType<string>().Distinct();

    private static string? Of(PostStory story, Commitment commitment, int step, Subject subject)
    {
        Language language = subject.Language;
        LocalDate on = commitment.From.First.PlusYears(step);
        // A step on a day when it is not in force, or after a run has ended, says nothing.
        if (on <= story.FirstDay || !story.Paying(on, FundingView.Agreed).Contains(commitment)
            || !story.Paying(on.PlusDays(-1), FundingView.Agreed).Contains(commitment)
            || TrancheFixes(commitment, on))
            return null;
        if (Fall(story, commitment, step, on, language) is not var (before, after, difference))
            return null;
        string who = FunderWords.Of(story.FunderOf(commitment), language);
        return Phrase.In(language,
            $"La part {who} baisse de {before} à {after} {DateWords.On(on, language)}{Bearer(story, on, difference, subject)}.",
            $"The contribution {who} falls from {before} to {after} {DateWords.On(on, language)}{Bearer(story, on, difference, subject)}.");
    }

    /// <summary>What a kind that steps down says of a step; null where it does not fall, or where the kind has no steps.</summary>
    private static (string Before, string After, Euros? Difference)? Fall(
        PostStory story, Commitment commitment, int step, LocalDate on, Language language) =>
        commitment.Amount.Match<(string Before, string After, Euros? Difference)?>(
            total: _ => null,
            annual: _ => null,
            yearlyAmounts: sums => Fall(commitment, sums.Steps[step - 1], sums.Steps[step], language),
            share: _ => null,
            yearlyShares: shares => Fall(CostOn(story, on), commitment, shares.Steps[step - 1], shares.Steps[step], language),
            shareOfRemainder: _ => null,
            balance: _ => null,
            unknown: _ => null);

    // Nothing is said of a sum for several posts: this post has only a part of it.
    private static (string Before, string After, Euros? Difference)? Fall(
        Commitment commitment, Euros before, Euros after, Language language) =>
        commitment.Posts.Length > 1 || after >= before ? null
        : (ByTheYear(before, language), ByTheYear(after, language), commitment.Cap is null ? before - after : null);

    private static (string Before, string After, Euros? Difference)? Fall(
        Euros? costThen, Commitment commitment, Share before, Share after, Language language)
    {
        if (!IsLess(after, before))
            return null;
        Euros? difference = costThen is { } cost
            && (commitment.Cap is not { } cap || (commitment.Posts.Length == 1 && Part(cost, before) <= cap))
            ? Part(cost, before) - Part(cost, after) : null;
        return (Words.Percent(before, language), Words.Percent(after, language), difference);
    }

    private static string ByTheYear(Euros money, Language language) =>
        Phrase.In(language, $"{Words.Money(money, language)} par an", $"{Words.Money(money, language)} a year");

    /// <summary>
    /// « ; la convention met la différence (15 000 € par an) à la charge du Département » : only where a balance surely fills it.
    /// </summary>
    private static string Bearer(PostStory story, LocalDate on, Euros? difference, Subject subject)
    {
        Language language = subject.Language;
        var paying = story.Paying(on, FundingView.Agreed).ToList();
        var balance = paying.SingleOrDefault(other => other.Amount.Rule is PaymentRule.Balance);
        bool full = story.CoverageOver(on, on, FundingView.Agreed) is { Millionths: >= 1_000_000 };
        if (balance is null || !full || paying.Any(other => other.Amount.Rule is PaymentRule.ShareOfRemainder))
            return full ? "" : Phrase.In(language, $", sans que rien ne compense cette baisse", ", and nothing makes up for it");
        string sum = difference is { } money
            ? Phrase.In(language, $" ({Words.Money(money, language)} par an{subject.Each}{CostTexts.Mark([story], language)})",
                $" ({Words.Money(money, language)} a year{subject.Each}{CostTexts.Mark([story], language)})") : "";
        string act = balance.Status is CommitmentStatus.Signed ? Phrase.In(language, $"la convention met", "under the agreement")
            : Phrase.In(language, $"la décision met", "under the decision");
        return Phrase.In(language,
            $" ; {act} la différence{sum} à la charge {FunderWords.Of(story.FunderOf(balance), language)}",
            $"; {act}, {FunderWords.The(story.FunderOf(balance), language)} bears the difference{sum}");
    }

    private static bool TrancheFixes(Commitment commitment, LocalDate on) => (commitment.Instalments ?? ImmutableArray<Instalment>.Empty)
        .Any(tranche => tranche.Amount is not null && tranche.From.First <= on && tranche.Until.Last >= on.PlusDays(-1));

    private static bool IsLess(Share share, Share than) =>
        (Int128)share.Numerator * than.Denominator < (Int128)than.Numerator * share.Denominator;

    /// <summary>A part of a yearly cost, to the cent, half away from zero.</summary>
    private static Euros Part(Euros cost, Share share) =>
        Euros.FromCents((long)(((Int128)cost.Cents * share.Numerator * 2 + share.Denominator) / ((Int128)share.Denominator * 2)));

    private static Euros? CostOn(PostStory story, LocalDate day) =>
        PostFacts.KnownCosts(story.Post.Post, story.AsOf).LastOrDefault(cost => cost.From.First <= day)?.Annual;
}
