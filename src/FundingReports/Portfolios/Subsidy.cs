using System.Collections.Immutable;

namespace FundingReports.Portfolios;

/// <summary>
/// What an official file says of a subsidy that no calculation needs: kept so that it can be recognised, and published again as it was.
/// </summary>
/// <remarks>Source of the properties: the schema SCDL subventions 2.1.1; each is null where the file does not say it.</remarks>
public sealed partial record Subsidy
{
    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{Object ?? "subsidy"}{(Beneficiary is { } who ? $", for {who.Name}" : "")}";

    /// <summary>The body that receives it.</summary>
    public Beneficiary? Beneficiary { get; init; }

    /// <summary>The purpose ("objet").</summary>
    public string? Object { get; init; }

    /// <summary>Whether it is in money or in kind ("nature").</summary>
    public string? Nature { get; init; }

    /// <summary>The terms of payment ("conditionsVersement").</summary>
    public string? Conditions { get; init; }

    /// <summary>The day of the payment, or the first day of the period of payment. It is not the first day of what is funded.</summary>
    public PartialDate? PaidFrom { get; init; }

    /// <summary>The last day of the period of payment, included; null where there is only one day.</summary>
    public PartialDate? PaidUntil { get; init; }

    /// <summary>The number in the Répertoire des aides aux entreprises ("idRAE").</summary>
    public string? Rae { get; init; }

    /// <summary>Whether it is notified to the European Commission ("notificationUE").</summary>
    public bool? NotifiedToEu { get; init; }

    /// <summary>
    /// The part of the subsidy that goes to this beneficiary ("pourcentageSubvention"). It is not a funder's part of a cost.
    /// </summary>
    public Share? BeneficiaryPart { get; init; }

    /// <summary>The identifier of the scheme of aid ("dispositifAide").</summary>
    public string? Scheme { get; init; }

    /// <summary>
    /// The budget year that the file gives ("exercice"); null where it gives none. It is not the period of what is funded.
    /// </summary>
    public int? BudgetYear { get; init; }

    /// <summary>
    /// What could not be understood of the properties above, as it was written, by the name of its column: kept, and read by nothing.
    /// </summary>
    public ImmutableSortedDictionary<string, string> Unread { get => unread.Entries; init => unread = new(value); }

    private readonly ValueMap<string> unread = new(Post.NoReferences);
}

/// <summary>The body that receives a subsidy.</summary>
/// <param name="Name">The name; null where it is not said.</param>
public sealed partial record Beneficiary(string? Name)
{
    /// <summary>The fourteen digits of the SIRET, as text.</summary>
    public string? Siret { get; init; }

    /// <summary>The number in the Répertoire national des associations, a W and nine digits.</summary>
    public string? Rna { get; init; }
}
