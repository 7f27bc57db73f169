using System.Collections.Immutable;
using System.Text.Json.Serialization;
using FundingReports.Portfolios;

namespace FundingReports.Changes;

/// <summary>What became of a promise that waits, or waited, for a post. It is recognised by its id.</summary>
/// <param name="Before">The promise that waited; null where none did.</param>
/// <param name="After">The promise that waits now; null where none does.</param>
/// <param name="Fate">What became of it.</param>
[JsonConverter(typeof(NoJson<AwaitingChange>))]
public sealed record AwaitingChange(AwaitingCommitment? Before, AwaitingCommitment? After, AwaitingFate Fate)
{
    /// <summary>Its id.</summary>
    public string Id => (After ?? Before)!.Id;

    internal static IEnumerable<AwaitingChange> Of(Portfolio before, Portfolio after)
    {
        Dictionary<string, AwaitingCommitment> waited = before.Awaiting.ToDictionary(awaiting => awaiting.Id, StringComparer.Ordinal);
        foreach (AwaitingCommitment now in after.Awaiting)
        {
            if (!waited.Remove(now.Id, out AwaitingCommitment? was))
                yield return new(null, now, AwaitingFate.New);
            else if (!Same(was, now))
                yield return new(was, now, AwaitingFate.Changed);
        }
        foreach (AwaitingCommitment was in before.Awaiting)
            if (waited.ContainsKey(was.Id))
                yield return new(was, null, after.FindCommitment(was.Id) is null ? AwaitingFate.Gone : AwaitingFate.Placed);
    }

    private static bool Same(AwaitingCommitment was, AwaitingCommitment now) =>
        was.Amount == now.Amount && was.Funder == now.Funder && was.Line == now.Line && was.From == now.From && was.Until == now.Until
            && was.Status == now.Status && was.DecidedOn == now.DecidedOn
        && was.References.SequenceEqual(now.References) && Firm(was).SequenceEqual(Firm(now))
            && was.Instalments is null == now.Instalments is null
        && was.Subsidy?.Beneficiary == now.Subsidy?.Beneficiary && was.Subsidy?.Object == now.Subsidy?.Object;

    private static ImmutableArray<Instalment> Firm(AwaitingCommitment awaiting) => awaiting.Instalments ?? [];
}

/// <summary>What became of a promise that waits for a post.</summary>
[JsonConverter(typeof(CamelWordJsonConverter<AwaitingFate>))]
public enum AwaitingFate
{
    /// <summary>The promise waits now, and did not before.</summary>
    New,

    /// <summary>The promise still waits, and says something else.</summary>
    Changed,

    /// <summary>The post of the promise was named: it is now a commitment.</summary>
    Placed,

    /// <summary>The promise waits no more, and is no commitment.</summary>
    Gone,
}
