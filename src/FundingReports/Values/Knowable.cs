using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace FundingReports;

/// <summary>A figure that is known, or that is not. It is never null, and never a zero that stands for an unknown.</summary>
/// <typeparam name="T">The type of the figure.</typeparam>
/// <example> A figure is read once it is known; otherwise the missing facts are listed:
/// <code>
/// Knowable&lt;Euros&gt; gap = analysis.Year(2024).Agreed.Gap;
/// Console.WriteLine(gap.TryGet(out Euros known) ? $"{known} €" : $"unknown: {string.Join(", ", gap.Missing)}");
/// </code>
/// </example>
public readonly record struct Knowable<T> where T : struct
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
        IsKnown ? value : throw new InvalidOperationException($"This figure is unknown; missing: {string.Join(", ", Missing)}.");

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

    /// <summary>The figure, or null: for formats that write an unknown as null.</summary>
    public T? OrNull() => IsKnown ? value : null;

    /// <summary>The figure, or "unknown".</summary>
    public override string ToString() => IsKnown ? value.ToString()! : "unknown";
}

/// <summary>The facts that would have to be known for a figure to be exact.</summary>
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
