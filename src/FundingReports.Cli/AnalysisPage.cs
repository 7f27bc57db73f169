using System.Globalization;
using FundingReports.Texts;

namespace FundingReports.Cli;

/// <summary>The answers on a terminal: the summary, then a line a post.</summary>
internal static class AnalysisPage
{
    internal static string Of(FundingAnalysis analysis, Language language)
    {
        string summary = analysis.Summary(language);
        if (analysis.Posts.IsEmpty)
            return summary;
        string[] header = [
            language.Say("Poste", "Post"),
            language.Say("Conventionné", "Agreed"),
            language.Say("Ferme", "Firm"),
            .. analysis.Posts[0].Years.Take(2).Select(year => year.Year.ToString(CultureInfo.InvariantCulture)).Select(year =>
                language.Say($"Reste à financer {year}", $"Gap {year}")),
            language.Say("Ce qui manque", "What is missing")];
        return $"{summary}{Environment.NewLine}{Environment.NewLine}{TextTable.Of([header, .. analysis.Posts.Select(post => Row(post, language))])}";
    }

    internal static string Written(FundingAnalysis analysis, string path, Language language) => language.Say(
        $"Au {Words.LongDate(analysis.AsOf, language)} : {Path.GetFileName(path)} est écrit.",
        $"As of {Words.LongDate(analysis.AsOf, language)}: {Path.GetFileName(path)} is written.");

    private static string[] Row(PostFunding post, Language language) => [
        post.Label,
        post.Agreed.FullyFunded.ToString(language),
        post.Firm.FullyFunded.ToString(language),
        .. post.Years.Take(2).Select(year => Money(year.Agreed.GapAhead, language)),
        post.Missing.IsEmpty ? language.Say("rien", "nothing") : string.Join(", ", post.Missing.Select(missing => missing.InWords(language)))];

    private static string Money(Knowable<Euros> amount, Language language) =>
        amount.TryGet(out Euros known) ? Words.Money(known, language) : language.Say("inconnu", "unknown");
}
