using System.Globalization;
using FundingReports.Portfolios;
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
        return $"{summary}{Environment.NewLine}{Environment.NewLine}{TextTable.Of([header, .. analysis.Posts.Select(post => Row(analysis, post, language))])}";
    }

    internal static string Written(FundingAnalysis analysis, string path, Language language) => language.Say(
        $"Au {Words.LongDate(analysis.AsOf, language)} : {Path.GetFileName(path)} est écrit.",
        $"As of {Words.LongDate(analysis.AsOf, language)}: {Path.GetFileName(path)} is written.");

    private static string[] Row(FundingAnalysis analysis, PostFunding post, Language language) => [
        post.Label,
        post.Agreed.FullyFunded.ToString(language),
        post.Firm.FullyFunded.ToString(language),
        .. post.Years.Take(2).Select(year => Money(year.Agreed.GapAhead, RestsOnAnAssumption(analysis, post), language)),
        post.Missing.IsEmpty ? language.Say("rien", "nothing") : string.Join(", ", post.Missing.Select(missing => missing.InWords(language)))];

    private static string Money(Knowable<Euros> amount, bool assumed, Language language) => !amount.TryGet(out Euros known)
        ? language.Say("inconnu", "unknown")
        : Words.Money(known, language) + (assumed && known.Cents != 0 ? language.Say(" (hypothèse)", " (assumed)") : "");

    private static bool RestsOnAnAssumption(FundingAnalysis analysis, PostFunding post) =>
        post.Post.Costs.Any(cost => analysis.Portfolio.FindSource(cost.Source)?.Kind is SourceKind.Assumption);
}
