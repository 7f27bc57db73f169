using System.Globalization;
using System.Numerics;
using FundingReports.Validation;

namespace FundingReports;

/// <summary>A number exactly as it was written: digits and a power of ten, never a binary fraction.</summary>
/// <remarks>For those who read amounts, shares or working times from files of their own: it says why a number is none of these.</remarks>
public readonly record struct ExactNumber
{
    // Longer numbers mean nothing; the limit keeps the arithmetic small.
    private const int LongestText = 100;
    private const int LargestExponent = 400;

    private ExactNumber(BigInteger digits, int decimals) => (Digits, Decimals) = (digits, decimals);

    /// <summary>The digits, with the sign.</summary>
    private BigInteger Digits { get; }

    /// <summary>How many of them stand after the point, zeros at the end left out; 0 or more.</summary>
    private int Decimals { get; }

    /// <summary>
    /// Reads "26000.00", "-1", "0.5": digits, with at most one point between them, whatever the culture. At most 100 characters, without
    /// spaces or exponent.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="number">The number; 0 where the text is none.</param>
    public static bool TryParse(string text, out ExactNumber number) => TryRead(text, false, out number);

    /// <summary>A decimal number, with all its digits.</summary>
    public static ExactNumber Of(decimal value)
    {
        TryRead(Write(value), false, out ExactNumber number);
        return number;
    }

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
            if (!int.TryParse(mantissa[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent)
                || Math.Abs(exponent) > LargestExponent)
                return false;
            mantissa = mantissa[..e];
        }
        bool negative = mantissa is ['-', ..];
        if (negative)
            mantissa = mantissa[1..];
        int point = mantissa.IndexOf('.');
        ReadOnlySpan<char> whole = point < 0 ? mantissa : mantissa[..point], fraction = point < 0 ? [] : mantissa[(point + 1)..];
        if (whole.IsEmpty || point >= 0 && fraction.IsEmpty || whole.ContainsAnyExceptInRange('0', '9')
            || fraction.ContainsAnyExceptInRange('0', '9'))
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

    /// <summary>Reads the number as euros, or tells why it cannot be.</summary>
    /// <param name="money">The sum, from 0 on and below <see cref="Euros.Limit"/>; zero where there is none.</param>
    /// <returns>Null where the number is a sum; otherwise the problem: negative, too large, or with more than two decimals.</returns>
    public ProblemCode? AsMoney(out Euros money)
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

    /// <summary>The number as a working time (1 for a full-time post) or a weight, or why it cannot be.</summary>
    /// <param name="value">The number, above 0 and below a million; 0 where there is none.</param>
    /// <returns>Null where it is one; else out of range, or with more than six decimals.</returns>
    public ProblemCode? AsNumber(out decimal value)
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
    /// <param name="dividend">What is divided: 50 of 50 %.</param>
    /// <param name="divisor">By what: 100 of 50 %, 1 of 0.5.</param>
    /// <param name="share">The share; the whole where there is none.</param>
    /// <returns>
    /// Null where it is a share; else no number (a divisor of zero), out of range, or with terms above <see cref="Share.MaxTerm"/>.
    /// </returns>
    public static ProblemCode? AsShare(ExactNumber dividend, ExactNumber divisor, out Share share)
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
    public static string Write(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}
