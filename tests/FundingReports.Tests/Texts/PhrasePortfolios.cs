using FundingReports.Portfolios;
using NodaTime;
using static FundingReports.Tests.Texts.Told;

namespace FundingReports.Tests.Texts;

/// <summary>
/// Small portfolios that make the code say what the seeds do not: one of each kind of funder, of source, of term, of change.
/// </summary>
internal static class PhrasePortfolios
{
    private static readonly LocalDate soon = Day(2022, 6, 30), june = Day(2025, 6, 30);

    internal static IEnumerable<FundingAnalysis> All =>
    [
        Of([]),
        Of([Post("1") with { Until = Day(2021, 12, 31) }]),
        Of([Post("1") with { Until = Day(2021, 12, 31) }, Post("2") with { Until = Day(2021, 11, 1) }]),
        Of([Post("1")], State("E", Share(1, 1), Term.Open, "1")),
        Of([Post("1", 0)]), Of([Post("1", 0), Post("2", 0)]),
        Of([Post("1") with { Until = june }, Post("2") with { Until = june }], State("E", Share(1, 1), june, "1", "2").Firm()),
        Of([Post("1")], State("E", Share(1, 1), soon, "1"), State("F", Share(1, 1), june, "1") with { From = Day(2023, 3, 1) }),
        Of([Post("1")],
            State("E", Share(2, 3), june, "1") with { Source = "P", Sources = Post("1").Sources.Add("amount", "P").Add("until", "P") },
            Departement("D", Share(1, 3), june, "1")),
        Of([Post("1")], State("E", Share(1, 4), june, "1") with { Source = "J" },
            Departement("D", Share(3, 4), june, "1") with { Approximate = true, Source = "D" }),
        Of([Post("1")],
            State("E", new Amount.YearlyShares([FundingReports.Share.Of(4, 5), FundingReports.Share.Of(1, 2)]), Day(2023, 6, 30), "1")
                with { Status = CommitmentStatus.Granted },
            Departement("D", new Amount.Balance(), june, "1") with { Status = CommitmentStatus.Granted }),
        Of([Post("1")], State("E", Share(1, 2), june, "1"), Pays("M", "MRS", new Amount.Balance(), "1"),
            State("A", Share(1, 4), june, "1") with { Status = CommitmentStatus.Announced }),
        Of([Post("1")], State("E", Share(1, 2), june, "1"), Pays("M", "COM", new Amount.Balance(), "1"),
            State("A", Share(1, 4), june, "1") with { Status = CommitmentStatus.Announced }),
        Of([Post("1")], State("E", Share(1, 2), june, "1"), Pays("M", "DEP", new Amount.Balance(), "1"),
            State("A", Share(1, 4), june, "1") with { Status = CommitmentStatus.Announced }),
        .. ((string[])["H", "P"])
            .SelectMany(source => ((string[][])[["amount"], ["until"], ["status"], ["amount", "until"], ["amount", "until", "status"]])
                    .Select(of =>
            Of([Post("1")],
                State("E", Share(1, 1), june, "1")
                    with { Sources = of.Aggregate(Post("1").Sources, (all, property) => all.Add(property, source)) }))),
        Of([.. Enumerable.Range(1, 8).Select(i => Post($"{i}"))],
            [.. Enumerable.Range(1, 8).Select(i => State($"E{i}", Share(1, 1), Day(2022 + i, 6, 30), $"{i}"))]),
        Of([.. Enumerable.Range(1, 8).Select(i => Post($"{i}"))],
            [.. Enumerable.Range(1, 8)
                    .Select(i => State($"E{i}", Share(1, 1), Term.Open, $"{i}")
                            with { From = Day(2021, i, 1), Source = i % 2 == 0 ? "P" : "A", Status = i % 3 == 0 ? CommitmentStatus.Granted
                                    : CommitmentStatus.Signed })]),
        // Some of what is announced has no amount, or no term; and what lacks a cent of the whole.
        Of([Post("1")], State("E", Share(1, 2), june, "1"), Announced("A", "CD", Share(1, 8), june),
            Announced("B", "CAF", new Amount.Unknown(), june)),
        Of([Post("1")], State("E", Share(1, 2), june, "1"), Announced("A", "CAF", Share(1, 8), june),
            Announced("B", "CAF", new Amount.Unknown(), Term.Unknown)),
        Of([Post("1")], State("E", Share(1, 2), june, "1"), Announced("A", "CD", Share(1, 8), june),
            Announced("B", "CAF", Share(1, 8), Term.Open)),
        Of([Post("1")], State("E", new Amount.Annual(Euros.FromCents(4_999_999)), june, "1")),
        Of([Post("1") with { Costs = [new(Day(2021, 6, 1), Euros.Of(900_000)) { Source = "A" }] }],
            State("E", new Amount.Annual(Euros.FromCents(89_999_999)), june, "1") with { Cap = Euros.FromCents(89_999_999) }),
        Of([Post("1") with { Costs = [new(Day(2021, 6, 1), Euros.Of(900_000)) { Source = "A" }] }],
            State("E", new Amount.Annual(Euros.FromCents(89_999_999)), june, "1"),
            Departement("D", Share(1, 1), june, "1") with { From = Day(2023, 1, 1) }),
        // The gender and the number of those who pay, at each place of a sentence.
        .. ((string[])["ETAT", "CD", "CAF", "COM", "MRS", "AGG", "HAV", "HAI", "EU", "OPCO", "DEP"])
            .Select(payer => Of([Post("1"), Post("2") with { From = Day(2022, 3, 1) }],
            Pays("E", payer, Share(1, 1), "1"), Pays("F", payer, Share(1, 2), "2"),
            Pays("G", payer, Share(1, 2), "2") with { Status = CommitmentStatus.Announced })),
        // Every day of the year that is said otherwise.
        .. Enumerable.Range(1, 12).Select(month => Of([Post("1")], State("E", Share(1, 1), new LocalDate(2023, month, 1), "1").Firm())),
        Of([Post("1")], Asked(new Campaign("ETAT", "FIPD", 2022) { Closes = Day(2022, 2, 7), Source = "A" }),
            State("E", Share(1, 1), june, "1") with { Line = "FIPD", Instalments = [] }),
        Of([Post("1")], Asked(new Campaign("ETAT", "FIPD", 2022) { Closes = Day(2021, 12, 31), Source = "A" }),
            State("E", Share(1, 1), june, "1") with { Line = "FIPD", Instalments = [] }),
        Of([Post("1")], Asked(new Campaign("ETAT", "FIPD", 2022) { Closes = Day(2022, 3, 1), Source = "A" }),
            State("E", Share(1, 1), june, "1") with { Line = "FIPD", Instalments = [] }),
        Of([Post("1")], Asked(new Campaign("ETAT", "FIPD", 2021) { Closes = Day(2021, 4, 12), Source = "A" }),
            State("E", Share(1, 1), june, "1") with { Line = "FIPD", Instalments = [] }),
        // Many situations, with and without each of what is said of them.
        Many(1), Many(2), Many(3),
        Of([.. Enumerable.Range(1, 8).Select(i => Post($"{i}"))],
            [.. Enumerable.Range(1, 8).Select(i => State($"E{i}", Share(1, 1), Day(2022 + i, 6, 30), $"{i}").Firm())]),
        .. Assumed(),
        // The cost rises over money that stays; a hole with announced money; sums that change every year; a part of which nothing is sure;
        // the firm part sure to a day.
        Of([Post("1") with {
            Costs = [new Cost(Day(2021, 6, 1), Euros.Of(50_000)) { Source = "A" },
                new Cost(Day(2023, 1, 1), Euros.Of(52_000)) { Source = "A" }] }],
            State("E", new Amount.Annual(Euros.Of(50_000)), june, "1")),
        Of([Post("1")], State("E", Share(1, 2), june, "1") with { From = Day(2023, 3, 1), Status = CommitmentStatus.Announced }),
        Of([Post("1")],
            State("E", new Amount.YearlyAmounts([.. Enumerable.Range(1, 8).Select(i => Euros.Of(50_000 - i * 1_000))]), Day(2029, 6, 30),
                "1")),
        Of([Post("1")], State("E", new Amount.YearlyAmounts([.. Enumerable.Repeat(Euros.Of(40_000), 6)]), Day(2027, 6, 30), "1")),
        Of([Post("1", null)], State("E", Share(1, 2), new Term(), "1") with { From = Day(2020, 1, 1) }),
        Of([Post("1")],
            State("E", new Amount.Unknown(), june, "1") with { Instalments = [new Instalment(Day(2022, 1, 1), Day(2022, 12, 31))] },
            State("F", Share(1, 1), june, "1") with { Instalments = [new Instalment(Day(2022, 1, 1), Day(2022, 12, 31))] }),
        Of([Post("1")], State("E", Share(1, 2), june, "1").Firm(), State("F", Share(1, 2), june, "1")),
        Of([.. Enumerable.Range(1, 9).Select(i => Post($"{i}"))],
            State("E", Share(1, 1), june, "1", "2", "3", "4", "5", "6", "7", "8").Firm()),
        Of([.. Enumerable.Range(1, 7).Select(i => Post($"{i}"))], State("E", Share(1, 1), june, "1", "2", "3", "4", "5", "6").Firm()),
        Of([Post("1") with { Until = Day(2021, 12, 31) }, Post("2")], State("E", Share(1, 1), june, "2")),
        Of([Post("1")], State("E", Share(1, 1), june, "1").FirmUntil(Day(2022, 12, 31)), State("F", Share(1, 1), june, "1")),
        Of([Post("1", null)], State("E", Share(1, 2), june, "1") with { Cap = Euros.Of(20_000) }),
        Of([Post("1")], State("E", Share(3, 4), june, "1")), Of([Post("1"), Post("2", null)], State("E", Share(1, 2), june, "1", "2")),
        Of([.. Enumerable.Range(1, 40).Select(i => Post($"{i}"))], State("E", Share(1, 1), june, "1")),
    ];

    /// <summary>Posts of two départements, schemes and lines, one of each not said.</summary>
    internal static FundingAnalysis Grouped => Of(
        [Post("1") with { Departement = "40", Scheme = "FONJEP" }, Post("2") with { Departement = "64" }, Post("3")],
        State("E", Share(1, 2), june, "1") with { Line = "FIPD" }, State("F", Share(1, 2), june, "2", "3"));

    /// <summary>A state, and the next.</summary>
    internal static IEnumerable<(FundingAnalysis Before, FundingAnalysis After)> Changed
    {
        get
        {
            Post[] posts = [Post("1") with { Departement = "40" }, Post("2")];
            Commitment[] promises = [State("E", Share(1, 2), june, "1"), Departement("D", Share(1, 2), june, "1"),
                State("F", Share(1, 1), soon, "2")];
            FundingAnalysis now = Of(posts, promises);
            FundingAnalysis Then(Post[] after, params Commitment[] money) => Of(after, money);
            yield return (now, Then(posts));
            yield return (now, Then([posts[0]], promises[0], promises[1]));
            // The cost rises, of one post and of two, and the sums promised stay.
            Commitment[] sums = [.. posts.Select(post => State($"S{post.Id}", new Amount.Annual(Euros.Of(50_000)), june, post.Id))];
            Post Dearer(Post post) => post with { Costs = post.Costs.Add(new(Day(2024, 1, 1), Euros.Of(55_000)) { Source = "A" }) };
            yield return (Then(posts, sums), Then([posts[0], Dearer(posts[1])], sums));
            yield return (Then(posts, sums), Then([.. posts.Select(Dearer)], sums));
            yield return (Then([posts[0]], promises[0], promises[1]), now);
            yield return (Then([posts[0]], promises[0], promises[1]),
                Then([.. posts[..1], posts[1] with { From = Day(2022, 9, 1) },
                    Post("3") with { From = null, AttestedOn = Day(2022, 1, 1) }], promises));
            yield return (now,
                Then(posts, promises[0] with { Status = CommitmentStatus.Refused },
                    promises[1] with { Status = CommitmentStatus.Requested }, promises[2]));
            yield return (now,
                Then(posts, promises[0] with { Until = soon }, promises[1] with { Line = "FIPD", Cap = Euros.Of(20_000), Funder = "CAF" },
                    promises[2]));
            yield return (now,
                Then(posts, promises[0] with { Withdrawn = new(Day(2022, 3, 1), Day(2022, 2, 1), "A") }, promises[1], promises[2]));
            yield return (Then(posts, promises[0] with { Withdrawn = new(Day(2022, 3, 1), Day(2022, 2, 1), "A") }), now);
            yield return (now,
                Then([posts[0]
                        with { Label = "Intervenant social", Departement = "64", Fte = 0.5m, Until = june,
                            Costs = [new Cost(Day(2021, 6, 1), Euros.Of(51_000)) { Source = "A" }],
                            Employers = [new(null, "Association")] }, posts[1] with { Until = Day(2021, 12, 31) }], promises));
            yield return (now,
                Then([posts[0] with { Id = "9" }, posts[1] with { Id = "8", Label = "Poste 1" }],
                    promises[0] with { Id = "E9", Posts = ["9"], References = posts[0].References.Add("convention", "12") }));
            yield return (Then(posts, promises[0] with { Status = CommitmentStatus.Requested }),
                Then(posts, promises[0] with { Status = CommitmentStatus.Refused }));
            yield return (Then(posts, promises[0] with { Status = CommitmentStatus.Requested }), Then(posts));
            yield return (now, Then(posts, promises[0] with { Status = CommitmentStatus.Refused }, promises[1], promises[2]));
            PortfolioFacts acted = Then([Post("1")], promises[0]).Portfolio.Facts;
            yield return (Then([Post("1", 50_000, "H")], promises[0]), Portfolio.Create(acted with { Sources = [Act] }).Analyze(AsOf));
            Post Twin(string id) =>
                Post(id) with { Departement = "40", Label = "Poste", References = posts[0].References.Add("convention", "12") };
            yield return (Then([Twin("1"), Twin("2")], promises[0] with { References = posts[0].References.Add("convention", "12") }),
                Then([Twin("3"), Twin("4")],
                    promises[0] with { Id = "E8", Posts = ["3"], References = posts[0].References.Add("convention", "12") },
                    promises[0] with { Id = "E9", Posts = ["4"], References = posts[0].References.Add("convention", "12") }));
            yield return (Of(posts, promises), Portfolio.Create(now.Portfolio.Facts).Analyze(Day(2022, 7, 1)));
            yield return (Of(posts, promises), Portfolio.Create(now.Portfolio.Facts).Analyze(Day(2026, 1, 1)));
        }
    }

    // Twelve posts, of which each is in a situation of its own.
    private static FundingAnalysis Many(int some) => Of(
        [.. Enumerable.Range(1, 12).Select(i => i == 12 && some > 1 ? Post("12") with { Until = Day(2021, 12, 31) } : Post($"{i}"))],
        [
            .. Enumerable.Range(1, 4)
                .Select(i => State($"E{i}", Share(1, 1), Day(2021 + i, 6, 30), $"{i}")
                        .FirmUntil(i <= some ? Day(2021 + i, 6, 30) : Day(2022, 3, 31))), State("E5", Share(1, 1), Term.Open, "5"),
            .. Enumerable.Range(6, some).Select(i => State($"E{i}", Share(1, i), june, $"{i}")),
            .. Enumerable.Range(9, some - 1)
                .Select(i => State($"E{i}", Share(1, 2), june, $"{i}") with { Status = CommitmentStatus.Announced }),
        ]);

    private static IEnumerable<FundingAnalysis> Assumed()
    {
        yield return Of([Post("1", 50_000, "H")], State("E", Share(1, 2), soon, "1"));
        yield return Of([Post("1", 50_000, "H"), Post("2", 60_000, "H")], State("E", Share(1, 2), soon, "1", "2") with { Source = "H" });
        Post old = Post("1") with { Costs = [new Cost(Day(2019, 1, 1), Euros.Of(50_000)) { Source = "A", DecidedOn = Day(2019, 1, 1) }] };
        yield return Of([old], State("E", Share(1, 2), soon, "1"));
        yield return Of(
            [old, Post("2") with { Costs = [new Cost(Day(2020, 1, 1), Euros.Of(50_000)) { Source = "A", DecidedOn = Day(2020, 1, 1) }] }],
            State("E", Share(1, 2), soon, "1", "2"));
    }

    private static Commitment Pays(string id, string payer, Amount amount, string post) =>
        State(id, amount, june, post) with { Funder = payer };

    private static Commitment Announced(string id, string payer, Amount amount, Term until) =>
        State(id, amount, until, "1") with { Funder = payer, Status = CommitmentStatus.Announced };

    private static Campaign[] Asked(params Campaign[] campaigns) => campaigns;

    private static FundingAnalysis Of(Post[] posts, params Commitment[] promises) => Of(posts, [], promises);

    private static FundingAnalysis Of(Post[] posts, Campaign[] campaigns, params Commitment[] promises) =>
        Portfolio.Create(new PortfolioFacts
    {
        Sources = [Act, Press, Statement, Assumption, new("J", SourceKind.Dataset, "Subventions publiées")],
        Funders =
        [
            new("ETAT", "État", FunderKind.State), new("CD", "Département des Landes", FunderKind.CollectiviteDepartementale),
            new("CAF", "CAF des Landes", FunderKind.SocialSecurity), new("COM", "Commune de Dax", FunderKind.Commune),
            new("MRS", "Communes du bassin", FunderKind.Other), new("AGG", "Agglomération d'Agen", FunderKind.Epci),
            new("HAV", "Ville du Havre", FunderKind.Commune),
            new("HAI", "Conseil départemental de l'Hérault", FunderKind.CollectiviteDepartementale),
            new("EU", "Union européenne", FunderKind.Europe), new("OPCO", "Uniformation", FunderKind.Other),
            new("DEP", "Départements associés", FunderKind.Other),
        ],
        Posts = [.. posts],
        Commitments = [.. promises],
        Campaigns = [.. campaigns],
    }).Analyze(AsOf);
}
