using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using NodaTime;

namespace FundingReports;

// A date as text. For people, in French or in English: Words.Date.
public readonly partial record struct PartialDate : ISpanFormattable, ISpanParsable<PartialDate>
{
    /// <summary>
    /// Reads "2023-07-23", "2023-07" or "2023", and nothing else: no 30 February, and no year before <see cref="FirstYear"/> or after
    /// <see cref="LastYear"/>.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="provider">Not looked at: the form is one and the same everywhere.</param>
    /// <exception cref="FormatException">The text is none of these.</exception>
    public static PartialDate Parse(string text, IFormatProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(text.AsSpan(), provider);
    }

    /// <inheritdoc cref="Parse(string, IFormatProvider)"/>
    public static PartialDate Parse(ReadOnlySpan<char> text, IFormatProvider? provider = null) =>
        TryParse(text, provider, out PartialDate value) ? value : throw ValueText.Refused(text, "a date", "2022-07-01, 2022-07 or 2022");

    /// <summary>
    /// Reads "2023-07-23", "2023-07" or "2023", and nothing else: no 30 February, and no year before <see cref="FirstYear"/> or after
    /// <see cref="LastYear"/>.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The value; no date where the text is none.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out PartialDate value) => TryParse(text.AsSpan(), null, out value);

    /// <inheritdoc cref="TryParse(string, out PartialDate)"/>
    /// <param name="text">The text.</param>
    /// <param name="provider">Not looked at.</param>
    /// <param name="value">The value; no date where the text is none.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out PartialDate value) =>
        TryParse(text.AsSpan(), provider, out value);

    /// <inheritdoc cref="TryParse(string, IFormatProvider, out PartialDate)"/>
    public static bool TryParse(ReadOnlySpan<char> text, IFormatProvider? provider, out PartialDate value)
    {
        value = default;
        if (text.Length is not (4 or 7 or 10)
            || !Part(text, 0, 4, out int year) || year is < FirstYear or > LastYear)
            return false;
        if (text.Length == 4)
        {
            value = Of(year);
            return true;
        }
        if (text[4] != '-' || !Part(text, 5, 2, out int month) || month is < 1 or > 12)
            return false;
        if (text.Length == 7)
        {
            value = Of(year, month);
            return true;
        }
        if (text[7] != '-' || !Part(text, 8, 2, out int day) || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month))
            return false;
        value = Of(new LocalDate(year, month, day));
        return true;
    }

    /// <summary>
    /// The date as the formats write it: "2023-07-23", "2023-07" or "2023". <see cref="Parse(string, IFormatProvider)"/> reads it back.
    /// </summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{First.Year:0000}-{First.Month:00}-{First.Day:00}")[..Length];

    /// <inheritdoc cref="ToString()"/>
    /// <param name="format">"G", or none; there is no other.</param>
    /// <param name="formatProvider">Not looked at.</param>
    /// <exception cref="FormatException">The format is another.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) => ValueText.General(format, ToString());

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        ValueText.TryCopy(ValueText.General(format, ToString()), destination, out charsWritten);

    private int Length => First == Last ? 10 : First.Month == Last.Month ? 7 : 4;

    private static bool Part(ReadOnlySpan<char> text, int start, int length, out int value) =>
        int.TryParse(text.Slice(start, length), NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
