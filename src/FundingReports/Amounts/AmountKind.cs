using System.Collections.Immutable;
using System.Text.Json.Serialization;
using System.Text.Json;

namespace FundingReports.Portfolios;

/// <summary>
/// The kinds of amount, in the order and by the names of portfolio@1: for a choice that is made before there is an amount.
/// </summary>
/// <remarks>Read one with a switch expression without a default arm: a kind without an answer then does not compile.</remarks>
[JsonConverter(typeof(CamelWordJsonConverter<AmountKind>))]
public enum AmountKind
{
    /// <summary>A sum for the whole period.</summary>
    Total,

    /// <summary>A sum per year.</summary>
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

    /// <summary>An amount that nobody has published.</summary>
    Unknown,
}

/// <summary>The names of the kinds in portfolio@1: "yearlyAmounts".</summary>
internal static class AmountKinds
{
    /// <summary>All names, in the order of the kinds.</summary>
    internal static ImmutableArray<string> Names { get; } =
        [.. Enum.GetNames<AmountKind>().Select(JsonNamingPolicy.CamelCase.ConvertName)];

    internal static string NameOf(AmountKind kind) => Names[(int)kind];
}
