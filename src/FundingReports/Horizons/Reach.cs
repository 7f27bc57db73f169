using System.Diagnostics.CodeAnalysis;
using NodaTime;
using NodaTime.Text;

namespace FundingReports;

/// <summary>How far a run reaches: not at all, to a last day (included), or without end.</summary>
public readonly partial record struct Reach : IComparable<Reach>, ISpanFormattable, ISpanParsable<Reach>
{
    private Reach(LocalDate? until, bool open) => (Until, IsOpen) = (until, open);

    /// <summary>The last day, included; null where there is none.</summary>
    public LocalDate? Until { get; }

    /// <summary>Whether it has no end.</summary>
    public bool IsOpen { get; }

    /// <summary>Whether it does not hold on the first day.</summary>
    public bool IsNone => Until is null && !IsOpen;

    /// <summary>Not on the first day. The default.</summary>
    public static Reach None => default;

    /// <summary>Without end.</summary>
    public static Reach Open { get; } = new(null, true);

    /// <summary>To a day, included.</summary>
    public static Reach To(LocalDate until) => new(until, false);

    /// <summary>The order of what is reached: none, then the days, then without end.</summary>
    public int CompareTo(Reach other) => IsOpen || other.IsOpen ? IsOpen.CompareTo(other.IsOpen) : Nullable.Compare(Until, other.Until);

    /// <summary>Whether the left one is smaller.</summary>
    public static bool operator <(Reach left, Reach right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left one is larger.</summary>
    public static bool operator >(Reach left, Reach right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left one is smaller or equal.</summary>
    public static bool operator <=(Reach left, Reach right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left one is larger or equal.</summary>
    public static bool operator >=(Reach left, Reach right) => left.CompareTo(right) >= 0;

    /// <summary>Reads "2023-07-23", "open" or "none".</summary>
    /// <param name="text">The text.</param>
    /// <param name="provider">Not looked at: the form is one and the same everywhere.</param>
    /// <exception cref="FormatException">The text is none of these.</exception>
    public static Reach Parse(string text, IFormatProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(text.AsSpan(), provider);
    }

    /// <inheritdoc cref="Parse(string, IFormatProvider)"/>
    public static Reach Parse(ReadOnlySpan<char> text, IFormatProvider? provider = null) =>
        TryParse(text, provider, out Reach value) ? value : throw ValueText.Refused(text, "a reach", "2023-07-23, open or none");

    /// <summary>Reads "2023-07-23", "open" or "none".</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The value; none where the text is none.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out Reach value) => TryParse(text.AsSpan(), null, out value);

    /// <inheritdoc cref="TryParse(string, out Reach)"/>
    /// <param name="text">The text.</param>
    /// <param name="provider">Not looked at.</param>
    /// <param name="value">The value; none where the text is none.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out Reach value) =>
        TryParse(text.AsSpan(), provider, out value);

    /// <inheritdoc cref="TryParse(string, IFormatProvider, out Reach)"/>
    public static bool TryParse(ReadOnlySpan<char> text, IFormatProvider? provider, out Reach value)
    {
        value = text is "open" ? Open : default;
        if (text is "open" or "none")
            return true;
        var day = LocalDatePattern.Iso.Parse(text.ToString());
        value = day.Success ? To(day.Value) : default;
        return day.Success;
    }

    /// <summary>"2023-07-23", "open" or "none". <see cref="Parse(string, IFormatProvider)"/> reads it back.</summary>
    public override string ToString() => IsOpen ? "open" : Until is { } until ? LocalDatePattern.Iso.Format(until) : "none";

    /// <inheritdoc cref="ToString()"/>
    /// <param name="format">"G", or none; there is no other.</param>
    /// <param name="formatProvider">Not looked at.</param>
    /// <exception cref="FormatException">The format is another.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) => ValueText.General(format, ToString());

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        ValueText.TryCopy(ValueText.General(format, ToString()), destination, out charsWritten);
}
