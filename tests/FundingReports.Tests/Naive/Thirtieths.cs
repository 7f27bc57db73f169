using NodaTime;

namespace FundingReports.Tests.Naive;

/// <summary>The measure of time: a month counts thirty, whatever its length; a year 360.</summary>
internal static class Thirtieths
{
    internal const int Year = 360;

    internal static int Of(LocalDate day) => Counted(day, day.Day) - Counted(day, day.Day - 1);

    internal static int Between(LocalDate first, LocalDate last)
    {
        int weight = 0;
        for (LocalDate day = first; day <= last; day = day.PlusDays(1))
            weight += Of(day);
        return weight;
    }

    // W of the model: 0 before the first day, 30 on the last, else the day of the month, at most 30.
    private static int Counted(LocalDate month, int day) =>
        day == 0 ? 0
        : day == CalendarSystem.Iso.GetDaysInMonth(month.Year, month.Month) ? 30
        : Math.Min(day, 30);
}
