using System.Numerics;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Exchange.Template;

/// <summary>A cost as the form writes it: of a whole year, and of those after it until the next.</summary>
internal readonly record struct CostInYear(int Year, Euros? Annual, PartialDate? DecidedOn);

/// <summary>The costs of a post, year by year.</summary>
internal static class YearCosts
{
    /// <summary>The costs.</summary>
    /// <param name="post">The post.</param>
    /// <param name="isExact">Whether the form can say all of them: each from a first of January.</param>
    internal static List<CostInYear> Of(Post post, out bool isExact)
    {
        List<Cost> entries = [.. post.Costs.Select((cost, i) => (cost, i)).OrderBy(entry => entry.cost.From.First)
            .ThenBy(entry => entry.cost.DecidedOn?.Last ?? LocalDate.MinIsoValue).ThenBy(entry => entry.i).Select(entry => entry.cost)];
        isExact = entries.TrueForAll(cost => cost.From.First is { Day: 1, Month: 1 } && cost.Kind is CostKind.Budget)
            && entries.Select(cost => (cost.From.First, cost.DecidedOn)).Distinct().Count() == entries.Count;
        if (entries.TrueForAll(cost => cost.From.First is { Day: 1, Month: 1 }))
            return [.. entries.GroupBy(cost => (cost.From.First, cost.DecidedOn))
                .Select(same => new CostInYear(same.Key.First.Year, same.Last().Annual, same.Key.DecidedOn))];
        var costs = new List<CostInYear>();
        for (int year = entries[0].From.First.Year; year <= entries[^1].From.First.Year + 1; year++)
            if (InYear(entries, post, year) is { } cost && (costs.Count == 0 || costs[^1].Annual != cost.Annual))
                costs.Add(cost);
        return costs;
    }

    // The mean of the year, which keeps its sums right; none where a part of the year, while the post was there, is not known.
    private static CostInYear? InYear(List<Cost> entries, Post post, int year)
    {
        LocalDate begin = new(year, 1, 1), end = new(year, 12, 31);
        LocalDate first = post.From?.First is { } started && started > begin && started <= end ? started : begin;
        if (entries[0].From.First > first)
            return null;
        BigInteger sum = 0;
        for (LocalDate day = first; day <= end;)
        {
            Cost current = entries.Last(cost => cost.From.First <= day);
            LocalDate next = entries.Select(cost => cost.From.First).Where(from => from > day && from <= end)
                .DefaultIfEmpty(end.PlusDays(1)).Min();
            if (current.Annual is not { } annual)
                return new(year, null, null);
            sum += (BigInteger)annual.Cents * Thirtieths.Between(day, next.PlusDays(-1));
            day = next;
        }
        int weight = Thirtieths.Between(first, end);
        return weight == 0 ? null : new(year, Euros.FromCents((long)((sum * 2 + weight) / (2 * weight))), null);
    }
}
