using NodaTime;

namespace FundingReports.Reports.Schedules;

/// <summary>Days from one, included, to another, not included.</summary>
internal readonly record struct LocalDateRange(LocalDate From, LocalDate To)
{
    /// <summary>The end of days that have no end.</summary>
    internal static LocalDate Never => LocalDate.MaxIsoValue;

    internal static LocalDateRange Empty => new(Never, Never);

    /// <summary>All days of some years, the last one included.</summary>
    internal static LocalDateRange Years(int first, int last) => new(new(first, 1, 1), new(last + 1, 1, 1));

    /// <summary>From a day to another, both included.</summary>
    internal static LocalDateRange Through(LocalDate from, LocalDate? last) => new(from, last?.PlusDays(1) ?? Never);

    internal bool IsEmpty => From >= To;

    internal bool IsOpen => To == Never;

    internal bool Contains(LocalDate day) => From <= day && day < To;

    internal LocalDateRange And(LocalDateRange other) => new(LocalDate.Max(From, other.From), LocalDate.Min(To, other.To));

    internal LocalDateRange Before(LocalDate day) => new(From, LocalDate.Min(To, day));

    internal LocalDateRange Since(LocalDate day) => new(LocalDate.Max(From, day), To);

    /// <summary>How many thirtieths of months they weigh; asked only of days that end.</summary>
    internal int Weight => IsEmpty ? 0 : Thirtieths.Between(From, To.PlusDays(-1));
}
