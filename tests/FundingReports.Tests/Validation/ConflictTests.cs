using FundingReports.Portfolios;
using FundingReports.Validation;
using NodaTime;

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
        Assert.Equal(sum is null ? null : $"RemaindersAboveOne posts[0] {sum} 2022-01-01 agreed", problem is null ? null : $"{problem.Code} {problem.Path} {problem.Arguments[^1]} {problem.Arguments[1]} {problem.Arguments[2]}");
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
        Commitment[] four = [Pays("B3", Amount.TheBalance) with { From = late }, Pays("B4", Amount.TheBalance) with { From = late }, Pays("B1", Amount.TheBalance) with { Until = new LocalDate(2023, 12, 31) }, Pays("B2", Amount.TheBalance) with { Until = new LocalDate(2023, 12, 31) }];
        Assert.Equal(["P", "B1", "B2", "2022-01-01", "agreed"], Problem(four)!.Arguments.AsEnumerable());
        Assert.Equal(["P", "B2", "B1", "2022-01-01", "agreed"], Problem([.. four.Reverse()])!.Arguments.AsEnumerable());
    }

    [Fact]
    public void BalanceAndRemainder_DoNotContradict() => Assert.Null(Problem(Pays("B", Amount.TheBalance), Pays("R", new Amount.OfRemainder(Share.Whole))));

    [Fact]
    public void AnnouncedBalanceBesideAnAgreedOne_ContradictsInTheAnnouncedView() =>
        Assert.Equal("announced", Problem(Pays("B1", Amount.TheBalance), Pays("B2", Amount.TheBalance) with { Status = CommitmentStatus.Announced })!.Arguments[^1]);

    [Fact]
    public void RequestedBalance_IsNoMoney_AndContradictsNobody() =>
        Assert.Null(Problem(Pays("B1", Amount.TheBalance), Pays("B2", Amount.TheBalance) with { Status = CommitmentStatus.Requested }));

    [Fact]
    public void EveryPost_IsLookedAt()
    {
        PortfolioFacts facts = Facts(Pays("B1", Amount.TheBalance) with { Posts = ["Q"] }, Pays("B2", Amount.TheBalance) with { Posts = ["Q"] });
        facts = facts with { Posts = [facts.Posts[0], facts.Posts[0] with { Id = "Q" }, facts.Posts[0] with { Id = "R" }] };
        var error = Assert.Throws<PortfolioException>(() => Portfolio.Create(facts).Analyze(from));
        Assert.Equal("posts[1]", Assert.Single(error.Problems).Path);
    }

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
            return error.Problems.Single();
        }
    }

    private static PortfolioFacts Facts(params Commitment[] commitments) => new()
    {
        Sources = [new("S", SourceKind.Act, "Convention")],
        Funders = [new("A", "État", FunderKind.State)],
        Posts = [new("P", "Poste") { From = from, Fte = 1, Costs = [new(from, Euros.Of(50_000)) { Source = "S" }], Source = "S" }],
        Commitments = [.. commitments],
    };

    private static Commitment Pays(string id, Amount amount) => new(id, "A", ["P"], from, amount) { Until = Term.Open, Cap = Euros.Of(50_000), Status = CommitmentStatus.Signed, Instalments = [], Source = "S" };
}
