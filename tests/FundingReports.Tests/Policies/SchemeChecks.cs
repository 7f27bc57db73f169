using System.Collections.Immutable;
using FundingReports.Policies;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Tests.Policies;

/// <summary>Short ways to a post under a scheme and to what its rules say.</summary>
internal static class SchemeChecks
{
    internal static LocalDate AsOf { get; } = new(2024, 6, 1);

    internal static Portfolio With(string scheme, params ImmutableArray<Commitment> commitments) => Portfolio.Create(new()
    {
        Funders = [new("ETAT", "État", FunderKind.State), new("CD", "Département", FunderKind.CollectiviteDepartementale)],
        Posts = [
            new("P", "Poste") { Scheme = scheme, Fte = 1, From = new LocalDate(2022, 1, 1),
                Costs = [new(new LocalDate(2022, 1, 1), Euros.Of(30000))] }],
        Commitments = commitments,
    });

    internal static Commitment State(string id, Amount amount, string? line = "FONJEP", int years = 3) =>
        new(id, "ETAT", ["P"], new LocalDate(2022, 1, 1), amount)
    {
        Line = line,
        Until = Term.On(new LocalDate(2021 + years, 12, 31)),
        Status = CommitmentStatus.Granted,
        DecidedOn = new LocalDate(2022, 1, 1),
    };

    /// <summary>Findings of every kind of figure, for the tests of culture.</summary>
    internal static ImmutableArray<SchemeFinding> Findings() =>
        SchemeChecker.Check(
            With("FONJEP", State("F", new Amount.Annual(Euros.Of(8000.5m)), years: 5),
                State("E", new Amount.OfCost(Share.Of(1, 3)), "FIPD")), PolicySet.Default, AsOf);
}
