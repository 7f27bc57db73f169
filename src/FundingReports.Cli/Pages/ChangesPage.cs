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
        Add(language.Say("Engagements", "Promises"),
            changes.Promises.Where(promise => promise.IsChange).Select(promise => changes.Sentence(promise, language)));
        Add(language.Say("En attente d'un poste", "Waiting for a post"), changes.Awaiting.Select(change => change.Sentence(language)));
        if (Money(changes, language) is { Count: > 0 } money)
            parts.Add(TextTable.Of([Header(language), .. money]));
        return string.Join(Environment.NewLine + Environment.NewLine, parts);

        void Add(string title, IEnumerable<string> sentences)
        {
            string[] lines = [.. sentences.Select(sentence => $"- {Clean(sentence)}")];
            if (lines.Length > 0)
                parts.Add(string.Join(Environment.NewLine, lines.Prepend(title)));
        }
    }

    private static string[] Header(Language language) => [
        language.Say("Argent conventionné", "Agreed money"), language.Say("Financeur", "Funder"),
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
        ? Words.Money(exact, language)
            + (exact != Euros.Zero && RestsOnAnAssumption(analysis, funder, year) ? language.Say(" (hypothèse)", " (assumed)") : "")
        : language.Say($"inconnu (part connue : {Words.Money(total.KnownPart, language)})",
            $"unknown (known part: {Words.Money(total.KnownPart, language)})");

    // In doubt it is said: a word too many misleads nobody.
    private static bool RestsOnAnAssumption(FundingAnalysis analysis, Funder? funder, int year) =>
        funder is not null && analysis.Posts.Any(post =>
        post.Years.Where(own => own.Year == year).SelectMany(own => own.Cells).Any(cell => cell.Commitment.Funder == funder.Id
            && (IsAssumed(analysis, cell.Commitment.Source) || cell.Commitment.Sources.Values.Any(id => IsAssumed(analysis, id))
                || post.Post.Costs.Any(cost => IsAssumed(analysis, cost.Source)))));

    private static bool IsAssumed(FundingAnalysis analysis, string? source) =>
        analysis.Portfolio.FindSource(source)?.Kind is SourceKind.Assumption;

    /// <summary>A label cannot drive the terminal.</summary>
    private static string Clean(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
