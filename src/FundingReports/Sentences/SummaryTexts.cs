using FundingReports.Wording;
using System.Globalization;
using FundingReports.Horizons;
using NodaTime;

namespace FundingReports.Sentences;

/// <summary>The answer of a whole analysis, a sentence after another: until when, by whom, how surely, and what is missing.</summary>
internal static class SummaryTexts
{
    /// <summary>More situations than this, or longer ones, are counted, not told.</summary>
    private const int SituationsTold = 5;

    /// <summary>Characters: three printed lines.</summary>
    private const int LengthTold = 450;

    internal static IEnumerable<string> Of(FundingAnalysis analysis, Language language, CancellationToken cancellation = default)
    {
        string asOf = DateWords.AsOf(analysis.AsOf, language);
        if (analysis.Posts.IsEmpty)
            return [Phrase.In(
                language, $"{Phrase.Capital(asOf)}, aucun poste n'est décrit.", $"{Phrase.Capital(asOf)}, no post is described.")];
        if (analysis.Posts.All(post => post.Agreed.FullyFundedUntil.State is HorizonState.Ended))
            return [AllEnded(analysis, asOf, language)];
        LocalDate? last = LastMoney(analysis);
        return ((string[])[
            .. Situations(analysis, asOf, language, cancellation),
            .. WithdrawalTexts.Of(analysis, language, cancellation),
            Gaps(analysis, last, language, cancellation),
            Beyond(last, language),
            CostTexts.Unknown(analysis, language),
            CostTexts.Constant(analysis.Posts, analysis, language),
            .. AssumptionTexts.OfCosts(analysis, language)]).Where(sentence => sentence.Length > 0);
    }

    /// <summary>
    /// Few situations are told one after the other; many, or long ones, are counted. French decides, for both languages.
    /// </summary>
    private static IEnumerable<string> Situations(
        FundingAnalysis analysis, string asOf, Language language, CancellationToken cancellation)
    {
        var groups = Sentences.Situations.Of(analysis, language, cancellation);
        bool told = groups.Count == 1 || (groups.Count <= SituationsTold
            && Told(Sentences.Situations.Of(analysis, Language.French, cancellation), "", Language.French)
                .Sum(said => said.Length) <= LengthTold);
        return told ? Told(groups, asOf, language) : [ManySituations.Of(analysis, language, cancellation)];
    }

    private static IEnumerable<string> Told(List<List<PostStory>> groups, string asOf, Language language) =>
        groups.Select((group, index) =>
    {
        string said = SituationTexts.Of(group[0], Sentences.Situations.SubjectOf(groups, index, language));
        // Two dates one after the other would be read as one.
        string mark = group[0].IsToCome ? Phrase.In(language, $" : ", ": ") : ", ";
        return Phrase.Sentence(index == 0 ? $"{asOf}{mark}{said}" : said);
    });

    private static string AllEnded(FundingAnalysis analysis, string asOf, Language language)
    {
        LocalDate last = analysis.Posts.Max(post => post.Post.Until!.Value.Last);
        string date = Words.LongDate(last, language), subject = Subject.Of(analysis.Posts.Length, analysis.Posts.Length, language).Text;
        return Phrase.Capital(analysis.Posts.Length == 1
            ? Phrase.In(language, $"{asOf}, {subject} a déjà pris fin, le {date}.", $"{asOf}, {subject} has already ended, on {date}.")
            : Phrase.In(language, $"{asOf}, {subject} ont déjà pris fin, le dernier le {date}.",
                $"{asOf}, {subject} have already ended, the last on {date}."));
    }

    /// <summary>
    /// What agreed money leaves to be found, and how much of it is asked for already; at least that, where some amounts are unknown.
    /// </summary>
    /// <param name="analysis">The answers.</param>
    /// <param name="last">After which no view holds any money: of the years after it nothing is told here.</param>
    /// <param name="language">The language.</param>
    /// <param name="cancellation">Looked at before each post.</param>
    private static string Gaps(FundingAnalysis analysis, LocalDate? last, Language language, CancellationToken cancellation)
    {
        var living = analysis.Posts.Where(post => post.Agreed.FullyFundedUntil.State is not HorizonState.Ended).ToList();
        var known = living.Where(post => post.YearsAhead.Any(year => year.Agreed.Gap.IsKnown)).ToList();
        if (known.Count == 0)
            return "";
        var years = known[0].YearsAhead.Select(year => (year.Year, Posts: known.FindAll(post => IsKnown(post, year.Year)))).Select(year =>
            (year.Year, Gap: year.Posts.Count == 0 ? Knowable<Euros>.Unknown(Missing.Amount)
                : Knowable<Euros>.Known(AskedMoney.Sum(year.Posts.Select(post => AskedMoney.GapOf(analysis, post, year.Year)))),
                year.Posts)).ToList();
        var told = years.Where(year => last is not { } end || year.Year <= end.Year).ToList();
        int? steady = null;
        // Where nothing is missing before it, the money missing after it is the answer.
        if (last is null || told.TrueForAll(year => !year.Gap.TryGet(out var gap) || gap == Euros.Zero))
        {
            told = years;
            var starts = known.Select(post => MoneyAhead.SteadyFrom(post) is { } from && IsKnownFrom(post, from) ? from : (int?)null)
                .ToList();
            steady = starts.Contains(null) ? null : starts.Max();
        }
        // Of a year of which some posts are known, the sum is the least; after the last sum such a year is not known.
        int lastSum = told.FindLastIndex(year => year.Gap.TryGet(out var gap) && gap > Euros.Zero);
        bool isWhole = told.Take(lastSum + 1).All(year => year.Posts.Count == living.Count || year.Posts.Count == 0);
        for (int i = lastSum + 1; isWhole && i < told.Count; i++)
            if (told[i].Posts.Count < living.Count)
                told[i] = told[i] with { Gap = Knowable<Euros>.Unknown(Missing.Amount) };
        var (money, after) = MoneyAhead.Of(told.Select(year => (year.Year, year.Gap)), steady,
            year => AskedMoney.Of(analysis, told.Find(one => one.Year == year).Posts, year, language), language);
        if (money.Length == 0)
            return "";
        money += CostTexts.Mark(known.Watched(cancellation).Select(post => new PostStory(analysis, post)), language);
        bool announced = known.Watched(cancellation)
            .Any(post => new PostStory(analysis, post).Counted(FundingView.Announced).Any(promise => !promise.IsAgreed));
        string least = isWhole ? "" : Phrase.In(language, $"au moins ", "at least ");
        return announced
            ? Phrase.In(language, $"Hors crédits annoncés, il manque {least}{money}{after}.",
                $"Without the money that is only announced, the shortfall is {least}{money}{after}.")
            : Phrase.Sentence(Phrase.In(language, $"il manque {least}{money}{after}", $"the shortfall is {least}{money}{after}"));

        bool IsKnown(PostFunding post, int year) => post.Years[year - analysis.Since].Agreed.Gap.IsKnown;
    }

    private static bool IsKnownFrom(PostFunding post, int from) =>
        post.YearsAhead.All(year => year.Year < from || year.Agreed.Gap.IsKnown);

    /// <summary>« Aucun financement recensé au-delà de 2027. »</summary>
    private static string Beyond(LocalDate? last, Language language)
    {
        if (last is not { } end)
            return "";
        bool wholeYear = end is { Month: 12, Day: 31 };
        string year = end.Year.ToString(CultureInfo.InvariantCulture);
        return wholeYear
            ? Phrase.In(language, $"Aucun financement recensé au-delà de {year}.", $"No funding is known beyond {year}.")
            : Phrase.In(language, $"Aucun financement recensé au-delà du {Words.LongDate(end, language)}.",
                $"No funding is known beyond {Words.LongDate(end, language)}.");
    }

    /// <summary>The last day of any money in any view; null where some run has no end that is known, or ends with its post.</summary>
    private static LocalDate? LastMoney(FundingAnalysis analysis)
    {
        var living = analysis.Posts.Where(post => post.Agreed.FullyFundedUntil.State is not HorizonState.Ended).ToList();
        if (living.Exists(post => post.Announced.PartlyFundedUntil.State is HorizonState.PostEnds or HorizonState.Open))
            return null;
        // A run whose end is a range is told with both its ends, or with no known term: there is no single date to go beyond.
        bool nothingAfter = living.TrueForAll(post =>
            post.Announced.Pieces[^1].State is FundingState.None
            && (post.Announced.PartlyFundedUntil.State is HorizonState.Until
                || post.Announced.Pieces.All(piece => piece.State is FundingState.None)));
        return nothingAfter
            ? living.SelectMany(post => post.Announced.Pieces).Where(piece => piece.State is not FundingState.None)
                .Select(piece => piece.Until).Max()
            : null;
    }
}
