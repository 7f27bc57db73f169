using FundingReports.Wording;
using FundingReports.Portfolios;

namespace FundingReports.Sentences;

/// <summary>What a funder, with all its promises together, surely pays of a post.</summary>
/// <param name="Funder">The funder.</param>
/// <param name="Share">Its part of the cost.</param>
/// <param name="Approximate">Whether a promise in it was given as approximate.</param>
/// <param name="Exact">Its part of the cost, unrounded; null where the terms of its promises do not tell it.</param>
internal readonly record struct CoFunder(Funder Funder, CoverageRate Share, bool Approximate, Ratio? Exact)
{
    /// <summary>« 80 % ».</summary>
    internal string Percent(Language language) =>
        Exact is { } exact ? Words.Percent(exact.Numerator, exact.Denominator, language) : ShareWords.Percent(Share, language);

    /// <summary>« , pour moitié par l'État et pour moitié par le Département » ; nothing where the parts are not the whole.</summary>
    internal static string By(IReadOnlyList<CoFunder> backers, Language language)
    {
        if (backers.Count == 0)
            return "";
        long sum = backers.Sum(backer => backer.Share.Millionths);
        // Each part was rounded to the millionth.
        if (Math.Abs(sum - 1_000_000) > backers.Count)
            return "";
        if (backers.Count == 1)
            return $", {Payer(backers[0], language)}";
        return $", {Words.List([.. backers.Select(backer => $"{Part(backer, language)} {Payer(backer, language)}")], language)}";
    }

    /// <summary>« l'État (30 %) et le Département (70 %) ».</summary>
    internal static string WithShares(IReadOnlyList<CoFunder> backers, Language language) => Words.List(
        [.. backers.Select(backer => Phrase.InBrackets(
            FunderWords.The(backer.Funder, language), $"{About(backer, language)}{backer.Percent(language)}"))], language);

    /// <summary>« de l'État (80 % du coût) et du Département (20 % du coût) », of money that comes from them.</summary>
    internal static string OfWithShares(IReadOnlyList<CoFunder> backers, Language language)
    {
        string Part(CoFunder backer) => $"{About(backer, language)}{backer.Percent(language)}";
        return language is Language.French
            ? Words.List([.. backers.Select(backer => Phrase.InBrackets(
                FunderWords.Of(backer.Funder, language), Phrase.In(language, $"{Part(backer)} du coût", "")))], language)
            : $"from {Words.List([.. backers.Select(backer => Phrase.InBrackets(FunderWords.The(backer.Funder, language), $"{Part(backer)} of the cost"))], language)}";
    }

    /// <summary>« de l’État (80 %) et du Département (20 %) » ; in English "the State (80%) and the Département (20%)".</summary>
    internal static string OfWithParts(IReadOnlyList<CoFunder> backers, Language language) => language is Language.English
        ? WithShares(backers, language)
        : Words.List([.. backers.Select(backer => Phrase.InBrackets(
            FunderWords.Of(backer.Funder, language), $"{About(backer, language)}{backer.Percent(language)}"))], language);

    private static string Payer(CoFunder backer, Language language) =>
        Phrase.In(language, $"par {FunderWords.The(backer.Funder, language)}", $"by {FunderWords.The(backer.Funder, language)}");

    private static string Part(CoFunder backer, Language language) => backer.Approximate
        ? Phrase.In(language, $"à environ {backer.Percent(language)}", $"about {backer.Percent(language)}")
        : ShareWords.For(backer, language);

    private static string About(CoFunder backer, Language language) =>
        backer.Approximate ? Phrase.In(language, $"environ ", "about ") : "";
}
