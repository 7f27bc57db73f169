using FundingReports.Wording;
using System.Globalization;
using FundingReports.Portfolios;

namespace FundingReports.Sentences;

/// <summary>Assumptions, said as such: « Hypothèse : coût annuel de 50 000,00 € par poste, retenu pour illustration ».</summary>
internal static class AssumptionTexts
{
    /// <summary>The assumptions behind costs: every euro missing rests on them.</summary>
    internal static IEnumerable<string> OfCosts(FundingAnalysis analysis, Language language) => analysis.Posts
        .Where(post => post.Agreed.FullyFundedUntil.State is not HorizonState.Ended)
        .SelectMany(post => PostFacts.KnownCosts(post.Post, analysis.AsOf))
        .Select(cost => (cost.Annual, Source: analysis.Portfolio.FindSource(cost.Source)))
        .Where(cost => cost is { Annual: not null, Source.Kind: SourceKind.Assumption })
        .GroupBy(cost => cost.Source!, cost => cost.Annual!.Value)
        .Select(group => OfCost([.. group.Distinct()], group.Key, language));

    /// <summary>All the assumptions that facts about posts and promises rest on, those of costs first.</summary>
    internal static IEnumerable<string> All(FundingAnalysis analysis, Language language)
    {
        var costs = analysis.Posts.SelectMany(post => PostFacts.KnownCosts(post.Post, analysis.AsOf)).Select(cost => cost.Source)
            .ToHashSet();
        var used = analysis.Posts.SelectMany(post => post.Assumptions).Select(source => source.Id).ToHashSet(StringComparer.Ordinal);
        return OfCosts(analysis, language).Concat(analysis.Portfolio.Facts.Sources
            .Where(source => used.Contains(source.Id) && !costs.Contains(source.Id))
            .Select(source => Said(Lowered(Words.OneLine(source.Title)), source, language)));
    }

    private static string OfCost(List<Euros> annual, Source source, Language language)
    {
        string title = Words.OneLine(source.Title), figure = (annual[0].Cents / 100).ToString(CultureInfo.InvariantCulture);
        string list = Words.List([.. annual.Select(amount => Words.Money(amount, language))], language);
        // A title that gives the figure is the sentence already.
        if (annual.Count == 1 && string.Concat(title.Where(char.IsAsciiDigit)).Contains(figure, StringComparison.Ordinal))
            return Said(Lowered(title), source, language);
        return Said(Phrase.In(language,
            $"{(annual.Count == 1 ? "coût annuel" : "coûts annuels")} de {list} par poste, « {title} »",
            $"yearly {(annual.Count == 1 ? "cost" : "costs")} of {list} a post, “{title}”"), source, language);
    }

    private static string Said(string what, Source source, Language language)
    {
        string why = source.Reason is { } reason ? $" ({Words.OneLine(reason)})" : "";
        return Phrase.In(language, $"Hypothèse : {what}{why}.", $"Assumption: {what}{why}.");
    }

    /// <summary>A capital after the colon becomes a small letter, unless it belongs to an acronym.</summary>
    private static string Lowered(string text) => text.Length > 1 && char.IsAsciiLetterUpper(text[0]) && !char.IsUpper(text[1])
        && !(text[1] is '\'' or '’' && text.Length > 2 && !char.IsLetter(text[2]))
        ? char.ToLowerInvariant(text[0]) + text[1..]
        : text;
}
