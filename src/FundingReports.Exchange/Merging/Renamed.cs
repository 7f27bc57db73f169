using System.Collections.Immutable;
using FundingReports.Portfolios;

namespace FundingReports.Exchange;

/// <summary>The ids that the facts of one return get in the merged portfolio.</summary>
internal sealed class Renamed
{
    internal Dictionary<string, string> Sources { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, string> Funders { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, string> Posts { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, string> Commitments { get; } = new(StringComparer.Ordinal);

    internal Post Of(Post post, Func<string?> own) => post with
    {
        Source = Source(post.Source, own),
        Sources = Map(post.Sources),
        Costs = [.. post.Costs.Select(cost => cost with { Source = cost.Source is null ? null : Source(cost.Source, own) })],
    };

    internal Commitment Of(Commitment commitment, Func<string?> own) => commitment with
    {
        Funder = Funders.GetValueOrDefault(commitment.Funder, commitment.Funder),
        Posts = [.. commitment.Posts.Select(id => Posts.GetValueOrDefault(id, id))],
        Split = commitment.Split is Split.Weights weights
            ? new Split.Weights(ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, weights.ByPost.Select(
                pair => KeyValuePair.Create(Posts.GetValueOrDefault(pair.Key, pair.Key), pair.Value)).DistinctBy(pair => pair.Key)))
            : commitment.Split,
        Amends = commitment.Amends is { } amended ? Commitments.GetValueOrDefault(amended, amended) : null,
        Withdrawn = commitment.Withdrawn is { } withdrawn
            ? withdrawn with { Source = Sources.GetValueOrDefault(withdrawn.Source, withdrawn.Source) } : null,
        Source = Source(commitment.Source, own),
        Sources = Map(commitment.Sources),
    };

    internal AwaitingCommitment Of(AwaitingCommitment awaiting, Func<string?> own) => awaiting with
    {
        Funder = Funders.GetValueOrDefault(awaiting.Funder, awaiting.Funder),
        Source = Source(awaiting.Source, own),
        Sources = Map(awaiting.Sources),
    };

    internal Payment Of(Payment payment, Func<string?> own) => payment with
    {
        Commitment = payment.Commitment is { } paid ? Commitments.GetValueOrDefault(paid, paid) : null,
        Source = Source(payment.Source, own),
    };

    internal Campaign Of(Campaign campaign, Func<string?> own) => campaign with
    {
        Funder = Funders.GetValueOrDefault(campaign.Funder, campaign.Funder),
        Source = Source(campaign.Source, own),
    };

    private string? Source(string? id, Func<string?> own) => id is null ? own() : Sources.GetValueOrDefault(id, id);

    private ImmutableSortedDictionary<string, string> Map(ImmutableSortedDictionary<string, string> sources) =>
        sources.ToImmutableSortedDictionary(
            pair => pair.Key, pair => Sources.GetValueOrDefault(pair.Value, pair.Value), StringComparer.Ordinal);
}
