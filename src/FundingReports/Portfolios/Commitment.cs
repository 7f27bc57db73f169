using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;

namespace FundingReports.Portfolios;

/// <summary>What a funder has promised for some posts and a period, and what the promise is worth.</summary>
/// <param name="Id">The id, unique in the portfolio.</param>
/// <param name="Funder">The id of the funder.</param>
/// <param name="Posts">
/// The ids of the posts that it pays, at least one. A sum for several posts is split between them by <see cref="Split"/>.
/// </param>
/// <param name="From">The first day, included; of a month or a year, its first day.</param>
/// <param name="Amount">What is promised.</param>
[DebuggerDisplay("{Id,nq}: {Funder,nq}, {Status}, {From} to {Until}")]
public sealed partial record Commitment(string Id, string Funder, ImmutableArray<string> Posts, PartialDate From, Amount Amount)
{
    /// <summary>What it is in one line: <c>C1: ETAT, signed, 2024-01-01 to 2026-12-31, for P1, P2</c>.</summary>
    public override string ToString() =>
        $"{Id}: {Funder}, {EnumWords<CommitmentStatus>.Of(Status)}, {From} to {Until}, for {string.Join(", ", Posts)}";

    /// <summary>The ids of the posts it pays, at least one.</summary>
    public ImmutableArray<string> Posts { get => posts.Items; init => posts = new(value); }

    private readonly ValueList<string> posts = new(Posts);

    /// <summary>The programme that the money comes from (FIPD, FONJEP).</summary>
    public string? Line { get; init; }

    /// <summary>How a sum, or a cap, is split between several posts; by full-time equivalent by default.</summary>
    public Split Split { get; init; } = Split.ByFte;

    /// <summary>The last day, included; or open; or unknown, which is the default.</summary>
    public Term Until { get; init; }

    /// <summary>The most that is paid for all the posts, in euros a year; null where there is no cap.</summary>
    public Euros? Cap { get; init; }

    /// <summary>Whether the amount is approximate ("près de"): figures take it as given, and reports mark it.</summary>
    public bool Approximate { get; init; }

    /// <summary>What the promise is worth; announced by default.</summary>
    public CommitmentStatus Status { get; init; } = CommitmentStatus.Announced;

    /// <summary>The day of the decision, before which the commitment does not exist; null counts as decided.</summary>
    public PartialDate? DecidedOn { get; init; }

    /// <summary>What acts have made firm. Null: unknown. Empty: nothing is.</summary>
    public ImmutableArray<Instalment>? Instalments {
        get => instalments?.Items; init => instalments = value is { } given ? new(given) : null; }

    private readonly ValueList<Instalment>? instalments;

    /// <summary>The numbers of the convention, the délibération, the EJ…, by name.</summary>
    public ImmutableSortedDictionary<string, string> References { get => references.Entries; init => references = new(value); }

    private readonly ValueMap<string> references = new(Post.NoReferences);

    /// <summary>What else an official file says of it; null where it comes from no such file.</summary>
    public Subsidy? Subsidy { get; init; }

    /// <summary>The id of the commitment that this one amends; null where it amends none.</summary>
    public string? Amends { get; init; }

    /// <summary>The decision that withdrew it; null where it stands.</summary>
    public Withdrawal? Withdrawn { get; init; }

    /// <summary>The id of the source; null where none is given.</summary>
    public string? Source { get; init; }

    /// <summary>The id of the source of a property, by its name in portfolio@1, where it differs from <see cref="Source"/>.</summary>
    public ImmutableSortedDictionary<string, string> Sources { get => sources.Entries; init => sources = new(value); }

    private readonly ValueMap<string> sources = new(Post.NoReferences);

    /// <summary>What a scenario has made of its yearly rate. Not a fact: portfolio@1 does not hold it.</summary>
    public ImmutableArray<Scaling> Scalings { get => scalings.Items; init => scalings = new(value); }

    private readonly ValueList<Scaling> scalings = new([]);

    /// <summary>Whether the firm and the agreed views count it: granted or signed.</summary>
    public bool IsAgreed => Status is CommitmentStatus.Granted or CommitmentStatus.Signed;

    /// <summary>Whether any view counts it: announced, granted or signed.</summary>
    public bool IsPromised => Status >= CommitmentStatus.Announced;

    /// <summary>
    /// Whether any money of the commitment is a sum, which is split between its posts and compared with their costs. Of a share, only a
    /// cap or an instalment is one.
    /// </summary>
    internal bool HoldsSums => Amount.IsSum || Cap is not null || (Instalments ?? []).Any(instalment => instalment.Amount is not null);
}

/// <summary>What a promise is worth, from nothing to the most.</summary>
[JsonConverter(typeof(WordJsonConverter<CommitmentStatus>))]
public enum CommitmentStatus
{
    /// <summary>Refusé: kept, never counted.</summary>
    Refused,

    /// <summary>Sollicité: requested. It counts as no money.</summary>
    Requested,

    /// <summary>Annoncé: announced, but not decided.</summary>
    Announced,

    /// <summary>Attribué: decided by an act (arrêté, délibération).</summary>
    Granted,

    /// <summary>Conventionné: agreed by convention.</summary>
    Signed,
}

/// <summary>What an act has made binding for its days, both included.</summary>
/// <param name="From">The first day, included.</param>
/// <param name="Until">The last day, included.</param>
public sealed partial record Instalment(PartialDate From, PartialDate Until)
{
    /// <summary>
    /// The money of these days, in euros for all the posts of the commitment (split between them); null where the commitment's own terms
    /// hold.
    /// </summary>
    public Euros? Amount { get; init; }

    /// <summary>The act (number of the EJ, of the arrêté); null where none is named.</summary>
    public string? Act { get; init; }

    /// <summary>The day of the decision, before which the instalment does not exist; null counts as decided.</summary>
    public PartialDate? DecidedOn { get; init; }

    /// <summary>The money paid of it so far, in euros for all the posts; null where unknown.</summary>
    public Euros? Paid { get; init; }

    /// <summary>The day of the payment; null where unknown.</summary>
    public PartialDate? PaidOn { get; init; }
}

/// <summary>The decision that a commitment pays nothing from a day on.</summary>
/// <param name="From">The first day without money.</param>
/// <param name="DecidedOn">The day of the decision, before which the withdrawal does not exist.</param>
/// <param name="Source">The id of its source.</param>
public sealed partial record Withdrawal(PartialDate From, PartialDate DecidedOn, string Source);

/// <summary>From a day on, the yearly rate is multiplied by a factor.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="From">The first day of the new rate, included.</param>
[JsonConverter(typeof(NoJson<Scaling>))]
public sealed record Scaling(PartialDate From, Factor Factor);

/// <summary>How a sum is split between posts.</summary>
public abstract partial record Split
{
    private Split() { }

    /// <summary>By full-time equivalent; equally where that of one post is unknown. The default.</summary>
    public static Split ByFte { get; } = new Fte();

    /// <summary>In equal parts.</summary>
    public static Split Equally { get; } = new Equal();

    /// <summary>By full-time equivalent.</summary>
    public sealed partial record Fte : Split;

    /// <summary>Equally.</summary>
    public sealed partial record Equal : Split;

    /// <summary>By weights, which name exactly the posts of the commitment. At most six decimals.</summary>
    public sealed partial record Weights(ImmutableSortedDictionary<string, decimal> ByPost) : Split
    {
        /// <summary>What it is, in one line of English.</summary>
        public override string ToString() =>
            $"{nameof(Weights)} {{ {string.Join(", ", ByPost.Select(one => $"{one.Key} = {ExactNumber.Write(one.Value)}"))} }}";

        /// <summary>The weight of each post, by its id.</summary>
        public ImmutableSortedDictionary<string, decimal> ByPost { get => byPost.Entries; init => byPost = new(value); }

        private readonly ValueMap<decimal> byPost = new(ByPost);
    }
}
