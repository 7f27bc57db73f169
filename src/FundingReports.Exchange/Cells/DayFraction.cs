using System.Globalization;
using NodaTime;

namespace FundingReports.Exchange.Cells;

/// <summary>
/// « 1/2 », typed into a cell that shows euros: a spreadsheet makes it the first of February, and shows the number of that day as a sum.
/// </summary>
internal static class DayFraction
{
    private static readonly LocalDate dayZero = new(1899, 12, 30);

    // Nobody pays a seventh.
    private static readonly int[] denominators = [2, 3, 4, 5, 6, 8, 10, 12];

    /// <summary>The fraction that would give such a number; null where none would.</summary>
    /// <param name="number">The sum.</param>
    /// <param name="first">The first year that has a column.</param>
    /// <param name="last">The last one.</param>
    internal static string? Of(decimal number, int first, int last)
    {
        // A round sum is one.
        if (number is < 1 or > 100_000 || number % 1 != 0 || number % 100 == 0)
            return null;
        LocalDate day = dayZero.PlusDays((int)number);
        // A spreadsheet takes the year in which it is: mostly one of the form's, or one before.
        return day.Year >= first - 2 && day.Year <= last + 1 && day.Day < day.Month && denominators.Contains(day.Month)
            && !Enumerable.Range(2, 11).Any(divisor => day.Day % divisor == 0 && day.Month % divisor == 0)
                ? string.Create(CultureInfo.InvariantCulture, $"{day.Day}/{day.Month}") : null;
    }
}
