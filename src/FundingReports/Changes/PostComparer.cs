using System.Collections.Immutable;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Changes;

/// <summary>Compares two answers about one post and says what became of it.</summary>
internal static class PostComparer
{
    // "lessened" says whether a promise to the post became smaller, ends earlier, or is gone.
    internal static PostChange Compare(PostFunding? before, PostFunding? after, MatchedBy by, Side old, Side now, bool lessened)
    {
        bool lived = Lives(before), lives = Lives(after);
        ImmutableArray<HorizonChange> horizons =
            [.. Enum.GetValues<FundingView>().Select(view => Horizon(before?[view], after?[view], view, lived && lives, now.AsOf))];
        PostMove move = by is MatchedBy.Ambiguous ? PostMove.Unmatched : (lived, lives) switch
        {
            (false, false) => PostMove.Past,
            (false, true) => PostMove.Created,
            (true, false) => PostMove.Closed,
            (true, true) => MoveOf(horizons[(int)FundingView.Agreed]),
        };
        if (move is PostMove.Shortened && !lessened && CostRose(before!, after!))
            move = PostMove.CostRose;
        RiskReasons shortened =
            move switch { PostMove.Shortened => RiskReasons.Shortened, PostMove.CostRose => RiskReasons.CostRose, _ => RiskReasons.None };
        return new(before, after, by)
        {
            Move = move,
            Horizons = horizons,
            RiskBefore = RiskOf(before, old.AsOf),
            Risk = RiskOf(after, now.AsOf) | shortened,
            Details = before is null || after is null ? [] : [.. Details(before.Post, after.Post, old, now)],
        };
    }

    /// <summary>Whether a year that both show costs more than it did, and none less.</summary>
    private static bool CostRose(PostFunding before, PostFunding after)
    {
        var was = before.Years.ToDictionary(year => year.Year, year => year.Cost);
        bool rose = false;
        foreach (var year in after.Years)
            if (was.TryGetValue(year.Year, out var then) && then.TryGet(out var old) && year.Cost.TryGet(out var now))
            {
                if (now < old)
                    return false;
                rose |= now > old;
            }
        return rose;
    }

    private static bool Lives(PostFunding? post) => post is { Agreed.FullyFundedUntil.State: not HorizonState.Ended };

    private static PostMove MoveOf(HorizonChange agreed) => (agreed.Surely, agreed.Possibly) switch
    {
        (ReachMove.Later, _) => PostMove.Prolonged,
        (ReachMove.RanOut, _) => PostMove.RanOut,
        (ReachMove.Earlier, _) or (ReachMove.Same, ReachMove.Earlier) => PostMove.Shortened,
        (ReachMove.Same, ReachMove.Same or ReachMove.Later or ReachMove.RanOut) => PostMove.Same,
        _ => PostMove.Same,
    };

    private static HorizonChange Horizon(ViewFunding? before, ViewFunding? after, FundingView view, bool comparable, LocalDate now)
    {
        ReachMove Move(Func<FundingHorizon, Reach> of, Func<ViewFunding, FundingHorizon> horizon) =>
            comparable ? MoveOf(of(horizon(before!)), of(horizon(after!)), now) : ReachMove.Same;
        return new(view)
        {
            FullBefore = before?.FullyFundedUntil,
            FullAfter = after?.FullyFundedUntil,
            PartBefore = before?.PartlyFundedUntil,
            PartAfter = after?.PartlyFundedUntil,
            Surely = Move(horizon => horizon.Surely, own => own.FullyFundedUntil),
            Possibly = Move(horizon => horizon.Possibly, own => own.FullyFundedUntil),
            PartSurely = Move(horizon => horizon.Surely, own => own.PartlyFundedUntil),
            PartPossibly = Move(horizon => horizon.Possibly, own => own.PartlyFundedUntil),
        };
    }

    internal static ReachMove MoveOf(Reach before, Reach after, LocalDate now)
    {
        if (before == after)
            return ReachMove.Same;
        if (after.IsNone && before.Until is { } end && end < now)
            return ReachMove.RanOut;
        return Rank(before) < Rank(after) ? ReachMove.Later : ReachMove.Earlier;
    }

    private static LocalDate Rank(Reach reach) => reach.IsOpen ? LocalDate.MaxIsoValue : reach.Until ?? LocalDate.MinIsoValue;

    internal static RiskReasons RiskOf(PostFunding? post, LocalDate asOf)
    {
        if (post?.Agreed.FullyFundedUntil is not { State: not HorizonState.Ended } full)
            return RiskReasons.None;
        if (full.Surely.IsNone)
            return RiskReasons.NotFullyFunded;
        bool soon = full.State is not HorizonState.PostEnds && full.Surely.Until is { } until
            && until < new LocalDate(asOf.Year + 1, 12, 31);
        return soon ? RiskReasons.EndsSoon : RiskReasons.None;
    }

    private static IEnumerable<PostDetail> Details(Post before, Post after, Side old, Side now)
    {
        if (before.Label != after.Label)
            yield return PostDetail.Label;
        if (before.Departement != after.Departement)
            yield return PostDetail.Departement;
        if (before.Fte != after.Fte)
            yield return PostDetail.Fte;
        if (before.From != after.From || (before.From is null && before.AttestedOn != after.AttestedOn))
            yield return PostDetail.From;
        if (before.Until != after.Until)
            yield return PostDetail.Until;
        if (!Costs(before, old).SequenceEqual(Costs(after, now)))
            yield return PostDetail.Costs;
        if (!before.Employers.SequenceEqual(after.Employers))
            yield return PostDetail.Employers;
    }

    // A cost that only cites another source has not changed.
    private static IEnumerable<Cost> Costs(Post post, Side side) =>
        post.Costs.Where(cost => side.Knows(cost.DecidedOn)).Select(cost => cost with { Source = null });
}
