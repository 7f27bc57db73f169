using FundingReports.Portfolios;
using FundingReports.Testing;

namespace FundingReports.Tests.Sentences;

/// <summary>What the situations begin with: three funders, four sources, and posts that began on 1 June 2021.</summary>
internal static class Costed
{
    /// <summary>The first day of a post, and of a promise.</summary>
    internal const string Begins = "2021-06-01", Paid = "2021-07-01";

    /// <summary>Two last days that situations share.</summary>
    internal const string July2023 = "2023-07-23", June2025 = "2025-06-30";

    internal const string State = "État", Departement = "Département", Caf = "CAF";

    internal static Given Nobody { get; } = Given.Nothing
        .Source("A", SourceKind.Act, "Convention").Source("P", SourceKind.Press, "Presse locale")
        .Source("H", SourceKind.Assumption, "Coût annuel d'un ETP, pour illustration", "fonction", "aucun coût n'a été publié")
        .Funder(State, FunderKind.State).Funder(Departement, FunderKind.CollectiviteDepartementale).Funder(Caf, FunderKind.SocialSecurity);

    /// <summary>Posts of 50 000 € a year.</summary>
    internal static Given Posts(params string[] labels) =>
        labels.Aggregate(Nobody, (given, label) => given.AndPost(label, 50_000, Begins));

    /// <summary>Posts whose cost nobody knows.</summary>
    internal static Given WithoutCost(params string[] labels) =>
        labels.Aggregate(Nobody, (given, label) => given.AndPost(label, from: Begins));

    /// <summary>The last promise is known from the press alone.</summary>
    internal static Given FromThePress(this Given given) => given.But(promise => promise with { Source = "P" });

    /// <summary>The post named last costs other sums a year, each from a day on.</summary>
    internal static Given Costing(this Given given, params (int Year, int Month, long Euros)[] costs) => given.ButPost(post => post with
    {
        Costs = [.. costs.Select(cost => new Cost(new NodaTime.LocalDate(cost.Year, cost.Month, 1), Euros.Of(cost.Euros)))],
    });
}
