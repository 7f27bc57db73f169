using System.Globalization;
using FundingReports.Horizons;
using FundingReports.Wording;
using NodaTime;

namespace FundingReports.Sentences;

/// <summary>
/// Many posts in many situations: how many are funded in full and until when, in part, or not, instead of a sentence for each.
/// </summary>
internal static class ManySituations
{
    /// <summary>More terms than this are counted by year.</summary>
    private const int TermsSaid = 3;

    internal static string Of(FundingAnalysis analysis, Language language, CancellationToken cancellation = default)
    {
        var stories = analysis.Posts.Select(post => new PostStory(analysis, post)).ToList();
        var living = stories.FindAll(story => !story.Ended);
        var full = living.FindAll(story => !Agreed(story).Surely.IsNone);
        string asOf = DateWords.AsOf(analysis.AsOf, language);
        string all = NumberWords.Cardinal(stories.Count, language);
        Subject some = Subject.Of(full.Count, stories.Count, language);
        string first = full.Count == 0
            ? Phrase.In(language, $"aucun des {all} postes n'est financé en totalité", $"none of the {all} posts is fully funded")
            : Phrase.In(language, $"{some.Text} {some.Is} financé{some.S} en totalité{Terms(full, language, cancellation)}",
                $"{some.Text} {some.Is} fully funded{Terms(full, language, cancellation)}");
        List<string> said = [first, .. Others([.. living.Except(full)], stories.Count - living.Count, language),
            .. ToCome(living.FindAll(story => story.IsToCome), language)];
        return Phrase.Sentence($"{asOf}, {string.Join(Phrase.In(language, $" ; ", "; "), said)}");
    }

    /// <summary>
    /// « jusqu’au 31 décembre 2027 », « (deux jusqu’au… et un jusqu’au…) », « ; le financement expire en 2023 pour douze… ».
    /// </summary>
    private static string Terms(List<PostStory> full, Language language, CancellationToken cancellation)
    {
        // A post without a term comes last.
        var terms = full.CountBy(story => Agreed(story).Surely.Until ?? LocalDate.MaxIsoValue).OrderBy(term => term.Key).ToList();
        string firmness = Firmness(full.Count, full.Watched(cancellation).Count(AgreedWords.IsFirm), language);
        if (terms.Count == 1)
            return $" {Until(terms[0].Key, language)}{firmness}";
        if (terms.Count <= TermsSaid)
        {
            string each = Words.List(
                [.. terms.Select(term => $"{NumberWords.Cardinal(term.Value, language)} {Until(term.Key, language)}")], language);
            return $" ({each}){firmness}";
        }
        List<string> years = [.. terms.Where(term => term.Key != LocalDate.MaxIsoValue).GroupBy(term => term.Key.Year, term => term.Value)
            .Select(year => Phrase.In(language,
            $"en {Year(year.Key)} pour {NumberWords.Cardinal(year.Sum(), language)}",
                $"in {Year(year.Key)} for {NumberWords.Cardinal(year.Sum(), language)}"))];
        string open = terms[^1].Key == LocalDate.MaxIsoValue
            ? Phrase.In(language, $", et est sans terme pour {NumberWords.Cardinal(terms[^1].Value, language)}",
                $", and has no end date for {NumberWords.Cardinal(terms[^1].Value, language)}")
            : "";
        return Phrase.In(language,
            $"{firmness} ; le financement expire {Words.List(years, language)}, au plus tôt le {Words.LongDate(terms[0].Key, language)}{open}",
            $"{firmness}; the funding expires {Words.List(years, language)}, on {Words.LongDate(terms[0].Key, language)} at the earliest{open}");
    }

    private static string Until(LocalDate term, Language language) =>
        term != LocalDate.MaxIsoValue ? DateWords.Until(term, language) : Phrase.In(language, $"sans terme", "with no end date");

    /// <summary>
    /// « , sans acte annuel recensé », « , dont deux confirmés par des actes annuels » : what the yearly acts that are known confirm.
    /// </summary>
    private static string Firmness(int full, int firm, Language language) => firm == full ? ""
        : firm == 0 ? Phrase.In(language, $", sans acte annuel recensé", ", with no yearly act on record")
        : Phrase.In(language,
            $", dont {NumberWords.Cardinal(firm, language)} {Words.Plural(firm, "confirmé", "confirmés", language)} par des actes annuels",
            $", {NumberWords.Cardinal(firm, language)} of them confirmed by yearly acts");

    private static IEnumerable<string> Others(List<PostStory> living, int ended, Language language)
    {
        var part = living.FindAll(story => !story.Post.Agreed.PartlyFundedUntil.Surely.IsNone && Agreed(story).Possibly.IsNone);
        List<PostStory> rest = [.. living.Except(part)];
        var unclear = rest.FindAll(story => !(story.Post.Agreed.PartlyFundedUntil.Possibly.IsNone && Agreed(story).Possibly.IsNone));
        List<PostStory> announced =
            [.. rest.Except(unclear).Where(story => !story.Post.Announced.PartlyFundedUntil.Possibly.IsNone)];
        int none = living.Count - part.Count - unclear.Count - announced.Count;
        string Number(int count) => NumberWords.Cardinal(count, language);
        if (part.Count > 0)
            yield return Phrase.In(
                language,
                $"{Number(part.Count)} {(part.Count > 1 ? "ne sont financés" : "n’est financé")} qu’en partie{Rates(part, language)}",
                $"{Number(part.Count)} {(part.Count > 1 ? "are" : "is")} only partly funded{Rates(part, language)}");
        if (unclear.Count > 0)
            yield return Phrase.In(language, $"pour {Number(unclear.Count)}, la part financée n'est pas connue",
                $"for {Number(unclear.Count)}, the part that is funded is not known");
        if (announced.Count > 0)
            yield return announced.Count > 1
                ? Phrase.In(language, $"pour {Number(announced.Count)}, les conventions restent à signer",
                    $"for {Number(announced.Count)}, the agreements are still to be signed")
                : Phrase.In(
                    language, $"pour {Number(1)}, une convention reste à signer", $"for {Number(1)}, an agreement is still to be signed");
        if (none > 0)
            yield return Phrase.In(
                language, $"pour {Number(none)}, aucun financement recensé à ce jour", $"for {Number(none)}, no funding is known to date");
        if (ended > 0)
            yield return Phrase.In(language,
                $"{Number(ended)} {Words.Plural(ended, "a", "ont", language)} pris fin",
                $"{Number(ended)} {Words.Plural(ended, "has", "have", language)} ended");
    }

    // What is said of them above is so from their first day on.
    private static IEnumerable<string> ToCome(List<PostStory> posts, Language language)
    {
        if (posts.Count == 0)
            yield break;
        string first = Words.LongDate(posts.Min(story => story.FirstDay), language);
        yield return posts.Count == 1
            ? Phrase.In(language, $"un d'entre eux ne commence que le {first}", $"one of them begins on {first} only")
            : Phrase.In(language,
                $"{NumberWords.Cardinal(posts.Count, language)} d'entre eux ne commencent qu'à partir du {first}",
                $"{NumberWords.Cardinal(posts.Count, language)} of them begin from {first} on only");
    }

    /// <summary>« (de 90 à 97 %) » : the coverage on the first day, where it is known; in whole percents, never 0 nor 100.</summary>
    private static string Rates(List<PostStory> part, Language language)
    {
        var pieces = part.Select(story => story.Post.Agreed.Pieces[0]).ToList();
        if (!pieces.TrueForAll(piece => piece.High.TryGet(out CoverageRate high) && high == piece.Low))
            return "";
        long[] whole = [.. pieces.Select(piece => Math.Clamp((piece.Low.Millionths + 5_000) / 10_000, 1, 99)).Order()];
        string low = Words.Percent(whole[0], 100, language), high = Words.Percent(whole[^1], 100, language);
        return whole[0] == whole[^1] ? $" ({high})"
            : Phrase.In(language, $" (de {Year((int)whole[0])} à {high})", $" ({low} to {high})");
    }

    private static FundingHorizon Agreed(PostStory story) => story.Post.Agreed.FullyFundedUntil;

    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);
}
