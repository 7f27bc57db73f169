using FundingReports.Portfolios;
using FundingReports.Validation;
using NodaTime;

namespace FundingReports.Exchange.Tests;

/// <summary>« Même poste ? »: what a yes makes of the facts, and what it does not choose.</summary>
public class DoublesTests
{
    private const string social = "Intervenante sociale", misspelt = "Intervenante socialle";
    private static readonly LocalDate asOf = new(2026, 6, 1);

    private static PortfolioFacts Facts(params Post[] posts) => new()
    {
        Funders =
        [
            new("S", "État", FunderKind.State), new("D", "Département des Landes", FunderKind.CollectiviteDepartementale),
            new("D2", "Departement des Landes", FunderKind.Other),
        ],
        Posts = [.. posts],
        Commitments =
        [
            new("A", "S", [posts[0].Id], new LocalDate(2026, 1, 1), new Amount.Annual(Euros.Of(20_000)))
                { Until = new LocalDate(2026, 12, 31), Status = CommitmentStatus.Signed, DecidedOn = new LocalDate(2026, 1, 1) },
            new("B", "D", [posts[1].Id], new LocalDate(2026, 1, 1), new Amount.Annual(Euros.Of(30_000)))
                { Until = new LocalDate(2026, 12, 31), Status = CommitmentStatus.Signed, DecidedOn = new LocalDate(2026, 1, 1) },
            new("C", "D2", [posts[2].Id], new LocalDate(2026, 1, 1), new Amount.Annual(Euros.Of(1_000)))
                { Until = new LocalDate(2026, 12, 31), Status = CommitmentStatus.Signed, DecidedOn = new LocalDate(2026, 1, 1) },
        ],
    };

    private static Post Post(string id, string label, int? cost = null) => new(id, label)
    {
        Places = ["Dax"], From = new LocalDate(2026, 1, 1),
        Costs = cost is { } sum ? [new(new LocalDate(2026, 1, 1), Euros.Of(sum))] : [],
    };

    private static Problem[] Asked(PortfolioFacts facts) => [.. Portfolio.Create(facts).Findings.Where(Doubles.Asks)];

    private static IEnumerable<Problem> AskedOfPosts(PortfolioFacts facts) =>
        Asked(facts).Where(problem => problem.Path.StartsWith("posts", StringComparison.Ordinal));

    [Fact]
    public void Yes_MakesOnePost_PaidByBoth_AndSaysSo()
    {
        PortfolioFacts facts = Facts(Post("P1", social, 50_000), Post("P2", misspelt), Post("P3", "Référent"));
        Problem[] asked = Asked(facts);
        Assert.Equal(["funders[2].name", "posts[1].label"], asked.Select(problem => problem.Path));
        JoinedPortfolio joined = Doubles.Join(facts, asked);
        Assert.Equal(["P1", "P3"], joined.Portfolio!.Posts.Select(post => post.Id));
        Assert.Equal(["S", "D"], joined.Portfolio.Funders.Select(funder => funder.Id));
        Assert.Equal(["A S P1", "B D P1", "C D P3"], joined.Portfolio.Commitments.Select(one => $"{one.Id} {one.Funder} {one.Posts[0]}"));
        // 20 000 + 30 000 for a cost of 50 000.
        Assert.Equal(Euros.Zero, joined.Portfolio.Analyze(asOf).Post("P1").Year(2026).Agreed.Gap.Value);
        Assert.Equal(["Réponse donnée à la lecture : le financeur « Departement des Landes » est « Département des Landes »",
            "Réponse donnée à la lecture : le poste « Intervenante socialle » est « Intervenante sociale »"],
            joined.Portfolio.Sources.Select(source => source.Title).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(joined.Problems, Doubles.Asks);
    }

    /// <summary>A problem of what was the third post names the third, and not the second: a caller knows it by no other name.</summary>
    [Fact]
    public void Places_AreThoseOfBefore()
    {
        PortfolioFacts facts = Facts(Post("P1", social, 50_000), Post("P2", misspelt), Post("P3", "Référent"));
        JoinedPortfolio joined = Doubles.Join(facts, AskedOfPosts(facts));
        var found = joined.AsBefore(joined.Portfolio!.Analyze(asOf).Findings.Where(problem => problem.Path.StartsWith("posts[1]",
            StringComparison.Ordinal)));
        Assert.NotEmpty(found);
        Assert.All(found, problem => Assert.StartsWith("posts[2]", problem.Path, StringComparison.Ordinal));
    }

    [Fact]
    public void WhatTheTwoSayOtherwise_IsAnError_AndNothingIsChosen()
    {
        PortfolioFacts facts = Facts(Post("P1", "Intervenante sociale", 50_000), Post("P2", "Intervenante socialle", 48_000),
            Post("P3", "Référent"));
        JoinedPortfolio joined = Doubles.Join(facts, AskedOfPosts(facts));
        Assert.Null(joined.Portfolio);
        Problem said = Assert.Single(joined.Problems, problem => problem.Severity is Severity.Error);
        Assert.Equal((ProblemCode.ReturnsDisagree, "posts[0].costs"), (said.Code, said.Path));
        Assert.Contains("48", said.Message(Language.French), StringComparison.Ordinal);
    }

    [Fact]
    public void SamePromise_CountsOnce_AndItsPaymentsStay()
    {
        PortfolioFacts facts = Facts(Post("P1", "Intervenante sociale", 50_000), Post("P2", "Médiateur"), Post("P3", "Référent"));
        Commitment twice = facts.Commitments[0] with { Id = "A bis" };
        facts = facts with
        {
            Commitments = facts.Commitments.Add(twice),
            Payments = [new("V", Euros.Of(5_000)) { Commitment = "A bis", PaidOn = new LocalDate(2026, 3, 1) }],
        };
        Problem asked = Assert.Single(Asked(facts), problem => problem.Code is ProblemCode.SamePromise);
        JoinedPortfolio joined = Doubles.Join(facts, [asked]);
        Assert.Equal(["A", "B", "C"], joined.Portfolio!.Commitments.Select(one => one.Id));
        Assert.Equal("A", Assert.Single(joined.Portfolio.Payments).Commitment);
        Assert.Equal("20000.00", joined.Portfolio.Analyze(asOf).Post("P1").Year(2026).Agreed.Funding.Value.ToString());
    }

    /// <summary>The problems of a form are at cells, and the same questions as those of its portfolio.</summary>
    [Fact]
    public void Questions_OfAReading_AreThoseOfItsPortfolio()
    {
        IntakeReading reading = Sent.Read(YearsTables.One(["Poste", "Financeur", "2026"],
            ["A", "État", 20_000m], ["B", "Etaat", 10_000m], ["C", "Département des Landes", 5_000m],
            ["D", "Departement des Lande", 1_000m]));
        Problem[] atCells = [.. reading.Problems.Where(Doubles.Asks)];
        Assert.Equal(["Plan!B3", "Plan!B5"], atCells.Select(problem => problem.Path));
        Assert.All(atCells, problem => Assert.NotNull(problem.Cell));
        JoinedPortfolio joined = Doubles.Join(reading.Facts, atCells);
        JoinedPortfolio known = Doubles.Join(reading.Facts, reading.Portfolio!.Findings.Where(Doubles.Asks));
        Assert.Equal(known.Portfolio!.ToJson(), joined.Portfolio!.ToJson());
        Assert.NotEqual(reading.Portfolio.ToJson(), joined.Portfolio.ToJson());
        // As JSON elsewhere and back, it has its cell alone: still the same question, found again by the values that are compared.
        Problem sent = System.Text.Json.JsonSerializer.Deserialize<Problem>(System.Text.Json.JsonSerializer.Serialize(atCells[0]))!;
        Assert.Throws<ArgumentException>(() => Doubles.Join(reading.Facts, [sent]));
        Assert.Same(atCells[0], reading.Problems.Single(problem => problem.Equals(sent)));
    }

    /// <summary>Of three spellings each is asked of the first: two answers make one of three.</summary>
    [Fact]
    public void Chain_BecomesOne()
    {
        PortfolioFacts facts = Facts(Post("P1", "Intervenante sociale", 50_000), Post("P2", "Intervenante socialle"),
            Post("P3", "Intervenante socialee"));
        JoinedPortfolio joined = Doubles.Join(facts, AskedOfPosts(facts));
        Assert.Equal("P1", Assert.Single(joined.Portfolio!.Posts).Id);
        Assert.All(joined.Portfolio.Commitments, one => Assert.Equal("P1", Assert.Single(one.Posts)));
    }

    [Fact]
    public void AnotherProblem_OrOfOtherFacts_IsRefused()
    {
        PortfolioFacts facts = Facts(Post("P1", "Intervenante sociale"), Post("P2", "Médiateur"), Post("P3", "Référent"));
        Assert.Throws<ArgumentException>(() => Doubles.Join(facts, [new Problem(ProblemCode.NoSource, "posts[0]")]));
        Assert.Throws<ArgumentException>(
            () => Doubles.Join(facts, [new Problem(ProblemCode.LikelyDouble, "posts[9].label", "x", "post", "y", "posts[0].label")]));
        Assert.Throws<ArgumentException>(
            () => Doubles.Join(facts, [new Problem(ProblemCode.LikelyDouble, "Plan!A5", "x", "post", "y", "Plan!A2")]));
    }
}
