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
        foreach (var refused in Refused(story).GroupBy(story.FunderOf))
        {
            string who = FunderWords.The(refused.Key, language), what = WithdrawalTexts.Amounts(refused, language);
            yield return refused.Count() > 1
                ? Phrase.In(language, $"Demandes refusées par {who} : {what}.", $"Requests refused by {who}: {what}.")
                : Phrase.In(language, $"Demande refusée par {who} : {what}.", $"Request refused by {who}: {what}.");
        }
        foreach (string withdrawn in WithdrawalTexts.Of(story, language))
            yield return withdrawn;
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

    // Few commitments are refused, and many posts may share one: its posts are looked at last.
    /// <summary>What was refused of days that are still to come.</summary>
    private static IEnumerable<Commitment> Refused(PostStory story) => story.Ended ? []
        : story.Analysis.Portfolio.Commitments.Where(commitment => commitment.Status is CommitmentStatus.Refused
            && !(commitment.Until.Until?.Last < story.AsOf) && Decision.IsTaken(commitment.DecidedOn, story.AsOf)
            && commitment.Posts.Contains(story.Post.Id));
}
