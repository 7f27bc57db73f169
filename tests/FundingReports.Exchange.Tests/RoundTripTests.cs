using System.Collections.Immutable;
using CsCheck;
using FundingReports.Portfolios;
using FundingReports.Tests.Naive;
using FundingReports.Validation;

namespace FundingReports.Exchange.Tests;

public class RoundTripTests
{
    // Drawn beside the generator of the core: what it leaves out of a portfolio.
    private static readonly Gen<PortfolioFacts> facts = Gen.Select(Generators.Portfolio, Gen.Int[0, 5])
        .Select((drawn, variant) => drawn with
    {
        Title = variant == 0 ? null : "Titre ; avec \"guillemets\" = et 𝒳",
        Edition = variant < 2 ? null : new(PartialDate.Of(2022, 2), "fonction", null),
        Sources = [.. drawn.Sources, new("P", SourceKind.Press, "Sud Ouest") { On = PartialDate.Of(1899), Reference = "=1+1" },
            new("H", SourceKind.Assumption, "Hypothèse") { Author = "fonction", Reason = "aucun coût\npublié" }],
        Funders = [.. drawn.Funders, new("C", "CAF", FunderKind.SocialSecurity) { Siret = "35600000000048" }],
        Posts = [.. drawn.Posts.Select((post, i) => i > 0 ? post : post with
        {
            Departement = "01",
            Services = variant == 3 ? ["a;b", "\"c\"", "d"] : [],
            Places = ["Dax"],
            Scheme = variant == 1 ? "FONJEP" : null,
            References = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal,
                [KeyValuePair.Create("n = 1", "a ; b"), KeyValuePair.Create("EJ", "0042")]),
            Employers = [new(null, null), new(PartialDate.Of(2021, 7), "Association") { Siret = "67895644300011", Kind = "association" }],
            Occupancy = [new(PartialDate.Of(2020), null, OccupancyState.Vacant),
                new(null, PartialDate.Of(2019), OccupancyState.Recruiting)],
            Sources = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create("fte", "P")]),
        })],
        Commitments = [.. drawn.Commitments.Select((commitment, i) => commitment with
        {
            Scalings = [],
            Approximate = i == variant,
            References = i == 1
                ? ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal,
                    [KeyValuePair.Create("convention", "2022-14")]) : commitment.References,
            Instalments = commitment.Instalments is { Length: > 0 } tranches
                ? [tranches[0] with { Act = "EJ 21", PaidOn = PartialDate.Of(2023, 3) }, .. tranches.Skip(1)] : commitment.Instalments,
        })],
        Campaigns = [new("E", "FIPD", 2023) { Closes = PartialDate.Of(2023, 2), Source = "A" },
            new("D", null, 2024) { Opens = PartialDate.Of(2023) }],
    });

    [Fact]
    public void FullForm_AnyPortfolio_ComesBackTheSame() => facts.Where(IsValid).Sample(drawn =>
    {
        Portfolio portfolio = Portfolio.Create(drawn);
        IntakeReading back = Sent.AndBack(IntakeTemplate.Complete(portfolio));
        Assert.True(back.Portfolio is not null, string.Join("\n", Sent.Lines(back)));
        Assert.Equal(portfolio.ToJson(), Portfolio.Create(back.Facts).ToJson());
        Assert.NotNull(back.Portfolio);
        Assert.Empty(back.Account.SetAside);
        // The same findings, each at a cell of the form.
        Assert.Equal(portfolio.Findings.Select(problem => problem.Code).Order(), back.Problems.Select(problem => problem.Code).Order());
        Assert.All(back.Problems, problem => Assert.Matches("^[A-ZÉ][a-zûé]+![A-Z]+[0-9]+$", problem.Path));
    }, iter: 15, threads: 1);

    private static bool IsValid(PortfolioFacts drawn) => Portfolio.TryCreate(drawn, out _, out ImmutableArray<Problem> _);
}
