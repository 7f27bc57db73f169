using System.Numerics;

namespace FundingReports;

/// <summary>An exact fraction of any size, its denominator above zero. The default is no fraction.</summary>
internal readonly record struct Ratio(BigInteger Numerator, BigInteger Denominator) : IComparable<Ratio>
{
    internal static Ratio Zero { get; } = new(0, 1);

    internal static Ratio One { get; } = new(1, 1);

    internal static Ratio Of(Share share) => new(share.Numerator, share.Denominator);

    internal static Ratio Cents(long cents) => new(cents, 1);

    public int CompareTo(Ratio other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    internal bool Is(int numerator, int denominator) => CompareTo(new(numerator, denominator)) == 0;

    internal Ratio Over(long divisor) => new(Numerator, Denominator * divisor);

    /// <summary>The same, in its least terms: for a sum of many, which would grow without end.</summary>
    internal Ratio Reduced => BigInteger.GreatestCommonDivisor(Numerator, Denominator) is { IsOne: false } common ? new(Numerator / common, Denominator / common) : this;

    internal Ratio OrZero => Numerator.Sign < 0 ? Zero : this;

    internal static Ratio Sum(IEnumerable<Ratio> ratios) => ratios.Aggregate(Zero, (sum, ratio) => (sum + ratio).Reduced);

    internal static Ratio Min(Ratio left, Ratio right) => left <= right ? left : right;

    public static Ratio operator +(Ratio left, Ratio right) => new(left.Numerator * right.Denominator + right.Numerator * left.Denominator, left.Denominator * right.Denominator);

    public static Ratio operator -(Ratio left, Ratio right) => new(left.Numerator * right.Denominator - right.Numerator * left.Denominator, left.Denominator * right.Denominator);

    public static Ratio operator *(Ratio left, Ratio right) => new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    public static bool operator <(Ratio left, Ratio right) => left.CompareTo(right) < 0;

    public static bool operator >(Ratio left, Ratio right) => left.CompareTo(right) > 0;

    public static bool operator <=(Ratio left, Ratio right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Ratio left, Ratio right) => left.CompareTo(right) >= 0;

    /// <summary>Cents as money, half away from zero.</summary>
    internal Euros ToEuros() => Euros.FromCents((long)((2 * Numerator + Denominator) / (2 * Denominator)));
}
