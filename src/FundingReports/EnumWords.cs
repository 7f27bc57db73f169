using System.Collections.Frozen;
using System.Collections.Immutable;

namespace FundingReports;

/// <summary>The words by which the formats write an enumeration: "collectivite-departementale".</summary>
internal static class EnumWords<T> where T : struct, Enum
{
    private static readonly FrozenDictionary<string, T> byWord =
        Enum.GetValues<T>().ToFrozenDictionary(value => KebabCase.Of(value.ToString()), StringComparer.Ordinal);

    private static readonly FrozenDictionary<T, string> words = byWord.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    internal static ImmutableArray<string> All { get; } = [.. Enum.GetValues<T>().Select(value => words[value])];

    internal static string Of(T value) => words[value];

    internal static bool TryRead(string word, out T value) => byWord.TryGetValue(word, out value);
}
