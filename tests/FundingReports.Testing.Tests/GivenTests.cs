using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Testing.Tests;

public class GivenTests
{
    private static Given HalfAYearIsLacking => Given.Post("Poste 6", costs: 50_000)
        .Signed("État", pays: Share.Of(3, 10), from: "2022-01-01", until: "2025-06-30")
        .Signed("Département", pays: Share.Of(7, 10), from: "2022-01-01", until: "2025-06-30");

    [Fact]
    public void ThreeLines_AreAPortfolio_AndItsAnswers() => HalfAYearIsLacking.AsOf("2024-01-01").Expect("Poste 6")
        .IsFullyFundedUntil(new LocalDate(2025, 6, 30))
        .HasHorizon(HorizonState.Until)
        .HasGap(2024, 0)
        .HasGap(2025, 25_000)
        .HasGap(2026, 50_000)
        .HasFunding(2025, 25_000)
        .HasUnknownFunding(2024, FundingView.Firm);

    [Fact]
    public void EveryKindOfPay_IsWhatItSays()
    {
        (Pays Pays, Amount Amount)[] all =
        [
            (Share.Of(1, 2), new Amount.ShareOfCost(Share.Of(1, 2))),
            (25_000, new Amount.Annual(Euros.Of(25_000))),
            (0.5m, new Amount.Annual(Euros.FromCents(50))),
            (Pays.Total(90_000), new Amount.Total(Euros.Of(90_000))),
            (Pays.TheBalance, Amount.TheBalance),
            (Pays.NotPublished, Amount.NotPublished),
            (default, Amount.NotPublished),
            (Pays.ShareOfRemainder(Share.Of(1, 3)), new Amount.ShareOfRemainder(Share.Of(1, 3))),
        ];
        Assert.All(all, pair => Assert.Equal(pair.Amount, pair.Pays.Amount));
        Assert.Equal([Euros.Of(3), Euros.Of(2)], ((Amount.YearlyAmounts)Pays.YearByYear(3m, 2m).Amount).Steps.ToArray());
        Assert.Equal([Share.Of(4, 5), Share.Of(1, 2)],
            ((Amount.YearlyShares)Pays.YearByYear(Share.Of(4, 5), Share.Of(1, 2)).Amount).Steps.ToArray());
    }

    [Fact]
    public void EveryKindOfAmount_CanBeSaid() =>
        Assert.All(Enum.GetValues<AmountKind>(), kind => Assert.Equal(kind, SaidAs(kind).Amount.Kind));

    private static Pays SaidAs(AmountKind kind) => kind switch
    {
        AmountKind.Total => Pays.Total(1),
        AmountKind.Annual => 1,
        AmountKind.YearlyAmounts => Pays.YearByYear(2m, 1m),
        AmountKind.Share => Share.Of(1, 2),
        AmountKind.YearlyShares => Pays.YearByYear(Share.Of(4, 5), Share.Of(1, 2)),
        AmountKind.ShareOfRemainder => Pays.ShareOfRemainder(Share.Of(1, 2)),
        AmountKind.Balance => Pays.TheBalance,
        AmountKind.Unknown => Pays.NotPublished,
    };

    [Fact]
    public void WhatIsNotSaid_IsUnknown()
    {
        var facts = Given.Post("P").Signed("État", Pays.NotPublished, "2022-01-01").Facts;
        Assert.Empty(facts.Posts[0].Costs);
        Assert.True(facts.Commitments[0].Until.IsUnknown);
        Assert.Null(facts.Commitments[0].Instalments);
    }

    [Fact]
    public void AValueThatWasKept_IsNotChanged()
    {
        var before = Given.Post("P", 50_000);
        _ = before.Signed("État", 25_000, "2022-01-01");
        Assert.Empty(before.Facts.Commitments);
    }

    [Fact]
    public void WrongDates_SayWhatToWrite()
    {
        Assert.Contains("2022-07-01", Assert.Throws<ArgumentException>(() => Given.Post("P", from: "1er juillet")).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Given.Post("P").AsOf("2022"));
        Assert.Throws<InvalidOperationException>(() => Given.Nothing.Signed("État", 1, "2022"));
        Assert.Throws<InvalidOperationException>(() => Given.Post("P").But(commitment => commitment));
        Assert.Throws<PortfolioException>(() => Given.Post("P").AndPost("P").Portfolio());
    }

    [Fact]
    public void Funder_OfWhichTheRulesOfASchemeWantTheKind_MustHaveOne()
    {
        Given post = Given.Nothing.Funder("Ville", FunderKind.Commune).AndPost("P", 30_000, scheme: "FONJEP");
        Given undeclared = post.Signed("État", 1, "2022");
        Assert.Contains("FunderKind", Assert.Throws<ArgumentException>(() => undeclared.AsOf("2022-02-08")).Message,
            StringComparison.Ordinal);
        Assert.Contains("FunderKind", Assert.Throws<ArgumentException>(() => undeclared.Portfolio()).Message,
            StringComparison.Ordinal);
        // Whatever is said after it, and where the post comes under the scheme later.
        Assert.Throws<ArgumentException>(() => undeclared.Source("S", SourceKind.Act, "Acte").AndPost("R").AsOf("2022-02-08"));
        Assert.Throws<ArgumentException>(() => Given.Post("P").Signed("État", 1, "2022").ButPost(one => one with { Scheme = "fonjep" })
            .AsOf("2022-02-08"));
        // Of a scheme without rules nobody wants to know.
        Given local = Given.Post("P", 30_000, scheme: "local").Signed("État", 1, "2022");
        Assert.Contains("hold no rule of \"local\"",
            Assert.Throws<ExpectationException>(() => local.AsOf("2022-02-08").Expect("P").RespectsItsScheme()).Message,
            StringComparison.Ordinal);
        Assert.Equal(FunderKind.Commune, Assert.Single(post.Signed("Ville", 1, "2022").Facts.Funders).Kind);
        Assert.Equal(FunderKind.Other, post.AndPost("Q").Signed("État", 1, "2022").Facts.Funders[1].Kind);
    }

    [Fact]
    public void Ids_AreThoseGiven_AndNamesStayNames()
    {
        var facts = Given.Nothing.Funder("État", FunderKind.State, id: "E").AndPost("Poste 1", 50_000, id: "P1")
            .Signed("État", Share.Of(1, 2), "2022-01-01", posts: ["P1"], id: "E1").Facts;
        Assert.Equal(
            ("P1", "Poste 1", "E", "État"),
            (facts.Posts[0].Id, facts.Posts[0].Label, facts.Funders[0].Id, facts.Funders[0].Name));
        Assert.Equal(("E1", "E", "P1"), (facts.Commitments[0].Id, facts.Commitments[0].Funder, facts.Commitments[0].Posts[0]));
    }

    [Fact]
    public void Documented_WhatCitesNothing_CitesTheSource_AndWhatCitesAnotherKeepsIt()
    {
        var facts = Given.Nothing.Source("A", SourceKind.Act, "Convention").Source("P", SourceKind.Press, "Presse")
            .AndPost("Poste", 50_000).ButPost(post => post with { Departement = "40" })
            .Signed("État", 1, "2022-01-01").But(promise => promise with { Source = "P" })
            .Documented("A", "2021-12-15").Facts;
        Assert.Equal(("A", "A", "P"), (facts.Posts[0].Source, facts.Posts[0].Costs[0].Source, facts.Commitments[0].Source));
        Assert.Equal(("40", new LocalDate(2021, 12, 15)), (facts.Posts[0].Departement, facts.Commitments[0].DecidedOn!.Value.First));
        Assert.Throws<InvalidOperationException>(() => Given.Nothing.ButPost(post => post));
    }
}
