using FundingReports.Wording;
using System.Globalization;
using FundingReports.Horizons;
using NodaTime;

namespace FundingReports.Sentences;

/// <summary>Many posts in many situations: counts by year, and the first term, instead of a sentence for each.</summary>
internal static class ManySituations
{
    internal static string Of(FundingAnalysis analysis, Language language)
    {
        var stories = analysis.Posts.Select(post => new PostStory(analysis, post)).ToList();
        var living = stories.Where(story => !story.Ended).ToList();
        var full = living.Where(story => !Agreed(story).Surely.IsNone).ToList();
        string verb = Phrase.In(language,
            $"{Are(full.Count)} {Words.Plural(full.Count, "financé", "financés", language)} en totalité par des crédits conventionnés ou attribués",
            $"{Are(full.Count, "is", "are")} fully funded by money agreed or granted");
        string first = Phrase.In(language,
            $"{DateWords.AsOf(analysis.AsOf, language)}, {Subject.Of(full.Count, stories.Count, language).Text} {verb}{ByYear(full, language)}",
            $"{DateWords.AsOf(analysis.AsOf, language)}, {Subject.Of(full.Count, stories.Count, language).Text} {verb}{ByYear(full, language)}");
        return Phrase.Lines([Phrase.Sentence(first), .. Earliest(full, language),
            .. Others(living.Except(full).ToList(), stories.Count - living.Count, language)]);
    }

    /// <summary>« ; ce financement s'arrête en 2023 pour quatre et en 2024 pour vingt, et n'a pas de terme pour un ».</summary>
    private static string ByYear(List<PostStory> full, Language language)
    {
        if (full.Count == 0)
            return "";
        List<string> years = [.. full.Select(story => Agreed(story).Surely.Until?.Year).OfType<int>().CountBy(year => year)
            .OrderBy(year => year.Key).Select(year => Phrase.In(language,
            $"en {Year(year.Key)} pour {NumberWords.Cardinal(year.Value, language)}",
            $"in {Year(year.Key)} for {NumberWords.Cardinal(year.Value, language)}"))];
        int open = full.Count(story => Agreed(story).Surely.Until is null);
        string ends = years.Count == 0
            ? "" : Phrase.In(language, $" s'arrête {Words.List(years, language)}", $" stops {Words.List(years, language)}");
        string never = open == 0 ? "" : Phrase.In(language,
            $"{(years.Count == 0 ? "" : ", et")} n'a pas de terme pour {NumberWords.Cardinal(open, language)}",
            $"{(years.Count == 0 ? "" : ", and")} has no term for {NumberWords.Cardinal(open, language)}");
        return Phrase.In(language, $" ; ce financement{ends}{never}", $"; that funding{ends}{never}");
    }

    private static IEnumerable<string> Earliest(List<PostStory> full, Language language)
    {
        if (full.Select(story => Agreed(story).Surely.Until).Where(until => until is not null).Min() is not { } first)
            yield break;
        int count = full.Count(story => Agreed(story).Surely.Until == first);
        string posts = Words.Count(count, Phrase.In(language, $"poste", "post"), Phrase.In(language, $"postes", "posts"), language);
        yield return Phrase.In(language,
            $"Le premier terme est le {Words.LongDate(first, language)} ({posts}).",
            $"The first term is {Words.LongDate(first, language)} ({posts}).");
        if (full.Any(story => !AgreedWords.IsFirm(story)))
        {
            int firm = full.Count(AgreedWords.IsFirm);
            yield return firm == 0
                ? Phrase.In(language, $"Pour aucun, le financement n'est connu comme ferme jusqu'à ce terme.",
                    "For none is the funding known to be firm until that term.")
                : Phrase.In(language,
                    $"Le financement n'est connu comme ferme jusqu'au bout que pour {(firm == 1 ? "l'un" : NumberWords.Cardinal(firm, language))} d'entre eux.",
                    $"The funding is known to be firm to the end for {NumberWords.Cardinal(firm, language)} of them only.");
        }
    }

    private static IEnumerable<string> Others(List<PostStory> living, int ended, Language language)
    {
        var partly = living.Where(story => !story.Post.Agreed.PartlyFunded.Possibly.IsNone || !Agreed(story).Possibly.IsNone).ToList();
        var announced = living.Except(partly).Where(story => !story.Post.Announced.PartlyFunded.Possibly.IsNone).ToList();
        int none = living.Count - partly.Count - announced.Count;
        List<string> said = [];
        if (partly.Count > 0)
            said.Add(Phrase.In(language,
                $"{NumberWords.Cardinal(partly.Count, language)} {Are(partly.Count, "n'est", "ne sont")} sûrement {Words.Plural(partly.Count, "financé", "financés", language)} qu'en partie",
                $"{NumberWords.Cardinal(partly.Count, language)} {Are(partly.Count, "is", "are")} surely funded in part only"));
        if (announced.Count > 0)
            said.Add(Phrase.In(language,
                $"pour {NumberWords.Cardinal(announced.Count, language)}, des crédits sont seulement annoncés",
                $"for {NumberWords.Cardinal(announced.Count, language)}, money is only announced"));
        if (none > 0)
            said.Add(Phrase.In(language,
                $"pour {NumberWords.Cardinal(none, language)}, aucun financement n'est connu à cette date",
                $"for {NumberWords.Cardinal(none, language)}, no funding is known on that day"));
        if (ended > 0)
            said.Add(Phrase.In(language,
                $"{NumberWords.Cardinal(ended, language)} {Words.Plural(ended, "a", "ont", language)} pris fin",
                $"{NumberWords.Cardinal(ended, language)} {Words.Plural(ended, "has", "have", language)} ended"));
        if (said.Count > 0)
            yield return Phrase.Sentence(string.Join(Phrase.In(language, $" ; ", "; "), said));
    }

    private static FundingHorizon Agreed(PostStory story) => story.Post.Agreed.FullyFunded;

    private static string Are(int count, string one = "est", string several = "sont") => count > 1 ? several : one;

    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);
}
