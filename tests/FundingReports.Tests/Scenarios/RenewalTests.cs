using System.Numerics;
using FundingReports.Portfolios;
using FundingReports.Scenarios;
using NodaTime;

namespace FundingReports.Tests.Scenarios;

/// <summary>What a promise pays once it is renewed, and from which day.</summary>
public class RenewalTests
{
    private const long Cost = 99_999_999_999;

    private static readonly Share[] shares = [Share.Whole, Share.Of(1, 2), Share.Of(1, 3), Share.Of(333_333, 1_000_000),
        Share.Of(999_999_999, 1_000_000_000), Share.Of(1, 1_000_000_000)];

    private static readonly Factor[] factors =
        [new(0, 1), Factor.One, new(1, 2), new(7, 3), new(3, 1), new(9_877, 10_000), new(1_000_000_000, 1), new(1, 1_000_000_000),
            new(999_999_999, 1_000_000_000)];

    /// <summary>Share × factor × cost, at most the cost, whatever digits the product has.</summary>
    [Theory]
    [InlineData("share")]
    [InlineData("last step")]
    [InlineData("remainder")]
    public void Share_OfAnyFactor_PaysItsProduct_AtMostTheWhole(string kind)
    {
        foreach (Share share in shares)
            foreach (Factor factor in factors)
            {
                Amount amount = kind switch
                {
                    "share" => new Amount.OfCost(share),
                    "last step" => new Amount.YearlyShares([Share.Whole, Share.Of(1, 7), share]),
                    _ => new Amount.OfRemainder(share),
                };
                BigInteger whole = (BigInteger)share.Denominator * factor.Denominator,
                    part = BigInteger.Min(whole, (BigInteger)share.Numerator * factor.Numerator);
                Assert.Equal(OfCost(part, whole), Renewed(amount, factor).Paid("P", "C1/R", 2025));
            }
    }

    /// <summary>A product that a share can hold is one: the workbook shows it.</summary>
    [Fact]
    public void Share_WhoseProductIsAShare_IsThatShare()
    {
        Assert.Equal(new Amount.OfCost(Share.Of(7, 20)),
            Renewed(new Amount.OfCost(Share.Of(1, 2)), new(7, 10)).FindCommitment("C1/R")!.Amount);
        Assert.Equal(new Amount.OfCost(Share.Of(1, 1_000_000_000)),
            Renewed(new Amount.OfCost(Share.Of(1, 500_000_000)), new(1, 2)).FindCommitment("C1/R")!.Amount);
        Assert.Equal(new Amount.OfCost(Share.Of(1, 500_000_000)),
            Renewed(new Amount.OfCost(Share.Of(2, 3)), new(3, 1_000_000_000)).FindCommitment("C1/R")!.Amount);
    }

    /// <summary>A third, a little less, and a quarter more from mid-2025 on, by a scale that it inherits.</summary>
    [Fact]
    public void Share_ThatWasScaled_InheritsIt()
    {
        Portfolio renewed = Facts(new Amount.OfCost(Share.Of(1, 3))).Applied(
            new ScenarioChange.Scale("E", null, new LocalDate(2025, 7, 1), new(5, 4)),
            new ScenarioChange.Renew("C1", new LocalDate(2026, 12, 31)) { Factor = new(9_999, 10_000) });
        Assert.Equal(OfCost(5 * 3_333, 4 * 10_000), renewed.Paid("P", "C1/R", 2026));
        Assert.Equal(OfCost(9 * 3_333, 8 * 10_000), renewed.Paid("P", "C1/R", 2025));
    }

    [Fact]
    public void Sums_OfASchedule_AreHeldAtTheLast() =>
        Assert.Equal("300.00",
            Renewed(new Amount.YearlyAmounts([Euros.Of(700), Euros.Of(500), Euros.Of(200)]), new(3, 2)).Paid("P", "C1/R", 2025));

    /// <summary>
    /// Its term, or the end of its schedule if that comes first, or the eve of the day on which the scenario withdraws it.
    /// </summary>
    [Theory]
    [InlineData("2024-06-30", null, "2024-01-01")]
    [InlineData("2023-12-31", null, "2024-01-01")]
    [InlineData("2023-06-30", null, "2023-07-01")]
    [InlineData(null, null, "2024-01-01")]
    [InlineData("2024-06-30", "2022-03-01", "2022-03-01")]
    [InlineData("2023-06-30", "2025-03-01", "2023-07-01")]
    public void Schedule_OfThreeYears_IsRenewedFromTheDayAfterItsLast(string? until, string? withdrawn, string expected)
    {
        PortfolioFacts facts = Suppose.With(one => one with
        {
            Amount = new Amount.YearlyShares([Share.Of(3, 4), Share.Of(1, 2), Share.Of(1, 4)]),
            Until = until is null ? Term.Open : Term.On(Date(until)),
        });
        ScenarioChange[] before = withdrawn is null ? [] : [new ScenarioChange.Withdraw("E", Date(withdrawn))];
        Commitment renewed = facts.Applied([.. before, new ScenarioChange.Renew("C1", new LocalDate(2026, 12, 31))])
            .FindCommitment("C1/R")!;
        Assert.Equal((expected, "2026-12-31", true), (renewed.From.ToString(), renewed.Until.ToString(), renewed.Withdrawn is null));
    }

    [Fact]
    public void Renewed_ThriceByTheSameName_HasThreeIds()
    {
        var renew = new ScenarioChange.Renew("C1", new LocalDate(2026, 12, 31));
        Assert.Equal(["C1", "C2", "C1/R", "C1/R-2", "C1/R-3"],
            Suppose.Facts.Applied(renew, renew, renew).Commitments.Select(one => one.Id));
    }

    [Fact]
    public void Renewed_InCode_IsSignedAndFirmUnlessSaidOtherwise()
    {
        Commitment Made(ScenarioChange.Renew renew) => Suppose.Facts.Applied(renew).FindCommitment("C1/R")!;
        var renew = new ScenarioChange.Renew("C1", new LocalDate(2026, 12, 31));
        Assert.Equal([new Instalment(new LocalDate(2024, 1, 1), new LocalDate(2026, 12, 31))],
            Made(renew).Instalments!.Value.AsEnumerable());
        Assert.Equal(CommitmentStatus.Signed, Made(renew).Status);
        Assert.Equal((0, CommitmentStatus.Announced),
            (Made(renew with { Firm = false }).Instalments!.Value.Length,
                Made(renew with { Status = CommitmentStatus.Announced }).Status));
    }

    /// <summary>
    /// Of what is granted or signed a renewal is signed; of what is only announced or requested it is no more than that; of what is
    /// refused there is none.
    /// </summary>
    [Theory]
    [InlineData(CommitmentStatus.Signed, null, CommitmentStatus.Signed, 1)]
    [InlineData(CommitmentStatus.Granted, null, CommitmentStatus.Signed, 1)]
    [InlineData(CommitmentStatus.Announced, null, CommitmentStatus.Announced, 0)]
    [InlineData(CommitmentStatus.Requested, null, CommitmentStatus.Requested, 0)]
    [InlineData(CommitmentStatus.Requested, CommitmentStatus.Granted, CommitmentStatus.Granted, 1)]
    [InlineData(CommitmentStatus.Signed, CommitmentStatus.Announced, CommitmentStatus.Announced, 0)]
    public void Renewed_IsWorthWhatItWas_UnlessSaidOtherwise(CommitmentStatus was, CommitmentStatus? said, CommitmentStatus expected,
        int instalments)
    {
        PortfolioFacts facts = Suppose.With(one => one with { Status = was });
        Commitment renewed = facts.Applied(new ScenarioChange.Renew("C1", new LocalDate(2026, 12, 31)) { Status = said })
            .FindCommitment("C1/R")!;
        Assert.Equal((expected, instalments), (renewed.Status, renewed.Instalments!.Value.Length));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(CommitmentStatus.Signed)]
    public void Renewed_OfWhatIsRefused_IsRefused(CommitmentStatus? said) => Assert.Equal(
        ["renew-refused changes[0].renew.commitment C1"],
        Suppose.With(one => one with { Status = CommitmentStatus.Refused })
            .Errors(new ScenarioChange.Renew("C1", PartialDate.Of(2026)) { Status = said }));

    /// <summary>
    /// As known on the as-of date, 8 February 2022: what was decided later does not exist, neither a withdrawal nor a promise nor an
    /// amendment.
    /// </summary>
    [Theory]
    [InlineData("2022-02-08", "renew-withdrawn changes[0].renew.commitment C1")]
    [InlineData("2022-02-09", null)]
    [InlineData("2022-02", null)]
    [InlineData("2021", "renew-withdrawn changes[0].renew.commitment C1")]
    public void Renewed_OfWhatIsWithdrawn_IsRefused_OnceThatIsDecided(string decidedOn, string? error)
    {
        PortfolioFacts facts = Suppose.With(one => one with { Withdrawn = new(new LocalDate(2022, 7, 1), Date(decidedOn), "A") });
        var renew = new ScenarioChange.Renew("C1", new LocalDate(2026, 12, 31));
        Assert.Equal(error is null ? [] : [error], facts.Errors(renew));
        if (error is null)
            Assert.Equal("2024-01-01", facts.Applied(renew).FindCommitment("C1/R")!.From.ToString());
    }

    [Theory]
    [InlineData("2022-02-08", null)]
    [InlineData("2022-02-09", "renew-not-decided changes[0].renew.commitment C1")]
    [InlineData("2022", "renew-not-decided changes[0].renew.commitment C1")]
    public void Renewed_OfWhatIsNotDecidedYet_IsRefused(string decidedOn, string? error) => Assert.Equal(
        error is null ? [] : [error],
        Suppose.With(one => one with { DecidedOn = Date(decidedOn) }).Errors(new ScenarioChange.Renew("C1", PartialDate.Of(2026))));

    /// <summary>The withdrawal of the example was decided in December 2022; in March it does not exist, and A runs to its term.</summary>
    [Fact]
    public void Renewed_BeforeAWithdrawalIsDecided_FollowsTheRealEnd()
    {
        Portfolio portfolio = Portfolio.Load(Repository.PathOf("tests", "corpus", "semantics", "a8-renew-future-withdrawal.json"));
        Scenario scenario = Scenario.Load(Repository.PathOf("tests", "corpus", "semantics", "a8-scenario.json"));
        LocalDate asOf = new(2022, 3, 1);
        Portfolio changed = scenario.Apply(portfolio, asOf);
        Assert.Equal("2025-01-01", changed.FindCommitment("A/R")!.From.ToString());
        Assert.Equal(Enumerable.Repeat("50000.00", 5),
            changed.Analyze(asOf, new LocalDate(2026, 12, 31)).Posts[0].Years.Select(year => year.Agreed.Funding.ToString()));
    }

    /// <summary>Signed to the end of 2023; the avenant that gives no term has that one, and is renewed from the day after.</summary>
    [Fact]
    public void Renewed_AvenantWithoutTerm_FollowsTheTermOfWhatItAmends()
    {
        PortfolioFacts facts = Suppose.Facts
            with { Commitments = [.. Suppose.Facts.Commitments,
                Suppose.Half("C3", "P") with { Amends = "C1", From = new LocalDate(2022, 1, 1), Until = Term.Unknown }] };
        Assert.Equal("2024-01-01",
            facts.Applied(new ScenarioChange.Renew("C3", PartialDate.Of(2026))).FindCommitment("C3/R")!.From.ToString());
        // Without what it amends it keeps that term.
        Assert.Equal("2024-01-01",
            (facts with { Commitments = facts.Commitments.SetItem(2, facts.Commitments[2] with { Posts = ["P", "Q"] }) })
            .Applied(new ScenarioChange.RemovePost("P"), new ScenarioChange.Renew("C3", PartialDate.Of(2026)))
                .FindCommitment("C3/R")!.From.ToString());
    }

    /// <summary>A request to amend, a refused or a future avenant, and one withdrawn before it began take no place.</summary>
    [Theory]
    [InlineData("signed", true)]
    [InlineData("announced", true)]
    [InlineData("requested", false)]
    [InlineData("refused", false)]
    [InlineData("later", false)]
    [InlineData("never was", false)]
    public void Renewed_WhereAnAvenantStands_IsRefused(string avenant, bool refused)
    {
        Commitment amends = Suppose.Half("C3", "P") with { Amends = "C1", From = new LocalDate(2022, 6, 1) };
        amends = avenant switch
        {
            "announced" => amends with { Status = CommitmentStatus.Announced },
            "requested" => amends with { Status = CommitmentStatus.Requested },
            "refused" => amends with { Status = CommitmentStatus.Refused },
            "later" => amends with { DecidedOn = new LocalDate(2022, 2, 9) },
            "never was" => amends with { Withdrawn = new(new LocalDate(2022, 6, 1), new LocalDate(2022, 1, 1), "A") },
            _ => amends,
        };
        Assert.Equal(
            refused ? ["renew-amended changes[0].renew.commitment C1"] : [],
            (Suppose.Facts with { Commitments = [.. Suppose.Facts.Commitments, amends] })
                .Errors(new ScenarioChange.Renew("C1", PartialDate.Of(2026))));
    }

    /// <summary>The calendar of the formats ends with the year 4999.</summary>
    [Fact]
    public void Renewed_AfterTheLastYear_IsRefused() =>
        Assert.Equal(
            ["until-before-from changes[0].renew.until 4999"],
            Suppose.With(one => one with { Until = new LocalDate(4999, 12, 31) })
                .Errors(new ScenarioChange.Renew("C1", PartialDate.Of(4999))));

    [Fact]
    public void Renewed_WhereAnAvenantReplacedIt_IsRefused() =>
        Assert.Equal(
            ["renew-amended changes[0].renew.commitment C1"],
            (Suppose.Facts with { Commitments = [.. Suppose.Facts.Commitments, Suppose.Half("C3", "P") with { Amends = "C1" }] })
                .Errors(new ScenarioChange.Renew("C1", PartialDate.Of(2026))));

    private static Portfolio Renewed(Amount amount, Factor factor) =>
        Facts(amount).Applied(new ScenarioChange.Renew("C1", new LocalDate(2026, 12, 31)) { Factor = factor });

    private static PortfolioFacts Facts(Amount amount) => Suppose.Facts with
    {
        Posts = [Suppose.Post("P") with { Costs = [new(Suppose.First, Euros.FromCents(Cost)) { Source = "A" }] }],
        Commitments = [Suppose.Half("C1", "P") with { Amount = amount }],
    };

    /// <summary>That part of the cost, to the cent, half up.</summary>
    private static string OfCost(BigInteger part, BigInteger whole) =>
        Euros.FromCents((long)((2 * Cost * part + whole) / (2 * whole))).ToString();

    private static PartialDate Date(string text) => PartialDate.TryParse(text, out var date) ? date : throw new FormatException(text);
}
