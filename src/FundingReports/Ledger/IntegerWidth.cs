using System.Numerics;

namespace FundingReports.Ledger;

/// <summary>How wide the integers of a post's calculation must be.</summary>
/// <param name="Scale">The least denominator, in parts of a cent a year, over which every rate of the post is whole.</param>
/// <param name="Bits">Bits that the largest product of the calculation may take.</param>
internal readonly record struct IntegerWidth(BigInteger Scale, long Bits)
{
    internal static IntegerWidth Of(PostCase subject)
    {
        BigInteger scale = SmallScale(subject) is { } small ? small : LargeScale(subject);
        return new(scale, BitsOf(subject, (long)scale.GetBitLength()));
    }

    /// <summary>The scale where it fits in a long, as it does for all but contrived shares; null otherwise.</summary>
    private static long? SmallScale(PostCase subject)
    {
        long rates = 1, remainders = 1, balances = 1;
        foreach (var timeline in subject.Timelines)
            foreach (ref readonly var period in timeline.Periods.AsSpan())
            {
                if (period.Rate.Denominator == 1)
                    continue;
                if (period.Rate.Denominator > int.MaxValue || Math.Max(rates, Math.Max(remainders, balances)) > int.MaxValue)
                    return null;
                long denominator = (long)period.Rate.Denominator;
                if (period.Rule is PaymentRule.Sum or PaymentRule.ShareOfCost)
                    rates = Lcm(rates, denominator);
                else if (period.Rule == PaymentRule.ShareOfRemainder)
                    remainders = Lcm(remainders, denominator);
                else if (period.Rule == PaymentRule.Balance)
                    balances = Lcm(balances, denominator);
            }
        // One of them may be above 2^31, when the last period made it so: their product is far below 2^127.
        Int128 scale = (Int128)rates * remainders * balances;
        return scale <= long.MaxValue ? (long)scale : null;
    }

    private static BigInteger LargeScale(PostCase subject)
    {
        BigInteger rates = BigInteger.One, remainders = BigInteger.One, balances = BigInteger.One;
        foreach (var timeline in subject.Timelines)
            foreach (ref readonly var period in timeline.Periods.AsSpan())
            {
                BigInteger denominator = (BigInteger)period.Rate.Denominator;
                if (period.Rule is PaymentRule.Sum or PaymentRule.ShareOfCost)
                    rates = Lcm(rates, denominator);
                else if (period.Rule == PaymentRule.ShareOfRemainder)
                    remainders = Lcm(remainders, denominator);
                else if (period.Rule == PaymentRule.Balance)
                    balances = Lcm(balances, denominator);
            }
        return rates * remainders * balances;
    }

    private static long BitsOf(PostCase subject, long scaleBits)
    {
        Int128 money = 1;
        DayNumber first = DayNumber.FirstOf(subject.FirstYear), last = DayNumber.FirstOf(subject.LastYear + 1);
        long terms = 1;
        foreach (var (_, cents) in subject.Costs)
            money = Int128.Max(money, cents ?? 1);
        Int128 largestCost = money;
        foreach (var timeline in subject.Timelines)
            foreach (ref readonly var period in timeline.Periods.AsSpan())
            {
                first = DayNumber.Min(first, period.Days.From);
                if (period.Days.To != DayNumber.Never)
                    last = DayNumber.Max(last, period.Days.To);
                money += period.Rule == PaymentRule.Sum ? period.Rate.Ceiling : largestCost * period.Rate.Ceiling;
                if (period.Cap is { } cap)
                    money = Int128.Max(money, cap);
                terms = Math.Max(terms, BitsOf(period.Rate.Numerator));
            }
        long weight = last.Thirtieths - first.Thirtieths;
        // The widest product is money × scale × the days of all years, or × a numerator before the division; one bit more allows for
        // doubling.
        return BitsOf(money) + scaleBits + Math.Max(BitsOf(Math.Max(weight, 360)), terms) + 3;
    }

    private static long BitsOf(Int128 value) => 128 - (long)Int128.LeadingZeroCount(value);

    private static long Lcm(long left, long right)
    {
        long a = left, b = right;
        while (b != 0)
            (a, b) = (b, a % b);
        return left / a * right;
    }

    private static BigInteger Lcm(BigInteger left, BigInteger right) =>
        left / BigInteger.GreatestCommonDivisor(left, right) * right;
}
