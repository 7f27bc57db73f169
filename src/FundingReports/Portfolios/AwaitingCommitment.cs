using System.Collections.Immutable;

namespace FundingReports.Portfolios;

/// <summary>What a funder has promised, as an official file says it, before anybody has said which posts it pays.</summary>
/// <remarks>
/// It counts in no figure. Once somebody has said which posts, and from when, it becomes a <see cref="Commitment"/> of the same id.
/// </remarks>
/// <param name="Id">The id, unique among the commitments of the portfolio, waiting or not.</param>
/// <param name="Funder">The id of the funder.</param>
/// <param name="Amount">What is promised. A total may be without term here: the file need not say which days it pays.</param>
public sealed partial record AwaitingCommitment(string Id, string Funder, Amount Amount)
{
    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{Id}: {Funder}, {Status}, {Amount}";

    /// <summary>The programme that the money comes from (FIPD, FONJEP); null where none is named.</summary>
    public string? Line { get; init; }

    /// <summary>The first day that it pays, included; null where the file does not say.</summary>
    public PartialDate? From { get; init; }

    /// <summary>The last day that it pays, included; unknown where the file does not say.</summary>
    public Term Until { get; init; }

    /// <summary>What the promise is worth.</summary>
    public CommitmentStatus Status { get; init; } = CommitmentStatus.Announced;

    /// <summary>The day of the decision; null where it is not known.</summary>
    public PartialDate? DecidedOn { get; init; }

    /// <summary>What acts have made firm. Null: unknown. Empty: nothing is.</summary>
    public ImmutableArray<Instalment>? Instalments {
        get => instalments?.Items; init => instalments = value is { } given ? new(given) : null; }

    private readonly ValueList<Instalment>? instalments;

    /// <summary>The numbers of the convention, the délibération, the EJ…, by name.</summary>
    public ImmutableSortedDictionary<string, string> References { get => references.Entries; init => references = new(value); }

    private readonly ValueMap<string> references = new(Post.NoReferences);

    /// <summary>
    /// What else the official file says: the beneficiary, the purpose, the terms of payment; null where it says nothing.
    /// </summary>
    public Subsidy? Subsidy { get; init; }

    /// <summary>The id of the source; null where none is given.</summary>
    public string? Source { get; init; }

    /// <summary>The id of the source of a property, by its name in portfolio@1, where it differs from <see cref="Source"/>.</summary>
    public ImmutableSortedDictionary<string, string> Sources { get => sources.Entries; init => sources = new(value); }

    private readonly ValueMap<string> sources = new(Post.NoReferences);
}
