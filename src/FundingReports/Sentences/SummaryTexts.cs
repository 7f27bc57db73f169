using FundingReports.Wording;
using System.Collections.Immutable;
using FundingReports.Horizons;
using NodaTime;

namespace FundingReports.Sentences;

/// <summary>The answer of a whole analysis in a paragraph: until when, by whom, how surely, and what is missing after.</summary>
internal static class SummaryTexts
{
    /// <summary>More situations than this are counted, not told.</summary>
    private const int SituationsTold = 5;

    internal static string Of(FundingAnalysis analysis, Language language)
    {
        string asOf = DateWords.AsOf(analysis.AsOf, language);
        if (analysis.Posts.IsEmpty)
            return Phrase.In(
                language, $"{Phrase.Capital(asOf)}, aucun poste n'est décrit.", $"{Phrase.Capital(asOf)}, no post is described.");
        if (analysis.Posts.All(post => post.Agreed.FullyFunded.State is HorizonState.Ended))
            return AllEnded(analysis, asOf, language);
        var groups = Situations.Of(analysis, language);
        IEnumerable<string> situations = groups.Count > SituationsTold
            ? [ManySituations.Of(analysis, language)]
            : groups.Select((group, index) => Situation(groups, index, asOf, language));
        return Phrase.Lines([
            .. situations,
            Beyond(analysis, language),
            Gaps(analysis, language),
            CostTexts.Unknown(analysis, language),
            CostTexts.Constant(analysis.Posts, analysis, language),
            .. AssumptionTexts.OfCosts(analysis, language)]);
    }

    private static string Situation(List<List<PostStory>> groups, int index, string asOf, Language language)
    {
        string said = SituationTexts.Of(groups[index][0], Situations.SubjectOf(groups, index, language));
        // Two dates one after the other would be read as one.
        string mark = groups[index][0].IsToCome ? Phrase.In(language, $" : ", ": ") : ", ";
        return Phrase.Sentence(index == 0 ? $"{asOf}{mark}{said}" : said);
    }

    private static string AllEnded(FundingAnalysis analysis, string asOf, Language language)
    {
        LocalDate last = analysis.Posts.Max(post => post.Post.Until!.Value.Last);
        string date = Words.LongDate(last, language), subject = Subject.Of(analysis.Posts.Length, analysis.Posts.Length, language).Text;
        return Phrase.Capital(analysis.Posts.Length == 1
            ? Phrase.In(language, $"{asOf}, {subject} a déjà pris fin, le {date}.", $"{asOf}, {subject} has already ended, on {date}.")
            : Phrase.In(language, $"{asOf}, {subject} ont déjà pris fin, le dernier le {date}.",
                $"{asOf}, {subject} have already ended, the last on {date}."));
    }

    /// <summary>What agreed money leaves to be found; of posts whose cost is known only, where some are not.</summary>
    private static string Gaps(FundingAnalysis analysis, Language language)
    {
        var living = analysis.Posts.Where(post => post.Agreed.FullyFunded.State is not HorizonState.Ended).ToList();
        var known = living.Where(post => post.YearsAhead.All(year => year.Agreed.Gap.IsKnown)).ToList();
        var years = known.Count == 0 ? [] : known[0].YearsAhead.Select(year => (
            year.Year, Knowable<Euros>.Known(
                known.Aggregate(Euros.Zero, (sum, post) => sum + post.Years[year.Year - analysis.Since].Agreed.Gap.Value))));
        var steady = known.Select(MoneyAhead.SteadyFrom).ToList();
        string money = MoneyAhead.Of(years, steady.Contains(null) ? null : steady.Max(), language);
        if (money.Length == 0)
            return "";
        money += CostTexts.Mark(known.Select(post => new PostStory(analysis, post)), language);
        return known.Count == living.Count
            ? Phrase.In(language, $"Une fois comptés les crédits conventionnés ou attribués, il reste à financer {money}.",
                $"Once the money agreed or granted is counted, what remains to be found is {money}.")
            : Phrase.In(language,
                $"Pour {(known.Count == 1 ? "le seul poste" : $"les {NumberWords.Cardinal(known.Count, language)} postes")} dont les montants sont connus, il reste à financer {money}.",
                $"For {(known.Count == 1 ? "the only post" : $"the {NumberWords.Cardinal(known.Count, language)} posts")} whose amounts are known, what remains to be found is {money}.");
    }

    /// <summary>« Rien n'est connu au-delà. » : of a run that ends before its post, after which no view holds any money.</summary>
    private static string Beyond(FundingAnalysis analysis, Language language)
    {
        var living = analysis.Posts.Where(post => post.Agreed.FullyFunded.State is not HorizonState.Ended).ToList();
        var ending = living.Where(post => post.Announced.PartlyFunded is { State: not (HorizonState.PostEnds or HorizonState.Open) })
            .ToList();
        bool something = ending.Any(post => post.Announced.Pieces.Any(piece => piece.State is not FundingState.None));
        // A run whose end is a range is told with both its ends, or with no known term: no one date to be beyond of.
        bool nothingAfter = ending.Count > 0 && ending.All(post =>
            post.Announced.Pieces[^1].State is FundingState.None
            && (post.Announced.PartlyFunded.State is HorizonState.Until
                || post.Announced.Pieces.All(piece => piece.State is FundingState.None)));
        return something && nothingAfter && living.Count == ending.Count
            ? Phrase.In(language, $"Rien n'est connu au-delà.", "Nothing is known beyond.") : "";
    }
}
