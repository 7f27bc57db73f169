using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Coverage;

/// <summary>The cost of a post from each day on, as known on the as-of date.</summary>
internal static class CostTimeline
{
    /// <summary>Each cost until the next; of two from the same day, the one decided last, then the last written. Cents; null where unknown.</summary>
    internal static (Day From, long? Cents)[] Of(KnownFacts facts, Post post)
    {
        var known = new List<(Day From, LocalDate? Decided, long? Cents)>(post.Costs.Length);
        foreach (var cost in post.Costs)
            if (facts.Decided(cost.DecidedOn))
                known.Add((Day.Of(cost.From.First), cost.DecidedOn?.First, cost.Annual?.Cents));
        var ordered = known.Count < 2 ? known : [.. known.OrderBy(c => c.From).ThenBy(c => c.Decided)];
        var costs = new List<(Day From, long? Cents)>(ordered.Count);
        for (int i = 0; i < ordered.Count; i++)
            if (i + 1 == ordered.Count || ordered[i + 1].From != ordered[i].From)
                costs.Add((ordered[i].From, ordered[i].Cents));
        foreach (var change in post.CostChanges)
            costs = Changed(costs, change);
        return [.. costs];
    }

    private static List<(Day From, long? Cents)> Changed(List<(Day From, long? Cents)> costs, CostChange change)
    {
        Day from = Day.Of(change.From.First);
        var before = costs.Where(cost => cost.From < from).ToList();
        if (change is CostChange.Set set)
            return [.. before, (from, set.Annual.Cents)];
        var factor = ((CostChange.Index)change).Factor;
        var changed = costs.Where(cost => cost.From >= from).ToList();
        if (before.Count > 0 && (changed.Count == 0 || changed[0].From > from))
            changed.Insert(0, (from, before[^1].Cents));
        return [.. before, .. changed.Select(cost => (cost.From, Times(cost.Cents, factor)))];
    }

    private static long? Times(long? cents, Factor factor) => cents is { } known ? Euros.FromCents(known).Times(factor).Cents : null;
}
