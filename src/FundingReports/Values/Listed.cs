using System.Collections.Immutable;

namespace FundingReports;

/// <summary>A list in the one line of a text for debuggers and logs; a list that was never set is an empty one.</summary>
internal static class Listed
{
    internal static string Of<T>(ImmutableArray<T> items) => items.IsDefaultOrEmpty ? "none" : string.Join(", ", items);
}
