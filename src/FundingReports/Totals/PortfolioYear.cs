using System.Collections.Immutable;
using System.Text.Json.Serialization;
using FundingReports.Figures;
using FundingReports.Ledger;

namespace FundingReports.Totals;

/// <summary>The totals of a budget year.</summary>
[JsonConverter(typeof(NoJson<PortfolioYear>))]
public sealed class PortfolioYear
{
    private readonly ImmutableArray<ViewYear> views;

    internal PortfolioYear(Groups groups, PostFigures[] figures, int year)
    {
        Year = figures[0].FirstYear + year;
        var cost = new RunningTotal();
        foreach (var post in figures)
            cost.Add(post.Cost[year]);
        Cost = cost.Total(Missing.Cost);
        views = [.. Enum.GetValues<FundingView>().Select(view => new ViewYear(groups, figures, view, year))];
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
    public ViewYear this[FundingView view] => views[(int)view];
}

/// <summary>The totals of a budget year in one view.</summary>
[JsonConverter(typeof(NoJson<ViewYear>))]
public sealed class ViewYear
{
    internal ViewYear(Groups groups, PostFigures[] figures, FundingView view, int year)
    {
        RunningTotal funding = new(), gap = new(), surplus = new();
        GroupSums byFunder = new(groups.Funder), byKind = new(groups.Kind), byLine = new(groups.Line);
        GroupSums byDepartement = new(groups.Departement), byScheme = new(groups.Scheme);
        foreach (var figure in figures)
        {
            var own = figure[view];
            gap.Add(own.Gap[year]);
            surplus.Add(own.Surplus[year]);
            for (int s = 0; s < figure.Timelines.Length; s++)
            {
                long cell = own.Cells(year)[s];
                int commitment = figure.Timelines[s].Commitment;
                funding.Add(cell);
                byFunder.Add(commitment, cell);
                byKind.Add(commitment, cell);
                byLine.Add(commitment, cell);
                byDepartement.Add(figure.Post, cell);
                byScheme.Add(figure.Post, cell);
            }
        }
        Funding = funding.Total(Missing.Amount);
        Gap = gap.Total(Missing.Amount);
        Surplus = surplus.Total(Missing.Amount);
        ByFunder = byFunder.Totals();
        ByKind = byKind.Totals();
        ByDepartement = byDepartement.Totals();
        ByScheme = byScheme.Totals();
        ByLine = byLine.Totals();
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
}

/// <summary>A sum in the making, of figures that may be unknown.</summary>
internal sealed class RunningTotal
{
    private long known;
    private bool unknown;

    internal void Add(Knowable<Euros> money) => Add(money.TryGet(out var known) ? known.Cents : PostFigures.Unknown);

    internal void Add(long cents)
    {
        if (cents == PostFigures.Unknown)
            unknown = true;
        else
            known = checked(known + cents);
    }

    internal Total Total(Missing missing)
    {
        var part = Euros.FromCents(known);
        return new(unknown ? Knowable<Euros>.Unknown(missing) : Knowable<Euros>.Known(part), part);
    }
}
