using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using FundingReports.Json;

namespace FundingReports;

// A factor as text, read as scenario@1 reads it.
public readonly partial record struct Factor : ISpanFormattable, ISpanParsable<Factor>
{
    /// <summary>Reads "7/10", "0.7", "70 %", whatever the culture: zero or more.</summary>
    /// <param name="text">The text.</param>
    /// <param name="provider">Not looked at: the form is one and the same everywhere.</param>
    /// <exception cref="FormatException">The text is none of these.</exception>
    public static Factor Parse(string text, IFormatProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(text.AsSpan(), provider);
    }

    /// <inheritdoc cref="Parse(string, IFormatProvider)"/>
    public static Factor Parse(ReadOnlySpan<char> text, IFormatProvider? provider = null) =>
        TryParse(text, provider, out Factor value) ? value : throw ValueText.Refused(text, "a factor", "7/10, 0.7 or 70 %");

    /// <summary>Reads "7/10", "0.7", "70 %", whatever the culture: zero or more.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The value; zero where the text is none.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out Factor value) => TryParse(text.AsSpan(), null, out value);

    /// <inheritdoc cref="TryParse(string, out Factor)"/>
    /// <param name="text">The text.</param>
    /// <param name="provider">Not looked at.</param>
    /// <param name="value">The value; zero where the text is none.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out Factor value) =>
        TryParse(text.AsSpan(), provider, out value);

    /// <inheritdoc cref="TryParse(string, IFormatProvider, out Factor)"/>
    public static bool TryParse(ReadOnlySpan<char> text, IFormatProvider? provider, out Factor value)
    {
        value = default;
        return FractionText.TryRead(text, false, out ExactNumber dividend, out ExactNumber divisor)
            && ExactNumber.TryFactor(dividend, divisor, 0, out value);
    }

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
        ? ValueText.TryCopy(ToString(), destination, out charsWritten)
        : ToDecimal().TryFormat(destination, out charsWritten, format, provider ?? CultureInfo.InvariantCulture);
}
