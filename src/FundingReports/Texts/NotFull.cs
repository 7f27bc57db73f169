using FundingReports.Horizons;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Texts;

/// <summary>Posts that agreed money does not fully fund on the first day: in part, later, by announced money, or not at all.</summary>
internal static class NotFull
{
    internal static string Of(PostStory story, Subject subject)
    {
        Language language = subject.Language;
        if (story.Post.Agreed.FullyFunded.ResumesOn is { } resumes)
            return Later(story, subject, resumes);
        if (!story.Post.Agreed.PartlyFunded.Possibly.IsNone)
            return Partly(story, subject) + Afterwards.OfAnnounced(story, subject);
        if (!story.Post.Announced.PartlyFunded.Possibly.IsNone)
            return Announced(story, subject);
        var asked = story.Requested.Select(story.FunderOf).ToList();
        return asked.Count == 0
            ? Phrase.In(language, $"pour {subject.Text}, aucun financement n'est connu", $"for {subject.Text}, no funding is known")
            : Phrase.In(language,
                $"pour {subject.Text}, des crédits sont sollicités auprès {FunderWords.Of(asked, language)}, rien n'est promis",
                $"for {subject.Text}, money has been asked of {FunderWords.The(asked, language)}, nothing is promised");
    }

    private static string Later(PostStory story, Subject subject, LocalDate resumes)
    {
        Language language = subject.Language;
        var run = story.Post.Agreed.Pieces.Where(piece => piece.From >= resumes).TakeWhile(piece => piece.State is FundingState.Full).ToList();
        string until = run.Count > 0 && run[^1].Until is { } end ? $" {DateWords.Until(end, language)}" : "";
        string word = AgreedWords.Participle(story, subject);
        string before = story.Post.Agreed.PartlyFunded.Surely.IsNone ? "" : Phrase.In(language, $" en totalité", " in full");
        return Phrase.In(language,
            $"{subject.Text} ne {subject.Is} pas {word}{before} {DateWords.On(story.FirstDay, language)} ; {subject.They} le {(subject.Count > 1 ? "seront" : "sera")} {DateWords.From(resumes, language)}{until}",
            $"{subject.Text} {subject.Is} not {word}{before} {DateWords.On(story.FirstDay, language)}; {subject.They} will be {DateWords.From(resumes, language)}{until}");
    }

    private static string Partly(PostStory story, Subject subject)
    {
        Language language = subject.Language;
        var part = story.Post.Agreed.PartlyFunded;
        string word = AgreedWords.Participle(story, subject), money = AgreedWords.Money(story, language), start = SituationTexts.Start(story, subject);
        string reliability = SituationTexts.Reliability(story, FundingView.Agreed, null, language);
        if (part.Surely.IsNone)
            return start + Phrase.In(language,
                $"{subject.Text} ne {subject.Is} {word} qu'en partie{money}, et rien n'est sûr{SituationTexts.Missing(story, FundingView.Agreed, language)}",
                $"{subject.Text} {subject.Is} only partly {word}{money}, and nothing is sure{SituationTexts.Missing(story, FundingView.Agreed, language)}") + reliability;
        string until = part.Surely.Until is { } end
            ? DateWords.Until(story.AsGiven(end, FundingView.Agreed), language)
            : Phrase.In(language, $"sans terme", "without term");
        string by = Shares(story, FundingView.Agreed, part.Surely.Until, language);
        return start + Phrase.In(language,
            $"{subject.Text} ne {subject.Is} {word}{money} qu'en partie{by}, {until}",
            $"{subject.Text} {subject.Is} {word}{money} only in part{by}, {until}") + reliability;
    }

    /// <summary>« , à 80 % par l'État », where the parts do not change until then.</summary>
    private static string Shares(PostStory story, FundingView view, LocalDate? until, Language language)
    {
        var backers = story.Backers(view);
        bool steady = until is { } end ? story.CoverageOver(story.FirstDay, end, view) is not null : story.Post[view].Pieces.Length == 1;
        if (!steady || backers.Count == 0)
            return "";
        return Phrase.In(language,
            $", {Words.List([.. backers.Select(backer => $"{ShareWords.For(backer.Share, language)} par {FunderWords.The(backer.Funder, language)}")], language)}",
            $", {Words.List([.. backers.Select(backer => $"{ShareWords.For(backer.Share, language)} by {FunderWords.The(backer.Funder, language)}")], language)}");
    }

    private static string Announced(PostStory story, Subject subject)
    {
        Language language = subject.Language;
        List<Commitment> promises = [.. story.Counted(FundingView.Announced)];
        var horizon = story.Post.Announced;
        // The farthest thing that is said: what is sure where something is, else what is possible.
        Reach reach = !horizon.PartlyFunded.Surely.IsNone ? horizon.PartlyFunded.Surely : horizon.PartlyFunded.Possibly;
        string until = reach.Until is { } end ? $" {DateWords.Until(story.AsGiven(end, FundingView.Announced), language)}" : Phrase.In(language, $" sans terme", " without term");
        string amount = promises.Any(promise => promise.Amount is Amount.Unknown)
            ? Phrase.In(language, $", sans montant publié", ", with no published amount")
            : !horizon.FullyFunded.Surely.IsNone && horizon.FullyFunded.Surely == reach
                ? Phrase.In(language, $", pour la totalité du coût", ", for the whole cost")
                : Shares(story, FundingView.Announced, reach.Until, language);
        string according = SourceWords.According(story, promises.Where(promise => story.KindOf(promise.Source) is SourceKind.Press or SourceKind.Assumption), language);
        return Phrase.In(language,
            $"pour {subject.Text}, des crédits {FunderWords.Of(promises.Select(story.FunderOf), language)} sont annoncés{until}{amount}{Comma(according)}",
            $"for {subject.Text}, money {FunderWords.Of(promises.Select(story.FunderOf), language)} is announced{until}{amount}{Comma(according)}");
    }

    private static string Comma(string phrase) => phrase.Length == 0 ? "" : $", {phrase}";
}
