using NodaTime;

namespace FundingReports.Exchange;

/// <summary>What somebody says of an official file beside what it says itself.</summary>
public sealed record ImportOptions
{
    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() =>
        $"payer: {Payer?.Name ?? "not said"}, as of {(AsOf is { } day ? $"{day:uuuu-MM-dd}" : "no day")}";

    /// <summary>Who gives, where the file, or a line of it, does not say; null where nobody says so.</summary>
    public Payer? Payer { get; init; }

    /// <summary>
    /// Of files of subsidies: what headers mean. The name of a column of SCDL subventions (or statut, montantDemande, montantVerse,
    /// montantPret, montantGarantie, montantEnNature, dateDebut, dateFin) by the header as the file has it; null for one that is not to be
    /// read. Accents, case and spaces do not count.
    /// </summary>
    public IReadOnlyDictionary<string, string?>? Columns { get; init; }

    /// <summary>
    /// The day on which the file is read: a decision after it is said to be in the future. Null where nothing is to be said.
    /// </summary>
    public LocalDate? AsOf { get; init; }

    /// <summary>Of files of subsidies: which are asked for; null for all. The others are counted, and set aside.</summary>
    public Func<ScdlSubsidy, bool>? Asked { get; init; }
}

/// <summary>Who gives.</summary>
/// <param name="Name">The name.</param>
/// <param name="Siret">The fourteen digits of the SIRET; null where it is not known.</param>
public sealed record Payer(string Name, string? Siret);
