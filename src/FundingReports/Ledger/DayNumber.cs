using NodaTime;

namespace FundingReports.Ledger;

/// <summary>A day as one integer that sorts as the calendar does and knows its place in thirtieths of months.</summary>
/// <remarks>Ranges of days in this folder are half-open, [from, to): a last day that is included becomes the day after it.</remarks>
internal readonly record struct DayNumber : IComparable<DayNumber>
{
    private readonly int key;

    private DayNumber(int key) => this.key = key;

    /// <summary>A day after every other: the end of a range without end.</summary>
    internal static DayNumber Never => new(int.MaxValue);

    internal static DayNumber FirstOf(int year) => new(year * 12 << 5 | 1);

    internal static DayNumber Of(LocalDate date) => new(date.Year * 12 + date.Month - 1 << 5 | date.Day);

    internal static DayNumber After(LocalDate date) => Of(date).Next;

    internal int Year => (key >> 5) / 12;

    /// <summary>The thirtieths of months that have gone by when the day begins.</summary>
    internal int Thirtieths => FundingReports.Thirtieths.GoneBefore(key >> 5, key & 31);

    /// <summary>Whether the day is a 31st, which weighs nothing. Not to be asked of <see cref="Never"/>.</summary>
    internal bool WeighsNothing => (key & 31) == 31;

    internal LocalDate Date => new(Year, (key >> 5) % 12 + 1, key & 31);

    /// <summary>The day before this one.</summary>
    internal LocalDate Eve => (key & 31) > 1 ? new DayNumber(key - 1).Date : Date.PlusDays(-1);

    // No month is shorter than 28 days: only the few days after the 27th need the calendar.
    internal DayNumber Next => (key & 31) < 28 ? new(key + 1) : Of(Date.PlusDays(1));

    public int CompareTo(DayNumber other) => key.CompareTo(other.key);

    public static bool operator <(DayNumber left, DayNumber right) => left.key < right.key;

    public static bool operator >(DayNumber left, DayNumber right) => left.key > right.key;

    public static bool operator <=(DayNumber left, DayNumber right) => left.key <= right.key;

    public static bool operator >=(DayNumber left, DayNumber right) => left.key >= right.key;

    internal static DayNumber Min(DayNumber left, DayNumber right) => left < right ? left : right;

    internal static DayNumber Max(DayNumber left, DayNumber right) => left > right ? left : right;

    public override string ToString() => this == Never ? "never" : Date.ToString("uuuu-MM-dd", null);
}

/// <summary>Days from <paramref name="From"/> to the day before <paramref name="To"/>.</summary>
internal readonly record struct DayRange(DayNumber From, DayNumber To)
{
    internal static DayRange Empty => new(DayNumber.Never, DayNumber.Never);

    internal bool IsEmpty => From >= To;

    internal bool Contains(DayNumber day) => From <= day && day < To;

    internal DayRange And(DayRange other) => new(DayNumber.Max(From, other.From), DayNumber.Min(To, other.To));

    /// <summary>The weight of these days, in thirtieths of months: 360 make a year.</summary>
    internal int Weight => IsEmpty ? 0 : To.Thirtieths - From.Thirtieths;
}
