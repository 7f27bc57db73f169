using System.Collections.Immutable;
using FundingReports.Changes;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Tests.Changes;

/// <summary>Two small states of a portfolio, and what changed between them.</summary>
internal static class ChangesOf
{
    internal static readonly LocalDate AsOf = new(2022, 2, 8);

    /// <summary>One post, half of it paid by the State and half by the Département until mid-2023; 50 000 € a year.</summary>
    internal static PortfolioFacts Facts { get; } = new()
    {
        Sources = [new("A", SourceKind.Act, "Convention")],
        Funders = [new("E", "État", FunderKind.State), new("D", "Département", FunderKind.CollectiviteDepartementale)],
        Posts = [Post("P1")],
        Commitments = [Half("C1", "E", new(2023, 6, 30), "P1"), Half("C2", "D", new(2023, 6, 30), "P1")],
    };

    internal static Post Post(string id) => new(id, $"Poste {id}")
    {
        Departement = "40", Fte = 1, From = new LocalDate(2021, 1, 1),
        Costs = [new(new LocalDate(2021, 1, 1), Euros.Of(50_000)) { Source = "A" }], Source = "A",
    };

    internal static Commitment Half(string id, string funder, LocalDate until, params string[] posts) =>
        new(id, funder, [.. posts], new LocalDate(2021, 1, 1), new Amount.ShareOfCost(Share.Of(1, 2)))
        {
            Until = until, Status = CommitmentStatus.Signed, Instalments = [], Source = "A", DecidedOn = new LocalDate(2020, 12, 15),
        };

    internal static PortfolioChanges To(PortfolioFacts after, PortfolioFacts? before = null, LocalDate? asOf = null) =>
        PortfolioChanges.Between(
        Portfolio.Create(before ?? Facts).Analyze(AsOf), Portfolio.Create(after).Analyze(asOf ?? AsOf));

    internal static PortfolioFacts With(Func<Commitment, Commitment> change, string id = "C1") => Facts with
    {
        Commitments = [.. Facts.Commitments.Select(commitment => commitment.Id == id ? change(commitment) : commitment)],
    };

    internal static CommitmentChange Promise(this PortfolioChanges changes, string id) =>
        changes.Promises.Single(promise => promise.Commitment.Id == id);

    internal static ImmutableSortedDictionary<string, string> Reference(string name, string value) =>
        ImmutableSortedDictionary<string, string>.Empty.Add(name, value);
}
