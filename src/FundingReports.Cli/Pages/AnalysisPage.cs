using System.Globalization;
using FundingReports.Cli.Host;
using FundingReports.Portfolios;
using FundingReports.Sentences;
using FundingReports.Wording;

namespace FundingReports.Cli.Pages;

/// <summary>Shows the answers on a terminal: the summary, then one line per post.</summary>
internal static class AnalysisPage
{
    private const int NearestRequests = 3;

    internal static string Of(FundingAnalysis analysis, Language language)
    {
        string summary = analysis.Summary(language);
        string waiting = analysis.Portfolio.Waiting(language) ?? "";
        if (analysis.Posts.IsEmpty)
            return waiting.Length == 0 ? summary : string.Join(Environment.NewLine + Environment.NewLine, summary, waiting);
        string[] header = [
            language.Say("Poste", "Post"),
            language.Say("Conventionné", "Agreed"),
            language.Say("Ferme", "Firm"),
            .. Shown(analysis, analysis.Posts[0]).Select(year => year.Year.ToString(CultureInfo.InvariantCulture)).Select(year =>
                language.Say($"Reste à financer {year}", $"Gap {year}")),
            language.Say("Risque", "Risk"),
            language.Say("Ce qui manque", "What is missing")];
        string posts = TextTable.Of([header, .. analysis.Posts.Select(post => Row(analysis, post, language))]);
        string[] requests =
            [.. analysis.Requests.Take(NearestRequests).Select(request => "- " + request.Sentence(analysis.AsOf, language))];
        string[] balances =
            [.. analysis.Findings.Where(finding => finding.IsOfFirstRank).Select(finding => "- " + finding.Message(language))];
        string[] schemes = [.. analysis.SchemeFindings.Select(finding => "- " + finding.Message(language))];
        return string.Join(Environment.NewLine + Environment.NewLine, new[]
        {
            summary,
            posts,
            Section(language.Say("À savoir d'abord :", "To be known first:"), balances),
            waiting,
            Section(language.Say("À demander d'abord :", "To be requested first:"), requests),
            Section(language.Say("Règles des dispositifs :", "Rules of the schemes:"), schemes),
        }.Where(part => part.Length > 0));
    }

    /// <summary>The years that are shown: the as-of year and the one after it.</summary>
    private static IEnumerable<PostYear> Shown(FundingAnalysis analysis, PostFunding post) =>
        post.Years.Where(year => year.Year >= analysis.AsOf.Year).Take(2);

    private static string Section(string heading, string[] lines) =>
        lines.Length == 0 ? "" : string.Join(Environment.NewLine, [heading, .. lines]);

    internal static string Written(FundingAnalysis analysis, string path, Language language) => language.Say(
        $"{Path.GetFileName(path)} est écrit : situation au {Words.LongDate(analysis.AsOf, language)}.",
        $"{Path.GetFileName(path)} is written, as of {Words.LongDate(analysis.AsOf, language)}.");

    private static string[] Row(FundingAnalysis analysis, PostFunding post, Language language) => [
        post.Label,
        post.Agreed.FullyFundedUntil.ToString(language),
        post.Firm.FullyFundedUntil.ToString(language),
        .. Shown(analysis, post).Select(year => Money(year.Agreed.Gap, !year.Assumptions.IsEmpty, language)),
        post.Risk?.Level.InWords(language) ?? "—",
        post.Missing.IsEmpty
            ? language.Say("rien", "nothing") : string.Join(", ", post.Missing.Select(missing => missing.InWords(language)))];

    private static string Money(Knowable<Euros> amount, bool assumed, Language language) => amount.InWords(language)
        + (assumed && amount.TryGet(out Euros known) && known.Cents != 0 ? language.Say(" (hypothèse)", " (assumed)") : "");
}
