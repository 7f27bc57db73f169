using System.Numerics;

namespace FundingReports;

/// <summary>An amount of money in whole euro cents. Exact: there is no rounding inside this type.</summary>
/// <remarks>Money read from people is below <see cref="Limit"/> and never negative; computed amounts may exceed it.</remarks>
public readonly partial record struct Euros
    : IComparisonOperators<Euros, Euros, bool>, IComparable<Euros>, IAdditiveIdentity<Euros, Euros>,
    IAdditionOperators<Euros, Euros, Euros>, ISubtractionOperators<Euros, Euros, Euros>, IUnaryNegationOperators<Euros, Euros>,
    IMultiplyOperators<Euros, long, Euros>, IDivisionOperators<Euros, Euros, Ratio>
{
    /// <summary>One billion euros, in cents: a single figure as large as this is taken for a typing error.</summary>
    public const long Limit = 100_000_000_000;

    private Euros(long cents) => Cents = cents;

    /// <summary>The amount, in cents.</summary>
    public long Cents { get; }

    /// <summary>No money at all. An amount that is unknown is never zero: see <see cref="Knowable{T}"/>.</summary>
    public static Euros Zero => default;

    static Euros IAdditiveIdentity<Euros, Euros>.AdditiveIdentity => default;

    /// <summary>An amount from its cents.</summary>
    public static Euros FromCents(long cents) => new(cents);

    /// <summary>Makes an amount from whole euros.</summary>
    /// <exception cref="OverflowException">The amount does not fit in 63 bits of cents.</exception>
    public static Euros Of(long euros) => Of((decimal)euros);

    /// <summary>Makes an amount from a decimal number of euros.</summary>
    /// <exception cref="ArgumentException">The number has more than two decimals.</exception>
    /// <exception cref="OverflowException">The amount does not fit in 63 bits of cents.</exception>
    public static Euros Of(decimal euros)
    {
        if (euros is > long.MaxValue / 100m or < long.MinValue / 100m)
            throw new OverflowException(
                $"{ExactNumber.Write(euros)} euros are too many: an amount is within 92233720368547758.07 euros of zero. Check the number.");
        decimal cents = euros * 100m;
        return decimal.Truncate(cents) == cents
            ? new((long)cents)
            : throw new ArgumentException(
                $"{ExactNumber.Write(euros)} euros have more than two decimals. Round them to the cent: {Nearest(euros)}.", nameof(euros));
    }

    private static string Nearest(decimal euros) => ExactNumber.Write(decimal.Round(euros, 2, MidpointRounding.AwayFromZero));

    /// <summary>Splits this amount by largest remainder, so that the parts add up to it to the cent.</summary>
    /// <param name="weights">
    /// One weight per part, none negative, at least one above zero. Between equal remainders the first part gets the cent.
    /// </param>
    /// <returns>One amount per weight: its exact part rounded down, or one cent more.</returns>
    /// <exception cref="ArgumentException">A weight is negative, or all are zero.</exception>
    /// <example> One hundred euros for a full-time post and two half-time posts, then for three equal ones:
    /// <code>
    /// Euros[] parts = Euros.Of(100).Allocate([2, 1, 1]);     // 50.00, 25.00, 25.00
    /// Euros[] thirds = Euros.Of(100).Allocate([1, 1, 1]);    // 33.34, 33.33, 33.33
    /// </code>
    /// </example>
    public Euros[] Allocate(ReadOnlySpan<long> weights)
    {
        Int128 sum = 0;
        foreach (long weight in weights)
            sum += weight >= 0 ? weight : throw new ArgumentException(
                $"The weight {weight} is negative. Give weights of zero or more.", nameof(weights));
        if (sum == 0)
            throw new ArgumentException("No weight is above zero. Give at least one that is.", nameof(weights));

        var parts = new long[weights.Length];
        var remainders = new Int128[weights.Length];
        long magnitude = Math.Abs(Cents), left = magnitude;
        for (int i = 0; i < weights.Length; i++)
        {
            (Int128 whole, remainders[i]) = Int128.DivRem((Int128)magnitude * weights[i], sum);
            parts[i] = (long)whole;
            left -= (long)whole;
        }
        LargestRemainder.Give(remainders, left, parts);
        int sign = Math.Sign(Cents);
        return Array.ConvertAll(parts, cents => new Euros(sign * cents));
    }

    /// <summary>
    /// Multiplies this amount, which is not negative, by a factor, and rounds the product to the cent, half away from zero.
    /// </summary>
    /// <exception cref="OverflowException">The result does not fit in 63 bits of cents.</exception>
    public Euros Times(Factor factor)
    {
        if (Cents < 0)
            throw new ArgumentOutOfRangeException(
                nameof(factor), this, "Only an amount of zero or more is multiplied: take the opposite.");
        Int128 product = (Int128)Cents * factor.Numerator * 2;
        return new(checked((long)((product + factor.Denominator) / (2 * (Int128)factor.Denominator))));
    }

    /// <inheritdoc/>
    public int CompareTo(Euros other) => Cents.CompareTo(other.Cents);

    /// <summary>The sum, checked for overflow.</summary>
    public static Euros operator +(Euros left, Euros right) => new(checked(left.Cents + right.Cents));

    /// <summary>The difference, checked for overflow.</summary>
    public static Euros operator -(Euros left, Euros right) => new(checked(left.Cents - right.Cents));

    /// <summary>The opposite amount.</summary>
    public static Euros operator -(Euros amount) => new(checked(-amount.Cents));

    /// <summary>The amount so many times: one sum for each of four posts.</summary>
    /// <exception cref="OverflowException">The result does not fit in 63 bits of cents.</exception>
    public static Euros operator *(Euros amount, long times) => new(checked(amount.Cents * times));

    /// <summary>What part of the right amount the left one is, exactly.</summary>
    /// <exception cref="DivideByZeroException">The right amount is zero.</exception>
    public static Ratio operator /(Euros left, Euros right) => right.Cents == 0
        ? throw new DivideByZeroException("There is no part of nothing.")
        : right.Cents < 0 ? new(-(BigInteger)left.Cents, -(BigInteger)right.Cents) : new(left.Cents, right.Cents);

    /// <summary>Whether the left amount is smaller.</summary>
    public static bool operator <(Euros left, Euros right) => left.Cents < right.Cents;

    /// <summary>Whether the left amount is larger.</summary>
    public static bool operator >(Euros left, Euros right) => left.Cents > right.Cents;

    /// <summary>Whether the left amount is smaller or equal.</summary>
    public static bool operator <=(Euros left, Euros right) => left.Cents <= right.Cents;

    /// <summary>Whether the left amount is larger or equal.</summary>
    public static bool operator >=(Euros left, Euros right) => left.Cents >= right.Cents;
}
