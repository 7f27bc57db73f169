using System.Text.Json.Serialization;

namespace FundingReports.Portfolios;

/// <summary>Who pays. The programme that the money comes from is the line of a commitment, not a funder.</summary>
/// <param name="Id">The id, unique among the funders of the portfolio.</param>
/// <param name="Kind">The kind of funder.</param>
/// <param name="Name">The name, as people read it.</param>
public sealed partial record Funder(string Id, string Name, FunderKind Kind)
{
    /// <summary>The fourteen digits of the SIRET, as text; null where unknown.</summary>
    public string? Siret { get; init; }

    /// <summary>The State.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="id">Its id; its name where null.</param>
    public static Funder State(string name, string? id = null) => Named(name, id, FunderKind.State);

    /// <summary>A département, or what stands for it where there is none.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="id">Its id; its name where null.</param>
    public static Funder Departement(string name, string? id = null) => Named(name, id, FunderKind.CollectiviteDepartementale);

    /// <summary>A commune.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="id">Its id; its name where null.</param>
    public static Funder Commune(string name, string? id = null) => Named(name, id, FunderKind.Commune);

    /// <summary>An intercommunality.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="id">Its id; its name where null.</param>
    public static Funder Epci(string name, string? id = null) => Named(name, id, FunderKind.Epci);

    /// <summary>A region.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="id">Its id; its name where null.</param>
    public static Funder Region(string name, string? id = null) => Named(name, id, FunderKind.Region);

    /// <summary>CAF, MSA and the like.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="id">Its id; its name where null.</param>
    public static Funder SocialSecurity(string name, string? id = null) => Named(name, id, FunderKind.SocialSecurity);

    /// <summary>European funds.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="id">Its id; its name where null.</param>
    public static Funder Europe(string name, string? id = null) => Named(name, id, FunderKind.Europe);

    /// <summary>The employer itself.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="id">Its id; its name where null.</param>
    public static Funder Employer(string name, string? id = null) => Named(name, id, FunderKind.Employer);

    /// <summary>Any other.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="id">Its id; its name where null.</param>
    public static Funder Other(string name, string? id = null) => Named(name, id, FunderKind.Other);

    private static Funder Named(string name, string? id, FunderKind kind)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new(id ?? name, name, kind);
    }
}

/// <summary>The kinds of funder.</summary>
[JsonConverter(typeof(WordJsonConverter<FunderKind>))]
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
