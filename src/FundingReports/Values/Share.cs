using System.Globalization;
using System.Numerics;

namespace FundingReports;

/// <summary>An exact fraction above 0 and at most 1: the part of a cost that a funder pays.</summary>
/// <remarks>A class, because the default of a struct, 0/0, would be no share at all.</remarks>
public sealed partial record Share : IComparable<Share>
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
        if (numerator <= 0 || numerator > denominator)
            throw new ArgumentOutOfRangeException(
                nameof(numerator), $"{numerator}/{denominator}", "A share is above 0 and at most 1. Write a half as Share.Of(1, 2).");
        long gcd = (long)BigInteger.GreatestCommonDivisor(numerator, denominator);
        if (denominator / gcd > MaxTerm)
            throw new ArgumentOutOfRangeException(
                nameof(denominator), denominator, $"A share has at most {MaxTerm} parts. Round it.");
        return new(numerator / gcd, denominator / gcd);
    }

    /// <summary>So many percent, exactly: 80 is 4/5, and 33.3 is 333/1000.</summary>
    /// <param name="percent">Above 0 and at most 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The number is not above 0 and at most 100, or a term of its fraction exceeds <see cref="MaxTerm"/>.
    /// </exception>
    public static Share Percent(decimal percent)
    {
        if (percent is <= 0 or > 100)
            throw new ArgumentOutOfRangeException(
                nameof(percent), ExactNumber.Write(percent), "A share is above 0 and at most 100 percent. Write 80 for eighty percent.");
        BigInteger denominator = 100 * BigInteger.Pow(10, percent.Scale),
            numerator = (BigInteger)(percent * (decimal)BigInteger.Pow(10, percent.Scale));
        BigInteger common = BigInteger.GreatestCommonDivisor(numerator, denominator);
        if (denominator / common > MaxTerm)
            throw new ArgumentOutOfRangeException(
                nameof(percent), ExactNumber.Write(percent),
                $"A share has at most {MaxTerm} parts. Round the percentage, or write the fraction: Share.Of(1, 3).");
        return new((long)(numerator / common), (long)(denominator / common));
    }

    /// <summary>The order of the values; no share at all comes first.</summary>
    public int CompareTo(Share? other) => other is null ? 1 : (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <summary>Whether the left one is smaller.</summary>
    public static bool operator <(Share left, Share right) => Comparer<Share>.Default.Compare(left, right) < 0;

    /// <summary>Whether the left one is larger.</summary>
    public static bool operator >(Share left, Share right) => Comparer<Share>.Default.Compare(left, right) > 0;

    /// <summary>Whether the left one is smaller or equal.</summary>
    public static bool operator <=(Share left, Share right) => Comparer<Share>.Default.Compare(left, right) <= 0;

    /// <summary>Whether the left one is larger or equal.</summary>
    public static bool operator >=(Share left, Share right) => Comparer<Share>.Default.Compare(left, right) >= 0;

    /// <summary>The share as a decimal; of thirds, with as many digits as there are.</summary>
    public decimal ToDecimal() => (decimal)Numerator / Denominator;

    /// <summary>
    /// The share as a reduced fraction, "1/2", whatever the culture: the form that loses nothing, which
    /// <see cref="Parse(string, IFormatProvider)"/> reads back.
    /// </summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");
}
