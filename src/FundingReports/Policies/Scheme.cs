using System.Collections.Immutable;
using System.Text.Json.Serialization;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Policies;

/// <summary>Dispositif: a set of rules about the posts that are under it, and what it usually pays. Immutable.</summary>
/// <remarks>Its rules give findings; they change no figure.</remarks>
[JsonConverter(typeof(NoJson<Scheme>))]
public sealed class Scheme
{
    /// <summary>Makes a scheme.</summary>
    /// <param name="id">The id that <see cref="Post.Scheme"/> names.</param>
    /// <param name="name">The name, as people know it.</param>
    /// <param name="rules">The rules.</param>
    public Scheme(string id, string name, params ImmutableArray<SchemeRule> rules)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        (Id, Name, Rules) = (id, name, rules.IsDefault ? [] : rules);
        if (Rules.Contains(null!))
            throw new ArgumentException($"A rule of the scheme \"{id}\" is null.", nameof(rules));
    }

    /// <summary>The id that <see cref="Post.Scheme"/> names.</summary>
    public string Id { get; }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>
    /// The line that its money comes from (FONJEP); null where the State's money on the post is its own, whatever the line.
    /// </summary>
    public string? Line { get; init; }

    /// <summary>Its rules.</summary>
    public ImmutableArray<SchemeRule> Rules { get; }

    /// <summary>What it usually pays; null where it is not known.</summary>
    public SchemeProposal? Proposal { get; init; }

    /// <summary>Whether a commitment is money of this scheme: its line, in any case of letters; without a line, the State's.</summary>
    public bool Pays(Commitment commitment, Funder? funder)
    {
        ArgumentNullException.ThrowIfNull(commitment);
        return Line is null ? funder?.Kind is FunderKind.State : string.Equals(commitment.Line, Line, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>
    /// The scheme's standard commitment to a post: a hypothesis, for scenarios. It is only requested, so that no view counts it until a
    /// status is given.
    /// </summary>
    /// <param name="post">The post.</param>
    /// <param name="from">The first day, included.</param>
    /// <param name="funder">The id of the funder in the portfolio.</param>
    /// <param name="policies">The values; those that ship where null.</param>
    /// <exception cref="PolicyException">A value is not known on the first day.</exception>
    /// <exception cref="InvalidOperationException">The scheme has no <see cref="Proposal"/>.</exception>
    public Commitment Propose(Post post, LocalDate from, string funder = "ETAT", PolicySet? policies = null)
    {
        ArgumentNullException.ThrowIfNull(post);
        ArgumentException.ThrowIfNullOrEmpty(funder);
        if (Proposal is null)
            throw new InvalidOperationException($"The scheme \"{Id}\" has no standard commitment.");
        policies ??= PolicySet.Default;
        return new Commitment($"{Id}-{post.Id}-{PartialDate.Of(from)}", funder, [post.Id], from, Proposal.AmountOn(policies, from))
        {
            Line = Line,
            Until = Term.On(Proposal.LastDay(policies, from)),
            Status = CommitmentStatus.Requested,
        };
    }

    /// <summary>The parameters that it needs, and the units that they may be in.</summary>
    internal IEnumerable<(string Parameter, ImmutableArray<PolicyUnit> Units)> Uses =>
        Rules.OfType<ParameterRule>().SelectMany(rule => rule.Parameters.Select(name => (name, rule.Units))).Concat(Proposal?.Uses ?? []);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
