using NodaTime;

namespace FundingReports.Exchange.Fonjep;

/// <summary>
/// Turns sums of calendar years into sums of the successive twelve months of a promise, so that together with the tranches whose sums are
/// given each year comes to its sum, to the cent.
/// </summary>
internal static class YearlySteps
{
    /// <summary>The steps, in cents a year; null where no steps of zero or more give the sums.</summary>
    /// <param name="from">The first day of the promise, in the first of the years.</param>
    /// <param name="until">Its last day; the last step pays up to there.</param>
    /// <param name="sums">By year, in cents, without a hole; 0 where it is not known.</param>
    /// <param name="tranches">Those with a sum fix the money of their days; each lies in one year.</param>
    internal static List<long>? Of(
        LocalDate from, LocalDate until, IReadOnlyList<(int Year, long Cents)> sums, IReadOnlyList<Tranche> tranches)
    {
        var steps = new List<long>();
        // In 360ths of a cent: exact.
        Int128 paid = 0, promised = 0;
        foreach ((int year, long cents) in sums)
        {
            LocalDate first = Later(from, new(year, 1, 1)), last = Earlier(until, new(year, 12, 31));
            if (first > last)
                return null;
            LocalDate turn = steps.Count == 0 ? first : from.PlusYears(steps.Count);
            List<Tranche> fixedHere = [.. tranches.Where(tranche => tranche.Amount is not null && tranche.Year == year)];
            promised += (Int128)cents * Thirtieths.InAYear;
            paid += fixedHere.Aggregate((Int128)0, (sum, tranche) => sum + (Int128)tranche.Amount!.Value.Cents * Thirtieths.InAYear);
            if (steps.Count > 0 && turn > first)
                paid += (Int128)steps[^1] * Free(first, Earlier(last, turn.PlusDays(-1)), fixedHere);
            Int128 missing = promised - paid;
            // The promise ends before the step turns.
            if (turn > last)
            {
                if (Int128.Abs(missing) * 2 >= Thirtieths.InAYear)
                    return null;
                continue;
            }
            int free = Free(turn, last, fixedHere);
            if (free == 0)
            {
                // Tranches take every day of the step: it says the sum of its year all the same.
                if (Int128.Abs(missing) * 2 >= Thirtieths.InAYear || turn > new LocalDate(year, 1, 1))
                    return null;
                steps.Add(cents);
                continue;
            }
            if (missing < 0)
                return null;
            Int128 step = (2 * missing + free) / (2 * free);
            paid += step * free;
            if (Int128.Abs(promised - paid) * 2 >= Thirtieths.InAYear || step >= Euros.Limit)
                return null;
            steps.Add((long)step);
        }
        // What the last step would still pay after the last year is in no row.
        bool isShort = from.PlusYears(steps.Count).PlusDays(-1) > new LocalDate(sums[^1].Year, 12, 31)
            && until > new LocalDate(sums[^1].Year, 12, 31);
        return isShort ? null : steps;
    }

    // The weight of days that no tranche with a sum covers.
    private static int Free(LocalDate first, LocalDate last, List<Tranche> tranches)
    {
        if (last < first)
            return 0;
        int weight = Thirtieths.Between(first, last);
        foreach (Tranche tranche in tranches)
        {
            LocalDate from = Later(first, tranche.From.First), until = Earlier(last, tranche.Until.Last);
            if (from <= until)
                weight -= Thirtieths.Between(from, until);
        }
        return weight;
    }

    private static LocalDate Later(LocalDate one, LocalDate other) => one > other ? one : other;

    private static LocalDate Earlier(LocalDate one, LocalDate other) => one < other ? one : other;
}
