using System.Globalization;
using System.Numerics;

namespace FundingReports.Json;

/// <summary>Reads a factor exactly: "0.7", "7/10", "70 %", and for a rate of change "-0.02".</summary>
internal static class FactorText
{
    internal static bool TryRead(string text, int added, out Factor factor)
    {
        factor = Factor.One;
        string trimmed = text.Trim();
        BigInteger divisor = BigInteger.One;
        if (trimmed.EndsWith('%'))
            (trimmed, divisor) = (trimmed[..^1].TrimEnd(), 100);
        string[] terms = trimmed.Split('/');
        if (terms.Length > 2 || !TryNumber(terms[0], out BigInteger numerator, out BigInteger denominator))
            return false;
        if (terms.Length == 2)
        {
            if (!TryNumber(terms[1], out BigInteger by, out BigInteger byDenominator) || by.Sign <= 0)
                return false;
            (numerator, denominator) = (numerator * byDenominator, denominator * by);
        }
        denominator *= divisor;
        numerator += added * denominator;
        BigInteger gcd = BigInteger.GreatestCommonDivisor(numerator, denominator);
        if (numerator.Sign < 0 || BigInteger.Max(numerator, denominator) / gcd > Share.MaxTerm)
            return false;
        factor = new((long)(numerator / gcd), (long)(denominator / gcd));
        return true;
    }

    private static bool TryNumber(string text, out BigInteger numerator, out BigInteger denominator)
    {
        (numerator, denominator) = (0, 1);
        if (text.Length > 40
            || !decimal.TryParse(text.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
                CultureInfo.InvariantCulture, out decimal value))
            return false;
        denominator = BigInteger.Pow(10, value.Scale);
        numerator = (BigInteger)(value * (decimal)denominator);
        return true;
    }
}
