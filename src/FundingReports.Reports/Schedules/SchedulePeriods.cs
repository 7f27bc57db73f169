using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Reports.Schedules;

/// <summary>Cuts the agreed terms of a post into periods on which nothing changes.</summary>
internal static class SchedulePeriods
{
    /// <summary>The periods of the years shown, then what sums are worth before, after and outside them.</summary>
    /// <param name="post">The post.</param>
    /// <param name="asOf">The day on which its facts are known.</param>
    /// <param name="firstYear">The first budget year shown.</param>
    /// <param name="lastYear">The last budget year shown.</param>
    /// <param name="terms">What is agreed for it.</param>
    internal static List<SchedulePeriod> Of(Post post, LocalDate asOf, int firstYear, int lastYear, IReadOnlyList<AgreedTerms> terms)
    {
        var life = LocalDateRange.Through((post.From ?? post.AttestedOn)!.Value.First, post.Until?.Last);
        var costs = post.KnownCosts(asOf).Select(cost => (From: cost.From.First, Cents: cost.Annual?.Cents)).ToList();
        LocalDate first = new(firstYear, 1, 1), end = new(lastYear + 1, 1, 1);
        var periods = new List<SchedulePeriod>();
        AddSums(periods, terms, Bucket.Before, life.Before(first));
        var cuts = Cuts(terms, costs.ConvertAll(cost => cost.From), asOf, firstYear, lastYear, life);
        for (int i = 0; i < cuts.Count; i++)
        {
            LocalDateRange span = new(cuts[i], i + 1 < cuts.Count ? cuts[i + 1] : life.To);
            int known = costs.FindLastIndex(cost => cost.From <= span.From);
            periods.Add(Period(span, span.From < end
                ? Bucket.Year : Bucket.After, known < 0 ? null : costs[known].Cents, [.. LinesOn(terms, span.From)]));
        }
        AddSums(periods, terms, Bucket.Outside, new(LocalDate.MinIsoValue, life.From));
        AddSums(periods, terms, Bucket.Outside, new(life.To, LocalDateRange.Never));
        return periods;
    }

    private static IEnumerable<ScheduleLine> LinesOn(IReadOnlyList<AgreedTerms> terms, LocalDate day) =>
        from one in terms.Index()
        where one.Item.Paying.Contains(day)
        orderby one.Item.Rule switch { PaymentRule.ShareOfRemainder => 1, PaymentRule.Balance => 2, _ => 0 }, one.Item.Commitment
        select Line(one.Index, one.Item, day);

    // Outside the years shown a sum alone has something to tie to.
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
                    periods.Add(Period(part, bucket, null, [Line(index, one, part.From)]));
        }
    }

    private static SchedulePeriod Period(LocalDateRange span, Bucket bucket, long? cost, IReadOnlyList<ScheduleLine> lines) => span.IsOpen
        ? new(span.From, null, null, bucket, cost, lines)
        : new(span.From, span.To.PlusDays(-1), span.Weight, bucket, cost, lines);

    private static ScheduleLine Line(int index, AgreedTerms terms, LocalDate day)
    {
        var (numerator, denominator) = terms.Rate;
        return new(terms.Commitment, index, terms.Rule, numerator, denominator, terms.Cap, day < terms.SureUntil);
    }

    private static List<LocalDate> Cuts(
        IReadOnlyList<AgreedTerms> terms, List<LocalDate> costs, LocalDate asOf, int firstYear, int lastYear, LocalDateRange life)
    {
        LocalDate start = LocalDate.Max(life.From, new(firstYear, 1, 1)), after = new(lastYear + 1, 1, 1);
        var days = new SortedSet<LocalDate> { start, asOf };
        for (int year = firstYear; year <= lastYear + 1; year++)
            days.Add(new(year, 1, 1));
        days.UnionWith(costs);
        foreach (var one in terms.Where(one => !one.Paying.IsEmpty))
        {
            days.UnionWith([one.Paying.From, one.Paying.To]);
            if (one.Paying.Contains(one.SureUntil))
                days.Add(one.SureUntil);
        }
        days.Remove(LocalDateRange.Never);
        // Excess in a budget year may pay what lacks in it: after the years shown too, a year of change is seen whole.
        days.UnionWith(
            days.Where(day => day > after).SelectMany(day => new LocalDate[] { new(day.Year, 1, 1), new(day.Year + 1, 1, 1) }).ToList());
        return [.. days.Where(day => start <= day && day < life.To)];
    }
}
