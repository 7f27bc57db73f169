using FundingReports.Changes;
using FundingReports.Portfolios;
using FundingReports.Tests.Changes;
using NodaTime;

namespace FundingReports.Tests.Sentences;

/// <summary>What became of a portfolio: of its posts, of its promises, of its money.</summary>
internal static class ChangeSituations
{
    private static readonly LocalDate question = new(2022, 2, 8), afterTheTerm = new(2023, 8, 1);

    internal static IEnumerable<(string Name, PortfolioChanges Changes)> All =>
    [
        ("Nothing changed", ChangesOf.To(ChangesOf.Facts)),
        ("A smaller share", ChangesOf.To(ChangesOf.With(one => one with { Amount = new Amount.OfCost(Share.Of(2, 5)) }))),
        .. Promises.Select(change => (change.Name, ChangesOf.To(change.After))),
        .. Posts.Select(change => (change.Name, PostChanged(change.After))),
        ("A cost that rises over sums that stay", CostRises),
        ("The facts of the Landes, then with assumptions",
            Landes("portfolio.json", question, "portfolio-with-assumptions.json", question)),
        ("The facts of the Landes on two days", Landes("portfolio.json", question, "portfolio.json", afterTheTerm)),
    ];

    /// <summary>What may become of the promise C1.</summary>
    internal static IEnumerable<(string Name, PortfolioFacts After)> Promises =>
    [
        ("A later term", ChangesOf.With(one => one with { Until = new LocalDate(2024, 12, 31) })),
        ("An earlier term", ChangesOf.With(one => one with { Until = Term.On(PartialDate.Of(2022)) })),
        ("Granted, no longer signed", ChangesOf.With(one => one with { Status = CommitmentStatus.Granted })),
        ("Refused", ChangesOf.With(one => one with { Status = CommitmentStatus.Refused })),
        ("A sum with a cap, no longer a share",
            ChangesOf.With(one => one with { Amount = new Amount.Annual(Euros.Of(20_000)), Cap = Euros.Of(15_000) })),
        ("Another funder", ChangesOf.With(one => one with { Funder = "D" })),
        ("Withdrawn", ChangesOf.With(one => one with { Withdrawn = new(new LocalDate(2022, 6, 1), new LocalDate(2022, 1, 15), "A") })),
        ("No longer there", ChangesOf.Facts with { Commitments = [ChangesOf.Facts.Commitments[1]] }),
    ];

    /// <summary>What a post P0 with a reference may become.</summary>
    internal static IEnumerable<(string Name, Post After)> Posts =>
    [
        ("Another post, older than the old state", ChangesOf.Post("P2")),
        ("Another post, to come", ChangesOf.Post("P2") with { From = new LocalDate(2022, 9, 1) }),
        ("Another name and working time, the same reference", Known with { Id = "P9", Label = "Autre", Fte = 0.5m }),
    ];

    private static Post Known => ChangesOf.Post("P0") with { References = ChangesOf.Reference("FONJEP", "J1") };

    internal static PortfolioChanges PostChanged(Post after)
    {
        PortfolioFacts before = ChangesOf.Facts with { Posts = [Known], Commitments = [] };
        return ChangesOf.To(before with { Posts = [after] }, before);
    }

    /// <summary>Two sums pay the whole cost until it rises.</summary>
    internal static PortfolioChanges CostRises
    {
        get
        {
            Commitment Sum(string id, string funder) =>
                ChangesOf.Half(id, funder, new(2023, 12, 31), "P1") with { Amount = new Amount.Annual(Euros.Of(25_000)) };
            PortfolioFacts before = ChangesOf.Facts with { Commitments = [Sum("C1", "E"), Sum("C2", "D")] };
            Post post = before.Posts[0];
            Cost higher = new(new LocalDate(2023, 1, 1), Euros.Of(52_000)) { Source = "A" };
            return ChangesOf.To(before with { Posts = [post with { Costs = [.. post.Costs, higher] }] }, before);
        }
    }

    /// <summary>The summary, then what became of each post and of each promise.</summary>
    internal static Situation Situation(string name, PortfolioChanges changes) => new(name, language =>
    [
        changes.Summary(language),
        .. changes.Posts.Select(post => changes.Sentence(post, language)),
        .. changes.Promises.Select(promise => changes.Sentence(promise, language)),
    ]);

    private static PortfolioChanges Landes(string before, LocalDate on, string after, LocalDate later)
    {
        static FundingAnalysis Of(string file, LocalDate day) => Portfolio.Load(Repository.PathOf("seeds", "landes", file)).Analyze(day);
        return PortfolioChanges.Between(Of(before, on), Of(after, later));
    }
}
