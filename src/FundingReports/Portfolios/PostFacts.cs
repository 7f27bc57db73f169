using System.Collections.Immutable;
using System.ComponentModel;
using NodaTime;

namespace FundingReports.Portfolios;

/// <summary>What is true of a post on the as-of date, among what its facts say over time.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PostFacts
{
    /// <summary>
    /// The costs known on a day, one per starting day, in order. Of two for one day, the one decided last counts, then the last written;
    /// the changes of a scenario are then applied.
    /// </summary>
    /// <param name="post">The post.</param>
    /// <param name="asOf">The as-of date; what was decided later does not exist.</param>
    public static ImmutableArray<Cost> KnownCosts(this Post post, LocalDate asOf)
    {
        ArgumentNullException.ThrowIfNull(post);
        // Most posts have costs that are all decided and in order: the list of the facts is the answer.
        ImmutableArray<Cost> known = IsKnownInOrder(post.Costs, asOf) ? post.Costs : Ordered(post.Costs, asOf);
        foreach (var change in post.CostChanges)
            known = Changed(known, change);
        return known;
    }

    private static bool IsKnownInOrder(ImmutableArray<Cost> costs, LocalDate asOf)
    {
        for (int i = 0; i < costs.Length; i++)
            if (!Decision.IsTaken(costs[i].DecidedOn, asOf) || (i > 0 && costs[i].From.First <= costs[i - 1].From.First))
                return false;
        return true;
    }

    /// <summary>Of several costs from one day on, the one decided last counts.</summary>
    private static ImmutableArray<Cost> Ordered(ImmutableArray<Cost> costs, LocalDate asOf)
    {
        Cost[] ordered = [.. costs.Where(cost => Decision.IsTaken(cost.DecidedOn, asOf))
            .OrderBy(cost => cost.From.First).ThenBy(cost => cost.DecidedOn?.Last)];
        return [.. ordered.Where((cost, i) => i + 1 == ordered.Length || ordered[i + 1].From.First != cost.From.First)];
    }

    private static ImmutableArray<Cost> Changed(ImmutableArray<Cost> costs, CostChange change)
    {
        LocalDate from = change.From.First;
        var before = costs.Where(cost => cost.From.First < from).ToList();
        if (change is CostChange.Set set)
            return [.. before, new(change.From, set.Annual) { Source = change.Source }];
        var factor = ((CostChange.Index)change).Factor;
        var after = costs.Where(cost => cost.From.First >= from).ToList();
        if (before.Count > 0 && (after.Count == 0 || after[0].From.First > from))
            after.Insert(0, before[^1] with { From = change.From });
        // A cost that a scenario multiplies is an assumption, whatever it was before.
        return [.. before, .. after.Select(cost => cost with { Annual = cost.Annual?.Times(factor), Source = change.Source })];
    }

    /// <summary>The first day shown: the as-of date, or the first day of a post that is yet to begin.</summary>
    public static LocalDate FirstDay(this Post post, LocalDate asOf)
    {
        ArgumentNullException.ThrowIfNull(post);
        return (post.From ?? post.AttestedOn) is { } from && from.First > asOf ? from.First : asOf;
    }

    /// <summary>
    /// The cost in force on the first day shown (<see cref="FirstDay"/>), among those known on the as-of date; null where none is given.
    /// </summary>
    public static Cost? CostOn(this Post post, LocalDate asOf)
    {
        ArgumentNullException.ThrowIfNull(post);
        var day = FirstDay(post, asOf);
        return KnownCosts(post, asOf).LastOrDefault(cost => cost.From.First <= day);
    }

    /// <summary>Who employs on a day; null where nobody is named.</summary>
    public static Employer? EmployerOn(this Post post, LocalDate day)
    {
        ArgumentNullException.ThrowIfNull(post);
        return post.Employers.IsEmpty ? null : post.Employers.Where(employer => employer.From is not { } from || from.First <= day)
            .OrderBy(employer => employer.From?.First ?? LocalDate.MinIsoValue).LastOrDefault();
    }

    /// <summary>Whether somebody holds the post on a day; null where nobody says.</summary>
    public static OccupancyState? OccupancyOn(this Post post, LocalDate day)
    {
        ArgumentNullException.ThrowIfNull(post);
        return post.Occupancy.LastOrDefault(
            period => (period.From is not { } from || from.First <= day) && (period.Until is not { } until || until.Last >= day))?.State;
    }
}
