using System.Collections.Immutable;

namespace FundingReports;

/// <summary>
/// A list that a record holds and that is equal by its content: an <see cref="ImmutableArray{T}"/> is equal by its place in memory alone.
/// </summary>
/// <remarks>
/// A field of this type behind a property of the other keeps the equality of a record that the compiler writes, to which no property can
/// be forgotten.
/// </remarks>
internal readonly struct ValueList<T>(ImmutableArray<T> items) : IEquatable<ValueList<T>>
{
    /// <summary>The items, as they were given: a list that was never set stays so.</summary>
    internal ImmutableArray<T> Items => items;

    /// <summary>The same items in the same order; a list that was never set counts as empty.</summary>
    public bool Equals(ValueList<T> other) => items.IsDefaultOrEmpty || other.Items.IsDefaultOrEmpty
        ? items.IsDefaultOrEmpty && other.Items.IsDefaultOrEmpty
        : items == other.Items || items.AsSpan().SequenceEqual(other.Items.AsSpan());

    public override bool Equals(object? obj) => obj is ValueList<T> other && Equals(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        if (!items.IsDefault)
            foreach (T item in items)
                hash.Add(item);
        return hash.ToHashCode();
    }
}
