using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FundingReports;

/// <summary>The words by which the file formats write an enumeration of this library: "collectivite-departementale".</summary>
/// <remarks>Arrays and no dictionaries: a dictionary of each enumeration would be compiled anew each time a tool starts.</remarks>
public static class EnumWords<T> where T : struct, Enum
{
    // The enumerations of this library count from zero, without a hole.
    private static readonly string[] words = [.. Enum.GetNames(typeof(T)).Select(KebabCase.Of)];

    /// <summary>Every word, in the order of the enumeration.</summary>
    public static ImmutableArray<string> All => ImmutableCollectionsMarshal.AsImmutableArray(words);

    /// <summary>The word of a value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of the enumeration.</exception>
    public static string Of(T value) => Unsafe.BitCast<T, int>(value) is var place && (uint)place < (uint)words.Length
        ? words[place]
        : throw new ArgumentOutOfRangeException(nameof(value));

    /// <summary>Reads a word as the formats write it; accents, case and synonyms are not allowed for.</summary>
    public static bool TryRead(string word, out T value)
    {
        int place = Array.IndexOf(words, word);
        value = Unsafe.BitCast<int, T>(Math.Max(place, 0));
        return place >= 0;
    }
}
