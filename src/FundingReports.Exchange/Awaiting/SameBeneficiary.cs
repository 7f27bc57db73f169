namespace FundingReports.Exchange;

/// <summary>The identifiers by which a beneficiary is recognised, the surest first.</summary>
public enum SameBeneficiary
{
    /// <summary>The SIRET.</summary>
    Siret,

    /// <summary>The SIREN: another establishment of the same body.</summary>
    Siren,

    /// <summary>The name, where either has no SIRET; accents, case and spaces do not count.</summary>
    Name,
}
