using System.ComponentModel;
using NodaTime;

namespace FundingReports;

/// <summary>
/// The weight of days in a year. A month counts thirty whatever its length, so 360 make a year (décret 62-765, for public pay).
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Thirtieths
{
    /// <summary>The weight of a year: 360 thirtieths of months.</summary>
    public const int InAYear = 360;

    /// <summary>The weight of the days from one to another, both included, in thirtieths of months.</summary>
    public static int Between(LocalDate from, LocalDate until) => GoneBefore(until.PlusDays(1)) - GoneBefore(from);

    /// <summary>
    /// The thirtieths that have gone by when a day begins. The 31st begins when all thirty of its month have gone by,
    /// and the last day of February takes all that is left.
    /// </summary>
    /// <param name="month">Months since the year 0.</param>
    /// <param name="day">The day of the month.</param>
    internal static int GoneBefore(int month, int day) => month * 30 + day - 1;

    private static int GoneBefore(LocalDate day) => GoneBefore(day.Year * 12 + day.Month - 1, day.Day);
}
