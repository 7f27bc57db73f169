using FundingReports.Portfolios;
using FundingReports.Wording;
using NodaTime;

namespace FundingReports.Sentences;

/// <summary>What stands beside the money: a post that nobody holds, and what was refused or withdrawn.</summary>
internal static class StateTexts
{
    internal static IEnumerable<string> Of(PostStory story, Subject subject)
    {
        Language language = subject.Language;
        if (Vacancy(story) is { } vacancy)
            yield return Phrase.Sentence(Vacant(vacancy, subject));
        foreach (Commitment refused in Refused(story))
        {
            string who = FunderWords.The(story.FunderOf(refused), language),
                what = CommitmentWords.AmountOf(refused.Amount, refused.Cap, language);
            yield return Phrase.In(language, $"Demande refusée par {who} : {what}.", $"Request refused by {who}: {what}.");
        }
        foreach (Commitment withdrawn in Withdrawn(story))
        {
            string who = FunderWords.The(story.FunderOf(withdrawn), language),
                from = DateWords.From(withdrawn.Withdrawn!.From, language),
                what = CommitmentWords.AmountOf(withdrawn.Amount, withdrawn.Cap, language);
            yield return Phrase.In(
                language, $"Financement retiré par {who} {from} : {what}.", $"Funding withdrawn by {who} {from}: {what}.");
        }
    }

    private static string Vacant(Occupancy vacancy, Subject subject)
    {
        Language language = subject.Language;
        string since = vacancy.From is not { } from ? ""
            : from.IsDay ? Phrase.In(
                language, $" depuis le {Words.LongDate(from.First, language)}", $" since {Words.LongDate(from.First, language)}")
            : Phrase.In(language, $" depuis {Words.Date(from, language)}", $" since {Words.Date(from, language)}");
        return vacancy.State is OccupancyState.Recruiting
            ? Phrase.In(language, $"{subject.They} {subject.Is} en cours de recrutement{since}",
                $"{subject.They} {subject.Is} being recruited for{since}")
            : Phrase.In(language, $"{subject.They} {subject.Is} vacant{subject.S}{since}", $"{subject.They} {subject.Is} vacant{since}");
    }

    /// <summary>The state of the post on the as-of date, where nobody holds it.</summary>
    private static Occupancy? Vacancy(PostStory story) => story.Ended ? null : story.Post.Post.Occupancy.LastOrDefault(state =>
        !(state.From?.First > story.AsOf) && !(state.Until?.Last < story.AsOf)) is { State: not OccupancyState.Occupied } vacancy
            ? vacancy : null;

    /// <summary>What was promised for days that are still to come, and withdrawn by a decision that is known.</summary>
    private static IEnumerable<Commitment> Withdrawn(PostStory story) => Decided(story, commitment => commitment.IsPromised
        && Decision.WithdrawalOf(commitment, story.AsOf) is { } withdrawal
        && !(commitment.Until.Until?.Last < LocalDate.Max(story.AsOf, withdrawal.From.First)));

    /// <summary>What was refused of days that are still to come.</summary>
    private static IEnumerable<Commitment> Refused(PostStory story) => Decided(story, commitment =>
        commitment.Status is CommitmentStatus.Refused && !(commitment.Until.Until?.Last < story.AsOf));

    // Few commitments are refused or withdrawn, and many posts may share one: its posts are looked at last.
    private static IEnumerable<Commitment> Decided(PostStory story, Func<Commitment, bool> isMeant) =>
        story.Ended ? [] : story.Analysis.Portfolio.Commitments.Where(commitment => isMeant(commitment)
            && Decision.IsTaken(commitment.DecidedOn, story.AsOf) && commitment.Posts.Contains(story.Post.Id));
}
