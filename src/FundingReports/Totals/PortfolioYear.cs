using System.Collections.Immutable;
using FundingReports.Coverage;
using FundingReports.Portfolios;

namespace FundingReports.Totals;

/// <summary>The totals of a budget year.</summary>
public sealed class PortfolioYear
{
    private readonly ImmutableArray<ViewYear> views;

    internal PortfolioYear(KnownFacts facts, PostFigures[] figures, int year)
    {
        Year = figures[0].FirstYear + year;
        var cost = new Adding();
        foreach (var post in figures)
            cost.Add(post.Cost[year]);
        Cost = cost.Total(Missing.Cost);
        views = [.. Enum.GetValues<FundingView>().Select(view => new ViewYear(facts, figures, view, year))];
    }

    /// <summary>The budget year, a calendar year.</summary>
    public int Year { get; }

    /// <summary>The cost of all posts.</summary>
    public Total Cost { get; }

    /// <summary>From firm money only.</summary>
    public ViewYear Firm => this[FundingView.Firm];

    /// <summary>From granted and signed money.</summary>
    public ViewYear Agreed => this[FundingView.Agreed];

    /// <summary>From granted, signed and announced money.</summary>
    public ViewYear Announced => this[FundingView.Announced];

    /// <summary>The totals of one view.</summary>
    public ViewYear this[FundingView view] => views[(int)view];
}

/// <summary>The totals of a budget year in one view.</summary>
public sealed class ViewYear
{
    internal ViewYear(KnownFacts facts, PostFigures[] figures, FundingView view, int year)
    {
        Adding funding = new(), gap = new(), gapAhead = new(), surplus = new();
        var byFunder = new Groups();
        var byKind = new Groups();
        var byDepartement = new Groups();
        var byScheme = new Groups();
        var byLine = new Groups();
        var funders = facts.Portfolio.Funders.ToDictionary(funder => funder.Id, StringComparer.Ordinal);
        foreach (var figure in figures)
        {
            var own = figure[view];
            var post = facts.Portfolio.Posts[figure.Post];
            gap.Add(own.Gap[year]);
            gapAhead.Add(year == 0 ? own.GapAhead : own.Gap[year]);
            surplus.Add(own.Surplus[year]);
            for (int s = 0; s < figure.Strands.Length; s++)
            {
                long cell = own.Cells[year][s];
                var commitment = facts.Portfolio.Commitments[figure.Strands[s].Commitment];
                funding.Add(cell);
                byFunder.Add(commitment.Funder, cell);
                byKind.Add(KebabCase.Of(funders[commitment.Funder].Kind.ToString()), cell);
                byDepartement.Add(post.Departement, cell);
                byScheme.Add(post.Scheme, cell);
                byLine.Add(commitment.Line, cell);
            }
        }
        Funding = funding.Total(Missing.Amount);
        Gap = gap.Total(Missing.Amount);
        GapAhead = gapAhead.Total(Missing.Amount);
        Surplus = surplus.Total(Missing.Amount);
        ByFunder = byFunder.Totals();
        ByKind = byKind.Totals();
        ByDepartement = byDepartement.Totals();
        ByScheme = byScheme.Totals();
        ByLine = byLine.Totals();
    }

    /// <summary>The money of all posts.</summary>
    public Total Funding { get; }

    /// <summary>Reste à financer of all posts: one post's surplus does not fill another's gap.</summary>
    public Total Gap { get; }

    /// <summary>In the as-of year, the gap from the as-of date on; elsewhere the gap.</summary>
    public Total GapAhead { get; }

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
internal sealed class Adding
{
    private long known;
    private bool unknown;

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

/// <summary>Sums in the making, by name.</summary>
internal sealed class Groups
{
    private readonly Dictionary<string, Adding> sums = new(StringComparer.Ordinal);

    internal void Add(string? name, long cents)
    {
        if (!sums.TryGetValue(name ?? "", out var sum))
            sums.Add(name ?? "", sum = new());
        sum.Add(cents);
    }

    internal ImmutableSortedDictionary<string, Total> Totals() =>
        sums.ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value.Total(Missing.Amount), StringComparer.Ordinal);
}
