using FundingReports.Wording;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Sentences;

/// <summary>What is still promised after the last fully funded day: a part that stays, a later resumption, announced money.</summary>
internal static class Afterwards
{
    internal static string Of(PostStory story, Subject subject) =>
        OfAgreed(story, subject) + OfTerms(story, subject.Language) + OfAnnounced(story, subject);

    /// <summary>
    /// « ; au-delà, il manque le terme des crédits du Département » ; after a part that may go on, without the first words.
    /// </summary>
    private static string OfTerms(PostStory story, Language language)
    {
        var partly = story.Post.Agreed.PartlyFundedUntil;
        if (partly.Surely == partly.Possibly || partly.Surely.Until is not { } last)
            return "";
        var unsaid = story.WithoutTermOn(last.PlusDays(1), FundingView.Agreed);
        if (unsaid.Count == 0)
            return "";
        string who = FunderWords.Of(unsaid, language), from = FunderWords.From(unsaid, language);
        return story.PartlyAfter(FundingView.Agreed) is null
            ? Phrase.In(language, $" ; au-delà, il manque le terme des crédits {who}",
                $"; beyond that, still to be known: the end date of the money {from}")
            : Phrase.In(language, $" : il manque le terme des crédits {who}", $"; still to be known: the end date of the money {from}");
    }

    /// <summary>« ; ensuite, couverture partielle (40 %) jusqu'au… ».</summary>
    internal static string OfAgreed(PostStory story, Subject subject)
    {
        if (story.Post.Agreed.FullyFundedUntil.Surely.Until is not { } last
            || story.Post.Agreed.FullyFundedUntil.State is HorizonState.PostEnds)
            return "";
        Language language = subject.Language;
        string part = story.PartlyAfter(FundingView.Agreed) is { } end
            ? Phrase.In(language,
                $" ; ensuite, couverture partielle{Rate(story, last, end, language)} {PartlyUntil(story, end, language)}",
                $"; then partial coverage{Rate(story, last, end, language)} {PartlyUntil(story, end, language)}")
            : "";
        string resumes = story.Post.Agreed.FullyFundedUntil.ResumesOn is { } day
            ? Phrase.In(language,
                $" ; après une interruption, le financement reprend {DateWords.On(day, language)}{Run(story, day, language)}",
                $"; after a break, the funding resumes {DateWords.On(day, language)}{Run(story, day, language)}")
            : "";
        return part + resumes;
    }

    private static string PartlyUntil(PostStory story, LocalDate end, Language language)
    {
        var partly = story.Post.Agreed.PartlyFundedUntil;
        string until = DateWords.Until(story.AsGiven(end, FundingView.Agreed), language);
        return partly.Surely == partly.Possibly
            ? until : SituationTexts.Certain(until, SituationTexts.Possibly(story, partly, language), language);
    }

    /// <summary>« ; des crédits annoncés, mais non signés, le prolongent jusqu'au… ».</summary>
    internal static string OfAnnounced(PostStory story, Subject subject)
    {
        Language language = subject.Language;
        var promises = story.Counted(FundingView.Announced).Where(promise => !promise.IsAgreed).ToList();
        if (promises.Count == 0)
            return "";
        FundingHorizon with = story.Post.Announced.FullyFundedUntil, without = story.Post.Agreed.FullyFundedUntil;
        string who = FunderWords.From(promises.Select(story.FunderOf), language);
        if (Later(with.Surely, without.Surely))
            return Phrase.In(language,
                $" ; avec les crédits annoncés, mais non signés, {who}, {subject.They} {(subject.Count > 1 ? "seraient" : "serait")} financé{subject.S} en totalité {Reach(with.Surely, story, language)}",
                $"; with the money {who} that is announced but not signed, {subject.They} would be fully funded {Reach(with.Surely, story, language)}");
        string amount = NotPublished(story, promises, language);
        return Phrase.In(language,
            $" ; des crédits {who} sont annoncés, mais non signés{Term(promises, language)}{amount}",
            $"; money {who} is announced but not signed{Term(promises, language)}{amount}");
    }

    /// <summary>« , sans montant publié », of all these promises or of those that are without; nothing where each has an amount.</summary>
    internal static string NotPublished(PostStory story, List<Commitment> promises, Language language)
    {
        var without = promises.FindAll(promise => promise.Amount.IsUnknown);
        if (without.Count == 0)
            return "";
        if (without.Count == promises.Count)
            return Phrase.In(language, $", sans montant publié", ", with no published amount");
        var funders = without.Select(story.FunderOf).Distinct().ToList();
        // A funder may have given an amount elsewhere: "those of" would say too much.
        return promises.Except(without).Select(story.FunderOf).Intersect(funders).Any()
            ? Phrase.In(language, $", en partie sans montant publié", ", part of it with no published amount")
            : Phrase.In(language, $", ceux {FunderWords.Of(funders, language)} sans montant publié",
                $", that {FunderWords.From(funders, language)} with no published amount");
    }

    /// <summary>Until when these promises themselves run.</summary>
    private static string Term(List<Commitment> promises, Language language)
    {
        if (promises.TrueForAll(promise => promise.Until.IsUnknown))
            return Phrase.In(language, $", sans terme connu", ", with no known end date");
        if (promises.Exists(promise => promise.Until.IsUnknown))
            return Phrase.In(language, $", en partie sans terme connu", ", part of it with no known end date");
        if (promises.Exists(promise => promise.Until.IsOpen) && !promises.TrueForAll(promise => promise.Until.IsOpen))
            return Phrase.In(language, $", en partie sans terme", ", part of it with no end date");
        return promises.TrueForAll(promise => promise.Until.IsOpen)
            ? Phrase.In(language, $", sans terme", ", with no end date")
            : $", {DateWords.Until(promises.Select(promise => promise.Until.Until!.Value).MaxBy(until => until.Last), language)}";
    }

    private static string Run(PostStory story, LocalDate from, Language language) =>
        story.FullRunFrom(from, FundingView.Agreed) is { } end ? $", {DateWords.Until(end, language)}" : "";

    private static string Reach(Reach reach, PostStory story, Language language) => reach.Until is { } until
        ? DateWords.Until(story.AsGiven(until, FundingView.Announced), language)
        : Phrase.In(language, $"sans terme", "with no end date");

    private static bool Later(Reach reach, Reach than) =>
        reach.IsOpen ? !than.IsOpen : reach.Until is { } until && !than.IsOpen && (than.Until is not { } other || until > other);

    private static string Rate(PostStory story, LocalDate last, LocalDate end, Language language) =>
        story.CoverageOver(last.PlusDays(1), end, FundingView.Agreed) is { Millionths: > 0 } rate
            ? $" ({ShareWords.PercentBelow(rate, language)})" : "";
}
