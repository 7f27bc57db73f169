using System.Collections.Immutable;

namespace FundingReports.Portfolios;

/// <summary>
/// A payment, as the accounts of a funder record it. It says what was paid, and makes nothing firm that no act has made firm.
/// </summary>
/// <remarks>Two payments of one document may have the same day: each has its own id.</remarks>
/// <param name="Id">The id, unique among the payments of the portfolio.</param>
/// <param name="Amount">The sum, in euros.</param>
public sealed partial record Payment(string Id, Euros Amount)
{
    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() =>
        $"{Id}: {Amount}{(PaidOn is { } day ? $" on {day}" : "")}{(Commitment is null ? "" : $", for {Commitment}")}";

    /// <summary>The id of the commitment that it pays. Null: nobody has said which, and the payment waits and counts nowhere.</summary>
    public string? Commitment { get; init; }

    /// <summary>The budget year of the accounts in which it was paid; null where they do not say it.</summary>
    public int? Year { get; init; }

    /// <summary>The day of the payment; null where it is not known.</summary>
    public PartialDate? PaidOn { get; init; }

    /// <summary>The programme that the money comes from, as the accounts name it ("216"); null where they do not.</summary>
    public string? Line { get; init; }

    /// <summary>Who was paid; null where it is not said.</summary>
    public Beneficiary? Beneficiary { get; init; }

    /// <summary>The numbers that the accounts give (EJ, DP…), by name.</summary>
    public ImmutableSortedDictionary<string, string> References { get => references.Entries; init => references = new(value); }

    private readonly ValueMap<string> references = new(Post.NoReferences);

    /// <summary>The id of its source.</summary>
    public string? Source { get; init; }
}
