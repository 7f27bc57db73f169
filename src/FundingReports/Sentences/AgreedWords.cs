using FundingReports.Wording;
using FundingReports.Portfolios;

namespace FundingReports.Sentences;

/// <summary>Which word the money deserves: « financé » only where all of it is firm, else what was done: signed, or granted.</summary>
internal static class AgreedWords
{
    /// <summary>« conventionnés », « financés » in agreement with the subject.</summary>
    internal static string Participle(PostStory story, Subject subject) =>
        IsFirm(story) || !OnlySigned(story)
            ? Phrase.In(subject.Language, $"financé{subject.S}", "funded")
            : Phrase.In(subject.Language, $"conventionné{subject.S}", subject.Count > 1 ? "covered by signed agreements" : "covered by a signed agreement");

    /// <summary>« par des crédits attribués », where the participle does not say it.</summary>
    internal static string Money(PostStory story, Language language) =>
        IsFirm(story) || OnlySigned(story) ? ""
        : Agreed(story).All(commitment => commitment.Status is CommitmentStatus.Granted)
            ? Phrase.In(language, $" par des crédits attribués", " from granted funds")
            : "";

    /// <summary>What is to be said of the firm part; null where there is nothing to say beyond « financé ».</summary>
    internal static string? Firmness(PostStory story, Language language)
    {
        FundingHorizon firm = story.Post.Firm.FullyFundedUntil;
        if (IsFirm(story))
            return null;
        if (firm.Surely.Until is { } until)
            return firm.Possibly == firm.Surely
                ? Phrase.In(language, $"la part ferme prend fin le {Words.LongDate(until, language)}",
                    $"the firm part ends on {Words.LongDate(until, language)}")
                : Phrase.In(language, $"la part ferme va jusqu'au {Words.LongDate(until, language)} et est inconnue ensuite",
                    $"the firm part runs until {Words.LongDate(until, language)} and is unknown afterwards");
        if (!firm.Possibly.IsNone)
            return Phrase.In(language, $"la part ferme est inconnue", "the firm part is unknown");
        return story.Post.Firm.PartlyFundedUntil.Possibly.IsNone
            ? Phrase.In(language, $"rien n'est ferme", "nothing is firm")
            : Phrase.In(language, $"une partie seulement est ferme, au mieux", "only a part is firm, at best");
    }

    internal static bool IsFirm(PostStory story)
    {
        FundingHorizon firm = story.Post.Firm.FullyFundedUntil, agreed = story.Post.Agreed.FullyFundedUntil;
        return firm.Surely == agreed.Surely && !firm.Surely.IsNone;
    }

    private static bool OnlySigned(PostStory story) => Agreed(story).All(commitment => commitment.Status is CommitmentStatus.Signed);

    private static IEnumerable<Commitment> Agreed(PostStory story) => story.Counted(FundingView.Agreed);
}
