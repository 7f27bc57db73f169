using FundingReports.Portfolios;

namespace FundingReports.Ledger;

/// <summary>The cost of a post from each day on, as known on the as-of date.</summary>
internal static class CostTimeline
{
    /// <summary>The cost from each day on, in cents a year; null where unknown.</summary>
    internal static (DayNumber From, long? Cents)[] Of(KnownFacts facts, Post post)
    {
        var costs = PostFacts.KnownCosts(post, facts.AsOf);
        var timeline = new (DayNumber From, long? Cents)[costs.Length];
        for (int i = 0; i < timeline.Length; i++)
            timeline[i] = (DayNumber.Of(costs[i].From.First), costs[i].Annual?.Cents);
        return timeline;
    }
}
