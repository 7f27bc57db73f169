using System.Globalization;

namespace FundingReports.Tests;

/// <summary>
/// How often a random test asks: as written, or in part where every test is run once for each of many mutants (docs/mutation.md).
/// </summary>
internal static class Rounds
{
    private static readonly int percent = Number("FUNDINGREPORTS_ROUNDS", 100);

    /// <summary>How many questions are kept, and answered once by the naive implementation.</summary>
    internal static int Kept { get; } = Number("FUNDINGREPORTS_KEPT", 40);

    /// <summary>Of all random tests: FUNDINGREPORTS_SEED=7 asks other questions than each run does.</summary>
    internal static int Seed { get; } = Number("FUNDINGREPORTS_SEED", 1);

    internal static int Of(int rounds) => Math.Max(1, rounds * percent / 100);

    private static int Number(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
