using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace FundingReports.Portfolios;

/// <summary>The term of a commitment: a last day (included), open, or unknown.</summary>
/// <remarks>Terms have no order: one that is not known is neither before nor after another.</remarks>
public readonly partial record struct Term : ISpanFormattable, ISpanParsable<Term>
{
    private readonly PartialDate? until;

    private Term(PartialDate? until, bool open) => (this.until, IsOpen) = (until, open);

    /// <summary>A last day, included: <c>new(2025, 12, 31)</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such day, or the year is out of range.</exception>
    public Term(int year, int month, int day) => this = new(new PartialDate(year, month, day), false);

    /// <summary>A month, on its last day: <c>new(2025, 12)</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such month, or the year is out of range.</exception>
    public Term(int year, int month) => this = new(new PartialDate(year, month), false);

    /// <summary>A year, on its last day: <c>new(2025)</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is out of range.</exception>
    public Term(int year) => this = new(new PartialDate(year), false);

    /// <summary>The term is not known: the money is sure to the end of the as-of year and only possible after. The default.</summary>
    public static Term Unknown => default;

    /// <summary>The open term: the promise has no last day.</summary>
    public static Term Open { get; } = new(null, true);

    /// <summary>Whether the promise has no last day.</summary>
    public bool IsOpen { get; }

    /// <summary>Whether the term is not known.</summary>
    public bool IsUnknown => until is null && !IsOpen;

    /// <summary>The last day, included, as it was given; null where the term is open or unknown.</summary>
    public PartialDate? Until => until;

    /// <summary>A term on a date, which is included; of a month or a year, on its last day.</summary>
    public static Term On(PartialDate until) => new(until, false);

    /// <summary>Makes a term of a day, which is included.</summary>
    public static implicit operator Term(LocalDate until) => On(until);

    /// <inheritdoc cref="On(PartialDate)"/>
    public static implicit operator Term(PartialDate until) => On(until);

    /// <summary>Reads "2025-12-31", "2025-12", "2025", "open" or "unknown".</summary>
    /// <param name="text">The text.</param>
    /// <param name="provider">Not looked at: the form is one and the same everywhere.</param>
    /// <exception cref="FormatException">The text is none of these.</exception>
    public static Term Parse(string text, IFormatProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(text.AsSpan(), provider);
    }

    /// <inheritdoc cref="Parse(string, IFormatProvider)"/>
    public static Term Parse(ReadOnlySpan<char> text, IFormatProvider? provider = null) =>
        TryParse(text, provider, out Term value)
            ? value : throw ValueText.Refused(text, "a term", "2025-12-31, 2025-12, 2025, open or unknown");

    /// <summary>Reads "2025-12-31", "2025-12", "2025", "open" or "unknown".</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The value; unknown where the text is none.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out Term value) => TryParse(text.AsSpan(), null, out value);

    /// <inheritdoc cref="TryParse(string, out Term)"/>
    /// <param name="text">The text.</param>
    /// <param name="provider">Not looked at.</param>
    /// <param name="value">The value; unknown where the text is none.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out Term value) =>
        TryParse(text.AsSpan(), provider, out value);

    /// <inheritdoc cref="TryParse(string, IFormatProvider, out Term)"/>
    public static bool TryParse(ReadOnlySpan<char> text, IFormatProvider? provider, out Term value)
    {
        value = text is "open" ? Open : default;
        if (text is "open" or "unknown")
            return true;
        bool read = PartialDate.TryParse(text, provider, out PartialDate until);
        value = read ? On(until) : default;
        return read;
    }

    /// <summary>
    /// "2025-12-31", "2025-12", "2025", "open" or "unknown". <see cref="Parse(string, IFormatProvider)"/> reads it back; portfolio@1
    /// leaves out a term that is unknown.
    /// </summary>
    public override string ToString() => IsOpen ? "open" : until?.ToString() ?? "unknown";

    /// <inheritdoc cref="ToString()"/>
    /// <param name="format">"G", or none; there is no other.</param>
    /// <param name="formatProvider">Not looked at.</param>
    /// <exception cref="FormatException">The format is another.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) => ValueText.General(format, ToString());

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        ValueText.TryCopy(ValueText.General(format, ToString()), destination, out charsWritten);
}
