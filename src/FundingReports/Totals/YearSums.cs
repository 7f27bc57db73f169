using System.Collections.Immutable;
using FundingReports.Figures;

namespace FundingReports.Totals;

/// <summary>The totals of a budget year in the making.</summary>
internal sealed class YearSums(Groups groups)
{
    private RunningSum cost;

    internal Total Cost => cost.Total(Missing.Cost);

    /// <summary>In the order of <see cref="FundingView"/>.</summary>
    internal ViewSums[] Views { get; } = [new(groups), new(groups), new(groups)];

    internal void Add(PostFigures figures, int year)
    {
        cost.Add(figures.Cost[year]);
        for (int view = 0; view < Views.Length; view++)
            Views[view].Add(figures, figures.Views[view], year);
    }
}

/// <summary>The totals of a budget year in one view, in the making.</summary>
internal sealed class ViewSums(Groups groups)
{
    private readonly GroupSums<(string Funder, string Line)> promises = new(groups.Promises);
    private readonly GroupSums<(string Departement, string Scheme)> posts = new(groups.Posts);
    private RunningSum gap, surplus;

    internal Total Funding => promises.All().Total(Missing.Amount);

    internal Total Gap => gap.Total(Missing.Amount);

    internal Total Surplus => surplus.Total(Missing.Amount);

    internal ImmutableSortedDictionary<string, Total> ByFunder => promises.By(key => key.Funder);

    internal ImmutableSortedDictionary<string, Total> ByKind => promises.By(key => groups.KindOf(key.Funder));

    internal ImmutableSortedDictionary<string, Total> ByLine => promises.By(key => key.Line);

    internal ImmutableSortedDictionary<string, Total> ByDepartement => posts.By(key => key.Departement);

    internal ImmutableSortedDictionary<string, Total> ByScheme => posts.By(key => key.Scheme);

    internal void Add(PostFigures figures, ViewFigures own, int year)
    {
        gap.Add(own.Gap[year]);
        surplus.Add(own.Surplus[year]);
        Span<long> cells = own.Cells(year);
        if (cells.IsEmpty)
            return;
        RunningSum ofPost = default;
        for (int s = 0; s < cells.Length; s++)
        {
            promises.Add(figures.Timelines[s].Commitment, cells[s]);
            ofPost.Add(cells[s]);
        }
        posts.Add(figures.Post, ofPost);
    }
}

/// <summary>A sum in the making, of figures that may be unknown.</summary>
internal struct RunningSum
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

    internal void Add(in RunningSum other)
    {
        unknown |= other.unknown;
        known = checked(known + other.known);
    }

    internal readonly Total Total(Missing missing)
    {
        var part = Euros.FromCents(known);
        return new(unknown ? Knowable<Euros>.Unknown(missing) : Knowable<Euros>.Known(part), part);
    }
}

/// <summary>The same, to be added to from several places.</summary>
internal sealed class RunningTotal
{
    private RunningSum sum;

    internal void Add(Knowable<Euros> money) => sum.Add(money.TryGet(out var known) ? known.Cents : PostFigures.Unknown);

    internal Total Total(Missing missing) => sum.Total(missing);
}
