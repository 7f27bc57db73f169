using System.ComponentModel;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FundingReports;

/// <summary>The words by which the file formats write an enumeration of this library: "collectivite-departementale".</summary>
/// <typeparam name="T">An enumeration of this library, whose values count from zero without a gap.</typeparam>
/// <remarks>The words stand in arrays: a dictionary of each enumeration would be compiled anew each time a tool starts.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EnumWords<T> where T : struct, Enum
{
    // The enumerations of this library count from zero, without a gap.
    private static readonly string[] words = [.. Enum.GetNames(typeof(T)).Select(KebabCase.Of)];

    /// <summary>Every word, in the order of the enumeration.</summary>
    public static ImmutableArray<string> All => ImmutableCollectionsMarshal.AsImmutableArray(words);

    /// <summary>The word of a value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The enumeration has no such value.</exception>
    public static string Of(T value) => Unsafe.BitCast<T, int>(value) is var place && (uint)place < (uint)words.Length
        ? words[place]
        : throw new ArgumentOutOfRangeException(nameof(value), value, $"There is no such {typeof(T).Name}. Take one of its names.");

    /// <summary>Reads a word exactly as the formats write it: no accents, no other case and no synonyms.</summary>
    /// <returns>False where no value has this word.</returns>
    public static bool TryRead(string word, out T value)
    {
        int place = Array.IndexOf(words, word);
        value = Unsafe.BitCast<int, T>(Math.Max(place, 0));
        return place >= 0;
    }
}
