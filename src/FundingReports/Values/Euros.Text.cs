using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace FundingReports;

// An amount as text. For people, in French or in English: Words.Money.
public readonly partial record struct Euros : ISpanFormattable, ISpanParsable<Euros>
{
    /// <summary>
    /// Reads "26000.00", "-1", "0.5": digits, with at most one point between them and two decimals, whatever the culture.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="provider">Not looked at: the form is one and the same everywhere.</param>
    /// <exception cref="FormatException">The text is none of these.</exception>
    public static Euros Parse(string text, IFormatProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(text.AsSpan(), provider);
    }

    /// <inheritdoc cref="Parse(string, IFormatProvider)"/>
    public static Euros Parse(ReadOnlySpan<char> text, IFormatProvider? provider = null) =>
        TryParse(text, provider, out Euros value) ? value : throw ValueText.Refused(text, "an amount of euros", "26000.00 or 0.5");

    /// <summary>
    /// Reads "26000.00", "-1", "0.5": digits, with at most one point between them and two decimals, whatever the culture.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The value; zero where the text is none.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out Euros value) => TryParse(text.AsSpan(), null, out value);

    /// <inheritdoc cref="TryParse(string, out Euros)"/>
    /// <param name="text">The text.</param>
    /// <param name="provider">Not looked at.</param>
    /// <param name="value">The value; zero where the text is none.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out Euros value) =>
        TryParse(text.AsSpan(), provider, out value);

    /// <inheritdoc cref="TryParse(string, IFormatProvider, out Euros)"/>
    public static bool TryParse(ReadOnlySpan<char> text, IFormatProvider? provider, out Euros value)
    {
        value = default;
        if (!ExactNumber.TryParse(text, provider, out ExactNumber number) || !number.TryScale(2, out long cents))
            return false;
        value = new(cents);
        return true;
    }

    /// <summary>The amount in euros, as a decimal with two decimals.</summary>
    public decimal ToDecimal() => Cents / 100m;

    /// <summary>
    /// The amount as the formats write it: a point and two decimals, whatever the culture ("26000.00").
    /// <see cref="Parse(string, IFormatProvider)"/> reads it back.
    /// </summary>
    public override string ToString() => ToDecimal().ToString("0.00", CultureInfo.InvariantCulture);

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
        ? ToDecimal().TryFormat(destination, out charsWritten, "0.00", CultureInfo.InvariantCulture)
        : ToDecimal().TryFormat(destination, out charsWritten, format, provider ?? CultureInfo.InvariantCulture);
}
