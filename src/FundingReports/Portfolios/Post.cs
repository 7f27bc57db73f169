using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;

namespace FundingReports.Portfolios;

/// <summary>A salaried post that several funders pay. It holds no name of a person: a post is a function.</summary>
/// <param name="Id">The id, unique among the posts of the portfolio.</param>
/// <param name="Label">What the post is called, as people read it.</param>
[DebuggerDisplay("{Id,nq}: {Label,nq}")]
public sealed partial record Post(string Id, string Label)
{
    /// <summary>The id and the label: <c>P1: Poste 1</c>.</summary>
    public override string ToString() => $"{Id}: {Label}";

    /// <summary>The code of its département, as text ("01", "2A", "971"); null where unknown.</summary>
    public string? Departement { get; init; }

    /// <summary>The services it works in (gendarmerie, commissariat).</summary>
    public ImmutableArray<string> Services { get => services.Items; init => services = new(value); }

    private readonly ValueList<string> services = new([]);

    /// <summary>Where it works.</summary>
    public ImmutableArray<string> Places { get => places.Items; init => places = new(value); }

    private readonly ValueList<string> places = new([]);

    /// <summary>The scheme of the post (FONJEP, adulte-relais); null where it is under none.</summary>
    public string? Scheme { get; init; }

    /// <summary>External references, by name.</summary>
    public ImmutableSortedDictionary<string, string> References { get => references.Entries; init => references = new(value); }

    private readonly ValueMap<string> references = new(NoReferences);

    /// <summary>The full-time equivalent, above zero; null where it is unknown.</summary>
    public decimal? Fte { get; init; }

    /// <summary>The first day of the post, included; null where it is unknown.</summary>
    public PartialDate? From { get; init; }

    /// <summary>A day on which the post is known to exist; it counts as its first day where <see cref="From"/> is unknown.</summary>
    public PartialDate? AttestedOn { get; init; }

    /// <summary>The last day of the post, included; null where none is set.</summary>
    public PartialDate? Until { get; init; }

    /// <summary>Who employs, from when.</summary>
    public ImmutableArray<Employer> Employers { get => employers.Items; init => employers = new(value); }

    private readonly ValueList<Employer> employers = new([]);

    /// <summary>Whether somebody holds the post, and when. Never who.</summary>
    public ImmutableArray<Occupancy> Occupancy { get => occupancy.Items; init => occupancy = new(value); }

    private readonly ValueList<Occupancy> occupancy = new([]);

    /// <summary>The full yearly cost of the post as it is, each entry until the next one.</summary>
    public ImmutableArray<Cost> Costs { get => costs.Items; init => costs = new(value); }

    private readonly ValueList<Cost> costs = new([]);

    /// <summary>The id of the source of the post; null where none is given.</summary>
    public string? Source { get; init; }

    /// <summary>The id of the source of a property, by its name in portfolio@1, where it differs from <see cref="Source"/>.</summary>
    public ImmutableSortedDictionary<string, string> Sources { get => sources.Entries; init => sources = new(value); }

    private readonly ValueMap<string> sources = new(NoReferences);

    /// <summary>What a scenario has made of its cost, in order. Not facts: portfolio@1 does not hold them.</summary>
    public ImmutableArray<CostChange> CostChanges { get => costChanges.Items; init => costChanges = new(value); }

    private readonly ValueList<CostChange> costChanges = new([]);

    /// <summary>An empty map of references, whose names are compared letter by letter: the value to build a new map from.</summary>
    public static ImmutableSortedDictionary<string, string> NoReferences { get; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
}

/// <summary>Who employs the post from a day on; a null day means from the beginning.</summary>
/// <param name="From">The first day, included; null where it employs from the beginning.</param>
/// <param name="Name">The name; null where unknown.</param>
public sealed partial record Employer(PartialDate? From, string? Name)
{
    /// <summary>The fourteen digits of the SIRET, as text; null where unknown.</summary>
    public string? Siret { get; init; }

    /// <summary>
    /// The kind of employer ("association", "collectivite-departementale"), on which its papers depend; null where unknown.
    /// </summary>
    public string? Kind { get; init; }
}

/// <summary>The state of a post over a period, both days included.</summary>
/// <param name="From">The first day, included; null where the period begins with the post.</param>
/// <param name="State">Whether somebody holds it.</param>
/// <param name="Until">The last day, included; null where none is set.</param>
public sealed partial record Occupancy(PartialDate? From, PartialDate? Until, OccupancyState State);

/// <summary>Whether somebody holds the post.</summary>
[JsonConverter(typeof(WordJsonConverter<OccupancyState>))]
public enum OccupancyState
{
    /// <summary>Pourvu: somebody holds the post.</summary>
    Occupied,

    /// <summary>Vacant: nobody holds the post.</summary>
    Vacant,

    /// <summary>Recrutement en cours: somebody is being hired.</summary>
    Recruiting,
}

/// <summary>The full yearly cost of a post, in euros a year, from a day until the next entry.</summary>
/// <param name="From">The first day of this cost, included.</param>
/// <param name="Annual">Euros a year for the post as it is (not for a full-time one); null where unknown.</param>
public sealed partial record Cost(PartialDate From, Euros? Annual)
{
    /// <summary>Whether the cost was budgeted or spent.</summary>
    public CostKind Kind { get; init; }

    /// <summary>The day of the decision, before which the cost does not exist; null counts as decided.</summary>
    public PartialDate? DecidedOn { get; init; }

    /// <summary>The id of the source; null where none is given.</summary>
    public string? Source { get; init; }
}

/// <summary>The kinds of cost.</summary>
[JsonConverter(typeof(WordJsonConverter<CostKind>))]
public enum CostKind
{
    /// <summary>Prévisionnel: as budgeted.</summary>
    Budget,

    /// <summary>Réalisé: as spent.</summary>
    Actual,
}

/// <summary>What a scenario makes of a cost from a day on, included.</summary>
/// <param name="From">The first day, included.</param>
/// <param name="Source">The id of the source that the cost then has.</param>
[JsonConverter(typeof(NoJson<CostChange>))]
public abstract record CostChange(PartialDate From, string Source)
{
    /// <summary>Every known yearly cost is multiplied, and rounded to the cent.</summary>
    /// <param name="From">The first day, included.</param>
    /// <param name="Source">The id of the source that the cost then has.</param>
    /// <param name="Factor">The factor.</param>
    [JsonConverter(typeof(NoJson<Index>))]
    public sealed record Index(PartialDate From, string Source, Factor Factor) : CostChange(From, Source);

    /// <summary>The yearly cost is this; earlier entries stand before it, later ones go.</summary>
    /// <param name="From">The first day, included.</param>
    /// <param name="Source">The id of the source that the cost then has.</param>
    /// <param name="Annual">The new cost, in euros a year.</param>
    [JsonConverter(typeof(NoJson<Set>))]
    public sealed record Set(PartialDate From, string Source, Euros Annual) : CostChange(From, Source);
}
