using System.Globalization;
using NodaTime;

namespace FundingReports;

/// <summary>A date as a source gives it: a day, a month (2023-07) or a year (2023). The precision is kept.</summary>
public readonly record struct PartialDate
{
    /// <summary>The first year accepted: earlier dates are refused as typing errors.</summary>
    public const int FirstYear = 1600;

    /// <summary>The last year accepted: later dates are refused as typing errors.</summary>
    public const int LastYear = 4999;

    private PartialDate(LocalDate first, LocalDate last) => (First, Last) = (first, last);

    /// <summary>The first day that the date may mean: a beginning counts from it.</summary>
    public LocalDate First { get; }

    /// <summary>The last day that the date may mean, included: an end counts to it.</summary>
    public LocalDate Last { get; }

    /// <summary>Whether the date is a day, and not a month or a year.</summary>
    public bool IsDay => First == Last;

    /// <summary>Makes a date from a day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is out of range.</exception>
    public static PartialDate Of(LocalDate day) => InRange(day.Year, new(day, day));

    /// <summary>Makes a date from a month.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such month, or the year is out of range.</exception>
    public static PartialDate Of(int year, int month) => InRange(year, Whole(new LocalDate(year, month, 1), Period.FromMonths(1)));

    /// <summary>Makes a date from a year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is out of range.</exception>
    public static PartialDate Of(int year) => InRange(year, Whole(new LocalDate(year, 1, 1), Period.FromYears(1)));

    /// <summary>Reads "2023-07-23", "2023-07" or "2023", and nothing else.</summary>
    /// <returns>False where the text is none of these, or names a day that does not exist (30 February).</returns>
    public static bool TryParse(string? text, out PartialDate date)
    {
        date = default;
        if (text is null || text.Length is not (4 or 7 or 10)
            || !Part(text, 0, 4, out int year) || year is < FirstYear or > LastYear)
            return false;
        if (text.Length == 4)
        {
            date = Of(year);
            return true;
        }
        if (text[4] != '-' || !Part(text, 5, 2, out int month) || month is < 1 or > 12)
            return false;
        if (text.Length == 7)
        {
            date = Of(year, month);
            return true;
        }
        if (text[7] != '-' || !Part(text, 8, 2, out int day) || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month))
            return false;
        date = Of(new LocalDate(year, month, day));
        return true;
    }

    /// <summary>The date as the formats write it: "2023-07-23", "2023-07" or "2023".</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{First.Year:0000}-{First.Month:00}-{First.Day:00}")[..Length];

    private int Length => First == Last ? 10 : First.Month == Last.Month ? 7 : 4;

    /// <summary>Makes a date from a day.</summary>
    public static implicit operator PartialDate(LocalDate day) => Of(day);

    private static PartialDate Whole(LocalDate first, Period length) => new(first, first + length - Period.FromDays(1));

    private static PartialDate InRange(int year, PartialDate date) => year is >= FirstYear and <= LastYear
        ? date
        : throw new ArgumentOutOfRangeException(nameof(year), year, $"A year is from {FirstYear} to {LastYear}.");

    private static bool Part(string text, int start, int length, out int value) =>
        int.TryParse(text.AsSpan(start, length), NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
