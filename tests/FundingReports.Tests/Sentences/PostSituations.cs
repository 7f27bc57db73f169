using System.Collections.Immutable;
using FundingReports.Portfolios;
using FundingReports.Testing;
using static FundingReports.Tests.Sentences.Costed;

namespace FundingReports.Tests.Sentences;

/// <summary>What the sentences about one post tell apart: who stops paying, what is firm, what steps down, who bears the rest.</summary>
internal static class PostSituations
{
    private static readonly Share fourFifths = Share.Of(4, 5), half = Share.Of(1, 2), quarter = Share.Of(1, 4), eighth = Share.Of(1, 8);

    private static Given Post => Posts("Poste 1");

    private static Given PostWithoutCost => WithoutCost("Poste 1");

    internal static IEnumerable<(string Name, Given Given)> All =>
    [
        .. Parts, .. Announcements, .. Steps,
        ("A firm instalment, then one that no act has made firm", Post
            .Signed(State, Share.Whole, Paid, "2022-12-31", firmUntil: "2022-12-31").Signed(State, Share.Whole, "2023-01-01", July2023)),
        ("The next instalment is not firm", Post.Signed(State, Share.Whole, Paid, July2023, firmUntil: "2022-12-31")),
        ("A balance that would bear what was only announced", Post
            .Signed(Departement, Pays.TheBalance, Paid, June2025).Announced(State, fourFifths, "2024-01-01", "2024-12-31")),
        ("A balance of the CAF", Post.Signed(Caf, Pays.TheBalance, Paid, June2025)),
        ("A year funded in part, the cost unknown", PostWithoutCost.Signed(State, Share.Whole, Paid, July2023)),
        ("Known from the press, the term assumed", PostWithoutCost.Signed(State, Share.Whole, Paid, July2023).FromThePress()
            .But(promise => promise with { Sources = ImmutableSortedDictionary<string, string>.Empty.Add("until", "H") })),
        ("Half only", Post.Signed(State, half, Paid, "2023-12-31")),
        ("Two posts of which the same is said", Posts("Poste 1", "Poste 2")
            .Signed(State, Share.Whole, Paid, June2025, firmUntil: June2025, posts: ["Poste 1", "Poste 2"])),
        ("A label of two lines", WithoutCost("Dax\npuis Parentis")),
    ];

    // A cent short of the whole is not « en totalité », nor a cent short of a half « pour moitié ».
    private static IEnumerable<(string Name, Given Given)> Parts =>
        from part in ((decimal Cost, decimal Pays)[])
        [
            (100_000, 50_000), (100_000, 99_999.99m), (100_000, 49_999.99m), (100_000, 1), (99_999.99m, 33_333.33m), (100_000, 33_333.33m),
        ]
        from whole in (bool[])[false, true]
        select (
            string.Create(System.Globalization.CultureInfo.InvariantCulture,
                $"{part.Pays:0.00} of {part.Cost:0.00}, {(whole ? "as a sum of four years" : "a year")}"),
            Nobody.AndPost("Poste 1", part.Cost, Begins)
                .Signed(State, whole ? Pays.Total(4 * part.Pays) : part.Pays, Paid, June2025));

    // Nobody has said how much the CAF gives; the Département's part is said by it.
    private static IEnumerable<(string Name, Given Given)> Announcements
    {
        get
        {
            Given agreed = Post.Signed(State, half, Paid, June2025);
            return
            [
                ("Announced by two, one without amount", Said(Said(agreed, Departement, quarter), Caf, Pays.NotPublished)),
                ("Announced by one, in part without amount", Said(Said(agreed, Caf, quarter), Caf, Pays.NotPublished)),
                ("Announced without amount", Said(agreed, Caf, Pays.NotPublished)),
                ("Announced with an amount", Said(agreed, Departement, quarter)),
                ("Announced in part without known term", Said(Said(agreed, Departement, eighth), Caf, eighth, until: null)),
                ("Announced in part without term", Said(Said(agreed, Departement, eighth), Caf, eighth, until: "open")),
                ("Announced by two, one without amount, and nothing agreed",
            Said(Said(Post, Departement, quarter), Caf, Pays.NotPublished)),
                ("Announced to a term of its own",
                    Said(PostWithoutCost.Signed(State, half, Paid, June2025), Caf, Pays.NotPublished, until: "2023")),
            ];
            static Given Said(Given given, string by, Pays pays, string? until = "2023-12-31") => given.Announced(by, pays, Paid, until);
        }
    }

    private static IEnumerable<(string Name, Given Given)> Steps =>
    [
        ("A step down that a balance bears", Post
            .Signed(State, Pays.YearByYear([fourFifths, half, Share.Of(3, 10)]), Paid, "2024-06-30", firmUntil: "2024-06-30")
            .Signed(Departement, Pays.TheBalance, Paid, "2024-06-30", firmUntil: "2024-06-30")),
        ("A step down that nothing makes up for", Post.Signed(State, Pays.YearByYear([fourFifths, half]), Paid, "2023-06-30")),
        ("A step down that ends full funding", Post
            .Signed(State, Pays.YearByYear([fourFifths, half]), Paid, "2023-06-30")
                .Signed(Departement, Share.Of(1, 5), Paid, "2023-06-30")),
    ];
}
