using System.Collections.Immutable;
using System.Text.Json.Serialization;
using FundingReports.Portfolios;
using FundingReports.Totals;

namespace FundingReports.Changes;

/// <summary>A figure before and after.</summary>
/// <param name="After">The figure in the later analysis.</param>
/// <param name="Before">The figure in the earlier analysis.</param>
[JsonConverter(typeof(NoJson<MoneyChange>))]
public readonly record struct MoneyChange(Total Before, Total After)
{
    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{Before} to {After}";

    /// <summary>
    /// After less before; unknown as soon as one of them is. Known parts are not subtracted: what is missing from each may differ.
    /// </summary>
    public Knowable<Euros> Difference => Before.Exact.With(After.Exact, (before, after) => after - before);

    /// <summary>Whether the figure, what is known of it, or whether it is known, changed.</summary>
    public bool IsChange => Before.Exact.OrNull() != After.Exact.OrNull() || Before.KnownPart != After.KnownPart;
}

/// <summary>The money of one funder before and after, in a budget year and a view.</summary>
/// <param name="Before">The funder as it was; null where the earlier portfolio does not hold it.</param>
/// <param name="After">The funder as it is; null where the later portfolio does not hold it.</param>
/// <param name="MatchedBy">How the one was recognised in the other, or why it was not.</param>
/// <param name="Money">Its money on all posts. A funder that is not there pays nothing: that is known.</param>
[JsonConverter(typeof(NoJson<FunderChange>))]
public sealed record FunderChange(Funder? Before, Funder? After, MatchedBy MatchedBy, MoneyChange Money)
{
    /// <summary>The funder, as it is where it still is.</summary>
    public Funder Funder => (After ?? Before)!;
}

/// <summary>The money of a budget year that both analyses show, in one view.</summary>
/// <param name="Year">The budget year, a calendar year, whole.</param>
/// <param name="View">The view.</param>
/// <param name="Funders">One entry per funder of either portfolio, the later one's order first.</param>
/// <param name="Funding">The money of all funders.</param>
/// <param name="Cost">The cost of all posts.</param>
/// <param name="Gap">Reste à financer of all posts.</param>
[JsonConverter(typeof(NoJson<YearChange>))]
public sealed record YearChange(
    int Year, FundingView View, ImmutableArray<FunderChange> Funders, MoneyChange Funding, MoneyChange Cost, MoneyChange Gap)
{
    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{Year}, {View} view: cost {Cost}, funding {Funding}, gap {Gap}";

    /// <summary>One entry a funder of either portfolio, the later one's order first.</summary>
    public ImmutableArray<FunderChange> Funders { get => funders.Items; init => funders = new(value); }

    private readonly ValueList<FunderChange> funders = new(Funders);

    /// <summary>Whether any figure changed.</summary>
    public bool IsChange => Funding.IsChange || Cost.IsChange || Gap.IsChange || Funders.Any(funder => funder.Money.IsChange);

    internal static IEnumerable<YearChange> Of(FundingAnalysis before, FundingAnalysis after, ImmutableArray<Pair<Funder>> funders)
    {
        for (int year = Math.Max(before.AsOf.Year, after.AsOf.Year); year <= Math.Min(before.Through.Year, after.Through.Year); year++)
            foreach (var view in Enum.GetValues<FundingView>())
            {
                PortfolioYear? was = YearOf(before, year), now = YearOf(after, year);
                yield return new(
                    year,
                    view,
                    [.. funders.Select(pair => new FunderChange(
                        pair.Before, pair.After, pair.By, new(Paid(was, view, pair.Before), Paid(now, view, pair.After))))],
                    new(was?[view].Funding ?? Nothing, now?[view].Funding ?? Nothing),
                    new(was?.Cost ?? Nothing, now?.Cost ?? Nothing),
                    new(was?[view].Gap ?? Nothing, now?[view].Gap ?? Nothing));
            }
    }

    private static Total Nothing { get; } = new(Knowable<Euros>.Known(Euros.Zero), Euros.Zero);

    // A portfolio without posts has no years and no money.
    private static PortfolioYear? YearOf(FundingAnalysis analysis, int year) => analysis.Posts.IsEmpty ? null : analysis.Year(year);

    private static Total Paid(PortfolioYear? year, FundingView view, Funder? funder) =>
        year is not null && funder is not null && year[view].ByFunder.TryGetValue(funder.Id, out Total total) ? total : Nothing;
}
