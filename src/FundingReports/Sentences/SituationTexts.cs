using FundingReports.Wording;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Sentences;

/// <summary>
/// The situation of posts: until when they are funded, by whom, how surely. Posts of which one would say the same are said together.
/// </summary>
internal static class SituationTexts
{
    /// <summary>Without capital nor full stop.</summary>
    /// <param name="story">The post.</param>
    /// <param name="subject">The posts of which it is said.</param>
    /// <param name="firmness">Whether to say what is firm; not where another sentence does.</param>
    internal static string Of(PostStory story, Subject subject, bool firmness = true)
    {
        FundingHorizon horizon = story.Post.Agreed.FullyFundedUntil;
        return horizon.State switch
        {
            HorizonState.Ended => Phrase.In(subject.Language,
                $"{subject.Text} {subject.Has} pris fin {DateWords.On(LastDay(story), subject.Language)}",
                $"{subject.Text} ended {DateWords.On(LastDay(story), subject.Language)}"),
            HorizonState.Until =>
                Full(story, subject, firmness, DateWords.Until(
                    story.AsGiven(horizon.Surely.Until!.Value, FundingView.Agreed), subject.Language) + Left(story, subject.Language)),
            HorizonState.PostEnds => Full(story, subject, firmness, Phrase.In(subject.Language,
                $"jusqu'à {(subject.Count > 1 ? "leur" : "sa")} fin, {DateWords.On(horizon.Surely.Until!.Value, subject.Language)}",
                $"until {(subject.Count > 1 ? "their" : "its")} end, {DateWords.On(horizon.Surely.Until!.Value, subject.Language)}")),
            HorizonState.Open => Full(story, subject, firmness, Phrase.In(subject.Language, $"sans terme", "with no end date")),
            HorizonState.Between => Between(story, subject, horizon, firmness),
            HorizonState.NotOnFirstDay => NotFullyFunded.Of(story, subject),
        };
    }

    private static string Full(PostStory story, Subject subject, bool firmness, string until)
    {
        if (story.CostsNothing)
            return Free(subject, until);
        Language language = subject.Language;
        string by = CoFunder.By(story.Backers(FundingView.Agreed), language);
        string fully = by.Length > 0 ? "" : Phrase.In(language, $" en totalité", " in full");
        return $"{Start(story, subject)}{subject.Text} {subject.Is} {AgreedWords.Participle(story, subject)}{fully}{AgreedWords.Money(story, language)} {until}{by}"
            + Reliability(story, FundingView.Agreed, firmness ? AgreedWords.Firmness(story, language) : null, language)
            + Afterwards.Of(story, subject);
    }

    private static string Between(PostStory story, Subject subject, FundingHorizon horizon, bool firmness)
    {
        Language language = subject.Language;
        string word = AgreedWords.Participle(story, subject), money = AgreedWords.Money(story, language);
        string possibly = Possibly(story, horizon, language);
        string said = horizon.Surely.Until is { } surely
            ? Phrase.In(language,
                $"{subject.Text} {subject.Is} {word} en totalité{money}, {Certain(DateWords.Until(surely, language), possibly, language)}",
                $"{subject.Text} {subject.Is} {word} in full{money}, {Certain(DateWords.Until(surely, language), possibly, language)}")
            : Phrase.In(language,
                $"{subject.Text} {subject.Is} {word}{money}, sans que la totalité soit certaine ; {subject.They} {subject.IsSo} peut-être en totalité{possibly}",
                $"{subject.Text} {subject.Is} {word}{money}, but not for certain in full; {subject.They} may be in full{possibly}");
        string firm = !firmness || horizon.Surely.IsNone || AgreedWords.Firmness(story, language) is not { } doubt
            ? "" : Phrase.In(language, $" ; {doubt}", $"; {doubt}");
        return Start(story, subject) + said + InBrackets(story, FundingView.Agreed, language)
            + Missing(story, FundingView.Agreed, horizon, language) + firm
            + Afterwards.OfAnnounced(story, subject);
    }

    /// <summary>« de façon certaine jusqu'au… et peut-être au-delà ».</summary>
    internal static string Certain(string until, string possibly, Language language) => Phrase.In(
        language, $"de façon certaine {until} et peut-être{possibly}", $"for certain {until} and perhaps{possibly}");

    /// <summary>« jusqu'au… », after « peut-être »: how far agreed money may go where that is farther than what is sure.</summary>
    internal static string Possibly(PostStory story, FundingHorizon horizon, Language language) =>
        horizon.Possibly.Until is { } last
            ? $" {DateWords.Until(story.AsGiven(last, FundingView.Agreed), language)}"
            : !story.Counted(FundingView.Agreed).Any(commitment => commitment.Until.IsUnknown)
                ? Phrase.In(language, $" sans terme", " with no end date")
            : horizon.Surely.IsNone ? Phrase.In(language, $", sans terme connu", ", with no known end date")
            : Phrase.In(language, $" au-delà", " beyond");

    /// <summary>« : il manque le montant des crédits de l'État ».</summary>
    internal static string Missing(PostStory story, FundingView view, FundingHorizon horizon, Language language) =>
        RequiredFacts.What(story, view, horizon, language) is { Length: > 0 } what
        ? Phrase.In(language, $" : il manque {what}", $"; still to be known: {what}")
        : "";

    /// <summary>« , selon la presse : l'acte n'a pas été vu et la part ferme est inconnue ».</summary>
    internal static string Reliability(PostStory story, FundingView view, string? firmness, Language language)
    {
        List<Commitment> paying = [.. story.Paying(story.FirstDay, view)];
        List<string> doubts = [.. SourceWords.Doubts(story, paying, language)];
        if (firmness is not null)
            doubts.Add(firmness);
        string according = SourceWords.According(story, paying, language), list = Words.List(doubts, language);
        return (according.Length > 0, list.Length > 0) switch
        {
            (true, true) => Phrase.In(language, $", {according} : {list}", $", {according}: {list}"),
            (true, false) => $", {according}",
            (false, true) => Phrase.In(language, $" ; {list}", $"; {list}"),
            (false, false) => "",
        };
    }

    /// <summary>The same in the middle of a sentence: « , selon la presse (l'acte n'a pas été vu) ».</summary>
    internal static string InBrackets(PostStory story, FundingView view, Language language)
    {
        List<Commitment> paying = [.. story.Paying(story.FirstDay, view)];
        string according = SourceWords.According(story, paying, language),
            list = Words.List([.. SourceWords.Doubts(story, paying, language)], language);
        return (according.Length > 0 ? $", {according}" : "") + (list.Length > 0 ? $" ({list})" : "");
    }

    /// <summary>« à partir du 1er mars 2024, » for posts that do not exist yet.</summary>
    internal static string Start(PostStory story, Subject subject) =>
        story.IsToCome ? $"{DateWords.From(story.FirstDay, subject.Language)}, " : "";

    /// <summary>« (17 mois et 16 jours) » : no more precise than the end that it stands beside.</summary>
    private static string Left(PostStory story, Language language) => story.Post.Agreed.FullyFundedUntil is
        { Left: { } left, Surely.Until: { } last }
        ? $" ({Words.Duration(left, story.AsGiven(last, FundingView.Agreed), language)})" : "";

    private static string Free(Subject subject, string until) => Phrase.In(subject.Language,
        $"{subject.Text} {subject.Has} un coût indiqué comme nul et {(subject.Count > 1 ? "comptent" : "compte")} comme financé{subject.S} {until}",
        $"{subject.Text} {subject.Has} a stated cost of zero and {(subject.Count > 1 ? "count" : "counts")} as funded {until}");

    private static LocalDate LastDay(PostStory story) => story.Post.Post.Until!.Value.Last;
}
