using System.Globalization;
using FundingReports.Changes;
using FundingReports.Cli.Host;
using FundingReports.Portfolios;
using FundingReports.Sentences;
using FundingReports.Wording;

namespace FundingReports.Cli.Pages;

/// <summary>
/// What changed, on a terminal: the paragraph, a line for each post and promise that changed, and the agreed money by funder.
/// </summary>
internal static class ChangesPage
{
    internal static string Of(PortfolioChanges changes, Language language)
    {
        List<string> parts = [changes.Summary(language)];
        Add(language.Say("Postes", "Posts"), changes.Posts.Where(post => post.IsChange).Select(post => changes.Sentence(post, language)));
        Add(language.Say("Financements", "Promises"),
            changes.Promises.Where(promise => promise.IsChange).Select(promise => changes.Sentence(promise, language)));
        Add(language.Say("En attente d'un poste", "Waiting for a post"), changes.Awaiting.Select(change => change.Sentence(language)));
        if (Money(changes, language) is { Count: > 0 } money)
            parts.Add(TextTable.Of([Header(language), .. money]));
        return string.Join(Environment.NewLine + Environment.NewLine, parts);

        void Add(string title, IEnumerable<string> sentences)
        {
            string[] lines = [.. sentences.Select(sentence => $"- {Words.OneLine(sentence)}")];
            if (lines.Length > 0)
                parts.Add(string.Join(Environment.NewLine, lines.Prepend(title)));
        }
    }

    private static string[] Header(Language language) => [
        language.Say("Crédits conventionnés", "Agreed money"), language.Say("Financeur", "Funder"),
        language.Say("Avant", "Before"), language.Say("Après", "After"), language.Say("Différence", "Difference")];

    private static List<string[]> Money(PortfolioChanges changes, Language language) => [
        .. changes.Years.Where(year => year.View is FundingView.Agreed)
            .SelectMany(year => year.Funders.Where(funder => funder.Money.IsChange).Select(funder => (string[])[
                year.Year.ToString(CultureInfo.InvariantCulture), funder.Funder.Name,
                Figure(changes.Before, funder.Before, funder.Money.Before, year.Year, language),
                    Figure(changes.After, funder.After, funder.Money.After, year.Year, language),
                funder.Money.Difference.TryGet(out Euros difference)
                    ? (difference > Euros.Zero ? "+" : "") + Words.Money(difference, language) : language.Say("inconnue", "unknown")]))];

    private static string Figure(FundingAnalysis analysis, Funder? funder, Totals.Total total, int year, Language language) =>
        total.Exact.TryGet(out Euros exact)
        ? Words.Money(exact, language) + (exact != Euros.Zero && funder is not null && !analysis.Assumptions.Money(funder, year).IsEmpty
            ? language.Say(" (hypothèse)", " (assumed)") : "")
        : language.Say($"inconnu (part connue : {Words.Money(total.KnownPart, language)})",
            $"unknown (known part: {Words.Money(total.KnownPart, language)})");
}
