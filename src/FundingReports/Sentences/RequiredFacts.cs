using FundingReports.Wording;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Sentences;

/// <summary>What would settle a range: « il manque l’arrêté ou l’avenant financier de l’annuité 2023 de l’État ».</summary>
internal static class RequiredFacts
{
    /// <summary>The things that are missing, from the day after the sure run; empty where nothing is.</summary>
    internal static string What(PostStory story, FundingView view, FundingHorizon horizon, Language language)
    {
        LocalDate day = horizon.Surely.Until?.PlusDays(1) ?? story.FirstDay;
        var paying = story.Paying(day, view).ToList();
        List<string> missing =
            [.. Firmness(story, view, day, paying, language), .. Terms(story, day, paying, language), .. Amounts(story, paying, language)];
        if (paying.Any(commitment => commitment.HoldsSums) && story.Post.Years.Any(year => year.Year == day.Year && !year.Cost.IsKnown))
            missing.Add(Phrase.In(language, $"le coût du poste", "the cost of the post"));
        return Words.List(missing, language);
    }

    private static IEnumerable<string> Firmness(
        PostStory story, FundingView view, LocalDate day, List<Commitment> paying, Language language)
    {
        if (view is not FundingView.Firm)
            yield break;
        var funders = paying.Where(commitment => commitment.Instalments is null).Select(story.FunderOf).Distinct().ToList();
        if (funders.Count > 0)
            yield return funders.Count == 1
                ? Phrase.In(language,
                    $"l'arrêté ou l'avenant financier de l'annuité {Year(day)} {FunderWords.Of(funders, language)}",
                    $"the act confirming the {Year(day)} instalment {FunderWords.Of(funders, language)}")
                : Phrase.In(language,
                    $"les arrêtés ou avenants financiers des annuités {Year(day)} {FunderWords.Of(funders, language)}",
                    $"the acts confirming the {Year(day)} instalments {FunderWords.Of(funders, language)}");
    }

    private static IEnumerable<string> Terms(PostStory story, LocalDate day, List<Commitment> paying, Language language)
    {
        var funders = paying.Where(commitment => commitment.Until.IsUnknown && day.Year > story.AsOf.Year).Select(story.FunderOf)
            .Distinct().ToList();
        if (funders.Count > 0)
            yield return Phrase.In(language, $"le terme des crédits {FunderWords.Of(funders, language)}",
                $"the end date of the money {FunderWords.From(funders, language)}");
    }

    private static IEnumerable<string> Amounts(PostStory story, List<Commitment> paying, Language language)
    {
        var funders = paying.Where(commitment => commitment.Amount.IsUnknown).Select(story.FunderOf).Distinct().ToList();
        if (funders.Count > 0)
            yield return Phrase.In(language, $"le montant des crédits {FunderWords.Of(funders, language)}",
                $"the amount of the money {FunderWords.From(funders, language)}");
    }

    private static string Year(LocalDate day) => day.Year.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
