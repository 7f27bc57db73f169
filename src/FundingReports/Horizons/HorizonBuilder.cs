using System.Collections.Immutable;
using FundingReports.Coverage;
using NodaTime;

namespace FundingReports.Horizons;

/// <summary>The runs of a post's figures → the answers to "until when?".</summary>
internal static class HorizonBuilder
{
    internal static FundingHorizon Full(LocalDate asOf, PostFigures figures, ViewFigures view)
    {
        var (state, surely, possibly) = Horizon(asOf, figures, view.FullSurely, view.FullPossibly);
        return new(state, surely, possibly)
        {
            LeftFrom = asOf,
            ResumesOn = view.ResumesOn == Day.Never ? null : view.ResumesOn.Date,
        };
    }

    internal static FundingHorizon Part(LocalDate asOf, PostFigures figures, ViewFigures view)
    {
        var (state, surely, possibly) = Horizon(asOf, figures, view.PartSurely, view.PartPossibly);
        return new(state, surely, possibly) { LeftFrom = asOf, ResumesOn = state is HorizonState.Ended ? null : PartResumes(asOf, figures, view) };
    }

    /// <summary>The first day after the sure run on which some sure money is there again; null where there is none, or the run has no end.</summary>
    private static LocalDate? PartResumes(LocalDate asOf, PostFigures figures, ViewFigures view)
    {
        Day over = Day.Max(view.PartSurely.End, Day.Max(Day.Of(asOf), figures.Life.From));
        foreach (var piece in view.Pieces)
            if (piece.Span.To > over && (piece.Facts & Facts.SurelyPart) != 0 && Day.Max(piece.Span.From, over) is var day && day != Day.Never)
                return day.Date;
        return null;
    }

    private static (HorizonState State, Reach Surely, Reach Possibly) Horizon(LocalDate asOf, PostFigures figures, Run surely, Run possibly)
    {
        Day today = Day.Of(asOf), first = Day.Max(today, figures.Life.From);
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

    private static Reach ReachOf(Run run, Day first) =>
        run.End <= first ? Reach.None : run.End == Day.Never ? Reach.Open : Reach.To(run.End.Eve);

    internal static ImmutableArray<CoveragePiece> Pieces(ViewFigures view)
    {
        var pieces = ImmutableArray.CreateBuilder<CoveragePiece>(view.Pieces.Length);
        Facts before = Facts.None;
        foreach (var piece in view.Pieces)
        {
            LocalDate? until = piece.Span.To == Day.Never ? null : piece.Span.To.Eve;
            // Of equal coverage: one piece, unless compensation makes the one full and the other not.
            if (piece.SameAsBefore && (StateOf(before) == StateOf(piece.Facts) || ((before ^ piece.Facts) & Fullness) == 0))
            {
                var joined = pieces[pieces.Count - 1];
                pieces[pieces.Count - 1] = joined with { Until = until, State = joined.State == StateOf(piece.Facts) ? joined.State : FundingState.Undetermined };
            }
            else
                pieces.Add(new(piece.Span.From.Date, until, new(piece.Low), HighOf(piece), StateOf(piece.Facts)));
            before = piece.Facts;
        }
        return pieces.DrainToImmutable();
    }

    private const Facts Fullness = Facts.SurelyFull | Facts.PossiblyFull;

    private static Knowable<CoverageRate> HighOf(Piece piece) => piece.High == PostFigures.Unknown
        ? Knowable<CoverageRate>.Unknown(Missing.Amount)
        : Knowable<CoverageRate>.Known(new(piece.High));

    internal static FundingState StateOf(Facts facts)
    {
        if ((facts & Facts.SurelyFull) != 0)
            return FundingState.Full;
        if ((facts & Facts.PossiblyPart) == 0)
            return FundingState.None;
        return (facts & Facts.PossiblyFull) == 0 && (facts & Facts.SurelyPart) != 0 ? FundingState.Part : FundingState.Undetermined;
    }

    internal static Cliff? Cliff(KnownFacts facts, PostFigures figures, ViewFigures view)
    {
        if (view.Cliff is not { } drop)
            return null;
        var losses = drop.Losses.Select(loss => new Loss(
            facts.Portfolio.Commitments[figures.Strands[loss.Strand].Commitment],
            new(loss.Share),
            KnownMoney.Of(loss.YearlyRate, [Missing.Cost])));
        return new(drop.On.Date, new(drop.ShareLost), KnownMoney.Of(drop.YearlyRateLost, [Missing.Cost]), [.. losses]);
    }

    /// <summary>The last fully funded day, or the first day where there is none or no end.</summary>
    internal static LocalDate DayOfPayers(KnownFacts facts, PostFigures figures, ViewFigures view)
    {
        Day first = Day.Max(Day.Of(facts.AsOf), figures.Life.From), end = view.FullSurely.End;
        return end > first && end < Day.Never ? end.Eve : first.Date;
    }

    internal static ImmutableArray<Payer> Payers(KnownFacts facts, PostFigures figures, ViewFigures view)
    {
        var payers = ImmutableArray.CreateBuilder<Payer>();
        for (int s = 0; s < figures.Strands.Length; s++)
            if (view.Parts[s] > 0)
                payers.Add(new(facts.Portfolio.Commitments[figures.Strands[s].Commitment], new(view.Parts[s])));
        return payers.DrainToImmutable();
    }
}
