using NodaTime;

namespace FundingReports.Portfolios;

/// <summary>What is true of a post on the as-of date, among what its facts say over time.</summary>
internal static class PostFacts
{
    /// <summary>The costs known on a day, one a starting day, in order: of two, the one decided last, then the last written.</summary>
    internal static List<Cost> CostsKnown(Post post, LocalDate asOf) =>
    [
        .. post.Costs
            .Where(cost => cost.DecidedOn is not { } decided || decided.First <= asOf)
            .Select((cost, index) => (Cost: cost, Index: index))
            .OrderBy(item => item.Cost.From.First).ThenBy(item => item.Cost.DecidedOn?.First ?? LocalDate.MinIsoValue).ThenBy(item => item.Index)
            .GroupBy(item => item.Cost.From.First)
            .Select(group => group.Last().Cost),
    ];

    /// <summary>The first day shown: the as-of date, or the first day of a post that is yet to begin.</summary>
    internal static LocalDate FirstDay(Post post, LocalDate asOf) =>
        (post.From ?? post.AttestedOn) is { } from && from.First > asOf ? from.First : asOf;

    internal static Cost? CostOn(Post post, LocalDate asOf)
    {
        var day = FirstDay(post, asOf);
        return CostsKnown(post, asOf).LastOrDefault(cost => cost.From.First <= day);
    }

    internal static Employer? EmployerOn(Post post, LocalDate day) =>
        post.Employers.Where(employer => employer.From is not { } from || from.First <= day).OrderBy(employer => employer.From?.First ?? LocalDate.MinIsoValue).LastOrDefault();

    internal static OccupancyState? OccupancyOn(Post post, LocalDate day) =>
        post.Occupancy.LastOrDefault(period => (period.From is not { } from || from.First <= day) && (period.Until is not { } until || until.Last >= day))?.State;
}
