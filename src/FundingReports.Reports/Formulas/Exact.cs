using System.Numerics;

namespace FundingReports.Reports.Formulas;

/// <summary>An exact number of any size, so that the value of a formula does not depend on how a spreadsheet rounds.</summary>
/// <remarks>
/// Reduced, and in two long integers wherever they hold it: most figures of a funding plan are such, and a workbook works out a hundred
/// thousand of them.
/// </remarks>
internal readonly record struct Exact : IComparable<Exact>
{
    private readonly long numerator;

    // Kept less one, so that the default is 0/1 and not 0/0.
    private readonly long lessOne;

    // What two long integers cannot hold; null where they do, so that a number has one form only.
    private readonly Large? large;

    internal Exact(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.Sign < 0)
            (numerator, denominator) = (-numerator, -denominator);
        var gcd = BigInteger.GreatestCommonDivisor(numerator, denominator);
        (numerator, denominator) = (numerator / gcd, denominator / gcd);
        if (IsSmall(numerator) && IsSmall(denominator))
            (this.numerator, lessOne) = ((long)numerator, (long)denominator - 1);
        else
            large = new(numerator, denominator);
    }

    private Exact(Int128 numerator, Int128 denominator)
    {
        if (denominator < 0)
            (numerator, denominator) = (-numerator, -denominator);
        var gcd = Common((UInt128)Int128.Abs(numerator), (UInt128)denominator);
        if (gcd > UInt128.One)
            (numerator, denominator) = (numerator / (Int128)gcd, denominator / (Int128)gcd);
        if (Int128.Abs(numerator) <= long.MaxValue && denominator <= long.MaxValue)
            (this.numerator, lessOne) = ((long)numerator, (long)denominator - 1);
        else
            large = new((BigInteger)numerator, (BigInteger)denominator);
    }

    private BigInteger Numerator => large?.Numerator ?? numerator;

    private BigInteger Denominator => large?.Denominator ?? (BigInteger)lessOne + 1;

    internal bool IsZero => large is null && numerator == 0;

    internal static Exact Of(long whole) =>
        whole == long.MinValue ? new((BigInteger)whole, BigInteger.One) : new((Int128)whole, Int128.One);

    internal static Exact Of(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var digits = new BigInteger((uint)bits[0]) + (new BigInteger((uint)bits[1]) << 32) + (new BigInteger((uint)bits[2]) << 64);
        return new(value < 0 ? -digits : digits, BigInteger.Pow(10, (bits[3] >> 16) & 0x7F));
    }

    /// <summary>The number rounded to so many decimals, half away from zero.</summary>
    internal Exact Rounded(int decimals)
    {
        // 2 × 2^63 × 10^15 is below 2^127.
        if (large is null && decimals <= 15)
        {
            Int128 one = 1;
            for (int i = 0; i < decimals; i++)
                one *= 10;
            Int128 below = (Int128)lessOne + 1, size = (2 * Int128.Abs(numerator) * one + below) / (2 * below);
            return new(numerator < 0 ? -size : size, one);
        }
        var unit = BigInteger.Pow(10, decimals);
        var magnitude = (2 * BigInteger.Abs(Numerator) * unit + Denominator) / (2 * Denominator);
        return new(Numerator.Sign * magnitude, unit);
    }

    /// <summary>The number to fifteen digits, which is what a spreadsheet keeps.</summary>
    internal decimal ToDecimal()
    {
        var whole = BigInteger.Abs(Numerator) / Denominator;
        int digits = whole.IsZero ? 0 : whole.ToString(null, System.Globalization.CultureInfo.InvariantCulture).Length;
        var rounded = Rounded(Math.Clamp(15 - digits, 0, 15));
        return (decimal)rounded.Numerator / (decimal)rounded.Denominator;
    }

    public int CompareTo(Exact other) => AreSmall(this, other)
        ? (numerator * ((Int128)other.lessOne + 1)).CompareTo(other.numerator * ((Int128)lessOne + 1))
        : (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    // A product of two long integers is below 2^126, and two of them below 2^127.
    public static Exact operator +(Exact left, Exact right) => AreSmall(left, right)
        ? left.lessOne == right.lessOne
            ? new((Int128)left.numerator + right.numerator, (Int128)left.lessOne + 1)
            : new(left.numerator * ((Int128)right.lessOne + 1) + right.numerator * ((Int128)left.lessOne + 1),
                ((Int128)left.lessOne + 1) * ((Int128)right.lessOne + 1))
        : new(left.Numerator * right.Denominator + right.Numerator * left.Denominator, left.Denominator * right.Denominator);

    public static Exact operator -(Exact left, Exact right) => left + -right;

    public static Exact operator -(Exact value) => value.large is null
        ? new(-(Int128)value.numerator, (Int128)value.lessOne + 1)
        : new(-value.Numerator, value.Denominator);

    public static Exact operator *(Exact left, Exact right) => AreSmall(left, right)
        ? new((Int128)left.numerator * right.numerator, ((Int128)left.lessOne + 1) * ((Int128)right.lessOne + 1))
        : new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    public static Exact operator /(Exact left, Exact right)
    {
        if (right.IsZero)
            throw new DivideByZeroException();
        return AreSmall(left, right)
            ? new(left.numerator * ((Int128)right.lessOne + 1), right.numerator * ((Int128)left.lessOne + 1))
            : new(left.Numerator * right.Denominator, left.Denominator * right.Numerator);
    }

    private static bool AreSmall(Exact left, Exact right) => left.large is null && right.large is null;

    private static bool IsSmall(BigInteger value) => BigInteger.Abs(value) <= long.MaxValue;

    // Long integers are divided ten times as fast.
    private static UInt128 Common(UInt128 a, UInt128 b)
    {
        while (b > ulong.MaxValue)
            (a, b) = (b, a % b);
        if (b == UInt128.Zero)
            return a;
        ulong less = (ulong)b, rest = (ulong)(a % b);
        while (rest != 0)
            (less, rest) = (rest, less % rest);
        return less;
    }

    private sealed record Large(BigInteger Numerator, BigInteger Denominator);
}
