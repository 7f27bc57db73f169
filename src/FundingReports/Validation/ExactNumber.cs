using System.Globalization;
using System.Numerics;
using FundingReports.Validation;

namespace FundingReports;

/// <summary>Reads numbers exactly, as digits and a power of ten, and never through a binary fraction.</summary>
internal readonly record struct ExactNumber
{
    // Longer than any figure that means something; keeps the arithmetic small.
    private const int LongestText = 100;
    private const int LargestExponent = 400;

    private ExactNumber(BigInteger digits, int decimals) => (Digits, Decimals) = (digits, decimals);

    /// <summary>The digits, with the sign.</summary>
    private BigInteger Digits { get; }

    /// <summary>How many of them stand after the point, zeros at the end left out; 0 or more.</summary>
    private int Decimals { get; }

    /// <summary>Reads "26000.00"; with an exponent only where JSON allows one.</summary>
    internal static bool TryRead(string text, bool exponentAllowed, out ExactNumber number)
    {
        number = default;
        if (text.Length is 0 or > LongestText)
            return false;
        int exponent = 0;
        ReadOnlySpan<char> mantissa = text;
        if (exponentAllowed && mantissa.IndexOfAny('e', 'E') is var e and >= 0)
        {
            if (!int.TryParse(mantissa[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent) || Math.Abs(exponent) > LargestExponent)
                return false;
            mantissa = mantissa[..e];
        }
        bool negative = mantissa is ['-', ..];
        if (negative)
            mantissa = mantissa[1..];
        int point = mantissa.IndexOf('.');
        ReadOnlySpan<char> whole = point < 0 ? mantissa : mantissa[..point], fraction = point < 0 ? [] : mantissa[(point + 1)..];
        if (whole.IsEmpty || point >= 0 && fraction.IsEmpty || whole.ContainsAnyExceptInRange('0', '9') || fraction.ContainsAnyExceptInRange('0', '9'))
            return false;
        BigInteger digits = BigInteger.Parse(string.Concat(whole, fraction), NumberStyles.None, CultureInfo.InvariantCulture);
        int decimals = fraction.Length - exponent;
        if (decimals < 0)
            (digits, decimals) = (digits * BigInteger.Pow(10, -decimals), 0);
        while (decimals > 0 && (digits % 10).IsZero)
            (digits, decimals) = (digits / 10, decimals - 1);
        number = new(negative ? -digits : digits, decimals);
        return true;
    }

    /// <summary>The number as money, or why it cannot be.</summary>
    internal ProblemCode? AsMoney(out Euros money)
    {
        money = default;
        if (Digits.Sign < 0)
            return ProblemCode.NegativeMoney;
        if (Decimals > 2)
            return ProblemCode.MoneyDecimals;
        BigInteger cents = Digits * BigInteger.Pow(10, 2 - Decimals);
        if (cents >= Euros.Limit)
            return ProblemCode.MoneyTooLarge;
        money = Euros.FromCents((long)cents);
        return null;
    }

    /// <summary>The number as a working time or a weight, or why it cannot be.</summary>
    internal ProblemCode? AsNumber(out decimal value)
    {
        value = default;
        if (Digits.Sign <= 0 || Digits >= 1_000_000 * BigInteger.Pow(10, Decimals))
            return ProblemCode.NumberOutOfRange;
        if (Decimals > 6)
            return ProblemCode.NumberDecimals;
        value = (decimal)Digits / (decimal)BigInteger.Pow(10, Decimals);
        return null;
    }

    /// <summary>The quotient of two numbers as a share, or why it cannot be.</summary>
    internal static ProblemCode? AsShare(ExactNumber dividend, ExactNumber divisor, out Share share)
    {
        share = Share.Whole;
        if (divisor.Digits.IsZero)
            return ProblemCode.InvalidShare;
        BigInteger numerator = dividend.Digits * BigInteger.Pow(10, divisor.Decimals);
        BigInteger denominator = divisor.Digits * BigInteger.Pow(10, dividend.Decimals);
        if (denominator.Sign < 0)
            (numerator, denominator) = (-numerator, -denominator);
        if (numerator.Sign <= 0 || numerator > denominator)
            return ProblemCode.ShareOutOfRange;
        BigInteger common = BigInteger.GreatestCommonDivisor(numerator, denominator);
        if (denominator / common > Share.MaxTerm)
            return ProblemCode.ShareTooPrecise;
        share = Share.Of((long)(numerator / common), (long)(denominator / common));
        return null;
    }

    internal static ExactNumber Of(int number) => new(number, 0);

    /// <summary>A number with a point and no zeros at the end, whatever the culture: "0.5".</summary>
    internal static string Write(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}
