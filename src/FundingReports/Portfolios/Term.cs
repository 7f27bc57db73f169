using NodaTime;

namespace FundingReports.Portfolios;

/// <summary>The term of a commitment: a last day, included; or open; or unknown.</summary>
public readonly record struct Term
{
    private readonly PartialDate? until;

    private Term(PartialDate? until, bool open) => (this.until, IsOpen) = (until, open);

    /// <summary>The unknown term, which is the default: the money is sure to the end of the as-of year and only possible after.</summary>
    public static Term Unknown => default;

    /// <summary>The open term: the promise has no last day.</summary>
    public static Term Open { get; } = new(null, true);

    /// <summary>Whether the promise has no last day.</summary>
    public bool IsOpen { get; }

    /// <summary>Whether the term is not known.</summary>
    public bool IsUnknown => until is null && !IsOpen;

    /// <summary>The last day, included, as it was given; null where the term is open or unknown.</summary>
    public PartialDate? Until => until;

    /// <summary>A term on a date, which is included; of a month or a year, on its last day.</summary>
    public static Term On(PartialDate until) => new(until, false);

    /// <summary>Makes a term of a day, which is included.</summary>
    public static implicit operator Term(LocalDate until) => On(until);

    /// <summary>The term as portfolio@1 writes it; null where it is unknown.</summary>
    public override string? ToString() => IsOpen ? "open" : until?.ToString();
}
