using NodaTime;

namespace FundingReports;

/// <summary>Days that somebody gives in another calendar.</summary>
internal static class IsoDays
{
    /// <summary>The same day in the calendar in which all is counted.</summary>
    internal static LocalDate InIso(this LocalDate day) => day.WithCalendar(CalendarSystem.Iso);
}
