using System.Collections.Immutable;
using CsCheck;
using FundingReports.Portfolios;
using FundingReports.Validation;
using NodaTime;
using NodaTime.Text;

namespace FundingReports.Tests.Validation;

/// <summary>Promises of the rest that contradict one another: on one post, on one day, in one view.</summary>
public class ConflictTests
{
    private static readonly LocalDate from = new(2022, 1, 1);

    [Theory]
    [InlineData("1/2 1/2", null)]
    [InlineData("1/3 1/3 1/3", null)]
    [InlineData("2/3 1/4", null)]
    [InlineData("1/6 1/3 1/2", null)]
    [InlineData("2/3 1/2", "7/6")]
    [InlineData("1/3 1/3 2/5", "16/15")]
    [InlineData("1/2 1000000/1999999", "3999999/3999998")]
    public void RemainderShares_AddUpToOneAtMost(string shares, string? sum)
    {
        var problem = Problem([.. shares.Split(' ').Select((share, i) => Pays($"R{i}", new Amount.OfRemainder(Parse(share))))]);
        Assert.Equal(sum is null ? null : $"RemaindersAboveOne {sum} 2022-01-01 agreed", problem is null ? null
                : $"{problem.Code} {problem.Arguments[^1]} {problem.Arguments[1]} {problem.Arguments[2]}");
    }

    [Theory]
    // The second begins on the last day of the first, or the day after.
    [InlineData("2022-12-31", "TwoBalances 2022-12-31")]
    [InlineData("2023-01-01", null)]
    public void TwoBalances_OnOneDay_Contradict(string second, string? expected)
    {
        var problem = Problem(
            Pays("B1", Amount.TheBalance) with { Until = new LocalDate(2022, 12, 31) },
            Pays("B2", Amount.TheBalance) with { From = NodaTime.Text.LocalDatePattern.Iso.Parse(second).Value });
        Assert.Equal(expected, problem is null ? null : $"{problem.Code} {problem.Arguments[3]}");
    }

    /// <summary>Of two conflicts the earlier is told, whatever the order in which the promises are written, and whose it is.</summary>
    [Fact]
    public void EarliestConflict_IsTold()
    {
        var late = new LocalDate(2024, 1, 1);
        Commitment[] four = [Pays("B3", Amount.TheBalance) with { From = late }, Pays("B4", Amount.TheBalance) with { From = late },
            Pays("B1", Amount.TheBalance) with { Until = new LocalDate(2023, 12, 31) },
            Pays("B2", Amount.TheBalance) with { Until = new LocalDate(2023, 12, 31) }];
        Assert.Equal(["P", "B1", "B2", "2022-01-01", "agreed"], Problem(four)!.Arguments.AsEnumerable());
        Assert.Equal(["P", "B2", "B1", "2022-01-01", "agreed"], Problem([.. four.Reverse()])!.Arguments.AsEnumerable());
    }

    [Fact]
    public void BalanceAndRemainder_DoNotContradict() =>
        Assert.Null(Problem(Pays("B", Amount.TheBalance), Pays("R", new Amount.OfRemainder(Share.Whole))));

    [Fact]
    public void AnnouncedBalanceBesideAnAgreedOne_ContradictsInTheAnnouncedView() =>
        Assert.Equal("announced",
            Problem(Pays("B1", Amount.TheBalance),
                Pays("B2", Amount.TheBalance) with { Status = CommitmentStatus.Announced })!.Arguments[^1]);

    [Fact]
    public void RequestedBalance_IsNoMoney_AndContradictsNobody() =>
        Assert.Null(Problem(Pays("B1", Amount.TheBalance), Pays("B2", Amount.TheBalance) with { Status = CommitmentStatus.Requested }));

    [Fact]
    public void EveryPost_IsLookedAt()
    {
        PortfolioFacts facts = Facts(Pays("B1", Amount.TheBalance) with { Posts = ["Q"] },
            Pays("B2", Amount.TheBalance) with { Posts = ["Q"] });
        facts = facts with { Posts = [facts.Posts[0], facts.Posts[0] with { Id = "Q" }, facts.Posts[0] with { Id = "R" }] };
        var error = Assert.Throws<PortfolioException>(() => Portfolio.Create(facts).Analyze(from));
        Problem conflict = Assert.Single(error.Problems, problem => problem.Severity is Severity.Error);
        Assert.Equal(("commitments[1]", "Q"), (conflict.Path, conflict.Found));
    }

    /// <summary>Found where it is written, with whatever else is wrong, before anybody asks on any day.</summary>
    [Fact]
    public void Conflict_IsAnErrorOfTheFacts_BesideTheOthers()
    {
        PortfolioFacts facts = Facts(Pays("B1", Amount.TheBalance), Pays("R", new Amount.Annual(Euros.Of(-1))),
            Pays("B2", Amount.TheBalance) with { Status = CommitmentStatus.Announced });
        Assert.False(Portfolio.TryCreate(facts, out _, out var problems));
        Assert.Equal(["negative-money@commitments[1].amount.annual", "two-balances@commitments[2]"], Errors(problems));
        Assert.Equal(["P", "B1", "B2", "2022-01-01", "announced"],
            problems.Single(problem => problem.Code is ProblemCode.TwoBalances).Arguments.AsEnumerable());
    }

    /// <summary>What has another error is not judged: its days or its amount may be the error.</summary>
    [Fact]
    public void Conflict_WithACommitmentThatHasAnError_IsNotSaid()
    {
        Portfolio.TryCreate(Facts(Pays("B1", Amount.TheBalance), Pays("B2", Amount.TheBalance) with { Until = new LocalDate(2021, 1, 1) }),
            out _, out var problems);
        Assert.Equal(["until-before-from@commitments[1].until"], Errors(problems));
    }

    /// <summary>
    /// B2 takes over by an amendment decided in 2023: before, both bear the balance, and an analysis of those days is refused.
    /// </summary>
    [Fact]
    public void Conflict_UntilALaterDecision_IsAWarningThatNamesTheDays()
    {
        PartialDate first = new LocalDate(2021, 12, 1), second = new LocalDate(2022, 5, 1), later = PartialDate.Of(2023, 6);
        Portfolio portfolio = Portfolio.Create(Facts(
            Pays("B1", Amount.TheBalance) with { DecidedOn = first },
            Pays("B2", Amount.TheBalance) with { DecidedOn = second },
            Pays("A", new Amount.Annual(Euros.Of(1_000))) with { DecidedOn = later, Amends = "B2" }));
        Problem warning = Assert.Single(portfolio.Findings, problem => problem.Code is ProblemCode.ConflictBefore);
        Assert.Equal("commitments[1]", warning.Path);
        Assert.Equal(["P", "B1", "B2", "2022-01-01", "agreed", "2022-05-01", "2023-06-29"], warning.Arguments.AsEnumerable());
        Assert.NotNull(portfolio.Analyze(new(2022, 4, 30)));
        Assert.Throws<PortfolioException>(() => portfolio.Analyze(new(2022, 5, 1)));
        Assert.Throws<PortfolioException>(() => portfolio.Analyze(new(2023, 6, 29)));
        Assert.NotNull(portfolio.Analyze(new(2023, 6, 30)));
    }

    [Fact]
    public void Conflict_BeforeAnyDecision_HasNoFirstDay()
    {
        Problem warning = Assert.Single(Portfolio.Create(Facts(
            Pays("B1", Amount.TheBalance), Pays("B2", Amount.TheBalance) with { Withdrawn = new(from, new LocalDate(2023, 1, 1), "S") }))
                .Findings, problem => problem.Code is ProblemCode.ConflictBefore);
        Assert.Equal(("", "2022-12-31"), (warning.Arguments[5], warning.Arguments[6]));
    }

    /// <summary>What passes without a word can be analysed on every day; what is said to be refused is refused.</summary>
    [Fact]
    public void AnyPromisesOfTheRest_ThatPass_AreAnalysedOnEveryDay() =>
        Gen.Select(Gen.Int[0, 5].Array[8], Gen.Int[2, 4]).Array[1, 5].Sample(rows =>
    {
        LocalDate Day(int i) => new LocalDate(2020, 1, 1).PlusMonths(9 * i);
        Commitment[] commitments = [.. rows.Select((row, i) => Pays($"C{i}", row.Item1[0] switch
        {
            0 or 1 => Amount.TheBalance, 2 or 3 => new Amount.OfRemainder(Share.Of(1, row.Item2)),
            4 => new Amount.OfRemainder(Share.Whole), _ => new Amount.Annual(Euros.Of(1_000)),
        }) with
        {
            From = Day(row.Item1[1]), Until = Day(row.Item1[1] + row.Item1[2] + 1), DecidedOn = row.Item1[3] == 0 ? null
                : Day(row.Item1[3]),
            Status = row.Item1[4] switch { 0 => CommitmentStatus.Announced, 1 => CommitmentStatus.Requested,
                _ => CommitmentStatus.Signed },
            Amends = i > 0 && row.Item1[5] < 2 ? $"C{row.Item1[6] % i}" : null,
            Withdrawn = row.Item1[7] == 0 ? new(Day(row.Item1[2]), Day(row.Item1[6]), "S") : null,
        })];
        if (!Portfolio.TryCreate(Facts(commitments), out Portfolio? portfolio, out var problems))
        {
            // Nothing else can be wrong with them.
            Assert.All(problems.Where(problem => problem.Severity is Severity.Error),
                problem => Assert.True(problem.Code is ProblemCode.TwoBalances or ProblemCode.RemaindersAboveOne));
            return;
        }
        Problem? before = problems.SingleOrDefault(problem => problem.Code is ProblemCode.ConflictBefore);
        LocalDate[] days = [.. Enumerable.Range(0, 7).SelectMany(i => new[] { Day(i).PlusDays(-1), Day(i) }), new(2050, 1, 1)];
        if (before is null)
            Assert.All(days, day => portfolio.Analyze(day));
        else
            Assert.Throws<PortfolioException>(() => portfolio.Analyze(LocalDatePattern.Iso.Parse(before.Arguments[6]).Value));
    }, iter: Rounds.Of(500));

    private static IEnumerable<string> Errors(ImmutableArray<Problem> problems) =>
        problems.Where(problem => problem.Severity is Severity.Error).Select(problem => $"{problem.CodeName}@{problem.Path}");

    private static Share Parse(string text) => Share.Of(int.Parse(text.Split('/')[0], null), int.Parse(text.Split('/')[1], null));

    private static Problem? Problem(params Commitment[] commitments)
    {
        try
        {
            Portfolio.Create(Facts(commitments)).Analyze(from);
            return null;
        }
        catch (PortfolioException error)
        {
            return error.Problems.Single(problem => problem.Severity is Severity.Error);
        }
    }

    private static PortfolioFacts Facts(params Commitment[] commitments) => new()
    {
        Sources = [new("S", SourceKind.Act, "Convention")],
        Funders = [new("A", "État", FunderKind.State)],
        Posts = [new("P", "Poste") { From = from, Fte = 1, Costs = [new(from, Euros.Of(50_000)) { Source = "S" }], Source = "S" }],
        Commitments = [.. commitments],
    };

    private static Commitment Pays(string id, Amount amount) =>
        new(id, "A", ["P"], from, amount) { Until = Term.Open, Cap = Euros.Of(50_000), Status = CommitmentStatus.Signed, Instalments = [],
            Source = "S" };
}
