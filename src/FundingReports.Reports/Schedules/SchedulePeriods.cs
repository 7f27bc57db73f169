using FundingReports.Ledger;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Reports.Schedules;

/// <summary>The agreed ledger of a post → the periods of its schedule, and what its sums are worth on all other days.</summary>
internal static class SchedulePeriods
{
    /// <summary>
    /// The periods of the years shown and after them, as the ledger has them; and what sums are worth before, after and outside them.
    /// </summary>
    /// <param name="post">The post.</param>
    /// <param name="ledger">Its agreed ledger, from the first budget year shown on.</param>
    /// <param name="asOf">The as-of date.</param>
    /// <param name="shown">The days of the budget years shown.</param>
    /// <param name="terms">What the reading says is agreed for it.</param>
    internal static List<SchedulePeriod> Of(
        Post post, FundingLedger ledger, LocalDate asOf, LocalDateRange shown, IReadOnlyList<AgreedTerms> terms)
    {
        var life = LocalDateRange.Through((post.From ?? post.AttestedOn)!.Value.First, post.Until?.Last);
        var periods = new List<SchedulePeriod>();
        AddSums(periods, terms, Bucket.Before, life.Before(shown.From));
        periods.AddRange(OfLedger(ledger, asOf, shown.To, terms));
        AddSums(periods, terms, Bucket.Outside, new(LocalDate.MinIsoValue, life.From));
        AddSums(periods, terms, Bucket.Outside, new(life.To, LocalDateRange.Never));
        return periods;
    }

    // The ledger is cut also where announced money changes, and where an act makes money firm: no row of the sheet says it.
    private static IEnumerable<SchedulePeriod> OfLedger(
        FundingLedger ledger, LocalDate asOf, LocalDate after, IReadOnlyList<AgreedTerms> terms)
    {
        var read = new TermsInOrder(terms);
        SchedulePeriod[] all = [.. ledger.Periods.Select(period => Period(
            LocalDateRange.Through(period.From, period.Until), period.From < after ? Bucket.Year : Bucket.After,
            period.Cost.TryGet(out var cost) ? cost.Cents : null,
            [.. period.Lines.OrderBy(line => Turn(line.Rule)).ThenBy(line => line.Index)
                .Select(line => Line(line, read.PlaceOn(line.Index, period.From)))]))];
        bool IsNewYear(int i) => all[i].From is { Month: 1, Day: 1 };
        var kept = Enumerable.Range(0, all.Length)
            .Where(i => i == 0 || Changes(all[i - 1], all[i]) || all[i].From == asOf || (IsNewYear(i) && all[i].From <= after))
                .ToHashSet();
        // Money that is too much in a budget year may pay for what lacks in it: after the years shown too, a year in which something
        // changes is cut as a whole.
        var changing = kept.Select(i => all[i].From).Where(day => day > after).SelectMany(day => new[] { day.Year, day.Year + 1 })
            .ToHashSet();
        int[] starts = [.. Enumerable.Range(0, all.Length)
            .Where(i => kept.Contains(i) || (IsNewYear(i) && changing.Contains(all[i].From.Year))), all.Length];
        return starts.Zip(starts.Skip(1), (first, next) =>
            Period(LocalDateRange.Through(all[first].From, all[next - 1].Until), all[first].Bucket, all[first].Cost, all[first].Lines));
    }

    private static bool Changes(SchedulePeriod before, SchedulePeriod after) =>
        before.Cost != after.Cost || !before.Lines.SequenceEqual(after.Lines);

    // Each row takes from what those above it leave.
    private static int Turn(PaymentRule rule) => rule switch { PaymentRule.ShareOfRemainder => 1, PaymentRule.Balance => 2, _ => 0 };

    private static ScheduleLine Line(LedgerLine line, int? read) =>
        new(line.Index, read, line.Rule, line.Rate, line.Cap, line.IsSure);

    /// <summary>The terms of each commitment, found day after day: those of days gone by are not looked at again.</summary>
    private sealed class TermsInOrder(IReadOnlyList<AgreedTerms> terms)
    {
        private readonly Dictionary<int, List<int>> places = terms.Select((one, place) => (one.Commitment, place))
            .GroupBy(one => one.Commitment, one => one.place).ToDictionary(group => group.Key, group => group.ToList());

        // Of each commitment, the first of its terms whose days have not all gone by.
        private readonly Dictionary<int, int> next = [];

        /// <summary>The place of the first terms of a commitment that pay on a day; no day is before the last one asked.</summary>
        internal int? PlaceOn(int commitment, LocalDate day)
        {
            if (!places.TryGetValue(commitment, out var own))
                return null;
            int first = next.GetValueOrDefault(commitment);
            while (first < own.Count && terms[own[first]].Paying.To <= day)
                first++;
            next[commitment] = first;
            // Terms stand in the order of their first days.
            for (int i = first; i < own.Count && terms[own[i]].Days.From <= day; i++)
                if (terms[own[i]].Paying.Contains(day))
                    return own[i];
            return null;
        }
    }

    // Outside the years shown only a sum counts: it must add up over all its days.
    private static void AddSums(List<SchedulePeriod> periods, IReadOnlyList<AgreedTerms> terms, Bucket bucket, LocalDateRange days)
    {
        foreach (var (index, one) in terms.Index().Where(one => one.Item.Rule == PaymentRule.Sum).OrderBy(one => one.Item.Commitment))
        {
            LocalDateRange span = one.Paying.And(days);
            if (span.IsEmpty || span.IsOpen)
                continue;
            // Where the term is unknown, what is sure ends with the as-of year, in the midst of the days.
            foreach (var part in (ReadOnlySpan<LocalDateRange>)[span.Before(one.SureUntil), span.Since(one.SureUntil)])
                if (part.Weight > 0)
                    periods.Add(Period(
                        part, bucket, null, [new(one.Commitment, index, one.Rule, one.Rate, one.MostAYear, part.From < one.SureUntil)]));
        }
    }

    private static SchedulePeriod Period(LocalDateRange span, Bucket bucket, long? cost, IReadOnlyList<ScheduleLine> lines) => span.IsOpen
        ? new(span.From, null, null, bucket, cost, lines)
        : new(span.From, span.To.PlusDays(-1), span.Weight, bucket, cost, lines);
}
