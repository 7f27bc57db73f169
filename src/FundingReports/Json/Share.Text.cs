using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using FundingReports.Json;

namespace FundingReports;

// A share as text, read as portfolio@1 reads it. For people, in French or in English: Words.Percent.
public sealed partial record Share : ISpanFormattable, ISpanParsable<Share>
{
    /// <summary>Reads "1/2", "0.8", "80 %", whatever the culture: above 0 and at most the whole.</summary>
    /// <param name="text">The text.</param>
    /// <param name="provider">Not looked at: the form is one and the same everywhere.</param>
    /// <exception cref="FormatException">The text is none of these.</exception>
    public static Share Parse(string text, IFormatProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(text.AsSpan(), provider);
    }

    /// <inheritdoc cref="Parse(string, IFormatProvider)"/>
    public static Share Parse(ReadOnlySpan<char> text, IFormatProvider? provider = null) =>
        TryParse(text, provider, out Share? value) ? value : throw ValueText.Refused(text, "a share", "1/2, 0.8 or 80 %");

    /// <summary>Reads "1/2", "0.8", "80 %", whatever the culture: above 0 and at most the whole.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The value; null where the text is none.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Share? value) =>
        TryParse(text.AsSpan(), null, out value);

    /// <inheritdoc cref="TryParse(string, out Share)"/>
    /// <param name="text">The text.</param>
    /// <param name="provider">Not looked at.</param>
    /// <param name="value">The value; null where the text is none.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, [NotNullWhen(true)] out Share? value) =>
        TryParse(text.AsSpan(), provider, out value);

    /// <inheritdoc cref="TryParse(string, IFormatProvider, out Share)"/>
    public static bool TryParse(ReadOnlySpan<char> text, IFormatProvider? provider, [NotNullWhen(true)] out Share? value)
    {
        bool read = ShareText.Read(text.ToString(), out Share share) is null;
        value = read ? share : null;
        return read;
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
