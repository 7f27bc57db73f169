using FundingReports.Portfolios;
using FundingReports.Tests;
using NodaTime;

namespace FundingReports.Web.Tests;

/// <summary>The files that are given to the page, and the days on which they are read.</summary>
internal static class Samples
{
    internal static LocalDate LandesDay { get; } = new(2022, 2, 8);

    internal static LocalDate SixDay { get; } = new(2026, 11, 26);

    internal static string Landes => Repository.PathOf("seeds", "landes", "portfolio.json");

    internal static string Six => Repository.PathOf("tests", "corpus", "six-postes", "portfolio.json");

    /// <summary>The headers of a form with years as columns, and the beginning of each of its lines.</summary>
    internal const string Headers = "Poste;Lieu;Coût 2026;Financeur;2026;Statut\n";

    /// <summary>The posts of the Landes, many times.</summary>
    internal static Portfolio Many(int count)
    {
        PortfolioFacts facts = Portfolio.Load(Landes).Facts;
        // Each copy has all posts and all that is promised to them, so that the last copy may bring more than is asked for.
        var copies = Enumerable.Range(0, (count + facts.Posts.Length - 1) / facts.Posts.Length).ToList();
        HashSet<string> kept = [.. copies.SelectMany(copy => facts.Posts.Select(post => $"{post.Id}-{copy}")).Take(count)];
        return Portfolio.Create(facts with
        {
            Posts = [.. copies.SelectMany(copy => facts.Posts.Select(
                post => post with { Id = $"{post.Id}-{copy}", Label = $"{post.Label} {copy}" })).Where(post => kept.Contains(post.Id))],
            Commitments = [.. copies.SelectMany(copy => facts.Commitments.Select(one => one with
            {
                Id = $"{one.Id}-{copy}", Amends = one.Amends is { } amended ? $"{amended}-{copy}" : null,
                Posts = [.. one.Posts.Select(post => $"{post}-{copy}").Where(kept.Contains)], References = one.References.Clear(),
            })).Where(one => !one.Posts.IsEmpty)],
            Awaiting = [], Payments = [],
        });
    }
}
