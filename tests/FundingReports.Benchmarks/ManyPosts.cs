using System.Collections.Immutable;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Benchmarks;

/// <summary>Portfolios of any size, of posts that differ: the same number gives the same portfolio.</summary>
internal static class ManyPosts
{
    internal static readonly LocalDate AsOf = new(2022, 2, 8);

    /// <summary>
    /// Posts paid by the State (a share), a commune (a sum, in one of three only announced) and a balance, over six years; all of it known
    /// on the as-of date.
    /// </summary>
    /// <param name="posts">How many.</param>
    /// <param name="first">The number of the first: other numbers are other posts.</param>
    internal static PortfolioFacts With(int posts, int first = 0)
    {
        var start = new LocalDate(2021, 4, 1);
        var all = ImmutableArray.CreateBuilder<Post>(posts);
        var commitments = ImmutableArray.CreateBuilder<Commitment>(posts * 3);
        for (int i = first; i < first + posts; i++)
        {
            string id = $"P{i}";
            var from = start.PlusDays(i % 300);
            all.Add(new(id, id)
            {
                From = from,
                Fte = 1m,
                Departement = "40",
                Costs = [new(from, Euros.FromCents(4_000_000 + i % 1000 * 1001)),
                    new(from.PlusYears(2), Euros.FromCents(4_100_000 + i % 1000 * 1003))],
                Source = "S",
            });
            commitments.Add(new($"E{i}", "ETAT", [id], from, new Amount.YearlyShares([Share.Of(8, 10), Share.Of(5, 10), Share.Of(3, 10)]))
            {
                Until = from.PlusYears(3).PlusDays(-1), Status = CommitmentStatus.Signed, DecidedOn = from, Source = "S",
                Instalments = [new(from, from.PlusMonths(11))],
            });
            commitments.Add(new($"C{i}", "COMMUNE", [id], from, new Amount.Annual(Euros.FromCents(300_001 + i % 77)))
            {
                Until = from.PlusYears(5), Status = i % 3 == 0 ? CommitmentStatus.Announced : CommitmentStatus.Granted, DecidedOn = from,
                Source = "S",
            });
            commitments.Add(new($"D{i}", "CD40", [id], from, Amount.TheBalance)
            {
                Until = from.PlusYears(4), Cap = Euros.Of(40_000), Status = CommitmentStatus.Signed, DecidedOn = from, Source = "S",
                Instalments = [],
            });
        }
        return new()
        {
            Title = $"{posts} posts",
            Sources = [new("S", SourceKind.Assumption, "Benchmark") { Author = "benchmark", Reason = "size" }],
            Funders = [new("ETAT", "État", FunderKind.State), new("COMMUNE", "Commune", FunderKind.Commune),
                new("CD40", "Département", FunderKind.CollectiviteDepartementale)],
            Posts = all.ToImmutable(),
            Commitments = commitments.ToImmutable(),
        };
    }
}
