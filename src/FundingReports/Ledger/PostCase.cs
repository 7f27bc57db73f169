using FundingReports.Portfolios;

namespace FundingReports.Ledger;

/// <summary>What the calculation of a post needs to know.</summary>
/// <param name="Post">The place of the post in the portfolio.</param>
/// <param name="Life">The days of the post.</param>
/// <param name="Costs">
/// The cost from each day on, in cents a year; null where unknown. Begins with the life of the post, or before.
/// </param>
/// <param name="AsOf">The as-of date.</param>
/// <param name="FirstYear">The first budget year shown: that of the as-of date, or an earlier one.</param>
/// <param name="LastYear">The last budget year shown.</param>
/// <param name="Timelines">What is promised to the post, in the portfolio's order.</param>
internal sealed record PostCase(int Post, DayRange Life, (DayNumber From, long? Cents)[] Costs, DayNumber AsOf, int FirstYear,
    int LastYear, CommitmentTimeline[] Timelines)
{
    internal static PostCase Of(KnownFacts facts, int index, int lastYear, TimelineBuilder timelines) =>
        Of(facts, index, lastYear, timelines.TimelinesOf(facts, index));

    /// <summary>The case of a post whose timelines are known already.</summary>
    internal static PostCase Of(KnownFacts facts, int index, int lastYear, CommitmentTimeline[] timelines)
    {
        var post = facts.Portfolio.Posts[index];
        // The validator guarantees that a post has a first day or a day on which it is attested.
        DayNumber first = DayNumber.Of((post.From ?? post.AttestedOn)!.Value.First);
        DayNumber end = post.Until is { } until ? DayNumber.After(until.Last) : DayNumber.Never;
        return new(
            index, new(first, end), CostTimeline.Of(facts, post), DayNumber.Of(facts.AsOf), facts.FirstYear, lastYear, timelines);
    }
}
