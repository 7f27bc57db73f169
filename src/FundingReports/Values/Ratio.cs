using System.Numerics;

namespace FundingReports;

/// <summary>An exact fraction of any size, for rates that no number of decimals holds. The default value is not a fraction.</summary>
/// <remarks>Two equal fractions in different terms are not equal records: compare them by <see cref="CompareTo"/>.</remarks>
/// <param name="Numerator">The numerator; below zero where the fraction is.</param>
/// <param name="Denominator">The denominator, above zero.</param>
public readonly record struct Ratio(BigInteger Numerator, BigInteger Denominator) : IComparable<Ratio>
{
    /// <summary>Zero: 0/1.</summary>
    public static Ratio Zero { get; } = new(0, 1);

    /// <summary>The whole: 1/1.</summary>
    public static Ratio One { get; } = new(1, 1);

    internal static Ratio Of(Share share) => new(share.Numerator, share.Denominator);

    internal static Ratio Cents(long cents) => new(cents, 1);

    /// <summary>The order of the values, whatever their terms.</summary>
    public int CompareTo(Ratio other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    internal bool Is(int numerator, int denominator) => CompareTo(new(numerator, denominator)) == 0;

    internal Ratio Over(long divisor) => new(Numerator, Denominator * divisor);

    /// <summary>The same value in its least terms. A sum of many fractions grows without end unless it is reduced.</summary>
    public Ratio Reduced => BigInteger.GreatestCommonDivisor(Numerator, Denominator) is { IsOne: false } common
        ? new(Numerator / common, Denominator / common) : this;

    internal static Ratio Sum(IEnumerable<Ratio> ratios) => ratios.Aggregate(Zero, (sum, ratio) => (sum + ratio).Reduced);

    internal static Ratio Min(Ratio left, Ratio right) => left <= right ? left : right;

    internal static Ratio Max(Ratio left, Ratio right) => left >= right ? left : right;

    /// <summary>The sum.</summary>
    public static Ratio operator +(Ratio left, Ratio right) =>
        new(left.Numerator * right.Denominator + right.Numerator * left.Denominator, left.Denominator * right.Denominator);

    /// <summary>The difference.</summary>
    public static Ratio operator -(Ratio left, Ratio right) =>
        new(left.Numerator * right.Denominator - right.Numerator * left.Denominator, left.Denominator * right.Denominator);

    /// <summary>The product.</summary>
    public static Ratio operator *(Ratio left, Ratio right) => new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    /// <summary>Whether the first is less.</summary>
    public static bool operator <(Ratio left, Ratio right) => left.CompareTo(right) < 0;

    /// <summary>Whether the first is more.</summary>
    public static bool operator >(Ratio left, Ratio right) => left.CompareTo(right) > 0;

    /// <summary>Whether the first is not more.</summary>
    public static bool operator <=(Ratio left, Ratio right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the first is not less.</summary>
    public static bool operator >=(Ratio left, Ratio right) => left.CompareTo(right) >= 0;

    /// <summary>The fraction as money, where it counts cents: rounded half away from zero.</summary>
    internal Euros ToEuros() => Euros.FromCents((long)((2 * Numerator + Denominator) / (2 * Denominator)));
}
