using FundingReports.Portfolios;
using FundingReports.Testing;
using NodaTime;
using static FundingReports.Tests.Sentences.Costed;

namespace FundingReports.Tests.Sentences;

/// <summary>What the summary tells apart: how far the money goes, how sure it is, and what is not known.</summary>
internal static class SummarySituations
{
    /// <summary>The one situation of many posts.</summary>
    internal const string Thirty = "Thirty posts, counted by the year in which their money ends";

    private static Given Post => Posts("Poste 1");

    private static Given PostWithoutCost => WithoutCost("Poste 1");

    internal static IEnumerable<(string Name, Given Given)> All =>
    [
        ("No post", Nobody),
        ("One post, firm throughout", Posts("Poste 6")
            .Signed(State, Share.Of(3, 10), Paid, June2025, firmUntil: June2025)
            .Signed(Departement, Share.Of(7, 10), Paid, June2025, firmUntil: June2025)),
        ("Both posts have ended", Nobody
            .AndPost("Poste 1", 50_000, Begins, "2021-12-31").AndPost("Poste 2", 50_000, Begins, "2021-11-30")),
        ("A promise without term", Post.Signed(State, Share.Whole, Paid, "open")),
        ("A post funded to its own end", Nobody
            .AndPost("Poste 1", 50_000, Begins, "2024-12-31").Signed(State, Share.Whole, Paid, "2024-12-31")),
        ("Two thirds only", Post.Signed(State, Share.Of(2, 3), Paid, June2025)),
        ("Nothing now, funded later", Post.Signed(State, Share.Whole, "2022-09-01", June2025)),
        ("A hole, after which funding resumes", PostWithoutCost
            .Signed(State, Share.Whole, Paid, "2022-12-31").Signed(State, Share.Whole, "2023-03-01", June2025)),
        ("A cost of zero", Nobody.AndPost("Poste 1", 0, Begins)),
        // Days that cost nothing and days that are paid in full have the same coverage; only the first cost nothing.
        ("A cost of zero that ends within the funded run", Post
            .Costing((2021, 6, 0), (2023, 1, 50_000)).Signed(State, Share.Whole, Paid, June2025)),
        ("Nobody pays", PostWithoutCost),
        ("Money asked for alone", PostWithoutCost.Requested(State, Share.Whole, Paid, June2025)),
        ("Four fifths announced, by the press", PostWithoutCost.Announced(State, Share.Of(4, 5), Paid, June2025).FromThePress()),
        ("Announced money beyond the agreed", PostWithoutCost
            .Signed(State, Share.Whole, Paid, June2025).Announced(Departement, Share.Whole, "2025-07-01", "2026-06-30")),
        ("A term that nobody knows", PostWithoutCost.Signed(State, Share.Whole, Paid)),
        ("An amount that nobody has published", PostWithoutCost.Signed(Caf, Pays.NotPublished, Paid, June2025)),
        ("Granted, not signed", PostWithoutCost.Granted(State, Share.Whole, Paid, June2025)),
        ("A supposed cost", Post
            .ButPost(post => post with { Costs = [post.Costs[0] with { Source = "H" }] }).Signed(State, Share.Whole, Paid, June2025)),
        ("A cost of 2020, held constant", Post.Costing((2020, 1, 50_000)).Signed(State, Share.Whole, Paid, June2025)),
        ("A post to come", Nobody.AndPost("Poste 1", 50_000, "2022-04-01").Signed(State, Share.Whole, "2022-04-01", June2025)),
        ("Four posts in three situations", WithoutCost("Poste 1", "Poste 2", "Poste 3", "Poste 4")
            .Signed(State, Share.Whole, Paid, June2025, posts: ["Poste 1", "Poste 2"])
            .Signed(State, Share.Whole, Paid, "2024-12-31", posts: ["Poste 3"])),
        (Thirty, Enumerable.Range(1, 28).Aggregate(
            WithoutCost([.. Enumerable.Range(1, 30).Select(i => $"Poste {i}")]),
            (given, i) => given.Signed(State, Share.Whole, Paid, MonthAfter(i), posts: [$"Poste {i}"]))),
    ];

    private static string MonthAfter(int months) => $"{new LocalDate(2022, 12, 31).PlusMonths(months):uuuu'-'MM'-'dd}";
}
