using System.Collections.Immutable;

namespace FundingReports;

/// <summary>A map that a record holds and that is equal by its content, names being compared letter by letter.</summary>
internal readonly struct ValueMap<T>(ImmutableSortedDictionary<string, T> entries) : IEquatable<ValueMap<T>>
{
    /// <summary>The entries, as they were given.</summary>
    internal ImmutableSortedDictionary<string, T> Entries => entries;

    public bool Equals(ValueMap<T> other) => ReferenceEquals(entries, other.Entries)
        || entries is not null && other.Entries is not null && entries.Count == other.Entries.Count
            && Ordered().SequenceEqual(other.Ordered());

    public override bool Equals(object? obj) => obj is ValueMap<T> other && Equals(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        if (entries is not null)
            foreach (var (name, value) in Ordered())
            {
                hash.Add(name, StringComparer.Ordinal);
                hash.Add(value);
            }
        return hash.ToHashCode();
    }

    // In one order, by whatever comparer the map was made.
    private IEnumerable<KeyValuePair<string, T>> Ordered() =>
        ReferenceEquals(entries.KeyComparer, StringComparer.Ordinal)
            ? entries : entries.OrderBy(entry => entry.Key, StringComparer.Ordinal);
}
