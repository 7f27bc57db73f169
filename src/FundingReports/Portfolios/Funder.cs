using System.Text.Json.Serialization;

namespace FundingReports.Portfolios;

/// <summary>Who pays. The programme that the money comes from is the line of a commitment, not a funder.</summary>
public sealed partial record Funder(string Id, string Name, FunderKind Kind)
{
    /// <summary>The fourteen digits of the SIRET, as text.</summary>
    public string? Siret { get; init; }
}

/// <summary>The kinds of funder.</summary>
[JsonConverter(typeof(WordJsonConverter<FunderKind>))]
public enum FunderKind
{
    /// <summary>The State.</summary>
    State,

    /// <summary>A département, or what stands for it where there is none.</summary>
    CollectiviteDepartementale,

    /// <summary>A commune.</summary>
    Commune,

    /// <summary>An intercommunality.</summary>
    Epci,

    /// <summary>A region.</summary>
    Region,

    /// <summary>CAF, MSA and the like.</summary>
    SocialSecurity,

    /// <summary>European funds.</summary>
    Europe,

    /// <summary>The employer itself.</summary>
    Employer,

    /// <summary>Any other.</summary>
    Other,
}
