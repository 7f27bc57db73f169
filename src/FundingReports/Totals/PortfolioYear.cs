using System.Diagnostics;
using System.Collections.Immutable;
using System.Text.Json.Serialization;
using FundingReports.Figures;
using FundingReports.Ledger;

namespace FundingReports.Totals;

/// <summary>The totals of a budget year.</summary>
[JsonConverter(typeof(NoJson<PortfolioYear>))]
[DebuggerDisplay("{Year}: gap {Agreed.Gap}")]
public sealed class PortfolioYear
{
    private readonly ImmutableArray<ViewYear> views;

    private PortfolioYear(int year, YearSums sums)
    {
        Year = year;
        Cost = sums.Cost;
        views = [.. sums.Views.Select(view => new ViewYear(view))];
    }

    internal static ImmutableArray<PortfolioYear> Of(Groups groups, PostFigures[] figures)
    {
        if (figures.Length == 0)
            return [];
        YearSums[] years = [.. figures[0].Cost.Select(_ => new YearSums(groups))];
        // Post by post, because the figures of one post are near one another.
        foreach (var figure in figures)
            for (int year = 0; year < years.Length; year++)
                years[year].Add(figure, year);
        return [.. years.Select((sums, year) => new PortfolioYear(figures[0].FirstYear + year, sums))];
    }

    /// <summary>The budget year, a calendar year.</summary>
    public int Year { get; }

    /// <summary>The cost of all posts over the budget year, in euros.</summary>
    public Total Cost { get; }

    /// <summary>The totals of firm money only.</summary>
    public ViewYear Firm => this[FundingView.Firm];

    /// <summary>The totals of granted and signed money.</summary>
    public ViewYear Agreed => this[FundingView.Agreed];

    /// <summary>The totals of granted, signed and announced money.</summary>
    public ViewYear Announced => this[FundingView.Announced];

    /// <summary>The totals of one view.</summary>
    public ViewYear this[FundingView view] => views[(int)view.Known()];
}

/// <summary>The totals of a budget year in one view.</summary>
[JsonConverter(typeof(NoJson<ViewYear>))]
public sealed class ViewYear
{
    internal ViewYear(ViewSums sums)
    {
        Funding = sums.Funding;
        Gap = sums.Gap;
        Surplus = sums.Surplus;
        ByFunder = sums.ByFunder;
        ByKind = sums.ByKind;
        ByDepartement = sums.ByDepartement;
        ByScheme = sums.ByScheme;
        ByLine = sums.ByLine;
    }

    /// <summary>The money of all posts over the budget year, in euros.</summary>
    public Total Funding { get; }

    /// <summary>Reste à financer of all posts: one post's surplus does not fill another's gap.</summary>
    public Total Gap { get; }

    /// <summary>The surplus of all posts.</summary>
    public Total Surplus { get; }

    /// <summary>Money by id of funder.</summary>
    public ImmutableSortedDictionary<string, Total> ByFunder { get; }

    /// <summary>Money by kind of funder, as portfolio@1 writes the kinds.</summary>
    public ImmutableSortedDictionary<string, Total> ByKind { get; }

    /// <summary>Money by département code; the empty text where there is none.</summary>
    public ImmutableSortedDictionary<string, Total> ByDepartement { get; }

    /// <summary>Money by scheme of the post; the empty text where there is none.</summary>
    public ImmutableSortedDictionary<string, Total> ByScheme { get; }

    /// <summary>Money by line; the empty text where there is none.</summary>
    public ImmutableSortedDictionary<string, Total> ByLine { get; }

    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{Funding}, gap {Gap}";
}
