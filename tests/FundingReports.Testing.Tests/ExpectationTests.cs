using FundingReports.Policies;
using FundingReports.Portfolios;
using FundingReports.Risk;
using NodaTime;

namespace FundingReports.Testing.Tests;

public class ExpectationTests
{
    private static readonly FundingAnalysis analysis = Given.Post("Poste", costs: 50_000)
        .Signed("État", Share.Of(1, 2), "2022-01-01", "2024-12-31", firmUntil: "2022-12-31")
        .Signed("Département", Pays.TheBalance, "2022-01-01", "2024-12-31", firmUntil: "none")
        .AsOf("2022-02-08");

    private static PostExpectations Post => analysis.Expect("Poste");

    private static readonly Action[] wrong =
    [
        () => Post.IsFullyFundedUntil(new LocalDate(2024, 12, 30)),
        () => Post.IsFullyFundedUntil(new LocalDate(2024, 12, 31), FundingView.Firm),
        () => Post.HasHorizon(HorizonState.Open),
        () => Post.HasGap(2025, 49_999.99m),
        () => Post.HasGap(2025, 50_000.01m),
        () => Post.HasUnknownGap(2025),
        () => Post.HasFunding(2022, 50_000, FundingView.Firm),
        () => Post.HasUnknownFunding(2022),
        () => Post.HasGap(2050, 50_000),
        () => Post.HasRisk(RiskLevel.Critical),
        () => analysis.ExpectRequest("État", 2023, 1),
        () => analysis.ExpectRequest("Région", 2023, 25_000),
    ];

    public static TheoryData<int> Wrong => new(Enumerable.Range(0, wrong.Length));

    [Fact]
    public void WhatHolds_Passes()
    {
        Post.IsFullyFundedUntil(new LocalDate(2024, 12, 31)).HasHorizon(HorizonState.Until).HasGap(2025, 50_000)
            .HasFunding(2022, 25_000, FundingView.Firm).HasRisk(analysis.Posts[0].Risk!.Level);
        analysis.ExpectRequest("État", 2023, 25_000);
        Given.Post("P").Signed("État", Share.Of(1, 2), "2022-01-01", "2022-12-31").AsOf("2022-02-08").Expect("P").HasUnknownGap(2022)
            .HasUnknownFunding(2022);
    }

    [Theory, MemberData(nameof(Wrong))]
    public void WhatDoesNotHold_SaysWhatWasExpectedFoundAndWhy(int expectation)
    {
        string said = Assert.Throws<ExpectationException>(wrong[expectation]).Message;
        Assert.Contains("expected", said, StringComparison.Ordinal);
        Assert.Contains('\n', said);
    }

    [Fact]
    public void Why_IsTheSentences_AndThePlan()
    {
        string said = Assert.Throws<ExpectationException>(() => Post.HasGap(2025, 0)).Message;
        Assert.StartsWith("Poste, as of 2022-02-08: gap of 2025 (Agreed view): 0.00 expected, found 50000.00.", said,
            StringComparison.Ordinal);
        Assert.Contains(analysis.Summary(analysis.Posts[0], Language.English)[..20], said, StringComparison.Ordinal);
        Assert.Contains("2024: cost 50000.00, agreed 50000.00, gap 0.00; C1 État: firm 0.00, agreed 25000.00", said,
            StringComparison.Ordinal);
    }

    [Fact]
    public void PostThatIsNotThere_NamesThoseThatAre() =>
        Assert.Contains("\"Poste\"", Assert.Throws<ArgumentException>(() => analysis.Expect("Autre")).Message, StringComparison.Ordinal);

    [Fact]
    public void SchemeNotRespected_IsSaid()
    {
        var wrong = Given.Nothing.Funder("État", FunderKind.State).AndPost("P", 30_000, scheme: "FONJEP")
            .Signed("État", 9_000, "2022-01-01", "2024-12-31", line: "FONJEP").AsOf("2022-02-08");
        Assert.NotEmpty(wrong.SchemeFindings);
        string said = Assert.Throws<ExpectationException>(() => wrong.Expect("P").RespectsItsScheme()).Message;
        Assert.All(wrong.SchemeFindings, finding => Assert.Contains($" {finding.Rule}: ", said, StringComparison.Ordinal));
    }

    /// <summary>Rules that had nothing to look at are not respected: whatever the reason why no money is the scheme's.</summary>
    [Theory]
    [InlineData("FONJP", "line \"FONJP\"")]
    [InlineData("FIPD", "line \"FIPD\"")]
    [InlineData(null, "without line")]
    [InlineData("fonjep", null)]
    public void SchemeThatLooksAtNoMoney_IsNotRespected(string? line, string? said)
    {
        var post = Given.Nothing.Funder("Ville", FunderKind.Commune).AndPost("P", 30_000, scheme: "FONJEP")
            .Signed("Ville", 7_164, "2024-01-01", "2026-12-31", line: line)
            .AsOf("2024-02-08");
        Assert.Empty(post.SchemeFindings);
        if (said is null)
            post.Expect("P").RespectsItsScheme();
        else
            Assert.Contains(said, Assert.Throws<ExpectationException>(() => post.Expect("P").RespectsItsScheme()).Message,
                StringComparison.Ordinal);
    }

    [Fact]
    public void SchemeOfAPostThatNobodyPays_IsNotRespected()
    {
        // With a line, and without one: then it is the State's money that is looked at.
        var stateOnly = PolicySet.Default.With(new Scheme("etat", "Par l'État", new FlatAmount("fonjep.full-unit")));
        foreach (string scheme in (string[])["FONJEP", "etat"])
            foreach (Given post in (Given[])[
                Given.Post("P", 30_000, scheme: scheme),
                Given.Nothing.Funder("CD", FunderKind.CollectiviteDepartementale).AndPost("P", 30_000, scheme: scheme)
                    .Signed("CD", 1, "2022"),
                Given.Nothing.Funder("État", FunderKind.State).AndPost("P", 30_000, scheme: scheme)
                    .Requested("État", 7_164, "2022", line: "FONJEP")])
                Assert.Contains("no money to look at", Assert.Throws<ExpectationException>(
                    () => post.AsOf("2022-02-08", stateOnly).Expect("P").RespectsItsScheme()).Message, StringComparison.Ordinal);
    }

    /// <summary>A rule in code may look at the money of others: the scheme pays nothing, and is respected.</summary>
    [Fact]
    public void SchemeOfARuleInCode_IsRespectedWithoutMoneyOfItsOwn()
    {
        var policies = PolicySet.Default.With(new Scheme("code", "En code", new Silent()));
        Given.Post("P", 30_000, scheme: "code").AsOf("2022-02-08", policies).Expect("P").RespectsItsScheme();
    }

    private sealed class Silent : SchemeRule
    {
        public override IEnumerable<SchemeFinding> Check(SchemeCase subject) => [];
    }

    [Fact]
    public void Messages_EndOnce_AndSayWordsOfPeople()
    {
        string[] all = [.. wrong.Select(one => Assert.Throws<ExpectationException>(one).Message),
            Assert.Throws<ExpectationException>(() => Given.Nothing.Funder("État", FunderKind.State).AndPost("P", 30_000, scheme: "FONJEP")
                .Signed("État", 9_000, "2022-01-01", "2034-12-31", line: "FONJEP").AsOf("2022-02-08").Expect("P").RespectsItsScheme())
                .Message];
        Assert.All(all, said => Assert.DoesNotMatch(@"\.\.|…\.|found [A-Z][a-z]+[A-Z]", said));
    }

    [Theory, InlineData(null), InlineData("FONJP")]
    public void SchemeThatNoRuleIsOf_IsNotRespected(string? scheme)
    {
        var ruled = Given.Nothing.Funder("État", FunderKind.State).AndPost("P", 30_000, scheme: scheme).AsOf("2022-02-08");
        string said = Assert.Throws<ExpectationException>(() => ruled.Expect("P").RespectsItsScheme()).Message;
        Assert.Contains("\"FONJEP\"", said, StringComparison.Ordinal);
    }
}
