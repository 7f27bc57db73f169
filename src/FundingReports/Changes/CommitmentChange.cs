using System.Collections.Immutable;
using System.Text.Json.Serialization;
using FundingReports.Portfolios;

namespace FundingReports.Changes;

/// <summary>What became of one promise, or of one request.</summary>
[JsonConverter(typeof(NoJson<CommitmentChange>))]
public sealed record CommitmentChange
{
    internal CommitmentChange(Commitment? before, Commitment? after, MatchedBy matchedBy) =>
        (Before, After, MatchedBy) = (before, after, matchedBy);

    /// <summary>The promise as it was; null where it did not exist on the earlier as-of date.</summary>
    public Commitment? Before { get; }

    /// <summary>The promise as it is; null where the later portfolio does not hold it.</summary>
    public Commitment? After { get; }

    /// <summary>How the one was recognised in the other, or why it was not.</summary>
    public MatchedBy MatchedBy { get; }

    /// <summary>What became of it.</summary>
    public CommitmentFate Fate { get; internal init; }

    /// <summary>What is not as it was.</summary>
    public ImmutableArray<CommitmentDetail> Details { get => details.Items; internal init => details = new(value); }

    private readonly ValueList<CommitmentDetail> details = new([]);

    /// <summary>The avenants that are new, in the later portfolio's order.</summary>
    public ImmutableArray<Commitment> Amendments { get => amendments.Items; internal init => amendments = new(value); }

    private readonly ValueList<Commitment> amendments = new([]);

    /// <summary>The promise, as it is where it still is.</summary>
    public Commitment Commitment => (After ?? Before)!;

    /// <summary>Whether anything changed at all.</summary>
    public bool IsChange => Fate is not (CommitmentFate.Kept or CommitmentFate.Over or CommitmentFate.NotPromised) || !Details.IsEmpty;

    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{Commitment.Id}: {Fate} ({Listed.Of(Details)})";
}

/// <summary>What becomes of a promise (announced, granted or signed).</summary>
[JsonConverter(typeof(CamelWordJsonConverter<CommitmentFate>))]
public enum CommitmentFate
{
    /// <summary>The promise stands as it was. This does not say whether it was paid.</summary>
    Kept,

    /// <summary>The promise stands on other terms.</summary>
    Changed,

    /// <summary>The promise did not exist, or was only requested or refused.</summary>
    New,

    /// <summary>A decision withdraws the promise, or withdraws it from an earlier day.</summary>
    Withdrawn,

    /// <summary>The promise is refused, or only requested: it is a promise no more.</summary>
    Refused,

    /// <summary>The term of the promise is earlier, by itself or by an amendment.</summary>
    EndedEarlier,

    /// <summary>The later portfolio does not hold the promise, whose term had not come.</summary>
    Gone,

    /// <summary>The term of the promise came, as promised.</summary>
    Ended,

    /// <summary>The promise was over already: withdrawn, past its term, or replaced by an amendment.</summary>
    Over,

    /// <summary>A request, granted neither before nor after.</summary>
    NotPromised,

    /// <summary>Several promises could be it: whether it is new, gone or the same is not known.</summary>
    Unmatched,
}

/// <summary>What may change in a promise.</summary>
[JsonConverter(typeof(CamelWordJsonConverter<CommitmentDetail>))]
public enum CommitmentDetail
{
    /// <summary>The amount: what is promised, its ceiling, how it is split, whether it is approximate.</summary>
    Amount,

    /// <summary>The first day.</summary>
    From,

    /// <summary>The term.</summary>
    Until,

    /// <summary>The status.</summary>
    Status,

    /// <summary>Who pays.</summary>
    Funder,

    /// <summary>The programme that the money comes from.</summary>
    Line,

    /// <summary>The posts that it pays.</summary>
    Posts,

    /// <summary>What acts have made firm; whether it was paid does not count.</summary>
    Instalments,

    /// <summary>The decision that withdraws it.</summary>
    Withdrawal,

    /// <summary>There is a new avenant.</summary>
    Amended,
}
