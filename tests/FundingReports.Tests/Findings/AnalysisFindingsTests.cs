using FundingReports.Portfolios;
using FundingReports.Validation;
using NodaTime;
using NodaTime.Text;

namespace FundingReports.Tests.Findings;

/// <summary>What is to be looked at on the as-of date, 8 February 2022: each finding where it is due, and not a day beside.</summary>
public class AnalysisFindingsTests
{
    private static readonly LocalDate from = new(2021, 1, 1), asOf = new(2022, 2, 8);

    [Theory]
    [InlineData("2022-02-08", "2022-12-31", null, true)]
    [InlineData("2021-01-01", "2022-02-08", null, true)]
    [InlineData("2021-01-01", "open", "2022-02-09", true)]
    // Not found where the promise has not begun, is over or withdrawn.
    [InlineData("2022-02-09", "2022-12-31", null, false)]
    [InlineData("2021-01-01", "2022-02-07", null, false)]
    [InlineData("2021-01-01", "open", "2022-02-08", false)]
    public void InForceWithoutADayOfDecision_IsFound(string begins, string until, string? withdrawn, bool found)
    {
        Commitment commitment = Pays("C", Share.Of(1, 2)) with
        {
            From = Iso(begins), Until = until == "open" ? Term.Open : Iso(until), DecidedOn = null, Cap = Euros.Of(50_000),
            Withdrawn = withdrawn is null ? null : new(Iso(withdrawn), new LocalDate(2022, 1, 1), "S"),
        };
        Assert.Equal(found ? ["commitments[0].decidedOn"] : [], Of(ProblemCode.NotDecided, commitment).Select(problem => problem.Path));
        Assert.Empty(Of(ProblemCode.NotDecided, commitment with { DecidedOn = new LocalDate(2020, 12, 1) }));
        // What is only announced needs no decision.
        Assert.Empty(Of(ProblemCode.NotDecided, commitment with { Status = CommitmentStatus.Announced }));
    }

    [Theory]
    [InlineData("2021-02-08", null)]
    [InlineData("2021-02-07", "50000.00 2021")]
    [InlineData("2020-01-01", "50000.00 2020")]
    public void Cost_OfMoreThanTwelveMonths_IsCarriedOn(string since, string? expected) =>
        Assert.Equal(expected, Stale(new Cost(Iso(since), Euros.Of(50_000)) { Source = "S" }));

    [Fact]
    public void Cost_KnownAnew_IsNotStale()
    {
        Cost old = new(new LocalDate(2020, 1, 1), Euros.Of(50_000)) { Source = "S" };
        Assert.Null(Stale(old, new Cost(new LocalDate(2022, 1, 1), Euros.Of(51_000)) { Source = "S" }));
        Assert.Null(Stale(old, new Cost(asOf, Euros.Of(51_000)) { Source = "S" }));
        // Decided for later, it is known that the cost will not stay; decided later, nothing is known yet.
        Assert.Null(Stale(old, new Cost(new LocalDate(2022, 7, 1), Euros.Of(51_000)) { Source = "S" }));
        Assert.Equal("50000.00 2020",
            Stale(old, new Cost(new LocalDate(2022, 7, 1), Euros.Of(51_000)) { DecidedOn = new LocalDate(2022, 3, 1), Source = "S" }));
        Assert.Equal("50000.00 2020",
            Stale(old, new Cost(new LocalDate(2022, 1, 1), Euros.Of(51_000)) { DecidedOn = new LocalDate(2022, 3, 1), Source = "S" }));
        // Unknown from then on: there is no figure to carry on.
        Assert.Null(Stale(old, new Cost(new LocalDate(2020, 7, 1), null) { Source = "S" }));
    }

    /// <summary>Of two costs from one day the one decided last is in force, wherever it is written: model, 1.</summary>
    [Fact]
    public void Cost_OfOneDayTwice_TheOneDecidedLastIsCarriedOn()
    {
        Cost early = new(new LocalDate(2020, 1, 1), Euros.Of(50_000)) { DecidedOn = new LocalDate(2019, 12, 1), Source = "S" };
        Cost late = early with { Annual = Euros.Of(52_000), DecidedOn = new LocalDate(2020, 6, 1) };
        Assert.Equal("52000.00 2020", Stale(early, late));
        Assert.Equal("52000.00 2020", Stale(late, early));
    }

    [Fact]
    public void Cost_OfNothing_IsFound_OnceItIsDecided()
    {
        Cost nothing = new(new LocalDate(2022, 1, 1), Euros.Zero) { DecidedOn = new LocalDate(2022, 2, 8), Source = "S" };
        Assert.Equal(["P 2022-01-01"], With(ProblemCode.CostOfZero, [nothing]).Select(Said));
        Assert.Empty(With(ProblemCode.CostOfZero, [nothing with { DecidedOn = new LocalDate(2022, 2, 9) }]));
        Assert.Empty(With(ProblemCode.CostOfZero, [nothing with { Annual = Euros.FromCents(1) }]));
    }

    [Fact]
    public void Post_WithoutAnyPromise_IsFound()
    {
        Assert.Equal(["posts[0]"], Of(ProblemCode.UnpaidPost).Select(problem => problem.Path));
        Assert.Empty(Of(ProblemCode.UnpaidPost, Pays("C", Share.Of(1, 100))));
        Assert.Equal("P", Assert.Single(Assert.Single(Of(ProblemCode.UnpaidPost)).Arguments));
        // What is entered, and is only requested or decided later, is not said to be missing.
        foreach (var entered in (Commitment[])[Pays("C", Share.Of(1, 2)) with { Status = CommitmentStatus.Requested },
            Pays("C", Share.Of(1, 2)) with { DecidedOn = new LocalDate(2099, 1, 1) }])
            Assert.Equal(2, Assert.Single(Of(ProblemCode.UnpaidPost, entered)).Arguments.Length);
    }

    [Fact]
    public void MoneyAboveTheCost_IsFound_DayByDay()
    {
        // 110 % in all, then 120 %, one run of days; from 2024 on exactly 100 %; in 2025 110 % again.
        Assert.Equal(
            ["P 2022-02-08 2023-12-31 agreed 1.200000", "P 2025-01-01 2025-12-31 agreed 1.100000"],
            Of(ProblemCode.OverFunded,
                Pays("A", Share.Of(6, 10)) with { Until = Term.Open }, Pays("B", Share.Of(4, 10)) with { Until = Term.Open },
                Sum("C", 5_000) with { Until = new LocalDate(2023, 12, 31) },
                Sum("D", 5_000) with { From = new LocalDate(2023, 1, 1), Until = new LocalDate(2023, 12, 31) },
                Sum("E", 5_000) with { From = new LocalDate(2025, 1, 1), Until = new LocalDate(2025, 12, 31) }).Select(Said));
        Assert.Empty(Of(ProblemCode.OverFunded, Pays("A", Share.Whole)));
    }

    [Fact]
    public void AnnouncedMoneyAboveTheCost_IsFoundInItsView_WhereTheAgreedIsNot() =>
        Assert.Equal(["P 2022-02-08 2023-12-31 announced 1.100000"],
            Of(ProblemCode.OverFunded, Pays("A", Share.Whole), Sum("B", 5_000) with { Status = CommitmentStatus.Announced }).Select(Said));

    [Fact]
    public void MoneyAboveTheCost_WithoutEnd_IsOneRunOfDays() =>
        Assert.Equal(["P 2022-02-08  agreed 1.200000"],
            Of(ProblemCode.OverFunded, Pays("A", Share.Whole) with { Until = Term.Open }, Sum("B", 5_000) with { Until = Term.Open },
                Sum("C", 5_000) with { From = new LocalDate(2023, 1, 1), Until = Term.Open }).Select(Said));

    [Theory]
    [InlineData(CommitmentStatus.Signed, "P 2023-01-01 agreed 7/6")]
    [InlineData(CommitmentStatus.Announced, "P 2023-01-01 announced 7/6")]
    [InlineData(CommitmentStatus.Requested, null)]
    public void SharesAboveTheCost_AreFoundFromTheirFirstDay(CommitmentStatus status, string? expected) =>
        Assert.Equal(expected,
            Of(ProblemCode.SharesExceedCost, Pays("A", Share.Of(2, 3)),
                Pays("B", Share.Of(1, 2)) with { From = new LocalDate(2023, 1, 1), Status = status }).Select(Said).SingleOrDefault());

    [Fact]
    public void AnnouncedSharesAboveTheCost_FromTheFirstDay_AreFoundInTheirView() =>
        Assert.Equal(["P 2022-02-08 announced 7/6"],
            Of(ProblemCode.SharesExceedCost, Pays("A", Share.Of(2, 3)),
                Pays("B", Share.Of(1, 2)) with { Status = CommitmentStatus.Announced }).Select(Said));

    /// <summary>The steps of a degressive promise follow each other; they are never added.</summary>
    [Fact]
    public void SharesOfSuccessiveYears_AreNotAddedUp() =>
        Assert.Empty(
            Of(ProblemCode.SharesExceedCost,
                Pays("A", Share.Whole) with { Amount = new Amount.YearlyShares([Share.Of(2, 3), Share.Of(1, 2), Share.Of(1, 3)]) },
                Pays("B", Share.Of(1, 3))));

    [Fact]
    public void SharesOfTheWholeCost_AreNotTooMuch() =>
        Assert.Empty(
            Of(ProblemCode.SharesExceedCost, Pays("A", Share.Of(2, 3)), Pays("B", Share.Of(1, 3)),
                Pays("C", Share.Of(1, 2)) with { Amount = new Amount.ShareOfRemainder(Share.Of(1, 2)) }));

    /// <summary>
    /// What falls on the one who pays the rest without ceiling, if the announced or requested promise of 20 000 € does not come.
    /// </summary>
    [Theory]
    [InlineData(CommitmentStatus.Announced, "announced")]
    [InlineData(CommitmentStatus.Requested, "requested")]
    public void Balance_LeansOn_WhatIsOnlyAnnouncedOrRequested(CommitmentStatus status, string said)
    {
        Commitment rest = Pays("B", Share.Whole) with { Amount = Amount.TheBalance };
        Commitment doubtful = Sum("A", 20_000) with { Status = status, Until = new LocalDate(2023, 12, 31) };
        string[] expected = [$"Ville 2022 50000.00 30000.00 Ville 20000.00 {said}", $"Ville 2023 50000.00 30000.00 Ville 20000.00 {said}"];
        Assert.Equal(expected, Of(ProblemCode.BalanceLeans, doubtful, rest).Select(Said));
        Assert.Equal(expected, Of(ProblemCode.BalanceLeans, rest, doubtful).Select(Said));
        Assert.Equal(expected, Of(ProblemCode.BalanceLeans, doubtful, rest with { Instalments = null }).Select(Said));
        Assert.All(Of(ProblemCode.BalanceLeans, doubtful, rest), problem => Assert.Equal("commitments[1]", problem.Path));
        Assert.Empty(Of(ProblemCode.BalanceLeans, doubtful with { Status = CommitmentStatus.Signed }, rest));
        Assert.Empty(Of(ProblemCode.BalanceLeans, doubtful with { Status = CommitmentStatus.Refused }, rest));
        Assert.Empty(Of(ProblemCode.BalanceLeans, doubtful, rest with { Status = CommitmentStatus.Announced }));
        Assert.Empty(Of(ProblemCode.BalanceLeans, doubtful, rest with { Cap = Euros.Of(50_000) }));
        Assert.Equal([$"Ville 2022 50000.00  Ville  {said}", $"Ville 2023 50000.00  Ville  {said}"],
            Of(ProblemCode.BalanceLeans, doubtful with { Amount = Amount.NotPublished }, rest).Select(Said));
    }

    /// <summary>
    /// A balance that bears a tenth more than the year before, because another's part steps down; not because its first year is a part of
    /// one.
    /// </summary>
    [Fact]
    public void Balance_ThatRisesByATenth_SaysWhoPaysLess()
    {
        Commitment rest = Pays("B", Share.Whole) with { Amount = Amount.TheBalance };
        Commitment degressive(params Share[] steps) =>
            Pays("A", Share.Whole) with { From = new LocalDate(2022, 1, 1), Amount = new Amount.YearlyShares([.. steps]) };
        Assert.Equal(["Ville 2023 25000.00 20000.00 Ville 30000.00 25000.00"],
            Of(ProblemCode.BalanceRises, degressive(Share.Of(3, 5), Share.Of(1, 2), Share.Of(1, 2)), rest).Select(Said));
        Assert.Empty(Of(ProblemCode.BalanceRises, degressive(Share.Of(3, 5), Share.Of(3, 5), Share.Of(3, 5)), rest));
        Assert.Empty(
            Of(ProblemCode.BalanceRises, degressive(Share.Of(3, 5), Share.Of(1, 2), Share.Of(1, 2)),
                rest with { Cap = Euros.Of(50_000) }));
        Assert.Empty(
            Of(ProblemCode.BalanceRises, degressive(Share.Of(1, 2), Share.Of(1, 2), Share.Of(1, 2)),
                rest with { From = new LocalDate(2022, 7, 1) }));
    }

    /// <summary>
    /// The announced amendment would replace money of an unknown amount: how much more the balance bears without it, nobody can say.
    /// </summary>
    [Fact]
    public void Balance_BesideAnUnknownAmount_IsNotSaid() => Assert.Empty(Of(ProblemCode.BalanceLeans,
        Pays("U", Share.Whole) with { Amount = Amount.NotPublished },
        Sum("A", 20_000) with { Status = CommitmentStatus.Announced, Amends = "U" },
        Pays("B", Share.Whole) with { Amount = Amount.TheBalance }));

    /// <summary>A share that an announced amendment would replace bears nothing of another's.</summary>
    [Fact]
    public void Share_IsNoBalance() =>
        Assert.Empty(
            Of(ProblemCode.BalanceLeans, Pays("A", Share.Of(1, 2)),
                Pays("A2", Share.Of(1, 4)) with { Status = CommitmentStatus.Announced, Amends = "A", From = new LocalDate(2022, 7, 1) }));

    [Fact]
    public void Balance_OfThreeYearsAtMost_IsSaid() => Assert.Equal(3, Of(ProblemCode.BalanceLeans,
        Sum("A", 20_000) with { Status = CommitmentStatus.Announced, Until = Term.Open },
        Pays("B", Share.Whole) with { Amount = Amount.TheBalance, Until = Term.Open }).Count());

    [Fact]
    public void FindingsOfTheFacts_StandFirst()
    {
        FundingAnalysis analysis = Portfolio.Create(
            Facts([new(from, Euros.Of(50_000)) { Source = "S" }], Pays("C", Share.Whole) with { Amount = Amount.TheBalance }))
            .Analyze(asOf);
        Assert.NotEmpty(analysis.Portfolio.Findings);
        Assert.Equal(analysis.Portfolio.Findings, analysis.Findings.Take(analysis.Portfolio.Findings.Length));
    }

    [Fact]
    public void PoliciesNotCheckedForLong_StandLast()
    {
        LocalDate later = new(2060, 1, 1);
        Problem[] stale = [.. FundingReports.Policies.PolicySet.Default.Findings(later)];
        Assert.NotEmpty(stale);
        Assert.Equal(stale, Portfolio.Create(Facts([])).Analyze(later).Findings.TakeLast(stale.Length));
    }

    private static string? Stale(params Cost[] costs) =>
        With(ProblemCode.StaleCost, costs).Select(problem => $"{problem.Found} {problem.Arguments[^1]}").SingleOrDefault();

    private static string Said(Problem problem) => string.Join(' ', problem.Arguments);

    private static IEnumerable<Problem> Of(ProblemCode code, params Commitment[] commitments) =>
        Found(code, [new(from, Euros.Of(50_000)) { Source = "S" }], commitments);

    private static IEnumerable<Problem> With(ProblemCode code, Cost[] costs) => Found(code, costs, Pays("C", Share.Of(1, 2)));

    private static IEnumerable<Problem> Found(ProblemCode code, Cost[] costs, params Commitment[] commitments) =>
        Portfolio.Create(Facts(costs, commitments)).Analyze(asOf).Findings.Where(problem => problem.Code == code);

    private static PortfolioFacts Facts(Cost[] costs, params Commitment[] commitments) => new()
    {
        Sources = [new("S", SourceKind.Act, "Convention")],
        Funders = [new("V", "Ville", FunderKind.Commune)],
        Posts = [new("P", "Poste") { From = from, Fte = 1, Costs = [.. costs], Source = "S" }],
        Commitments = [.. commitments],
    };

    private static Commitment Sum(string id, int annual) => Pays(id, Share.Whole) with { Amount = new Amount.Annual(Euros.Of(annual)) };

    private static Commitment Pays(string id, Share share) => new(id, "V", ["P"], from, new Amount.ShareOfCost(share))
    {
        Until = new LocalDate(2023, 12, 31), DecidedOn = new LocalDate(2020, 12, 1), Status = CommitmentStatus.Signed, Instalments = [],
        Source = "S",
    };

    private static LocalDate Iso(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
