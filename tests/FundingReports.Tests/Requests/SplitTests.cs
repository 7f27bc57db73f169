using FundingReports.Portfolios;
using FundingReports.Requests;
using NodaTime;

namespace FundingReports.Tests.Requests;

/// <summary>
/// Of whom a gap is asked, and to the cent how much of each: hole by hole, those who have lost, in proportion to what each lost and at
/// most that.
/// </summary>
public class SplitTests
{
    private static readonly LocalDate from = new(2021, 1, 1), asOf = new(2022, 2, 8);

    [Fact]
    public void ThreeEqualFunders_AreAskedForThirds_TheOddCentsOfTheFirst() =>
        Assert.Equal(["A 16666.67", "B 16666.67", "C 16666.66"],
            Gap(2024, Pays("A", Share.Of(1, 3)), Pays("B", Share.Of(1, 3)), Pays("C", Share.Of(1, 3))));

    [Fact]
    public void OddCents_GoToTheLargestRemainder() =>
        // 50 000,00 € in sevenths: 7142,857…, 14285,714…, 28571,428….
        Assert.Equal(["A 7142.86", "B 14285.71", "C 28571.43"],
            Gap(2024, Pays("A", Share.Of(1, 7)), Pays("B", Share.Of(2, 7)), Pays("C", Share.Of(4, 7))));

    [Fact]
    public void SumsAYear_AreComparedAsTheyWerePaid() =>
        Assert.Equal(["A 12500.00", "B 37500.00"],
            Gap(2024, Pays("A", new Amount.Annual(Euros.Of(12_500))), Pays("B", new Amount.Annual(Euros.Of(37_500)))));

    [Fact]
    public void StepDown_IsAskedOfTheOneWhoStepsDown() =>
        Assert.Equal(["A 15000.00"],
            Gap(2023, Pays("A", new Amount.YearlyShares([Share.Of(8, 10), Share.Of(8, 10), Share.Of(5, 10), Share.Of(5, 10)]), 2025),
                Pays("B", Share.Of(2, 10), 2025)));

    [Fact]
    public void OneWhoGoesOn_IsAskedForNothing() =>
        Assert.Equal(["A 30000.00"], Gap(2024, Pays("A", Share.Of(6, 10)), Pays("B", Share.Of(4, 10), 2026)));

    [Fact]
    public void NeverFullyFunded_IsAskedOfThoseWhoPaidInPart_AtMostWhatTheyLost() =>
        Assert.Equal(["A 25000.00", "? 25000.00"], Gap(2024, Pays("A", Share.Of(1, 2))));

    [Fact]
    public void PartlyFundedAllAlong_IsAskedOfNobodyYet() =>
        Assert.Equal(["? 25000.00"], Gap(2023, Pays("A", Share.Of(1, 2), 2025)));

    [Fact]
    public void SmallHoleBefore_DoesNotHideWhoStopped() =>
        // A and B paid all of 2021; then B alone, a fifth.
        Assert.Equal(["A 40000.00"], Gap(2023, Pays("A", Share.Of(4, 5), 2021), Pays("B", Share.Of(1, 5), 2025)));

    [Fact]
    public void NobodyEverPaid_AFunderIsToBeFound() =>
        Assert.Equal(["? 50000.00"], Gap(2023, Pays("A", Share.Of(1, 2)) with { Status = CommitmentStatus.Announced }));

    [Fact]
    public void TwoPosts_AreOneRequestOfOneFunder()
    {
        PortfolioFacts facts = Facts(Pays("A", Share.Of(1, 1)) with { Posts = ["P", "Q"] });
        facts = facts with { Posts = [facts.Posts[0], facts.Posts[0] with { Id = "Q", Label = "Autre" }] };
        FundingRequest gap = Portfolio.Create(facts).Analyze(asOf)
            .Requests.Single(request => request is { Kind: RequestKind.Gap, Year: 2024 });
        Assert.Equal(("100000.00", "P Q"), (gap.Amount.ToString(), string.Join(' ', gap.Posts.Select(post => post.Id))));
    }

    private static Commitment Pays(string funder, Share share, int until = 2023) => Pays(funder, new Amount.OfCost(share), until);

    private static Commitment Pays(string funder, Amount amount, int until = 2023) => new($"C{funder}", funder, ["P"], from, amount)
    {
        Until = new LocalDate(until, 12, 31), Status = CommitmentStatus.Signed, Instalments = [], Source = "S",
    };

    private static PortfolioFacts Facts(params Commitment[] commitments) => new()
    {
        Sources = [new("S", SourceKind.Act, "Convention")],
        Funders = [new("A", "État", FunderKind.State), new("B", "Département", FunderKind.CollectiviteDepartementale),
            new("C", "Ville", FunderKind.Commune)],
        Posts = [new("P", "Poste") { From = from, Fte = 1, Costs = [new(from, Euros.Of(50_000)) { Source = "S" }], Source = "S" }],
        Commitments = [.. commitments],
    };

    private static IEnumerable<string> Gap(int year, params Commitment[] commitments) =>
        Portfolio.Create(Facts(commitments)).Analyze(asOf).Requests
        .Where(request => request.Kind == RequestKind.Gap && request.Year == year)
            .Select(request => $"{request.Funder?.Id ?? "?"} {request.Amount}");
}
