using System.Collections.Immutable;
using CsCheck;
using FundingReports.Portfolios;
using FundingReports.Risk;
using FundingReports.Tests.Naive;
using FundingReports.Validation;
using NodaTime;

namespace FundingReports.Tests.Risk;

public class RiskTests
{
    [Fact]
    public void Landes_InFebruary2022_IsHigh_BecauseOfItsEnd()
    {
        var post = Portfolio.Load(Repository.PathOf("seeds", "landes", "portfolio.json")).Analyze(new LocalDate(2022, 2, 8)).Posts[0];
        Assert.Equal(RiskLevel.High, post.Risk!.Level);
        Assert.Equal((RiskCauseKind.EndsBeforeNextYearEnds, new LocalDate(2023, 7, 23)),
            (post.Risk.Causes[0].Kind, post.Risk.Causes[0].Day!.Value));
        Assert.False(post.Risk.Exposure.IsKnown);
        Assert.Equal("risk.high-years-after", post.Risk.Causes[0].Parameter);
        Assert.Equal(SourceKind.Assumption, post.Risk.Causes[0].Policy!.Source.Kind);
    }

    [Theory]
    // Less than six months more: the day after the last funded one comes before 8 August 2022.
    [InlineData("2022-08-06", RiskLevel.Critical)]
    [InlineData("2022-08-07", RiskLevel.High)]
    // Before the end of 2023, of which the 31st alone weighs nothing.
    [InlineData("2023-12-29", RiskLevel.High)]
    [InlineData("2023-12-30", RiskLevel.Moderate)]
    [InlineData("2023-12-31", RiskLevel.Moderate)]
    // Within 36 months of 8 February 2022.
    [InlineData("2025-02-06", RiskLevel.Moderate)]
    [InlineData("2025-02-07", RiskLevel.Low)]
    public void Level_OnEachSideOfEachThreshold(string until, RiskLevel expected)
    {
        Assert.True(PartialDate.TryParse(until, out var last));
        Assert.Equal(expected, LevelOf(Share_("E", "ETAT", Share.Of(1, 2), last), Share_("D", "CD40", Share.Of(1, 2), last)));
    }

    [Theory]
    [InlineData(74, 100, RiskLevel.Low)]
    [InlineData(75, 100, RiskLevel.Moderate)]
    public void Concentration_FromThreeQuartersOn_IsModerate(int part, int of, RiskLevel expected) =>
        Assert.Equal(expected, LevelOf(Share_("E", "ETAT", Share.Of(part, of)), Share_("D", "CD40", Share.Of(of - part, of))));

    [Fact]
    public void Concentration_ThatBeginsLater_IsSeenToo() =>
        Assert.Equal(RiskCauseKind.OneFunder, Assert.Single(RiskOf(
            Share_("E", "ETAT", Share.Of(1, 2), new LocalDate(2022, 12, 31)),
            Share_("D", "CD40", Share.Of(1, 2), new LocalDate(2022, 12, 31)),
            Share_("E2", "ETAT", Share.Of(1, 2)) with { From = new LocalDate(2023, 1, 1) },
            Share_("E3", "ETAT", Share.Of(1, 2)) with { From = new LocalDate(2023, 1, 1) }).Causes,
            cause => cause.Kind == RiskCauseKind.OneFunder).Kind);

    /// <summary>80 % is the least that is not critical; a part under it is, at once or within six months.</summary>
    [Theory]
    [InlineData(79, RiskLevel.Critical)]
    [InlineData(80, RiskLevel.High)]
    [InlineData(99, RiskLevel.High)]
    [InlineData(100, RiskLevel.Moderate)]
    public void Coverage_UnderFourFifths_IsCritical(int percent, RiskLevel expected) =>
        Assert.Equal(expected, LevelOf(Share_("E", "ETAT", Share.Of(percent, 100))));

    [Theory]
    [InlineData("2022-08-07", RiskLevel.High)]
    [InlineData("2022-08-06", RiskLevel.Critical)]
    public void Coverage_ThatFallsUnderFourFifthsWithinSixMonths_IsCritical(string last, RiskLevel expected)
    {
        Assert.True(PartialDate.TryParse(last, out var until));
        Assert.Equal(expected, LevelOf(Share_("E", "ETAT", Share.Of(1, 2)), Share_("D", "CD40", Share.Of(1, 2), until)));
    }

    /// <summary>Funded to its own last day, a post ends as planned, however near that is.</summary>
    [Theory]
    [InlineData("2022-03-31")]
    [InlineData("2023-06-30")]
    public void Post_FundedToItsOwnLastDay_IsNotAtRiskByItsHorizon(string until)
    {
        Assert.True(PartialDate.TryParse(until, out var last));
        Assert.Equal(RiskLevel.Low,
            Portfolio.Create(Facts(last, Share_("E", "ETAT", Share.Of(1, 2), last), Share_("D", "CD40", Share.Of(1, 2), last)))
            .Analyze(new LocalDate(2022, 2, 8)).Posts[0].Risk!.Level);
    }

    /// <summary>A deadline missed makes critical what is known not to be firm; where nobody said what is firm it is a finding.</summary>
    [Fact]
    public void MissedDeadline_OfMoneyOfUnknownFirmness_IsAFindingAndNoLevel()
    {
        FundingAnalysis Analysed(ImmutableArray<Instalment>? instalments)
        {
            var facts = Facts(null, Share_("E", "ETAT", Share.Of(1, 2)) with { Instalments = instalments },
                Share_("D", "CD40", Share.Of(1, 2)));
            return Portfolio.Create(facts
                    with { Campaigns = [new("ETAT", null, 2022) { Closes = new LocalDate(2022, 1, 31), Source = "A" }] })
                .Analyze(new LocalDate(2022, 2, 8));
        }
        Assert.Equal(RiskLevel.Critical, Analysed([]).Posts[0].Risk!.Level);
        Assert.DoesNotContain(Analysed([]).Findings, finding => finding.Code == ProblemCode.DeadlineMissed);
        Assert.Equal(RiskLevel.Low, Analysed(null).Posts[0].Risk!.Level);
        Assert.Contains(Analysed(null).Findings, finding => finding.Code == ProblemCode.DeadlineMissed);
    }

    /// <summary>A balance beside money that is secured depends on nobody; beside announced, possible or unknown money it does.</summary>
    [Fact]
    public void Balance_BesideMoneyThatIsNotSecured_Depends()
    {
        var half = Share_("E", "ETAT", Share.Of(1, 2));
        Assert.DoesNotContain(RiskOf(half, Balance()).Causes, cause => cause.Kind == RiskCauseKind.Dependent);
        Assert.Contains(RiskOf(half with { Status = CommitmentStatus.Announced }, Balance()).Causes,
            cause => cause.Kind == RiskCauseKind.Dependent);
        Assert.Contains(RiskOf(half with { Amount = Amount.NotPublished }, Balance()).Causes,
            cause => cause.Kind == RiskCauseKind.Dependent);
        Assert.Contains(RiskOf(half with { Until = Term.Unknown }, Balance()).Causes, cause => cause.Kind == RiskCauseKind.Dependent);
        Assert.DoesNotContain(RiskOf(half with { Status = CommitmentStatus.Requested }, Balance()).Causes,
            cause => cause.Kind == RiskCauseKind.Dependent);
    }

    [Fact]
    public void StepDown_OfNeededMoneyThatAnotherMakesUpFor_IsModerate()
    {
        var from = new LocalDate(2022, 1, 1);
        var state = Share_("E", "ETAT", Share.Of(1, 2))
            with { Amount = new Amount.YearlyShares([Share.Of(6, 10), Share.Of(6, 10), .. Enumerable.Repeat(Share.Of(3, 10), 20)]) };
        var departement = Share_("D", "CD40", Share.Of(1, 2))
            with { Amount = new Amount.YearlyShares([Share.Of(4, 10), Share.Of(4, 10), .. Enumerable.Repeat(Share.Of(7, 10), 20)]) };
        var cause = Assert.Single(RiskOf(state, departement).Causes);
        Assert.Equal((RiskCauseKind.StepDown, new LocalDate(2024, 1, 1), "ETAT"), (cause.Kind, cause.Day!.Value, cause.Funder!.Id));
        Assert.Equal(from.PlusYears(2), cause.Day);
    }

    [Fact]
    public void Renewed_AtTheSameRate_IsNoStepDown()
    {
        var first = Share_("E", "ETAT", Share.Of(1, 2), new LocalDate(2022, 12, 31));
        var second = Share_("E2", "ETAT", Share.Of(1, 2)) with { From = new LocalDate(2023, 1, 1) };
        Assert.Equal(RiskLevel.Low, LevelOf(first, second, Share_("D", "CD40", Share.Of(1, 2))));
    }

    [Fact]
    public void UnknownTerm_GivesTwoLevels_AndBothAreShown()
    {
        var risk = RiskOf(Share_("E", "ETAT", Share.Of(1, 2)) with { Until = Term.Unknown }, Share_("D", "CD40", Share.Of(1, 2)));
        Assert.Equal((RiskLevel.Undetermined, RiskLevel.Low, RiskLevel.High), (risk.Level, risk.AtBest, risk.AtWorst));
    }

    [Fact]
    public void Exposure_IsTheGapOfTheTwelveMonthsAfter()
    {
        // E pays half until the end of 2026; D stops on 30 June 2023: half of 50 000 € a year is missing.
        var risk = RiskOf(Share_("E", "ETAT", Share.Of(1, 2), new LocalDate(2026, 12, 31)),
            Share_("D", "CD40", Share.Of(1, 2), new LocalDate(2023, 6, 30)));
        Assert.Equal("25000.00", risk.Exposure.ToString());
    }

    /// <summary>Firm money added never raises a level.</summary>
    [Fact]
    public void FirmMoney_Added_NeverRaisesALevel() => Generators.Question.Sample(question =>
    {
        foreach (var post in question.Facts.Posts)
        {
            var first = (post.From ?? post.AttestedOn)!.Value.First;
            var last = new LocalDate(question.AsOf.Year + 3, 6, 30);
            var added = new Commitment("ADDED", "ADDED", [post.Id], first, new Amount.OfCost(Share.Of(1, 3)))
            {
                Until = last, Status = CommitmentStatus.Signed, Source = "A", Instalments = [new(first, last)],
            };
            if (last <= first)
                continue;
            var facts = question.Facts with { Funders = question.Facts.Funders.Add(new("ADDED", "Autre", FunderKind.Other)) };
            var before = Risks(facts, question.AsOf);
            var after = Risks(facts with { Commitments = facts.Commitments.Add(added) }, question.AsOf);
            for (int i = 0; i < before.Count; i++)
                Assert.True(after[i]?.AtWorst <= before[i]?.AtWorst || before[i] is null, $"{post.Id}: {before[i]} became {after[i]}");
        }
    }, iter: Rounds.Of(300), print: FactsText.Of);

    /// <summary>A cost, an amount or an instalment that is not known never lowers a level.</summary>
    [Fact]
    public void MissingData_NeverLowersALevel() => Generators.Question.Sample(question =>
    {
        var facts = question.Facts;
        var before = Risks(facts, question.AsOf);
        PortfolioFacts[] lacking =
        [
            facts with { Posts = [.. facts.Posts.Select(post => post with { Costs = [] })] },
            facts with { Commitments = [.. facts.Commitments.Select(c => c with { Instalments = null })] },
        ];
        foreach (var missing in lacking)
        {
            var after = Risks(missing, question.AsOf);
            for (int i = 0; i < before.Count; i++)
                // Without a known cost nothing more is paid; what was low at worst may not become lower.
                Assert.True(before[i] is null || after[i]!.AtWorst >= before[i]!.AtWorst || CostWasZeroOrRising(facts, i),
                    $"{before[i]} became {after[i]}");
        }
    }, iter: Rounds.Of(300), print: FactsText.Of);

    // A cost that changes can make a level by itself; without it there is none to change.
    private static bool CostWasZeroOrRising(PortfolioFacts facts, int post) =>
        facts.Posts[post].Costs.Length > 1
        || facts.Commitments.Any(c => c.Instalments is { Length: > 0 } tranches && tranches.Any(t => t.Amount is not null));

    private static List<PostRisk?> Risks(PortfolioFacts facts, LocalDate asOf) =>
        [.. Portfolio.Create(facts).Analyze(asOf).Posts.Select(post => post.Risk)];

    private static RiskLevel LevelOf(params Commitment[] commitments) => RiskOf(commitments).Level;

    private static PostRisk RiskOf(params Commitment[] commitments)
    {
        return Portfolio.Create(Facts(null, commitments)).Analyze(new LocalDate(2022, 2, 8)).Posts[0].Risk!;
    }

    private static PortfolioFacts Facts(PartialDate? until, params Commitment[] commitments)
    {
        var from = new LocalDate(2022, 1, 1);
        return new()
        {
            Sources = [new("A", SourceKind.Act, "Convention")],
            Funders = [new("ETAT", "État", FunderKind.State), new("CD40", "Département", FunderKind.CollectiviteDepartementale)],
            Posts = [
                new("P", "Poste") { From = from, Until = until, Fte = 1, Costs = [new(from, Euros.Of(50_000)) { Source = "A" }],
                    Source = "A" }],
            Commitments = [.. commitments],
        };
    }

    private static Commitment Balance() => Share_("B", "CD40", Share.Whole) with { Amount = Amount.TheBalance };

    private static Commitment Share_(string id, string funder, Share share, PartialDate? until = null) =>
        new(id, funder, ["P"], new LocalDate(2022, 1, 1), new Amount.OfCost(share))
    {
        Until = until is { } last ? Term.On(last) : Term.Open, Status = CommitmentStatus.Signed, DecidedOn = new LocalDate(2021, 12, 1),
        Source = "A", Instalments = [],
    };
}
