using System.Collections.Immutable;
using FundingReports.Figures;
using FundingReports.Ledger;
using NodaTime;

namespace FundingReports.Horizons;

/// <summary>Makes the answers to "until when?" from the runs of a post's figures.</summary>
internal static class HorizonBuilder
{
    internal static FundingHorizon Full(LocalDate asOf, PostFigures figures, ViewFigures view)
    {
        var (state, surely, possibly) = Horizon(asOf, figures, view.FullSurely, view.FullPossibly);
        return new(state, surely, possibly)
        {
            LeftFrom = asOf,
            ResumesOn = view.ResumesOn == DayNumber.Never ? null : view.ResumesOn.Date,
        };
    }

    internal static FundingHorizon Part(LocalDate asOf, PostFigures figures, ViewFigures view)
    {
        var (state, surely, possibly) = Horizon(asOf, figures, view.PartSurely, view.PartPossibly);
        return new(state, surely, possibly) {
            LeftFrom = asOf, IsOfPart = true, ResumesOn = state is HorizonState.Ended ? null : PartResumes(asOf, figures, view) };
    }

    /// <summary>
    /// The first day after the sure run on which some sure money is there again; null where there is none, or the run has no end.
    /// </summary>
    private static LocalDate? PartResumes(LocalDate asOf, PostFigures figures, ViewFigures view)
    {
        DayNumber over = DayNumber.Max(view.PartSurely.End, DayNumber.Max(DayNumber.Of(asOf), figures.Life.From));
        foreach (var piece in view.Pieces)
            if (piece.Days.To > over && (piece.Flags & CoverageFlags.SurelyPart) != 0 && DayNumber.Max(piece.Days.From, over) is var day
                && day != DayNumber.Never)
                return day.Date;
        return null;
    }

    private static (HorizonState State, Reach Surely, Reach Possibly) Horizon(
        LocalDate asOf, PostFigures figures, FundedRun surely, FundedRun possibly)
    {
        DayNumber today = DayNumber.Of(asOf), first = DayNumber.Max(today, figures.Life.From);
        if (figures.Life.To <= today)
            return (HorizonState.Ended, Reach.None, Reach.None);
        Reach sure = ReachOf(surely, first), possible = ReachOf(possibly, first);
        HorizonState state = sure != possible ? HorizonState.Between
            : sure.IsNone ? HorizonState.NotOnFirstDay
            : sure.IsOpen ? HorizonState.Open
            : surely.MeetsPostEnd ? HorizonState.PostEnds
            : HorizonState.Until;
        return (state, sure, possible);
    }

    private static Reach ReachOf(FundedRun run, DayNumber first) =>
        run.End <= first ? Reach.None : run.End == DayNumber.Never ? Reach.Open : Reach.To(run.End.Eve);

    internal static ImmutableArray<CoveragePiece> Pieces(ViewFigures view)
    {
        var pieces = ImmutableArray.CreateBuilder<CoveragePiece>(view.Pieces.Length);
        CoverageFlags before = CoverageFlags.None;
        foreach (var piece in view.Pieces)
        {
            LocalDate? until = piece.Days.To == DayNumber.Never ? null : piece.Days.To.Eve;
            // Pieces of equal coverage are joined, unless compensation within the year makes only one of them full.
            if (piece.SameAsBefore && (StateOf(before) == StateOf(piece.Flags) || ((before ^ piece.Flags) & Fullness) == 0))
            {
                var joined = pieces[pieces.Count - 1];
                pieces[pieces.Count - 1] = joined
                    with { Until = until, State = joined.State == StateOf(piece.Flags) ? joined.State : FundingState.Undetermined };
            }
            else
                pieces.Add(new(piece.Days.From.Date, until, new(piece.Low), HighOf(piece), StateOf(piece.Flags)));
            before = piece.Flags;
        }
        return pieces.DrainToImmutable();
    }

    private const CoverageFlags Fullness = CoverageFlags.SurelyFull | CoverageFlags.PossiblyFull;

    private static Knowable<CoverageRate> HighOf(PackedPiece piece) => piece.High == PostFigures.Unknown
        ? Knowable<CoverageRate>.Unknown(Missing.Amount)
        : Knowable<CoverageRate>.Known(new(piece.High));

    internal static FundingState StateOf(CoverageFlags facts)
    {
        if ((facts & CoverageFlags.SurelyFull) != 0)
            return FundingState.Full;
        if ((facts & CoverageFlags.PossiblyPart) == 0)
            return FundingState.None;
        return (facts & CoverageFlags.PossiblyFull) == 0 && (facts & CoverageFlags.SurelyPart) != 0
            ? FundingState.Part : FundingState.Undetermined;
    }

    internal static Cliff? Cliff(KnownFacts facts, PostFigures figures, ViewFigures view)
    {
        if (view.Cliff is not { } drop)
            return null;
        var losses = drop.Losses.Select(loss => new Loss(
            facts.Portfolio.Commitments[figures.Timelines[loss.Timeline].Commitment],
            new(loss.Share),
            KnownMoney.Of(loss.YearlyRate, [Missing.Cost])));
        return new(drop.On.Date, new(drop.ShareLost), KnownMoney.Of(drop.YearlyRateLost, [Missing.Cost]), [.. losses]);
    }

    /// <summary>The last fully funded day, or the first day where there is none or no end.</summary>
    internal static LocalDate DayOfPayers(KnownFacts facts, PostFigures figures, ViewFigures view)
    {
        DayNumber first = DayNumber.Max(DayNumber.Of(facts.AsOf), figures.Life.From), end = view.FullSurely.End;
        return end > first && end < DayNumber.Never ? end.Eve : first.Date;
    }

    internal static ImmutableArray<Payer> Payers(KnownFacts facts, PostFigures figures, ViewFigures view)
    {
        var payers = ImmutableArray.CreateBuilder<Payer>();
        for (int s = 0; s < figures.Timelines.Length; s++)
            if (view.Parts[s] > 0)
                payers.Add(new(facts.Portfolio.Commitments[figures.Timelines[s].Commitment], new(view.Parts[s])));
        return payers.DrainToImmutable();
    }
}
