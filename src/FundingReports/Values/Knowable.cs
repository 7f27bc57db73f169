using System.Collections.Immutable;
using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace FundingReports;

/// <summary>A figure that is known, or that is not. Never null, and never a zero that stands for an unknown.</summary>
/// <typeparam name="T">What the figure is.</typeparam>
public readonly partial record struct Knowable<T> where T : struct
{
    // The mark of a figure that is known. A mark instead of a flag keeps the struct to two words: each post has a hundred of them.
    private static readonly ImmutableArray<Missing> nothing = ImmutableArray.Create(default(Missing));

    private readonly T value;
    private readonly ImmutableArray<Missing> missing;

    private Knowable(T value, ImmutableArray<Missing> missing) => (this.value, this.missing) = (value, missing);

    /// <summary>Whether the figure is known. The default of this type is an unknown.</summary>
    public bool IsKnown
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => missing == nothing;
    }

    /// <summary>The figure.</summary>
    /// <exception cref="InvalidOperationException">It is unknown; <see cref="Missing"/> says what is missing.</exception>
    public T Value =>
        IsKnown ? value : throw new InvalidOperationException(
            $"This figure is unknown{(Missing.IsEmpty ? ", and nothing says what is missing" : $"; missing: {string.Join(", ", Missing)}")}. Ask it with TryGet.");

    /// <summary>The facts that would have to be known; empty where the figure is known.</summary>
    public ImmutableArray<Missing> Missing => missing.IsDefault || IsKnown ? [] : missing;

    /// <summary>Makes a figure that is known.</summary>
    public static Knowable<T> Known(T value) => new(value, nothing);

    /// <summary>Makes a figure that is not known, from the facts that are missing to know it.</summary>
    public static Knowable<T> Unknown(params ImmutableArray<Missing> missing) => new(default, missing);

    /// <summary>Gives the figure where it is known.</summary>
    /// <returns>Whether it is known.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGet(out T known)
    {
        known = value;
        return IsKnown;
    }

    /// <summary>Whether both are known and equal, or both are unknown for want of the same facts, in whatever order.</summary>
    public bool Equals(Knowable<T> other) =>
        IsKnown == other.IsKnown && (IsKnown ? EqualityComparer<T>.Default.Equals(value, other.value) : Wants == other.Wants);

    /// <inheritdoc/>
    public override int GetHashCode() => IsKnown ? HashCode.Combine(true, value) : HashCode.Combine(false, Wants);

    // The hash has one bit for each missing fact.
    private int Wants
    {
        get
        {
            int wants = 0;
            foreach (var one in Missing)
                wants |= 1 << (int)one;
            return wants;
        }
    }

    /// <summary>What is worked out from the figure; unknown where it is, for want of the same.</summary>
    public Knowable<TResult> Select<TResult>(Func<T, TResult> selector) where TResult : struct
    {
        ArgumentNullException.ThrowIfNull(selector);
        return IsKnown ? Knowable<TResult>.Known(selector(value)) : Knowable<TResult>.Unknown(Missing);
    }

    /// <summary>What is worked out from two figures; unknown as soon as one is, for want of what either lacks.</summary>
    public Knowable<TResult> With<TOther, TResult>(Knowable<TOther> other, Func<T, TOther, TResult> selector) where TOther
        : struct where TResult : struct
    {
        ArgumentNullException.ThrowIfNull(selector);
        return IsKnown && other.IsKnown
            ? Knowable<TResult>.Known(selector(value, other.Value))
            : Knowable<TResult>.Unknown([.. Missing.Union(other.Missing).Order()]);
    }

    /// <summary>The figure, or null: for formats that write an unknown as null.</summary>
    public T? OrNull() => IsKnown ? value : null;

    /// <summary>The figure, or "unknown".</summary>
    public override string ToString() => IsKnown ? value.ToString()! : "unknown";
}

/// <summary>Sums of figures that may be unknown.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class KnowableSums
{
    /// <summary>The sum; unknown as soon as a part is, for want of what any part lacks. Of nothing, zero.</summary>
    /// <exception cref="OverflowException">The sum does not fit.</exception>
    public static Knowable<T> Sum<T>(this IEnumerable<Knowable<T>> parts) where T
        : struct, IAdditionOperators<T, T, T>, IAdditiveIdentity<T, T>
    {
        ArgumentNullException.ThrowIfNull(parts);
        return parts.Aggregate(
            Knowable<T>.Known(T.AdditiveIdentity), (sum, part) => sum.With(part, (left, right) => checked(left + right)));
    }
}

/// <summary>What would have to be known for a figure to be exact.</summary>
[JsonConverter(typeof(CamelWordJsonConverter<Missing>))]
public enum Missing
{
    /// <summary>The cost of the post, on some day.</summary>
    Cost,

    /// <summary>The full-time equivalent of the post.</summary>
    Fte,

    /// <summary>Which instalments of a commitment an act has made firm.</summary>
    Instalments,

    /// <summary>The amount of a promise.</summary>
    Amount,

    /// <summary>The term of a promise.</summary>
    Term,

    /// <summary>The first day of the post.</summary>
    From,
}
