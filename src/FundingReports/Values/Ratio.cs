using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace FundingReports;

/// <summary>An exact fraction of any size, for rates that no number of decimals holds. The default is nothing: 0/1.</summary>
/// <remarks>Two fractions of one value are equal, whatever their terms: 2/4 is 1/2.</remarks>
public readonly partial record struct Ratio : IComparable<Ratio>, ISpanFormattable, ISpanParsable<Ratio>
{
    private readonly BigInteger denominator;

    /// <summary>A fraction; its terms stay as they are given.</summary>
    /// <param name="numerator">The numerator; below zero where the fraction is.</param>
    /// <param name="denominator">The denominator, above zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">The denominator is not above zero.</exception>
    public Ratio(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.Sign <= 0)
            throw new ArgumentOutOfRangeException(
                nameof(denominator), denominator, "A denominator is above zero. Give the sign to the numerator.");
        (Numerator, this.denominator) = (numerator, denominator);
    }

    /// <summary>The numerator; below zero where the fraction is.</summary>
    public BigInteger Numerator { get; }

    /// <summary>The denominator, above zero.</summary>
    public BigInteger Denominator => denominator.IsZero ? BigInteger.One : denominator;

    /// <summary>Nothing.</summary>
    public static Ratio Zero { get; } = new(0, 1);

    /// <summary>The whole: 1/1.</summary>
    public static Ratio One { get; } = new(1, 1);

    /// <summary>A share as a fraction, to compare or add up with others.</summary>
    public static Ratio Of(Share share)
    {
        ArgumentNullException.ThrowIfNull(share);
        return new(share.Numerator, share.Denominator);
    }

    internal static Ratio Cents(long cents) => new(cents, 1);

    /// <summary>The order of the values, whatever their terms.</summary>
    public int CompareTo(Ratio other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <summary>Whether both have one value, whatever their terms.</summary>
    public bool Equals(Ratio other) => CompareTo(other) == 0;

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        Ratio reduced = Reduced;
        return HashCode.Combine(reduced.Numerator, reduced.Denominator);
    }

    internal bool Is(int numerator, int denominator) => CompareTo(new(numerator, denominator)) == 0;

    internal Ratio Over(long divisor) => new(Numerator, Denominator * divisor);

    /// <summary>The same value in its least terms. A sum of many fractions grows without end unless it is reduced.</summary>
    public Ratio Reduced => BigInteger.GreatestCommonDivisor(Numerator, Denominator) is { IsOne: false } common
        ? new(Numerator / common, Denominator / common) : this;

    internal static Ratio Sum(IEnumerable<Ratio> ratios) => ratios.Aggregate(Zero, (sum, ratio) => (sum + ratio).Reduced);

    internal static Ratio Min(Ratio left, Ratio right) => left <= right ? left : right;

    internal static Ratio Max(Ratio left, Ratio right) => left >= right ? left : right;

    /// <summary>The sum.</summary>
    public static Ratio operator +(Ratio left, Ratio right) =>
        new(left.Numerator * right.Denominator + right.Numerator * left.Denominator, left.Denominator * right.Denominator);

    /// <summary>The difference.</summary>
    public static Ratio operator -(Ratio left, Ratio right) =>
        new(left.Numerator * right.Denominator - right.Numerator * left.Denominator, left.Denominator * right.Denominator);

    /// <summary>The product.</summary>
    public static Ratio operator *(Ratio left, Ratio right) => new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    /// <summary>Whether the first is less.</summary>
    public static bool operator <(Ratio left, Ratio right) => left.CompareTo(right) < 0;

    /// <summary>Whether the first is more.</summary>
    public static bool operator >(Ratio left, Ratio right) => left.CompareTo(right) > 0;

    /// <summary>Whether the first is not more.</summary>
    public static bool operator <=(Ratio left, Ratio right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the first is not less.</summary>
    public static bool operator >=(Ratio left, Ratio right) => left.CompareTo(right) >= 0;

    /// <summary>The fraction as money, where it counts cents: rounded half away from zero.</summary>
    internal Euros ToEuros() => Euros.FromCents((long)((2 * Numerator + Denominator) / (2 * Denominator)));

    /// <summary>Reads "3/4", "-1/3" or "2": whole numbers, whatever the culture.</summary>
    /// <param name="text">The text.</param>
    /// <param name="provider">Not looked at: the form is one and the same everywhere.</param>
    /// <exception cref="FormatException">The text is none of these.</exception>
    public static Ratio Parse(string text, IFormatProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(text.AsSpan(), provider);
    }

    /// <inheritdoc cref="Parse(string, IFormatProvider)"/>
    public static Ratio Parse(ReadOnlySpan<char> text, IFormatProvider? provider = null) =>
        TryParse(text, provider, out Ratio value) ? value : throw ValueText.Refused(text, "a fraction", "3/4, -1/3 or 2");

    /// <summary>Reads "3/4", "-1/3" or "2": whole numbers, whatever the culture.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The value; nothing where the text is none.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out Ratio value) => TryParse(text.AsSpan(), null, out value);

    /// <inheritdoc cref="TryParse(string, out Ratio)"/>
    /// <param name="text">The text.</param>
    /// <param name="provider">Not looked at.</param>
    /// <param name="value">The value; nothing where the text is none.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out Ratio value) =>
        TryParse(text.AsSpan(), provider, out value);

    /// <inheritdoc cref="TryParse(string, IFormatProvider, out Ratio)"/>
    public static bool TryParse(ReadOnlySpan<char> text, IFormatProvider? provider, out Ratio value)
    {
        value = default;
        int slash = text.IndexOf('/');
        BigInteger denominator = BigInteger.One;
        if (!BigInteger.TryParse(
            slash < 0 ? text : text[..slash], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out BigInteger numerator)
            || slash >= 0 && !BigInteger.TryParse(text[(slash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out denominator)
                || denominator.IsZero)
            return false;
        value = new(numerator, denominator);
        return true;
    }

    /// <summary>
    /// The fraction in its least terms, "3/4", "-1/3", "2/1", whatever the culture. <see cref="Parse(string, IFormatProvider)"/> reads it
    /// back.
    /// </summary>
    public override string ToString()
    {
        Ratio reduced = Reduced;
        return string.Create(CultureInfo.InvariantCulture, $"{reduced.Numerator}/{reduced.Denominator}");
    }

    /// <inheritdoc cref="ToString()"/>
    /// <param name="format">"G", or none; there is no other.</param>
    /// <param name="formatProvider">Not looked at.</param>
    /// <exception cref="FormatException">The format is another.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) => ValueText.General(format, ToString());

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        ValueText.TryCopy(ValueText.General(format, ToString()), destination, out charsWritten);
}
