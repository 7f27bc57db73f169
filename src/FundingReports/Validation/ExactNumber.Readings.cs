using System.Numerics;
using System.Text.Json.Serialization;
using FundingReports.Validation;

namespace FundingReports;

// What a number is: money, a working time, a share; or the problem that says why it is none.
[JsonConverter(typeof(NoJson<ExactNumber>))]
public readonly partial record struct ExactNumber
{
    /// <summary>The number as euros, or why it cannot be.</summary>
    /// <param name="money">The sum, from 0 on and below <see cref="Euros.Limit"/>; zero where there is none.</param>
    /// <returns>Null where it is a sum; else negative, too large, or with more than two decimals.</returns>
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

    /// <summary>The quotient of two numbers as a factor, after a whole number has been added to it.</summary>
    /// <param name="dividend">What is divided.</param>
    /// <param name="divisor">By what; above zero.</param>
    /// <param name="added">1 for a rate of change: -0.02 is the factor 0.98. Else 0.</param>
    /// <param name="factor">The factor; zero where there is none.</param>
    /// <returns>Whether it is zero or more, with terms not above <see cref="Share.MaxTerm"/>.</returns>
    internal static bool TryFactor(ExactNumber dividend, ExactNumber divisor, int added, out Factor factor)
    {
        factor = default;
        if (divisor.Digits.Sign <= 0)
            return false;
        BigInteger denominator = divisor.Digits * BigInteger.Pow(10, dividend.Decimals);
        BigInteger numerator = dividend.Digits * BigInteger.Pow(10, divisor.Decimals) + added * denominator;
        BigInteger common = BigInteger.GreatestCommonDivisor(numerator, denominator);
        if (numerator.Sign < 0 || BigInteger.Max(numerator, denominator) / common > Share.MaxTerm)
            return false;
        factor = new((long)(numerator / common), (long)(denominator / common));
        return true;
    }
}
