using System.Globalization;
using System.Numerics;

namespace FundingReports;

/// <summary>An exact fraction above 0 and at most 1: the part of a cost that a funder pays.</summary>
/// <remarks>It is a class, because the default value of a struct, 0/0, would be no share at all.</remarks>
public sealed record Share
{
    /// <summary>The largest numerator and denominator accepted: no known act writes larger ones.</summary>
    public const long MaxTerm = 1_000_000_000;

    private Share(long numerator, long denominator) => (Numerator, Denominator) = (numerator, denominator);

    /// <summary>The numerator of the reduced fraction.</summary>
    public long Numerator { get; }

    /// <summary>The denominator of the reduced fraction.</summary>
    public long Denominator { get; }

    /// <summary>The whole: 1/1.</summary>
    public static Share Whole { get; } = new(1, 1);

    /// <summary>Makes a share from a fraction, which is reduced.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The fraction is not above 0 and at most 1, or a term exceeds <see cref="MaxTerm"/>.
    /// </exception>
    public static Share Of(long numerator, long denominator)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(numerator);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(numerator, denominator);
        long gcd = (long)BigInteger.GreatestCommonDivisor(numerator, denominator);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(denominator / gcd, MaxTerm, nameof(denominator));
        return new(numerator / gcd, denominator / gcd);
    }

    /// <summary>The share as a reduced fraction, "1/2", which loses nothing.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");
}
