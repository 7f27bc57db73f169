using System.Collections.Immutable;
using FundingReports.Portfolios;
using FundingReports.Scenarios;
using FundingReports.Validation;
using NodaTime;

namespace FundingReports.Tests.Scenarios;

/// <summary>A small portfolio, and what it would be.</summary>
internal static class Suppose
{
    internal static readonly LocalDate AsOf = new(2022, 2, 8);

    internal static readonly LocalDate First = new(2021, 1, 1);

    /// <summary>
    /// Two posts of 50 000 € a year; on each the State pays half until the end of 2023, by the line FIPD on P and FONJEP on Q.
    /// </summary>
    internal static PortfolioFacts Facts { get; } = new()
    {
        Sources = [new("A", SourceKind.Act, "Convention"), new("B", SourceKind.Act, "Délibération")],
        Funders = [new("E", "État", FunderKind.State), new("D", "Département", FunderKind.CollectiviteDepartementale)],
        Posts = [Post("P"), Post("Q")],
        Commitments = [Half("C1", "P") with { Line = "FIPD" }, Half("C2", "Q") with { Line = "FONJEP" }],
    };

    internal static Post Post(string id) => new(id, $"Poste {id}")
    {
        Departement = "40", Fte = 1, From = First, Costs = [new(First, Euros.Of(50_000)) { Source = "A" }], Source = "A",
    };

    internal static Commitment Half(string id, params string[] posts) =>
        new(id, "E", [.. posts], First, new Amount.ShareOfCost(Share.Of(1, 2)))
    {
        Until = new LocalDate(2023, 12, 31), Status = CommitmentStatus.Signed, DecidedOn = new LocalDate(2020, 12, 15), Source = "A",
        Instalments = [],
    };

    internal static PortfolioFacts With(Func<Commitment, Commitment> change) =>
        Facts with { Commitments = [change(Facts.Commitments[0]), .. Facts.Commitments.Skip(1)] };

    internal static Portfolio Applied(this PortfolioFacts facts, params ScenarioChange[] changes) =>
        new Scenario("essai", "test", [.. changes]).Apply(Portfolio.Create(facts), AsOf);

    internal static IEnumerable<string> Errors(this PortfolioFacts facts, params ScenarioChange[] changes)
    {
        bool applied = new Scenario("essai", null, [.. changes])
            .TryApply(Portfolio.Create(facts), AsOf, out var changed, out ImmutableArray<Problem> problems);
        string[] errors = [.. problems.Where(problem => problem.Severity == Severity.Error)
                .Select(problem => $"{problem.CodeName} {problem.Path} {problem.Found}")];
        Assert.Equal((errors.Length == 0, errors.Length == 0), (applied, changed is not null));
        return errors;
    }

    /// <summary>What a commitment pays a post in a budget year, in the agreed view.</summary>
    internal static string Paid(this Portfolio portfolio, string post, string commitment, int year) =>
        portfolio.Analyze(AsOf, new LocalDate(2030, 12, 31)).Posts.Single(one => one.Id == post)
        .Years.Single(one => one.Year == year).Cells.Where(cell => cell.Commitment.Id == commitment).Select(cell => cell.Agreed.ToString())
            .SingleOrDefault("nothing");
}
