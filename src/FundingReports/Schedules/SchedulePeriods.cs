using FundingReports.Coverage;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Schedules;

/// <summary>The agreed strands of a post → periods on which nothing changes.</summary>
internal static class SchedulePeriods
{
    /// <summary>The periods of the years shown, then what sums are worth before, after and outside them.</summary>
    internal static List<SchedulePeriod> Of(Post post, LocalDate asOf, int lastYear, Span life, IReadOnlyList<Strand> strands)
    {
        var agreed = strands.Where(strand => !strand.AgreedSpan.IsEmpty).ToList();
        var costs = PostFacts.CostsKnown(post, asOf).ConvertAll(cost => (From: Day.Of(cost.From.First), Cents: cost.Annual?.Cents));
        Day first = Day.FirstOf(asOf.Year), end = Day.FirstOf(lastYear + 1);
        var periods = new List<SchedulePeriod>();
        AddSums(periods, agreed, Bucket.Before, life.And(new(Day.FirstOf(0), first)));
        var cuts = Cuts(agreed, costs.ConvertAll(cost => cost.From), Day.Of(asOf), lastYear, life);
        for (int i = 0; i < cuts.Count; i++)
        {
            Span span = new(cuts[i], i + 1 < cuts.Count ? cuts[i + 1] : life.To);
            int known = costs.FindLastIndex(cost => cost.From <= span.From);
            periods.Add(Period(span, span.From < end ? Bucket.Year : Bucket.After, known < 0 ? null : costs[known].Cents, [.. LinesOn(agreed, span.From)]));
        }
        AddSums(periods, agreed, Bucket.Outside, new(Day.FirstOf(0), life.From));
        AddSums(periods, agreed, Bucket.Outside, new(life.To, Day.Never));
        return periods;
    }

    private static IEnumerable<ScheduleLine> LinesOn(List<Strand> agreed, Day day) =>
        from strand in agreed
        where strand.AgreedSpan.Contains(day)
        from segment in strand.Segments
        where segment.Span.Contains(day)
        orderby segment.Rule switch { Rule.PartOfRemainder => 1, Rule.Balance => 2, _ => 0 }
        select Line(strand, segment, day);

    // Outside the years shown a sum alone has something to tie to.
    private static void AddSums(List<SchedulePeriod> periods, List<Strand> agreed, Bucket bucket, Span days)
    {
        foreach (var strand in agreed)
            foreach (var segment in strand.Segments.Where(segment => segment.Rule == Rule.Sum))
            {
                Span span = segment.Span.And(strand.AgreedSpan).And(days);
                if (span.To == Day.Never)
                    continue;
                // Where the term is unknown, what is sure ends with the as-of year, in the midst of a segment.
                foreach (var part in (ReadOnlySpan<Span>)[span with { To = Day.Min(span.To, strand.SureBefore) }, span with { From = Day.Max(span.From, strand.SureBefore) }])
                    if (part.Weight > 0)
                        periods.Add(Period(part, bucket, null, [Line(strand, segment, part.From)]));
            }
    }

    private static SchedulePeriod Period(Span span, Bucket bucket, long? cost, IReadOnlyList<ScheduleLine> lines) => span.To == Day.Never
        ? new(span.From.Date, null, null, bucket, cost, lines)
        : new(span.From.Date, span.To.Eve, span.Weight, bucket, cost, lines);

    private static ScheduleLine Line(Strand strand, Segment segment, Day day) =>
        new(strand.Commitment, RuleOf(segment.Rule), segment.Rate.Numerator, segment.Rate.Denominator, segment.Cap, strand.WorthOf(segment, day, FundingView.Agreed) == Worth.Sure);

    private static ScheduleRule RuleOf(Rule rule) => rule switch
    {
        Rule.Sum => ScheduleRule.Sum,
        Rule.PartOfCost => ScheduleRule.PartOfCost,
        Rule.PartOfRemainder => ScheduleRule.PartOfRemainder,
        Rule.Balance => ScheduleRule.Balance,
        _ => ScheduleRule.Unknown,
    };

    private static List<Day> Cuts(List<Strand> agreed, List<Day> costs, Day asOf, int lastYear, Span life)
    {
        Day start = Day.Max(life.From, Day.FirstOf(asOf.Year));
        var days = new SortedSet<Day> { start, asOf };
        for (int year = asOf.Year; year <= lastYear + 1; year++)
            days.Add(Day.FirstOf(year));
        days.UnionWith(costs);
        foreach (var strand in agreed)
        {
            days.UnionWith([strand.SureBefore, strand.AgreedSpan.From, strand.AgreedSpan.To]);
            foreach (var segment in strand.Segments)
                days.UnionWith([segment.Span.From, segment.Span.To]);
        }
        return [.. days.Where(day => start <= day && day < life.To)];
    }
}
