namespace FundingReports;

/// <summary>The money that counts. Each view is worked out from its own money and no other; views are never added up.</summary>
public enum FundingView
{
    /// <summary>Ferme: granted or signed, on the days that an instalment covers.</summary>
    Firm,

    /// <summary>Conventionné ou attribué: granted or signed, for its whole period.</summary>
    Agreed,

    /// <summary>Annoncé: announced, granted or signed.</summary>
    Announced,
}
