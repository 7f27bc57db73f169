using System.Text.Json.Serialization;

namespace FundingReports.Portfolios;

/// <summary>Where a fact was read, and so what it is worth.</summary>
/// <param name="Id">The id, unique among the sources of the portfolio.</param>
/// <param name="Kind">The kind of source.</param>
/// <param name="Title">What the source is called, as people read it.</param>
public sealed partial record Source(string Id, SourceKind Kind, string Title)
{
    /// <summary>The number of the act, the page or the address; null where none is given.</summary>
    public string? Reference { get; init; }

    /// <summary>The date of the document; null where unknown.</summary>
    public PartialDate? On { get; init; }

    /// <summary>For an assumption, the function that makes it, never a person's name; null for other kinds.</summary>
    public string? Author { get; init; }

    /// <summary>For an assumption, the reason why it is made; null for other kinds.</summary>
    public string? Reason { get; init; }
}

/// <summary>The kinds of source, from the strongest to the weakest.</summary>
[JsonConverter(typeof(WordJsonConverter<SourceKind>))]
public enum SourceKind
{
    /// <summary>An act that was seen: convention, arrêté, délibération.</summary>
    Act,

    /// <summary>What a person in office says.</summary>
    Statement,

    /// <summary>A newspaper.</summary>
    Press,

    /// <summary>A published dataset.</summary>
    Dataset,

    /// <summary>An assumption, made by an author for a reason.</summary>
    Assumption,
}
