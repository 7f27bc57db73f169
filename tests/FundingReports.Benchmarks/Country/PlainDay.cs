using NodaTime;

namespace FundingReports.Benchmarks.Country;

/// <summary>Days of the plain loop: one integer that sorts as the calendar does.</summary>
internal static class PlainDay
{
    internal const int Never = int.MaxValue;

    internal static int Of(LocalDate date) => date.Year * 12 + date.Month - 1 << 5 | date.Day;

    internal static int FirstOf(int year) => year * 12 << 5 | 1;

    internal static int Year(int day) => (day >> 5) / 12;

    internal static LocalDate Date(int day) => new(Year(day), (day >> 5) % 12 + 1, day & 31);

    /// <summary>The weight of the days from one to the eve of another, in thirtieths of months.</summary>
    internal static int Weight(int from, int to) => to <= from ? 0 : Thirtieths(to) - Thirtieths(from);

    internal static bool IsThe31st(int day) => (day & 31) == 31 && day != Never;

    private static int Thirtieths(int day) => (day >> 5) * 30 + Math.Min((day & 31) - 1, 30);
}
