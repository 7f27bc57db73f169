using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FundingReports;

/// <summary>The words by which the formats write an enumeration: "collectivite-departementale".</summary>
/// <remarks>Arrays and no dictionaries: a dictionary of each enumeration would be compiled anew each time a tool starts.</remarks>
internal static class EnumWords<T> where T : struct, Enum
{
    // The enumerations of this library count from zero, without a hole.
    private static readonly string[] words = [.. Enum.GetNames(typeof(T)).Select(KebabCase.Of)];

    internal static ImmutableArray<string> All => ImmutableCollectionsMarshal.AsImmutableArray(words);

    internal static string Of(T value) => words[Unsafe.BitCast<T, int>(value)];

    internal static bool TryRead(string word, out T value)
    {
        int place = Array.IndexOf(words, word);
        value = Unsafe.BitCast<int, T>(Math.Max(place, 0));
        return place >= 0;
    }
}
