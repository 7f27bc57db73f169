using System.Text.Json.Serialization;

namespace FundingReports.Portfolios;

/// <summary>Where a fact was read, and so what it is worth.</summary>
public sealed partial record Source(string Id, SourceKind Kind, string Title)
{
    /// <summary>The number of the act, the page, the address.</summary>
    public string? Reference { get; init; }

    /// <summary>The date of the document.</summary>
    public PartialDate? On { get; init; }

    /// <summary>Of an assumption: who makes it. A function, not a name.</summary>
    public string? Author { get; init; }

    /// <summary>Of an assumption: why it is made.</summary>
    public string? Reason { get; init; }
}

/// <summary>The kinds of source, from the strongest to the weakest.</summary>
[JsonConverter(typeof(WordJsonConverter<SourceKind>))]
public enum SourceKind
{
    /// <summary>An act that was seen: convention, arrêté, délibération.</summary>
    Act,

    /// <summary>A person in office says so.</summary>
    Statement,

    /// <summary>A newspaper.</summary>
    Press,

    /// <summary>A published dataset.</summary>
    Dataset,

    /// <summary>Nobody: it is assumed, by an author, for a reason.</summary>
    Assumption,
}
