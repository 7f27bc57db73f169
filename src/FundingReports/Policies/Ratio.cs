using System.Numerics;
using FundingReports.Coverage;

namespace FundingReports.Policies;

/// <summary>An exact fraction of any size, its denominator above zero. The default is no fraction.</summary>
internal readonly record struct Ratio(BigInteger Numerator, BigInteger Denominator) : IComparable<Ratio>
{
    internal static Ratio Zero { get; } = new(0, 1);

    internal static Ratio One { get; } = new(1, 1);

    internal static Ratio Of(Fraction fraction) => new((BigInteger)fraction.Numerator, (BigInteger)fraction.Denominator);

    internal static Ratio Of(Share share) => new(share.Numerator, share.Denominator);

    internal static Ratio Cents(long cents) => new(cents, 1);

    public int CompareTo(Ratio other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    internal Ratio Over(long divisor) => new(Numerator, Denominator * divisor);

    internal Ratio OrZero => Numerator.Sign < 0 ? Zero : this;

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

/// <summary>What a part of the cost may be, both included; without a high end where nothing limits it.</summary>
internal readonly record struct RatioRange(Ratio Low, Ratio? High)
{
    internal static RatioRange Zero { get; } = new(Ratio.Zero, Ratio.Zero);

    internal static RatioRange Exactly(Ratio value) => new(value, value);

    internal static RatioRange AnyUpTo(Ratio? high) => new(Ratio.Zero, high);

    internal bool IsExact => High is { } high && high.CompareTo(Low) == 0;

    public static RatioRange operator +(RatioRange left, RatioRange right) =>
        new(left.Low + right.Low, left.High is { } a && right.High is { } b ? a + b : null);

    /// <summary>What it leaves of the whole.</summary>
    internal RatioRange Rest => new(High is { } high ? (Ratio.One - high).OrZero : Ratio.Zero, (Ratio.One - Low).OrZero);

    internal RatioRange Times(Ratio part) => new(Low * part, High is { } high ? high * part : null);

    internal RatioRange AtMost(Ratio? cap) => cap is not { } most ? this : new(Ratio.Min(Low, most), High is { } high ? Ratio.Min(high, most) : most);
}
