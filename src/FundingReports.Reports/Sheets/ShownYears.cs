using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Reports.Sheets;

/// <summary>The budget years that a workbook shows.</summary>
internal static class ShownYears
{
    // A page has no more room for years as columns.
    private const int MostAhead = 5;

    /// <summary>
    /// The same analysis over the years from the one before the as-of year, where facts exist of it, to the year after the last
    /// promise; no year at either end without a fact.
    /// </summary>
    internal static FundingAnalysis Of(FundingAnalysis analysis, CancellationToken cancellation)
    {
        int now = analysis.AsOf.Year;
        var portfolio = analysis.Portfolio;
        int first = analysis.Since < now ? analysis.Since
            : now - 1 >= PartialDate.FirstYear && HasFact(analysis, now - 1, cancellation) ? now - 1 : now;
        int most = Math.Min(Math.Max(analysis.Through.Year, now), now + MostAhead);
        int last = portfolio.Commitments.Where(commitment => commitment.Status != CommitmentStatus.Refused)
            .Select(commitment => commitment.Until.Until is { } until ? until.Last.Year + 1 : commitment.Until.IsOpen ? most : now + 1)
            .DefaultIfEmpty(now + 1).Max();
        last = Math.Clamp(last, now, most);
        while (last > now && !HasFact(analysis, last, cancellation))
            last--;
        return first == analysis.Since && last == analysis.Through.Year
            ? analysis
            : FundingAnalysis.Of(portfolio, analysis.AsOf, new LocalDate(last, 12, 31), analysis.Policies, first, cancellation);
    }

    // Whether a post that is active in the year has a known cost, or a promise in force.
    private static bool HasFact(FundingAnalysis analysis, int year, CancellationToken cancellation)
    {
        cancellation.Look();
        LocalDate from = new(year, 1, 1), until = new(year, 12, 31);
        HashSet<string> promised = analysis.Portfolio.Commitments.Where(commitment => commitment.Status != CommitmentStatus.Refused
            && commitment.From.First <= until && !(commitment.Until.Until?.Last < from))
            .SelectMany(commitment => commitment.Posts).ToHashSet(StringComparer.Ordinal);
        return analysis.Portfolio.Posts.Any(post => Lives(post) && (promised.Contains(post.Id)
            || post.KnownCosts(analysis.AsOf).Any(cost => cost.Annual is not null && cost.From.First <= until)));

        bool Lives(Post post) => !((post.From ?? post.AttestedOn)?.First > until) && !(post.Until?.Last < from);
    }
}
