namespace FundingReports.Portfolios;

/// <summary>Who pays. The programme that the money comes from is the line of a commitment, not a funder.</summary>
/// <param name="Id">The id, unique among the funders of the portfolio.</param>
/// <param name="Name">The name, as people read it.</param>
/// <param name="Kind">The kind of funder.</param>
public sealed record Funder(string Id, string Name, FunderKind Kind)
{
    /// <summary>The fourteen digits of the SIRET, as text; null where unknown.</summary>
    public string? Siret { get; init; }
}

/// <summary>The kinds of funder.</summary>
public enum FunderKind
{
    /// <summary>The State.</summary>
    State,

    /// <summary>A département, or the body that stands for it where there is none.</summary>
    CollectiviteDepartementale,

    /// <summary>A commune.</summary>
    Commune,

    /// <summary>An intercommunality.</summary>
    Epci,

    /// <summary>A region.</summary>
    Region,

    /// <summary>A social security fund: CAF, MSA and the like.</summary>
    SocialSecurity,

    /// <summary>European funds.</summary>
    Europe,

    /// <summary>The employer itself.</summary>
    Employer,

    /// <summary>Any other.</summary>
    Other,
}
