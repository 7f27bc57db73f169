namespace FundingReports.Portfolios;

/// <summary>What a renewal promises.</summary>
/// <param name="Amount">The amount.</param>
/// <param name="Left">The factor that still multiplies the amount, because no share holds the product; null where none is left.</param>
internal readonly record struct RenewedAmount(Amount Amount, Factor? Left = null)
{
    /// <summary>A share times a factor, at most the whole.</summary>
    internal static RenewedAmount Of(Share share, Factor factor, Func<Share, Amount> amountOf) =>
        Times(share, factor) is { } product ? new(amountOf(product)) : new(amountOf(share), factor);

    /// <summary>The product; null where no share holds it: zero, or a fraction of too many digits.</summary>
    private static Share? Times(Share share, Factor factor)
    {
        // Each product is below 2^60.
        long numerator = share.Numerator * factor.Numerator, denominator = share.Denominator * factor.Denominator;
        if (numerator >= denominator)
            return Share.Whole;
        long gcd = (long)System.Numerics.BigInteger.GreatestCommonDivisor(numerator, denominator);
        return numerator == 0 || denominator / gcd > Share.MaxTerm ? null : Share.Of(numerator, denominator);
    }
}
