using FundingReports.Wording;
using FundingReports.Horizons;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Sentences;

/// <summary>Posts that agreed money does not fully fund on the first day: in part, later, by announced money, or not at all.</summary>
internal static class NotFullyFunded
{
    internal static string Of(PostStory story, Subject subject)
    {
        if (story.Post.Agreed.FullyFundedUntil.ResumesOn is { } resumes)
            return Later(story, subject, resumes) + Afterwards.OfAnnounced(story, subject);
        if (!story.Post.Agreed.PartlyFundedUntil.Possibly.IsNone)
            return Partly(story, subject) + Afterwards.OfAnnounced(story, subject);
        if (FirstMoney(story, FundingView.Agreed) is { } agreed)
            return PartlyLater(story, subject, agreed, FundingView.Agreed) + Afterwards.OfAnnounced(story, subject);
        if (!story.Post.Announced.PartlyFundedUntil.Possibly.IsNone)
            return Announced(story, subject);
        return FirstMoney(story, FundingView.Announced) is { } announced
            ? PartlyLater(story, subject, announced, FundingView.Announced) : None(story, subject);
    }

    private static LocalDate? FirstMoney(PostStory story, FundingView view) =>
        story.Post[view].Pieces.FirstOrDefault(piece => piece.State is not FundingState.None)?.From;

    private static string None(PostStory story, Subject subject)
    {
        Language language = subject.Language;
        var asked = story.Requested.Select(story.FunderOf).ToList();
        return SituationTexts.Start(story, subject) + (asked.Count == 0
            ? Phrase.In(language, $"aucun financement n'est recensé pour {subject.Text}", $"no funding is known for {subject.Text}")
            : Phrase.In(language,
                $"pour {subject.Text}, des crédits sont sollicités auprès {FunderWords.Of(asked, language)} et rien n'est accordé",
                $"for {subject.Text}, money has been requested from {FunderWords.The(asked, language)} and nothing has been granted"));
    }

    private static string Later(PostStory story, Subject subject, LocalDate resumes)
    {
        Language language = subject.Language;
        string until = story.FullRunFrom(resumes, FundingView.Agreed) is { } end
            ? Phrase.In(language, $" et {DateWords.Until(end, language)}", $" {DateWords.Until(end, language)}") : "";
        string word = AgreedWords.Participle(story, subject.Denied);
        CoverageRate now = story.CoverageOver(story.FirstDay, story.FirstDay, FundingView.Agreed) ?? default;
        string before = now.Millionths > 0 ? Phrase.In(
            language, $" en totalité ({ShareWords.PercentBelow(now, language)})", $" in full ({ShareWords.PercentBelow(now, language)})")
            : story.Post.Agreed.PartlyFundedUntil.Possibly.IsNone ? "" : Phrase.In(language, $" en totalité", " in full");
        return SituationTexts.Start(story, subject) + Phrase.In(language,
            $"{subject.Denied.Text} {subject.IsDenied} {word}{before} ; {subject.They} le {subject.WillBe} en totalité {DateWords.From(resumes, language)}{until}",
            $"{subject.Denied.Text} {subject.IsDenied} {word}{before}; {subject.They} {subject.WillBe}, in full, {DateWords.From(resumes, language)}{until}")
            + SourcesOf(story, FundingView.Agreed, language);
    }

    /// <summary>No money on the first day, and some later, which never suffices.</summary>
    private static string PartlyLater(PostStory story, Subject subject, LocalDate from, FundingView view)
    {
        Language language = subject.Language;
        string them = subject.Count > 1 ? "les" : "le";
        string money = view is FundingView.Announced
            ? Phrase.In(
                language, $"des crédits annoncés, mais non signés, {them} financeraient", "money announced but not signed would cover")
            : Phrase.In(language, $"des crédits accordés {them} financent", "granted money will cover");
        return SituationTexts.Start(story, subject) + Phrase.In(language,
            $"{subject.Denied.Text} {subject.IsDenied} financé{subject.Denied.S} ; {money} au moins en partie {DateWords.From(from, language)}",
            $"{subject.Denied.Text} {subject.IsDenied} funded; {money} at least part of the cost {DateWords.From(from, language)}")
                + SourcesOf(story, view, language);
    }

    /// <summary>Of money that does not pay on the first day.</summary>
    private static string SourcesOf(PostStory story, FundingView view, Language language) =>
        SourceWords.According(story, story.Counted(view), language) is { Length: > 0 } according ? $", {according}" : "";

    private static string Partly(PostStory story, Subject subject)
    {
        Language language = subject.Language;
        var part = story.Post.Agreed.PartlyFundedUntil;
        string word = AgreedWords.Participle(story, subject), money = AgreedWords.Money(story, language),
            start = SituationTexts.Start(story, subject);
        string sources = SituationTexts.InBrackets(story, FundingView.Agreed, language);
        if (part.Surely.IsNone)
            return start + Phrase.In(language,
                $"{subject.Text} {subject.IsNot} {word} qu'en partie{money}, sans montant certain{sources}{SituationTexts.Missing(story, FundingView.Agreed, story.Post.Agreed.FullyFundedUntil, language)}",
                $"{subject.Text} {subject.Is} only partly {word}{money}, for no certain amount{sources}{SituationTexts.Missing(story, FundingView.Agreed, story.Post.Agreed.FullyFundedUntil, language)}");
        string until = part.Surely.Until is { } end
            ? DateWords.Until(story.AsGiven(end, FundingView.Agreed), language)
            : Phrase.In(language, $"sans terme", "with no end date");
        string by = Shares(story, FundingView.Agreed, part.Surely.Until, language);
        // A term that nobody gave is no end. But a part that ends must not be said to go on beside it.
        if (part.Surely != part.Possibly)
        {
            bool someEnds = part.Surely.Until is { } last && story.Paying(story.FirstDay, FundingView.Agreed)
                .Except(story.Paying(last.PlusDays(1), FundingView.Agreed)).Any();
            string possibly = (someEnds ? Phrase.In(language, $", pour une part,", ", for part of it,") : "")
                + SituationTexts.Possibly(story, part, language);
            return start + Phrase.In(language,
                $"{subject.Text} {subject.IsNot} {word}{money} qu'en partie{by}, {SituationTexts.Certain(until, possibly, language)}{sources}{SituationTexts.Missing(story, FundingView.Agreed, part, language)}",
                $"{subject.Text} {subject.Is} only partly {word}{money}{by}, {SituationTexts.Certain(until, possibly, language)}{sources}{SituationTexts.Missing(story, FundingView.Agreed, part, language)}");
        }
        return start + Phrase.In(language,
            $"{subject.Text} {subject.IsNot} {word}{money} qu'en partie{by}, {until}{sources}",
            $"{subject.Text} {subject.Is} only partly {word}{money}{by}, {until}{sources}");
    }

    /// <summary>« , à 80 % par l'État », where the parts do not change until then.</summary>
    private static string Shares(PostStory story, FundingView view, LocalDate? until, Language language)
    {
        var backers = Steady(story, view, until);
        if (backers.Count == 0)
            return "";
        return Phrase.In(language,
            $", {Words.List([.. backers.Select(backer => $"{ShareWords.For(backer, language)} par {FunderWords.The(backer.Funder, language)}")], language)}",
            $", {Words.List([.. backers.Select(backer => $"{ShareWords.For(backer, language)} by {FunderWords.The(backer.Funder, language)}")], language)}");
    }

    /// <summary>Who pays what; nobody where it changes until then.</summary>
    private static IReadOnlyList<CoFunder> Steady(PostStory story, FundingView view, LocalDate? until) =>
        (until is { } end ? story.CoverageOver(story.FirstDay, end, view) is not null : story.Post[view].Pieces.Length == 1)
            ? story.Backers(view) : [];

    private static string Announced(PostStory story, Subject subject)
    {
        Language language = subject.Language;
        List<Commitment> promises = [.. story.Counted(FundingView.Announced)];
        var horizon = story.Post.Announced;
        // The farthest thing that is said: what is sure where something is, else what is possible.
        Reach reach = !horizon.PartlyFundedUntil.Surely.IsNone ? horizon.PartlyFundedUntil.Surely : horizon.PartlyFundedUntil.Possibly;
        string amount = promises.Any(promise => promise.Amount.IsUnknown)
            ? Afterwards.NotPublished(story, promises, language)
            : !horizon.FullyFundedUntil.Surely.IsNone && horizon.FullyFundedUntil.Surely == reach
                ? Phrase.In(language, $", pour la totalité du coût", ", for the whole cost")
                : "";
        bool termUnknown = promises.Any(promise => promise.Until.IsUnknown)
            && horizon.PartlyFundedUntil.Surely != horizon.PartlyFundedUntil.Possibly;
        // "Without term, with no known term" would say two things: a term that nobody has given is not the promise of none.
        string until = reach.Until is { } end ? $" {DateWords.Until(story.AsGiven(end, FundingView.Announced), language)}" : termUnknown
            ? "" : Phrase.In(language, $" sans terme", " with no end date");
        string term = !termUnknown ? ""
            : promises.TrueForAll(promise => promise.Until.IsUnknown)
                ? Phrase.In(language, $", sans terme connu", ", with no known end date")
            : Phrase.In(language, $", en partie sans terme connu", ", part of it with no known end date");
        string sure = !termUnknown ? ""
            : !horizon.PartlyFundedUntil.Surely.IsNone ? Phrase.In(language, $" au moins", " at least")
            : until.Length > 0 ? Phrase.In(language, $" au plus", " at most") : "";
        string according = SourceWords.According(
            story, promises.Where(promise => story.KindOf(promise.Source) is SourceKind.Press or SourceKind.Assumption), language);
        IReadOnlyList<CoFunder> backers = amount.Length == 0 ? Steady(story, FundingView.Announced, reach.Until) : [];
        string who = backers.Count > 0
            ? CoFunder.OfWithShares(backers, language) : FunderWords.From(promises.Select(story.FunderOf), language);
        return SituationTexts.Start(story, subject) + Phrase.In(language,
            $"pour {subject.Text}, des crédits {who} sont annoncés{until}{sure}{term}{amount}{Comma(according)}",
            $"for {subject.Text}, money {who} is announced{until}{sure}{term}{amount}{Comma(according)}");
    }

    private static string Comma(string phrase) => phrase.Length == 0 ? "" : $", {phrase}";
}
