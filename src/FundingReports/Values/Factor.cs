using System.Globalization;
using System.Numerics;

namespace FundingReports;

/// <summary>An exact fraction, zero or more, by which a hypothesis multiplies money: 7/10 for thirty percent less.</summary>
public readonly partial record struct Factor : IComparable<Factor>
{
    /// <summary>Makes a factor from a fraction, which is reduced.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The numerator is negative, the denominator is not above zero, or a reduced term exceeds <see cref="Share.MaxTerm"/>.
    /// </exception>
    public Factor(long numerator, long denominator)
    {
        if (numerator < 0 || denominator <= 0)
            throw new ArgumentOutOfRangeException(
                nameof(numerator), $"{numerator}/{denominator}", "A factor is zero or more. Write 7/10 for thirty percent less: new(7, 10).");
        long gcd = (long)BigInteger.GreatestCommonDivisor(numerator, denominator);
        if (Math.Max(numerator, denominator) / gcd > Share.MaxTerm)
            throw new ArgumentOutOfRangeException(
                nameof(numerator), $"{numerator}/{denominator}", $"The terms of a factor are at most {Share.MaxTerm}. Round it.");
        Numerator = numerator / gcd;
        lessOne = denominator / gcd - 1;
    }

    // The field holds the denominator less one, so that the default value is 0/1 and not 0/0.
    private readonly long lessOne;

    /// <summary>The numerator of the reduced fraction.</summary>
    public long Numerator { get; }

    /// <summary>The denominator of the reduced fraction.</summary>
    public long Denominator => lessOne + 1;

    /// <summary>The factor that changes nothing.</summary>
    public static Factor One { get; } = new(1, 1);

    /// <inheritdoc/>
    public int CompareTo(Factor other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <summary>Whether the left one is smaller.</summary>
    public static bool operator <(Factor left, Factor right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left one is larger.</summary>
    public static bool operator >(Factor left, Factor right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left one is smaller or equal.</summary>
    public static bool operator <=(Factor left, Factor right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left one is larger or equal.</summary>
    public static bool operator >=(Factor left, Factor right) => left.CompareTo(right) >= 0;

    /// <summary>The factor as a decimal; of thirds, with as many digits as there are.</summary>
    public decimal ToDecimal() => (decimal)Numerator / Denominator;

    /// <summary>
    /// The factor as a reduced fraction, "7/10", whatever the culture. <see cref="Parse(string, IFormatProvider)"/> reads it back.
    /// </summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");
}
