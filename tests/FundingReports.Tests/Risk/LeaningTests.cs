using FundingReports.Portfolios;
using FundingReports.Risk;
using NodaTime;

namespace FundingReports.Tests.Risk;

/// <summary>
/// What a funding leans on, on each side of each day: step-downs within 24 months, concentration and dependence within 36.
/// </summary>
public class LeaningTests
{
    private static readonly LocalDate from = new(2022, 1, 1), asOf = new(2022, 2, 8);

    [Theory]
    // Within 24 months of 8 February 2022.
    [InlineData("2024-02-07", true)]
    [InlineData("2024-02-08", false)]
    public void StepDown_IsSeenWithinTwoYears(string on, bool seen)
    {
        LocalDate day = Iso(on);
        Assert.Equal(seen, Causes([(50_000, from)],
            Pays("A", 1, 2) with { Until = day.PlusDays(-1) }, Pays("B", 1, 2) with { Until = day.PlusDays(-1) },
            Pays("A", 4, 10) with { Id = "A2", From = day }, Pays("B", 6, 10) with { Id = "B2", From = day })
                .Contains((RiskCauseKind.StepDown, "A")));
    }

    [Theory]
    // Within 36 months, where the funding comes to lean on one funder.
    [InlineData("2025-02-07", true)]
    [InlineData("2025-02-08", false)]
    public void Concentration_IsSeenWithinThreeYears(string on, bool seen)
    {
        LocalDate day = Iso(on);
        Assert.Equal(seen, Causes([(50_000, from)],
            Pays("A", 1, 2) with { Until = day.PlusDays(-1) }, Pays("B", 1, 2) with { Until = day.PlusDays(-1) },
            Pays("A", 8, 10) with { Id = "A2", From = day }, Pays("B", 2, 10) with { Id = "B2", From = day })
                .Contains((RiskCauseKind.OneFunder, "A")));
    }

    [Theory]
    [InlineData("2025-02-07", true)]
    [InlineData("2025-02-08", false)]
    public void Balance_ThatBeginsLater_IsSeenWithinThreeYears(string on, bool seen)
    {
        LocalDate day = Iso(on);
        Assert.Equal(seen, Causes([(50_000, from)],
            Pays("A", 1, 2), Pays("B", 1, 2) with { Until = day.PlusDays(-1) },
            Pays("A", 1, 2) with { Id = "A2", Status = CommitmentStatus.Announced },
            Pays("B", 1, 2) with { Id = "B2", From = day, Amount = Amount.TheBalance }).Contains((RiskCauseKind.Dependent, "B")));
    }

    [Fact]
    public void BalanceAlone_DependsOnNobody() =>
        Assert.DoesNotContain(Causes([(50_000, from)], Pays("B", 1, 2) with { Amount = Amount.TheBalance }),
            cause => cause.Kind == RiskCauseKind.Dependent);

    [Fact]
    public void CheaperPost_IsNoStepDown() =>
        Assert.DoesNotContain(Causes([(60_000, from), (50_000, new(2023, 1, 1))], Pays("A", 1, 2), Pays("B", 1, 2)),
            cause => cause.Kind == RiskCauseKind.StepDown);

    [Fact]
    public void DearerPost_WithTheSameSum_IsNoStepDown() =>
        Assert.DoesNotContain(
            Causes([(50_000, from), (60_000, new(2023, 1, 1))], Pays("A", 1, 2) with { Amount = new Amount.Annual(Euros.Of(25_000)) },
                Pays("B", 1, 2) with { Amount = new Amount.YearlyAmounts([Euros.Of(25_000), .. Enumerable.Repeat(Euros.Of(35_000), 9)]) }),
            cause => cause.Kind == RiskCauseKind.StepDown);

    /// <summary>Where the cost is known on one side only, euros cannot be compared with a part of it: the parts are.</summary>
    [Theory]
    [InlineData(null, 50_000, 3, 10, true)]
    [InlineData(50_000, null, 3, 10, true)]
    [InlineData(null, 50_000, 1, 2, false)]
    [InlineData(50_000, null, 1, 2, false)]
    public void StepDown_OnTheDayOnWhichTheCostBecomesKnownOrUnknown_IsThatOfThePart(int? before, int? after, int numerator,
        int denominator, bool seen)
    {
        LocalDate day = new(2023, 1, 1);
        Assert.Equal(seen, Causes([(before, from), (after, day)],
            Pays("A", 1, 2) with { Until = day.PlusDays(-1) }, Pays("B", 1, 2) with { Until = day.PlusDays(-1) },
            Pays("A", numerator, denominator) with { Id = "A2", From = day },
            Pays("B", denominator - numerator, denominator) with { Id = "B2", From = day }).Contains((RiskCauseKind.StepDown, "A")));
    }

    /// <summary>The post costs less, and its funder pays less of it: in euros and in part.</summary>
    [Fact]
    public void CheaperPost_WithASmallerPart_IsAStepDown() =>
        Assert.Contains((RiskCauseKind.StepDown, "A"),
            Causes([(50_000, from), (40_000, new(2023, 1, 1))],
                Pays("A", 1, 2) with { Amount = new Amount.YearlyAmounts([Euros.Of(25_000), .. Enumerable.Repeat(Euros.Of(10_000), 9)]) },
                Pays("B", 1, 2), Pays("B", 1, 4) with { Id = "B2", From = new LocalDate(2023, 1, 1) }));

    /// <summary>Up, and down again to where it began: what fell was needed.</summary>
    [Fact]
    public void MoneyThatRoseAndFalls_IsAStepDown() =>
        Assert.Contains((RiskCauseKind.StepDown, "A"),
            Causes([(50_000, from)],
                Pays("A", 1, 2)
                    with { Amount = new Amount.YearlyShares([Share.Of(1, 2), Share.Of(7, 10), .. Enumerable.Repeat(Share.Of(1, 2), 8)]) },
                Pays("B", 1, 2)));

    /// <summary>
    /// A 31st weighs nothing: a funder that pays nothing on it alone has not stepped down, and one that pays all on it alone bears
    /// nothing.
    /// </summary>
    [Fact]
    public void The31st_LeansOnNobody()
    {
        LocalDate day = new(2022, 3, 31);
        Assert.DoesNotContain(Causes([(50_000, from)],
            Pays("A", 1, 2) with { Until = day.PlusDays(-1) }, Pays("A", 1, 2) with { Id = "A2", From = day.PlusDays(1) },
            Pays("B", 1, 2)), cause => cause.Kind == RiskCauseKind.StepDown);
        Assert.DoesNotContain(Causes([(50_000, from)],
            Pays("A", 1, 2) with { Until = day.PlusDays(-1) }, Pays("A", 1, 1) with { Id = "A2", From = day, Until = day },
            Pays("A", 1, 2) with { Id = "A3", From = day.PlusDays(1) }, Pays("B", 1, 2) with { Until = day.PlusDays(-1) },
            Pays("B", 1, 2) with { Id = "B2", From = day.PlusDays(1) }),
            cause => cause.Kind == RiskCauseKind.OneFunder);
    }

    /// <summary>On the as-of date alone A pays all.</summary>
    [Fact]
    public void FirstDay_IsADayLikeAnother() =>
        Assert.Contains((RiskCauseKind.OneFunder, "A"),
            Causes([(50_000, from)], Pays("A", 1, 1) with { Until = asOf }, Pays("A", 1, 2) with { Id = "A2", From = asOf.PlusDays(1) },
                Pays("B", 1, 2) with { From = asOf.PlusDays(1) }));

    /// <summary>A cent a year is money too.</summary>
    [Fact]
    public void BalanceOfACent_DependsOnTheOtherCent_ThatIsOnlyAnnounced() => Assert.Contains(RiskCauseKind.Dependent,
        Calculation.OnePost.Analyze([("2022-01-01", 0.02m)],
            Calculation.OnePost.Pays("A", Calculation.OnePost.Yearly(0.01m)) with { Status = CommitmentStatus.Announced },
            Calculation.OnePost.Pays("B", Amount.TheBalance)).Risk!.Causes.Select(cause => cause.Kind));

    [Fact]
    public void MoneyThatWasNotNeeded_IsNoStepDown() =>
        Assert.DoesNotContain(
            Causes([(50_000, from)],
                Pays("A", 1, 2) with { Amount = new Amount.YearlyShares([Share.Of(1, 2), .. Enumerable.Repeat(Share.Of(1, 4), 9)]) },
                Pays("B", 1, 1)), cause => cause.Kind == RiskCauseKind.StepDown);

    [Fact]
    public void MoneyNeededByTheLastCent_IsAStepDown() =>
        Assert.Contains((RiskCauseKind.StepDown, "A"),
            Causes([(50_000, from)],
                Pays("A", 1, 100) with { Amount = new Amount.YearlyShares([Share.Of(1, 100), .. Enumerable.Repeat(Share.Of(1, 200), 9)]) },
                Pays("B", 99, 100), Pays("B", 1, 200) with { Id = "B2", From = new LocalDate(2023, 1, 1) }));

    /// <summary>Two conventions of one funder are one funder's money.</summary>
    [Fact]
    public void TwoPromisesOfOneFunder_AreOne()
    {
        Assert.Contains((RiskCauseKind.OneFunder, "A"),
            Causes([(50_000, from)], Pays("A", 4, 10), Pays("A", 4, 10) with { Id = "A2" }, Pays("B", 2, 10)));
        // What one of them loses the other gains: nothing falls.
        Assert.DoesNotContain(Causes([(50_000, from)],
            Pays("A", 3, 10) with { Until = new LocalDate(2022, 12, 31) }, Pays("A", 2, 10) with { Id = "A2" },
            Pays("A", 3, 10) with { Id = "A3", From = new LocalDate(2023, 1, 1) }, Pays("B", 5, 10)),
            cause => cause.Kind == RiskCauseKind.StepDown);
    }

    [Fact]
    public void CostOfNothing_LeansOnNobody() =>
        Assert.DoesNotContain(Causes([(0, from)], Pays("A", 1, 1) with { Amount = new Amount.Annual(Euros.Of(1000)) }),
            cause => cause.Kind == RiskCauseKind.OneFunder);

    [Fact]
    public void Exposure_IsOfTwelveMonthsAndNoMore()
    {
        // Nothing after 30 June 2023 but a third from 1 January 2024 on: six months whole, six at two thirds.
        Commitment[] promises = [Pays("A", 1, 1) with { Until = new LocalDate(2023, 6, 30) },
            Pays("B", 1, 3) with { From = new LocalDate(2024, 1, 1) }];
        Assert.Equal("41666.67", RiskOf([(50_000, from)], promises).Exposure.ToString());
        Assert.False(RiskOf([(50_000, from), (null, new(2024, 6, 1))], promises).Exposure.IsKnown);
        Assert.Equal("41666.67", RiskOf([(50_000, from), (null, new(2024, 7, 1))], promises).Exposure.ToString());
    }

    private static IEnumerable<(RiskCauseKind Kind, string? Funder)> Causes((int? Annual, LocalDate From)[] costs,
        params Commitment[] commitments) => RiskOf(costs, commitments).Causes.Select(cause => (cause.Kind, cause.Funder?.Id)).ToList();

    private static PostRisk RiskOf((int? Annual, LocalDate From)[] costs, params Commitment[] commitments) => Portfolio.Create(new()
    {
        Sources = [new("S", SourceKind.Act, "Convention")],
        Funders = [new("A", "État", FunderKind.State), new("B", "Département", FunderKind.CollectiviteDepartementale)],
        Posts = [
            new("P", "Poste") { From = from, Fte = 1,
                Costs = [
                    .. costs.Select(cost => new Cost(cost.From, cost.Annual is { } annual ? Euros.Of(annual) : null) { Source = "S" })],
                Source = "S" }],
        Commitments = [.. commitments],
    }).Analyze(asOf).Posts[0].Risk!;

    private static Commitment Pays(string funder, int numerator, int denominator) =>
        new(funder, funder, ["P"], from, new Amount.ShareOfCost(Share.Of(numerator, denominator)))
    {
        Until = Term.Open, Status = CommitmentStatus.Signed, DecidedOn = new LocalDate(2021, 12, 1), Instalments = [], Source = "S",
    };

    private static LocalDate Iso(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
