using System.Collections.Immutable;
using FundingReports.Portfolios;
using FundingReports.Reports.Schedules;
using NodaTime;

namespace FundingReports.Reports.Tests.Schedules;

/// <summary>What is read of the agreements grows with what is written in them, and not with its square.</summary>
/// <remarks>Work is counted by what it allocates, which a busy machine does not change.</remarks>
public sealed class GrowingScheduleTests
{
    private static readonly LocalDate first = new(2022, 1, 1);

    private static Portfolio PortfolioOf(int posts, Func<ImmutableArray<string>, Commitment> promise)
    {
        ImmutableArray<string> ids = [.. Enumerable.Range(0, posts).Select(i => $"P{i}")];
        return Portfolio.Create(new()
        {
            Title = "Growing",
            Sources = [new("S", SourceKind.Assumption, "Test") { Author = "test", Reason = "size" }],
            Funders = [new("ETAT", "État", FunderKind.State)],
            Posts = [.. ids.Select(id => new Post(id, id)
            {
                From = first,
                Fte = 1m,
                Costs = [new(first, Euros.Of(50_000))],
                Source = "S",
            })],
            Commitments = [promise(ids)],
        });
    }

    private static Commitment Signed(ImmutableArray<string> posts, Amount amount, LocalDate until) =>
        new("C", "ETAT", posts, first, amount)
        {
            Until = until,
            Status = CommitmentStatus.Signed,
            DecidedOn = first,
            Source = "S",
        };

    private static long Allocated(Portfolio portfolio)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        var reading = new AgreementReading(portfolio, first);
        foreach (Post post in portfolio.Posts)
            Assert.NotEmpty(reading.Of(post));
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    [Fact]
    public void SumsForManyPosts_AreSplitOnce()
    {
        Portfolio Shared(int posts) =>
            PortfolioOf(posts, ids => Signed(ids, new Amount.Total(Euros.Of(60_000L * posts)), new(2025, 12, 31)));
        Allocated(Shared(10));
        long few = Allocated(Shared(200)), many = Allocated(Shared(800));
        Assert.True(many < 6 * few, $"{few} bytes for 200 posts, {many} for 800.");
    }

    [Fact]
    public void ManyInstalments_AreTakenFromTheirTotalOnce()
    {
        // A 31st alone weighs nothing: each is of two days.
        Portfolio Frequent(int days) =>
            PortfolioOf(1, ids => Signed(ids, new Amount.Total(Euros.Of(100L * days)), first.PlusDays(3 * days + 10)) with
            {
                Instalments = [.. Enumerable.Range(0, days).Select(
                    i => new Instalment(first.PlusDays(3 * i), first.PlusDays(3 * i + 1)) { Amount = Euros.Of(90) })],
            });
        Allocated(Frequent(10));
        long few = Allocated(Frequent(200)), many = Allocated(Frequent(800));
        Assert.True(many < 6 * few, $"{few} bytes for 200 instalments, {many} for 800.");
    }
}
