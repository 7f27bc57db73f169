using System.Collections.Immutable;
using System.Text.Json.Serialization;
using System.Text.Json;

namespace FundingReports.Portfolios;

/// <summary>The kinds of amount, in the order and by the names of portfolio@1: where there is a choice to make and no amount yet.</summary>
/// <remarks>Read one with a switch expression without a default arm: a kind without an answer then does not compile.</remarks>
[JsonConverter(typeof(CamelWordJsonConverter<AmountKind>))]
public enum AmountKind
{
    /// <summary>A sum for the whole period.</summary>
    Total,

    /// <summary>A sum a year.</summary>
    Annual,

    /// <summary>A sum for each successive twelve months.</summary>
    YearlyAmounts,

    /// <summary>A share of the cost.</summary>
    Share,

    /// <summary>A share of the cost for each successive twelve months.</summary>
    YearlyShares,

    /// <summary>A share of what sums and shares of the cost leave.</summary>
    ShareOfRemainder,

    /// <summary>All that the others leave.</summary>
    Balance,

    /// <summary>Not published.</summary>
    Unknown,
}

/// <summary>The names of the kinds in portfolio@1: "yearlyAmounts".</summary>
internal static class AmountKinds
{
    /// <summary>All names, in the order of the kinds.</summary>
    internal static ImmutableArray<string> Names { get; } = [.. Enum.GetNames<AmountKind>().Select(JsonNamingPolicy.CamelCase.ConvertName)];

    /// <summary>The name of a kind.</summary>
    internal static string NameOf(AmountKind kind) => Names[(int)kind];
}
