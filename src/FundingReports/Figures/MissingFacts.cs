using FundingReports.Ledger;
using System.Collections.Immutable;
using FundingReports.Portfolios;

namespace FundingReports.Figures;

/// <summary>Lists what is not known of a post, and so makes its answers ranges.</summary>
internal static class MissingFacts
{
    /// <summary>Every set of missing facts, by the bits of its members: a million posts share these few sets.</summary>
    private static readonly ImmutableArray<Missing>[] sets =
        [.. Enumerable.Range(0, 1 << Enum.GetValues<Missing>().Length)
            .Select(bits => Enum.GetValues<Missing>().Where(what => (bits & Bit(what)) != 0).ToImmutableArray())];

    /// <summary>A cost, as bits.</summary>
    internal static int Cost { get; } = Bit(Missing.Cost);

    internal static ImmutableArray<Missing> In(KnownFacts facts, PostFigures figures)
    {
        var post = facts.Portfolio.Posts[figures.Post];
        int missing = 0;
        foreach (var timeline in figures.Timelines)
            missing |= BitsOf(facts.Portfolio.Commitments[timeline.Commitment], timeline, FundingView.Firm);
        AddIf(figures.Cost.Contains(PostFigures.Unknown), Missing.Cost);
        AddIf(post.Fte is null, Missing.Fte);
        AddIf(post.From is null, Missing.From);
        return sets[missing];

        void AddIf(bool lacking, Missing what) => missing |= lacking ? Bit(what) : 0;
    }

    /// <summary>What would have to be known for the figures of one budget year in one view, as bits; never none.</summary>
    /// <remarks>Of money that pays nothing in that year, nothing is missing.</remarks>
    internal static int BitsOf(ImmutableArray<Commitment> commitments, PostFigures figures, int year, FundingView view)
    {
        int missing = figures.Cost[year] == PostFigures.Unknown ? Bit(Missing.Cost) : 0;
        for (int s = 0; s < figures.Timelines.Length; s++)
            if (figures.Timelines[s].Agreed || view is FundingView.Announced)
                missing |= BitsOf(commitments, figures, s, figures.FirstYear + year, view);
        return missing == 0 ? Bit(Missing.Amount) : missing;
    }

    /// <summary>The same of what one commitment pays; never none.</summary>
    internal static int BitsOfCell(
        ImmutableArray<Commitment> commitments, PostFigures figures, int timeline, int year, FundingView view)
    {
        int missing = BitsOf(commitments, figures, timeline, figures.FirstYear + year, view);
        return missing != 0 ? missing : Bit(figures.Cost[year] == PostFigures.Unknown ? Missing.Cost : Missing.Amount);
    }

    /// <summary>The facts whose bits these are, in the order of <see cref="Missing"/>.</summary>
    internal static ImmutableArray<Missing> Of(int bits) => sets[bits];

    internal static int BitsOf(ImmutableArray<Missing> missing)
    {
        int bits = 0;
        foreach (Missing what in missing)
            bits |= Bit(what);
        return bits;
    }

    private static int BitsOf(
        ImmutableArray<Commitment> commitments, PostFigures figures, int timeline, int calendarYear, FundingView view)
    {
        CommitmentTimeline own = figures.Timelines[timeline];
        Commitment commitment = commitments[own.Commitment];
        return commitment.From.First.Year > calendarYear || commitment.Until.Until?.Last.Year < calendarYear
            ? 0 : BitsOf(commitment, own, view);
    }

    // Only firm money asks for an act of each year.
    private static int BitsOf(Commitment commitment, CommitmentTimeline own, FundingView view) =>
        (commitment.Amount.IsUnknown ? Bit(Missing.Amount) : 0) | (commitment.Until.IsUnknown ? Bit(Missing.Term) : 0)
            | (view is FundingView.Firm && own.Agreed && !own.FirmnessKnown ? Bit(Missing.Instalments) : 0);

    private static int Bit(Missing what) => 1 << (int)what;
}
