using FundingReports.Figures;
using FundingReports.Ledger;

namespace FundingReports.Tests.SelfDoubt;

/// <summary>A figure of a post made wrong on purpose, as little as would still be a wrong answer.</summary>
/// <param name="Figure">Its name in the code; a view's, with the view.</param>
/// <param name="Corrupt">Makes it wrong; false where this post has no such figure.</param>
internal sealed record Corruption(string Figure, Func<PostFigures, bool> Corrupt)
{
    /// <summary>One for every figure of PostFigures, ViewFigures and SumBalance.</summary>
    internal static IEnumerable<Corruption> All =>
    [
        new("Cost", post => Bump(post.Cost)),
        new("Exposure", post => post.Exposure != PostFigures.Unknown && Set(post, nameof(PostFigures.Exposure), post.Exposure + 100)),
        new("Dependence", post => post.Dependence != FunderDependence.OnNothing
                && Set(post, nameof(PostFigures.Dependence), FunderDependence.OnNothing)),
        new("Thin", post => post.Thin.Surely != DayNumber.Never
                && Set(post, nameof(PostFigures.Thin), new ThinCoverage(DayNumber.Never, DayNumber.Never))),
        new("Balances.Promised", post => Tie(post, tie => tie with { Promised = tie.Promised + 1 }, tie => tie.Promised)),
        new("Balances.Before", post => Tie(post, tie => tie with { Before = tie.Before + 1 }, tie => tie.Before)),
        new("Balances.Shown", post => Tie(post, tie => tie with { Shown = tie.Shown + 1 }, tie => tie.Shown)),
        new("Balances.After", post => Tie(post, tie => tie with { After = tie.After + 1 }, tie => tie.After)),
        new("Balances.Unused", post => Tie(post, tie => tie with { Unused = tie.Unused + 1 }, tie => tie.Unused)),
        // Promised moved with a part of it, so that the tie still ties.
        new("Balances.Promised with Before",
            post => Tie(post, tie => tie with { Promised = tie.Promised + 1, Before = tie.Before + 1 }, tie => tie.Promised)),
        .. Enum.GetValues<FundingView>().SelectMany(Of),
    ];

    private static IEnumerable<Corruption> Of(FundingView view) => new Corruption[]
    {
        new("Cells", post => Bump(post[view].Cells(Last(post)))),
        new("Cells with Funding", post => Bump(post[view].Cells(Last(post))) && Bump(post[view].Funding[^1..])),
        new("Cells with Funding and Rounding", post => Bump(post[view].Cells(Last(post))) && Bump(post[view].Funding[^1..])
                && Bump(post[view].Rounding[^1..])),
        new("Cells, a cent from one to the other", post => post.Timelines.Length > 1 && Bump(post[view].Cells(0)[..1])
                && Bump(post[view].Cells(0)[1..2], -1)),
        new("Funding", post => Bump(post[view].Funding)),
        new("Gap", post => Bump(post[view].Gap)),
        new("Gap with GapAtMost and Rounding", post => Bump(post[view].Gap[^1..]) && Bump(post[view].GapAtMost[^1..])
                && Bump(post[view].Rounding[^1..])),
        new("GapAtMost", post => Bump(post[view].GapAtMost)),
        new("Surplus", post => Bump(post[view].Surplus)),
        new("Rounding", post => Bump(post[view].Rounding)),
        new("Low", post => Bump(post[view].Low[^1..], 2)),
        new("High", post => Bump(post[view].High[^1..], 2)),
        new("Parts", post => Bump(post[view].Parts, 2)),
        new("Pieces", post => post[view].Pieces is [.., var last] pieces && Done(() => pieces[^1] = last with { Low = last.Low + 2 })),
        new("Pieces.Facts", post => post[view].Pieces is [.., var last] pieces
                && Done(() => pieces[^1] = last with { Flags = last.Flags ^ CoverageFlags.SurelyFull })),
        new("FullSurely", post => Later(post[view].FullSurely) is { } run && Done(() => post[view].FullSurely = run)),
        new("FullSurely.MeetsPostEnd",
            post => Done(() => post[view].FullSurely = post[view].FullSurely with { MeetsPostEnd = !post[view].FullSurely.MeetsPostEnd })),
        new("FullPossibly", post => Later(post[view].FullPossibly) is { } run && Done(() => post[view].FullPossibly = run)),
        new("PartSurely", post => Later(post[view].PartSurely) is { } run && Done(() => post[view].PartSurely = run)),
        new("PartPossibly", post => Later(post[view].PartPossibly) is { } run && Done(() => post[view].PartPossibly = run)),
        new("ResumesOn", post => post[view].FullSurely.End != DayNumber.Never
                && Done(() => post[view].ResumesOn = post[view].ResumesOn == DayNumber.Never ? DayNumber.FirstOf(post.FirstYear + 3)
                        : post[view]
                        .ResumesOn.Next)),
        new("Cliff.On", post => post[view].Cliff is { } cliff && Done(() => post[view].Cliff = cliff with { On = cliff.On.Next })),
        new("Cliff.ShareLost", post => post[view].Cliff is { } cliff
                && Done(() => post[view].Cliff = cliff with { ShareLost = cliff.ShareLost + 2 })),
        new("Cliff.YearlyRateLost", post => post[view].Cliff is { YearlyRateLost: not PostFigures.Unknown } cliff
                && Done(() => post[view].Cliff = cliff with { YearlyRateLost = cliff.YearlyRateLost + 1 })),
        new("Cliff.Losses", post => post[view].Cliff is { Losses.Length: > 0 } cliff
                && Done(() => post[view].Cliff = cliff with { Losses = cliff.Losses[1..] })),
        new("Unused", post => post[view].Unused != PostFigures.Unknown && Done(() => post[view].Unused++)),
    }.Select(one => new Corruption($"{view}.{one.Figure}", post => IsItsOwn(post, view) && one.Corrupt(post)));

    // Where nothing is announced alone, the announced view is the agreed one.
    private static bool IsItsOwn(PostFigures post, FundingView view) =>
        view != FundingView.Announced || post[view] != post[FundingView.Agreed];

    // What can only be given when the figures are made.
    private static bool Set(PostFigures post, string property, object value) =>
        Done(() => typeof(PostFigures)
                .GetProperty(property, System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!.SetValue(post,
                    value));

    private static int Last(PostFigures post) => post.Cost.Length - 1;

    // The first figure that is known, and something.
    private static bool Bump(Span<long> figures, long by = 1)
    {
        foreach (ref long figure in figures)
            if (figure != PostFigures.Unknown)
            {
                figure += by;
                return true;
            }
        return false;
    }

    private static bool Tie(PostFigures post, Func<SumBalance, SumBalance> change, Func<SumBalance, long> part)
    {
        int at = Array.FindIndex(post.Balances, tie => tie is { } known && part(known) != PostFigures.Unknown);
        if (at >= 0)
            post.Balances[at] = change(post.Balances[at]!.Value);
        return at >= 0;
    }

    private static FundedRun? Later(FundedRun run) => run.End == DayNumber.Never ? null : run with { End = run.End.Next };

    private static bool Done(Action act)
    {
        act();
        return true;
    }
}
