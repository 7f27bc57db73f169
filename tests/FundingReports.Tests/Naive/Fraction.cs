using System.Globalization;
using System.Numerics;

namespace FundingReports.Tests.Naive;

/// <summary>An exact fraction of unbounded integers, always reduced.</summary>
internal readonly struct Fraction : IEquatable<Fraction>, IComparable<Fraction>
{
    // Kept less one, so that the default is 0/1.
    private readonly BigInteger lessOne;

    internal Fraction(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
            throw new DivideByZeroException();
        if (denominator.Sign < 0)
            (numerator, denominator) = (-numerator, -denominator);
        BigInteger gcd = denominator.IsOne ? BigInteger.One : BigInteger.GreatestCommonDivisor(numerator, denominator);
        Numerator = numerator / gcd;
        lessOne = denominator / gcd - 1;
    }

    internal BigInteger Numerator { get; }

    internal BigInteger Denominator => lessOne + 1;

    internal static Fraction Zero => default;

    internal static Fraction One { get; } = new(1, 1);

    internal bool IsZero => Numerator.IsZero;

    internal static Fraction Of(decimal value)
    {
        BigInteger power = 1;
        for (; decimal.Truncate(value) != value; value *= 10)
            power *= 10;
        return new(new BigInteger(value), power);
    }

    internal static Fraction Min(Fraction a, Fraction b) => a < b ? a : b;

    internal static Fraction Max(Fraction a, Fraction b) => a > b ? a : b;

    /// <summary>The whole number below or equal.</summary>
    internal BigInteger Floor()
    {
        BigInteger whole = BigInteger.DivRem(Numerator, Denominator, out BigInteger rest);
        return rest.Sign < 0 ? whole - 1 : whole;
    }

    /// <summary>The nearest whole number, half away from zero.</summary>
    internal long Round()
    {
        BigInteger away = (2 * BigInteger.Abs(Numerator) + Denominator) / (2 * Denominator);
        return (long)(Numerator.Sign * away);
    }

    /// <summary>Six decimals, half away from zero.</summary>
    internal string ToSixDecimals()
    {
        long millionths = (this * 1_000_000).Round();
        return (millionths / 1_000_000m).ToString("0.000000", CultureInfo.InvariantCulture);
    }

    public static implicit operator Fraction(long whole) => new(whole, 1);

    public static Fraction operator +(Fraction a, Fraction b) =>
        new(a.Numerator * b.Denominator + b.Numerator * a.Denominator, a.Denominator * b.Denominator);

    public static Fraction operator -(Fraction a, Fraction b) =>
        new(a.Numerator * b.Denominator - b.Numerator * a.Denominator, a.Denominator * b.Denominator);

    public static Fraction operator *(Fraction a, Fraction b) => new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    public static Fraction operator /(Fraction a, Fraction b) => new(a.Numerator * b.Denominator, a.Denominator * b.Numerator);

    public static bool operator <(Fraction a, Fraction b) => a.CompareTo(b) < 0;

    public static bool operator >(Fraction a, Fraction b) => a.CompareTo(b) > 0;

    public static bool operator <=(Fraction a, Fraction b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Fraction a, Fraction b) => a.CompareTo(b) >= 0;

    public static bool operator ==(Fraction a, Fraction b) => a.Equals(b);

    public static bool operator !=(Fraction a, Fraction b) => !a.Equals(b);

    public int CompareTo(Fraction other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    public bool Equals(Fraction other) => Numerator == other.Numerator && lessOne == other.lessOne;

    public override bool Equals(object? obj) => obj is Fraction other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Numerator, lessOne);

    public override string ToString() => $"{Numerator}/{Denominator}";
}
