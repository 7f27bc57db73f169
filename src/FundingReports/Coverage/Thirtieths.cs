using NodaTime;

namespace FundingReports.Coverage;

/// <summary>How much of a year days weigh, in thirtieths of months: 360 make a year.</summary>
internal static class Thirtieths
{
    /// <summary>The weight of days, both included.</summary>
    internal static int Between(LocalDate from, LocalDate until) => new Span(Day.Of(from), Day.After(until)).Weight;
}
