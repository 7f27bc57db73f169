using FundingReports.Figures;

namespace FundingReports.Totals;

/// <summary>The totals of a budget year in the making.</summary>
internal sealed class YearSums(Groups groups)
{
    internal RunningTotal Cost { get; } = new();

    /// <summary>In the order of <see cref="FundingView"/>.</summary>
    internal ViewSums[] Views { get; } = [new(groups), new(groups), new(groups)];

    internal void Add(PostFigures figures, int year)
    {
        Cost.Add(figures.Cost[year]);
        for (int view = 0; view < Views.Length; view++)
            Views[view].Add(figures, figures.Views[view], year);
    }
}

/// <summary>The totals of a budget year in one view, in the making.</summary>
internal sealed class ViewSums(Groups groups)
{
    internal RunningTotal Funding { get; } = new();

    internal RunningTotal Gap { get; } = new();

    internal RunningTotal Surplus { get; } = new();

    internal GroupSums ByFunder { get; } = new(groups.Funder);

    internal GroupSums ByKind { get; } = new(groups.Kind);

    internal GroupSums ByLine { get; } = new(groups.Line);

    internal GroupSums ByDepartement { get; } = new(groups.Departement);

    internal GroupSums ByScheme { get; } = new(groups.Scheme);

    internal void Add(PostFigures figures, ViewFigures own, int year)
    {
        Gap.Add(own.Gap[year]);
        Surplus.Add(own.Surplus[year]);
        Span<long> cells = own.Cells(year);
        for (int s = 0; s < cells.Length; s++)
        {
            long cell = cells[s];
            int commitment = figures.Timelines[s].Commitment;
            Funding.Add(cell);
            ByFunder.Add(commitment, cell);
            ByKind.Add(commitment, cell);
            ByLine.Add(commitment, cell);
            ByDepartement.Add(figures.Post, cell);
            ByScheme.Add(figures.Post, cell);
        }
    }
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
