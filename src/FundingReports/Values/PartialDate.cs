using NodaTime;

namespace FundingReports;

/// <summary>A date as a source gives it: a day, a month (2023-07) or a year (2023). The precision is kept.</summary>
public readonly partial record struct PartialDate : IComparable<PartialDate>
{
    /// <summary>The first year accepted: earlier dates are refused as typing errors.</summary>
    public const int FirstYear = 1600;

    /// <summary>The last year accepted: later dates are refused as typing errors.</summary>
    public const int LastYear = 4999;

    private PartialDate(LocalDate first, LocalDate last) => (First, Last) = (first, last);

    /// <summary>A day: <c>new(2023, 7, 23)</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such day, or the year is out of range.</exception>
    public PartialDate(int year, int month, int day) =>
        this = Of(new LocalDate(Year(year), Month(month), Day(year, month, day)));

    /// <summary>A month: <c>new(2023, 7)</c>.</summary>
    /// <inheritdoc cref="Of(int, int)"/>
    public PartialDate(int year, int month) => this = Of(year, month);

    /// <summary>A year: <c>new(2023)</c>.</summary>
    /// <inheritdoc cref="Of(int)"/>
    public PartialDate(int year) => this = Of(year);

    /// <summary>The first day it may mean; what a beginning counts from.</summary>
    public LocalDate First { get; }

    /// <summary>The last day that the date may mean, included: an end counts to it.</summary>
    public LocalDate Last { get; }

    /// <summary>Whether the date is a day, and not a month or a year.</summary>
    public bool IsDay => First == Last;

    /// <summary>Makes a date from a day; of another calendar, from the same day of the ISO one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is out of range.</exception>
    public static PartialDate Of(LocalDate day)
    {
        day = day.InIso();
        _ = Year(day.Year);
        return new(day, day);
    }

    /// <summary>Makes a date from a month.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such month, or the year is out of range.</exception>
    public static PartialDate Of(int year, int month) => Whole(new LocalDate(Year(year), Month(month), 1), Period.FromMonths(1));

    /// <summary>Makes a date from a year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is out of range.</exception>
    public static PartialDate Of(int year) => Whole(new LocalDate(Year(year), 1, 1), Period.FromYears(1));

    /// <summary>The order of the first days; of one first day, that of the last ones, so that a day comes before its month.</summary>
    /// <remarks>For sorting alone: there is no smaller or larger, since a month is neither before nor after a day of it.</remarks>
    public int CompareTo(PartialDate other) => First.CompareTo(other.First) is not 0 and var order ? order : Last.CompareTo(other.Last);

    /// <summary>Makes a date from a day.</summary>
    public static implicit operator PartialDate(LocalDate day) => Of(day);

    private static PartialDate Whole(LocalDate first, Period length) => new(first, first + length - Period.FromDays(1));

    private static int Year(int year) => year is >= FirstYear and <= LastYear
        ? year
        : throw new ArgumentOutOfRangeException(nameof(year), year, $"A year is from {FirstYear} to {LastYear}. Check the date.");

    private static int Month(int month) => month is >= 1 and <= 12
        ? month : throw new ArgumentOutOfRangeException(nameof(month), month, "A month is from 1 to 12. Check the date.");

    private static int Day(int year, int month, int day) => CalendarSystem.Iso.GetDaysInMonth(year, month) is var last
        && day >= 1 && day <= last ? day
        : throw new ArgumentOutOfRangeException(
            nameof(day), day, $"A day of month {month} of {year} is from 1 to {last}. Check the date.");
}
