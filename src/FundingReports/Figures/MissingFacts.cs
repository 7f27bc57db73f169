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

    internal static ImmutableArray<Missing> In(KnownFacts facts, PostFigures figures)
    {
        var post = facts.Portfolio.Posts[figures.Post];
        int missing = 0;
        foreach (var timeline in figures.Timelines)
        {
            var commitment = facts.Portfolio.Commitments[timeline.Commitment];
            AddIf(timeline.Agreed && !timeline.FirmnessKnown, Missing.Instalments);
            AddIf(commitment.Amount.IsUnknown, Missing.Amount);
            AddIf(commitment.Until.IsUnknown, Missing.Term);
        }
        AddIf(figures.Cost.Contains(PostFigures.Unknown), Missing.Cost);
        AddIf(post.Fte is null, Missing.Fte);
        AddIf(post.From is null, Missing.From);
        return sets[missing];

        void AddIf(bool lacking, Missing what) => missing |= lacking ? Bit(what) : 0;
    }

    private static int Bit(Missing what) => 1 << (int)what;
}
