using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace FundingReports;

/// <summary>A number exactly as it was written: digits and a power of ten, never a binary fraction.</summary>
/// <remarks>For those who read amounts, shares or working times from files of their own: it says why a number is none of these.</remarks>
public readonly partial record struct ExactNumber : IComparable<ExactNumber>, ISpanFormattable, ISpanParsable<ExactNumber>
{
    // Longer than any figure that means something; keeps the arithmetic small.
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
    public static bool TryParse([NotNullWhen(true)] string? text, out ExactNumber number) => TryRead(text, false, out number);

    /// <inheritdoc cref="TryParse(string, out ExactNumber)"/>
    /// <param name="text">The text.</param>
    /// <param name="provider">Not looked at.</param>
    /// <param name="number">The number; 0 where the text is none.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out ExactNumber number) =>
        TryRead(text, false, out number);

    /// <inheritdoc cref="TryParse(string, IFormatProvider, out ExactNumber)"/>
    public static bool TryParse(ReadOnlySpan<char> text, IFormatProvider? provider, out ExactNumber number) =>
        TryRead(text, false, out number);

    /// <summary>Reads "26000.00", "-1", "0.5", as <see cref="TryParse(string, out ExactNumber)"/> does.</summary>
    /// <param name="text">The text.</param>
    /// <param name="provider">Not looked at.</param>
    /// <exception cref="FormatException">The text is none of these.</exception>
    public static ExactNumber Parse(string text, IFormatProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(text.AsSpan(), provider);
    }

    /// <inheritdoc cref="Parse(string, IFormatProvider)"/>
    public static ExactNumber Parse(ReadOnlySpan<char> text, IFormatProvider? provider = null) =>
        TryRead(text, false, out ExactNumber number) ? number : throw ValueText.Refused(text, "a number", "26000.00 or 0.5");

    /// <summary>A decimal number, with all its digits.</summary>
    public static ExactNumber Of(decimal value)
    {
        TryRead(Write(value), false, out ExactNumber number);
        return number;
    }

    /// <summary>The number, so many times: of "28 k€", the euros.</summary>
    public ExactNumber Times(long factor)
    {
        BigInteger digits = Digits * factor;
        int decimals = Decimals;
        while (decimals > 0 && (digits % 10).IsZero)
            (digits, decimals) = (digits / 10, decimals - 1);
        return new(digits, decimals);
    }

    /// <summary>Reads "26000.00"; with an exponent only where JSON allows one.</summary>
    internal static bool TryRead(ReadOnlySpan<char> text, bool exponentAllowed, out ExactNumber number)
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

    internal static ExactNumber Of(int number) => new(number, 0);

    /// <summary>The number times a power of ten, where that is whole and fits in 63 bits: 12.5 is 1250 cents.</summary>
    internal bool TryScale(int decimals, out long scaled)
    {
        scaled = 0;
        if (Decimals > decimals)
            return false;
        BigInteger whole = Digits * BigInteger.Pow(10, decimals - Decimals);
        if (whole < long.MinValue || whole > long.MaxValue)
            return false;
        scaled = (long)whole;
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(ExactNumber other) =>
        (Digits * BigInteger.Pow(10, other.Decimals)).CompareTo(other.Digits * BigInteger.Pow(10, Decimals));

    /// <summary>
    /// The number with a point and no zeros at the end, whatever the culture: "-0.5". <see cref="Parse(string, IFormatProvider)"/> reads
    /// it back.
    /// </summary>
    public override string ToString()
    {
        string digits = BigInteger.Abs(Digits).ToString(CultureInfo.InvariantCulture).PadLeft(Decimals + 1, '0');
        string point = Decimals == 0 ? digits : $"{digits[..^Decimals]}.{digits[^Decimals..]}";
        return Digits.Sign < 0 ? $"-{point}" : point;
    }

    /// <inheritdoc cref="ToString()"/>
    /// <param name="format">"G", or none; there is no other.</param>
    /// <param name="formatProvider">Not looked at.</param>
    /// <exception cref="FormatException">The format is another.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) => ValueText.General(format, ToString());

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        ValueText.TryCopy(ValueText.General(format, ToString()), destination, out charsWritten);

    /// <summary>A number with a point and no zeros at the end, whatever the culture: "0.5".</summary>
    public static string Write(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}
