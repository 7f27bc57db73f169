using FundingReports.Portfolios;
using FundingReports.Requests;
using NodaTime;

namespace FundingReports.Tests.Requests;

/// <summary>A post of 50 000 € a year, what is promised for it, and what must be asked.</summary>
internal static class Asked
{
    internal static readonly LocalDate AsOf = new(2022, 2, 8), First = new(2021, 1, 1);

    internal static Post Post { get; } = new("P", "Poste") { Fte = 1, From = First,
        Costs = [new(First, Euros.Of(50_000)) { Source = "A" }], Source = "A" };

    internal static PortfolioFacts For(params Commitment[] commitments) => new()
    {
        Sources = [new("A", SourceKind.Act, "Convention")],
        Funders = [new("E", "État", FunderKind.State), new("D", "Département", FunderKind.CollectiviteDepartementale)],
        Posts = [Post],
        Commitments = [.. commitments],
    };

    /// <summary>Signed, until the end of 2023, nothing of it firm.</summary>
    internal static Commitment Promised(string id, string funder, Amount amount) => new(id, funder, ["P"], First, amount)
    {
        Until = new LocalDate(2023, 12, 31), Status = CommitmentStatus.Signed, DecidedOn = First, Source = "A", Instalments = [],
    };

    /// <summary>The requests of a kind, as "C1 2022 25000.00".</summary>
    internal static IEnumerable<string> Of(RequestKind kind, PortfolioFacts facts) =>
        Portfolio.Create(facts).Analyze(AsOf, new LocalDate(2030, 12, 31)).Requests
        .Where(request => request.Kind == kind).Select(request => $"{request.Commitment?.Id ?? "?"} {request.Year} {request.Amount}");
}
