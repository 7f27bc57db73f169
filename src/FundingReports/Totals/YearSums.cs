using System.Collections.Immutable;
using FundingReports.Figures;
using FundingReports.Portfolios;

namespace FundingReports.Totals;

/// <summary>The totals of a budget year in the making.</summary>
internal sealed class YearSums(Groups groups)
{
    private RunningSum cost;

    internal Total Cost => cost.ToTotal();

    /// <summary>In the order of <see cref="FundingView"/>.</summary>
    internal ViewSums[] Views { get; } =
        [new(groups, FundingView.Firm), new(groups, FundingView.Agreed), new(groups, FundingView.Announced)];

    internal void Add(PostFigures figures, int year)
    {
        cost.Add(figures.Cost[year], MissingFacts.Cost);
        for (int view = 0; view < Views.Length; view++)
            Views[view].Add(figures, figures.Views[view], year);
    }
}

/// <summary>The totals of a budget year in one view, in the making.</summary>
internal sealed class ViewSums(Groups groups, FundingView view)
{
    private readonly GroupSums<(string Funder, string Line)> promises = new(groups.Promises);
    private readonly GroupSums<(string Departement, string Scheme)> posts = new(groups.Posts);
    private RunningSum gap, surplus;

    internal Total Funding => promises.All().ToTotal();

    internal Total Gap => gap.ToTotal();

    internal Total Surplus => surplus.ToTotal();

    internal ImmutableSortedDictionary<string, Total> ByFunder => promises.By(key => key.Funder);

    internal ImmutableSortedDictionary<string, Total> ByKind => promises.By(key => groups.KindOf(key.Funder));

    internal ImmutableSortedDictionary<string, Total> ByLine => promises.By(key => key.Line);

    internal ImmutableSortedDictionary<string, Total> ByDepartement => posts.By(key => key.Departement);

    internal ImmutableSortedDictionary<string, Total> ByScheme => posts.By(key => key.Scheme);

    internal void Add(PostFigures figures, ViewFigures own, int year)
    {
        int missing = own.Gap[year] == PostFigures.Unknown || own.Surplus[year] == PostFigures.Unknown
            ? MissingFacts.BitsOf(groups.Commitments, figures, year, view) : 0;
        gap.Add(own.Gap[year], missing);
        surplus.Add(own.Surplus[year], missing);
        Span<long> cells = own.Cells(year);
        if (cells.IsEmpty)
            return;
        RunningSum ofPost = default;
        for (int s = 0; s < cells.Length; s++)
        {
            int lacks = cells[s] == PostFigures.Unknown ? MissingFacts.BitsOfCell(groups.Commitments, figures, s, year, view) : 0;
            promises.Add(figures.Timelines[s].Commitment, cells[s], lacks);
            ofPost.Add(cells[s], lacks);
        }
        posts.Add(figures.Post, ofPost);
    }
}

/// <summary>A sum in the making, of figures that may be unknown.</summary>
internal struct RunningSum
{
    private long known;

    // As bits; none: all that was added is known.
    private int missing;

    /// <param name="cents">The figure.</param>
    /// <param name="lacks">What would have to be known, as bits, where it is unknown.</param>
    internal void Add(long cents, int lacks)
    {
        if (cents == PostFigures.Unknown)
            missing |= lacks;
        else
            known = checked(known + cents);
    }

    internal void Add(in RunningSum other)
    {
        missing |= other.missing;
        known = checked(known + other.known);
    }

    internal readonly Total ToTotal()
    {
        var part = Euros.FromCents(known);
        return new(missing != 0 ? Knowable<Euros>.Unknown(MissingFacts.Of(missing)) : Knowable<Euros>.Known(part), part);
    }
}

/// <summary>The same, to be added to from several places.</summary>
internal sealed class RunningTotal
{
    private RunningSum sum;

    internal void Add(Knowable<Euros> money) => sum.Add(
        money.TryGet(out var known) ? known.Cents : PostFigures.Unknown, MissingFacts.BitsOf(money.Missing));

    internal Total ToTotal() => sum.ToTotal();
}
