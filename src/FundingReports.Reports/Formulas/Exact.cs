using System.Numerics;

namespace FundingReports.Reports.Formulas;

/// <summary>An exact number of any size, so that the value of a formula is the one it has and not the one a machine finds.</summary>
internal readonly record struct Exact : IComparable<Exact>
{
    private readonly BigInteger numerator;
    private readonly BigInteger lessOne;

    internal Exact(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.Sign < 0)
            (numerator, denominator) = (-numerator, -denominator);
        var gcd = BigInteger.GreatestCommonDivisor(numerator, denominator);
        this.numerator = numerator / gcd;
        // The field holds the denominator less one, so that the default value is 0/1 and not 0/0.
        lessOne = denominator / gcd - 1;
    }

    private BigInteger Denominator => lessOne + 1;

    internal bool IsZero => numerator.IsZero;

    internal static Exact Of(long whole) => new(whole, 1);

    internal static Exact Of(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var digits = new BigInteger((uint)bits[0]) + (new BigInteger((uint)bits[1]) << 32) + (new BigInteger((uint)bits[2]) << 64);
        return new(value < 0 ? -digits : digits, BigInteger.Pow(10, (bits[3] >> 16) & 0x7F));
    }

    /// <summary>Half away from zero, to so many decimals.</summary>
    internal Exact Rounded(int decimals)
    {
        var unit = BigInteger.Pow(10, decimals);
        var magnitude = (2 * BigInteger.Abs(numerator) * unit + Denominator) / (2 * Denominator);
        return new(numerator.Sign * magnitude, unit);
    }

    /// <summary>To fifteen digits, which is what a spreadsheet keeps.</summary>
    internal decimal ToDecimal()
    {
        var whole = BigInteger.Abs(numerator) / Denominator;
        int digits = whole.IsZero ? 0 : whole.ToString(null, System.Globalization.CultureInfo.InvariantCulture).Length;
        var rounded = Rounded(Math.Clamp(15 - digits, 0, 15));
        return (decimal)rounded.numerator / (decimal)rounded.Denominator;
    }

    public int CompareTo(Exact other) => (numerator * other.Denominator).CompareTo(other.numerator * Denominator);

    public static Exact operator +(Exact left, Exact right) =>
        new(left.numerator * right.Denominator + right.numerator * left.Denominator, left.Denominator * right.Denominator);

    public static Exact operator -(Exact left, Exact right) =>
        new(left.numerator * right.Denominator - right.numerator * left.Denominator, left.Denominator * right.Denominator);

    public static Exact operator *(Exact left, Exact right) => new(left.numerator * right.numerator, left.Denominator * right.Denominator);

    public static Exact operator /(Exact left, Exact right) => new(left.numerator * right.Denominator, left.Denominator * right.numerator);
}
