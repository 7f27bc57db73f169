using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace FundingReports;

/// <summary>Money divided by cost, in millionths, rounded half away from zero. 1 is a cost paid in full.</summary>
/// <remarks>Whether a day is fully funded is decided on exact values, never on this one.</remarks>
/// <param name="Millionths">Millionths of the cost.</param>
public readonly partial record struct CoverageRate(long Millionths)
    : IComparable<CoverageRate>, ISpanFormattable, ISpanParsable<CoverageRate>
{
    /// <inheritdoc/>
    public int CompareTo(CoverageRate other) => Millionths.CompareTo(other.Millionths);

    /// <summary>Whether the left one is smaller.</summary>
    public static bool operator <(CoverageRate left, CoverageRate right) => left.Millionths < right.Millionths;

    /// <summary>Whether the left one is larger.</summary>
    public static bool operator >(CoverageRate left, CoverageRate right) => left.Millionths > right.Millionths;

    /// <summary>Whether the left one is smaller or equal.</summary>
    public static bool operator <=(CoverageRate left, CoverageRate right) => left.Millionths <= right.Millionths;

    /// <summary>Whether the left one is larger or equal.</summary>
    public static bool operator >=(CoverageRate left, CoverageRate right) => left.Millionths >= right.Millionths;

    /// <summary>Reads "0.563889", "1": digits, with at most one point between them and six decimals, whatever the culture.</summary>
    /// <param name="text">The text.</param>
    /// <param name="provider">Not looked at: the form is one and the same everywhere.</param>
    /// <exception cref="FormatException">The text is none of these.</exception>
    public static CoverageRate Parse(string text, IFormatProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(text.AsSpan(), provider);
    }

    /// <inheritdoc cref="Parse(string, IFormatProvider)"/>
    public static CoverageRate Parse(ReadOnlySpan<char> text, IFormatProvider? provider = null) =>
        TryParse(text, provider, out CoverageRate value) ? value : throw ValueText.Refused(text, "a rate of coverage", "0.563889");

    /// <summary>Reads "0.563889", "1": digits, with at most one point between them and six decimals, whatever the culture.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The value; zero where the text is none.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out CoverageRate value) => TryParse(text.AsSpan(), null, out value);

    /// <inheritdoc cref="TryParse(string, out CoverageRate)"/>
    /// <param name="text">The text.</param>
    /// <param name="provider">Not looked at.</param>
    /// <param name="value">The value; zero where the text is none.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out CoverageRate value) =>
        TryParse(text.AsSpan(), provider, out value);

    /// <inheritdoc cref="TryParse(string, IFormatProvider, out CoverageRate)"/>
    public static bool TryParse(ReadOnlySpan<char> text, IFormatProvider? provider, out CoverageRate value)
    {
        value = default;
        if (!ExactNumber.TryParse(text, provider, out ExactNumber number) || !number.TryScale(6, out long millionths))
            return false;
        value = new(millionths);
        return true;
    }

    /// <summary>The rate as a decimal, 0.563889.</summary>
    public decimal ToDecimal() => Millionths / 1_000_000m;

    /// <summary>
    /// The rate as the formats write it: a point and six decimals, whatever the culture. <see cref="Parse(string, IFormatProvider)"/>
    /// reads it back.
    /// </summary>
    public override string ToString() => ToDecimal().ToString("0.000000", CultureInfo.InvariantCulture);

    /// <summary>The value as the formats write it, or in a numeric format of .NET.</summary>
    /// <param name="format">
    /// "G", or none: as <see cref="ToString()"/> has it, whatever the culture. Any other ("N2", "P0", "0.0"): the decimal in that format.
    /// </param>
    /// <param name="formatProvider">The culture of a numeric format; the invariant one where null.</param>
    /// <exception cref="FormatException">There is no such format.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) =>
        ValueText.IsGeneral(format) ? ToString() : ToDecimal().ToString(format, formatProvider ?? CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        ValueText.IsGeneral(format)
        ? ToDecimal().TryFormat(destination, out charsWritten, "0.000000", CultureInfo.InvariantCulture)
        : ToDecimal().TryFormat(destination, out charsWritten, format, provider ?? CultureInfo.InvariantCulture);
}
