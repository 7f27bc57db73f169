using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FundingReports.Portfolios;

namespace FundingReports.Exchange;

/// <summary>The numbers of legal commitments (EJ) that facts name: by them a payment is known to belong to a commitment.</summary>
internal static partial class EjNumbers
{
    /// <summary>The numbers that a payment names.</summary>
    internal static ImmutableArray<string> Of(Payment payment) =>
        [.. payment.References.Where(pair => IsEj(pair.Key)).SelectMany(pair => In(pair.Value))];

    /// <summary>Whether a commitment, or a tranche of it, names one of these numbers.</summary>
    internal static bool AreOf(Commitment commitment, ImmutableArray<string> numbers) =>
        commitment.References.Any(pair => IsEj(pair.Key) && In(pair.Value).Any(numbers.Contains))
        || (commitment.Instalments ?? []).Any(tranche => tranche.Act is { } act && In(act).Any(numbers.Contains));

    private static bool IsEj(string name) => name.Trim().Equals("EJ", StringComparison.OrdinalIgnoreCase);

    // A number of an EJ has ten digits; a shorter one could be anything.
    private static IEnumerable<string> In(string text) => Digits().Matches(text).Select(match => match.Value);

    [GeneratedRegex("(?<![0-9])[0-9]{10}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}
