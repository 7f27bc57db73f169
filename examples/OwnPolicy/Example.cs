using FundingReports;
using FundingReports.Policies;
using FundingReports.Portfolios;
using NodaTime;

namespace OwnPolicy;

/// <summary>The scheme, its value and a post to check, for the console and for the test.</summary>
public static class Example
{
    /// <summary>The day the rule begins: the eve has no value.</summary>
    public static LocalDate From { get; } = new(2022, 1, 1);

    /// <summary>The shipped policies, and one's own: nothing of the library changes.</summary>
    public static PolicySet Policies { get; } = PolicySet.Default
        .With(new PolicyParameter(LocalCofunding.LeastPart, PolicyUnit.Share, "Part locale, pour l'exemple", "Local part, for the example",
            PolicyValue.Of(new(2022, 1, 1), Share.Of(1, 5), new Source("exemple", SourceKind.Assumption, "Règle inventée pour l'exemple") { Author = "exemple", Reason = "montrer une règle à soi" })))
        .With(new Scheme("LOCAL", "Dispositif local, pour l'exemple", new LocalCofunding()));

    /// <summary>A post of that scheme, of which a commune pays a part.</summary>
    public static Portfolio With(Share part) => Portfolio.Create(new()
    {
        Sources = [new("A", SourceKind.Assumption, "Exemple") { Author = "exemple", Reason = "exemple" }],
        Funders = [new("ETAT", "État", FunderKind.State), new("VILLE", "Ville", FunderKind.Commune)],
        Posts = [new("P", "Médiateur") { Scheme = "LOCAL", From = From, Source = "A" }],
        Commitments =
        [
            new("E1", "ETAT", ["P"], From, Amount.TheBalance) { Status = CommitmentStatus.Signed, DecidedOn = From, Source = "A" },
            new("V1", "VILLE", ["P"], From, new Amount.ShareOfCost(part)) { Status = CommitmentStatus.Signed, DecidedOn = From, Source = "A" },
        ],
    });
}
