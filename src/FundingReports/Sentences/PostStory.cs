using FundingReports.Wording;
using FundingReports.Horizons;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Sentences;

/// <summary>What the sentences about a post need, gathered from its answers and from the facts behind them.</summary>
internal sealed class PostStory(FundingAnalysis analysis, PostFunding post)
{
    // Several sentences say who pays: the ledger behind it is read once a view.
    private readonly List<CoFunder>?[] backers = new List<CoFunder>?[Enum.GetValues<FundingView>().Length];

    internal FundingAnalysis Analysis => analysis;

    internal PostFunding Post => post;

    internal LocalDate AsOf => analysis.AsOf;

    internal bool Ended => post.Agreed.FullyFundedUntil.State is HorizonState.Ended;

    /// <summary>The as-of date, or the post's first day where that is later.</summary>
    internal LocalDate FirstDay => post.FirstDay;

    internal bool IsToCome => FirstDay > AsOf;

    internal Funder FunderOf(Commitment commitment) => analysis.Portfolio.FindFunder(commitment.Funder)!;

    /// <summary>The commitments that pay, or may pay, on a day in a view.</summary>
    internal IEnumerable<Commitment> Paying(LocalDate date, FundingView view) => post.PaidOn(date, view);

    /// <summary>The funders whose money may still pay on a day, although nobody gave its term: it does not end on the eve.</summary>
    internal List<Funder> WithoutTermOn(LocalDate date, FundingView view) => date.Year <= AsOf.Year ? []
        : [.. Paying(date, view).Where(commitment => commitment.Until.IsUnknown).Select(FunderOf).Distinct()];

    /// <summary>The commitments that a view counts on some day from the first one on.</summary>
    internal IEnumerable<Commitment> Counted(FundingView view) => post.CountedFrom(FirstDay, view);

    /// <summary>What each funder surely pays on the last fully funded day, or on the first.</summary>
    internal IReadOnlyList<CoFunder> Backers(FundingView view) => backers[(int)view] ??= BackersOf(view);

    private List<CoFunder> BackersOf(FundingView view)
    {
        // Words such as « pour moitié » are for exact parts: a millionth is too coarse, since 99 999,99 of 100 000 is not the whole.
        var exact = post.Ledger(view)
            .On(post[view].DayOfPayers)?.Lines.ToDictionary(line => line.Commitment.Id, line => line.Low, StringComparer.Ordinal);
        return Together(post[view].Payers.Select(payer => (payer.Commitment, payer.Share.Millionths, exact is not null
            && exact.TryGetValue(payer.Commitment.Id, out var part) ? part : (Ratio?)null)));
    }

    /// <summary>What each funder ceases to pay, or pays less, at the cliff.</summary>
    internal List<CoFunder> Leavers(Cliff cliff) =>
        Together(cliff.Losses.Select(loss => (loss.Commitment, loss.ShareLost.Millionths, (Ratio?)null)));

    /// <summary>A last day as it was given: « 2023 » where all that ends then says no more.</summary>
    internal PartialDate AsGiven(LocalDate day, FundingView view)
    {
        var given = Counted(view).Select(commitment => commitment.Until.Until)
            .Where(until => until is { } date && date.Last == day).Select(until => until!.Value).Distinct().ToList();
        return given.Count == 1 ? given[0] : day;
    }

    /// <summary>The days after a full run, to the end of the run of surely and partly funded ones; null where there is none.</summary>
    internal LocalDate? PartlyAfter(FundingView view) =>
        post[view].PartlyFundedUntil.Surely.Until is { } part && part > (post[view].FullyFundedUntil.Surely.Until ?? FirstDay.PlusDays(-1))
            ? part : null;

    /// <summary>Whether the post is said to cost nothing on its first day, and so counts as funded.</summary>
    internal bool CostsNothing => post.CostsNothing
        && PostFacts.KnownCosts(post.Post, AsOf).All(cost => cost.From.First <= FirstDay
            || cost.From.First > post.Agreed.FullyFundedUntil.Surely.Until || cost.Annual is { Cents: 0 });

    /// <summary>The last day of the run of full funding that begins on a day; null where it has no end.</summary>
    internal LocalDate? FullRunFrom(LocalDate day, FundingView view) =>
        post[view].Pieces.Where(piece => piece.From >= day).TakeWhile(piece => piece.State is FundingState.Full || WeighsNothing(piece))
            .LastOrDefault(piece => piece.State is FundingState.Full)?.Until;

    private static bool WeighsNothing(CoveragePiece piece) => piece.Until is { } until && Thirtieths.Between(piece.From, until) == 0;

    /// <summary>The sure coverage of some days, where it is one and the same.</summary>
    internal CoverageRate? CoverageOver(LocalDate from, LocalDate until, FundingView view)
    {
        var rates = post[view].Pieces.Where(piece => piece.From <= until && (piece.Until is not { } end || end >= from))
            .Select(piece => piece.Low).Distinct().ToList();
        return rates.Count == 1 ? rates[0] : null;
    }

    /// <summary>What was asked for and not answered: in no view.</summary>
    internal IEnumerable<Commitment> Requested => analysis.Portfolio.Commitments.Where(commitment =>
        commitment.Status is CommitmentStatus.Requested && commitment.Posts.Contains(post.Id)
        && Decision.IsTaken(commitment.DecidedOn, AsOf));

    /// <summary>The kind of the source of that id; null where there is none.</summary>
    internal SourceKind? KindOf(string? source) => analysis.Portfolio.FindSource(source)?.Kind;

    private List<CoFunder> Together(IEnumerable<(Commitment Commitment, long Millionths, Ratio? Exact)> parts) => [.. parts
        .GroupBy(part => part.Commitment.Funder, StringComparer.Ordinal)
        .Select(group => new CoFunder(
            analysis.Portfolio.FindFunder(group.Key)!, new(group.Sum(part => part.Millionths)),
                group.Any(part => part.Commitment.Approximate),
            group.Select(part => part.Exact).Aggregate((sum, part) => sum is { } one && part is { } other ? one + other : null)))
        .OrderByDescending(backer => backer.Share)
        .ThenBy(backer => analysis.Portfolio.Funders.IndexOf(backer.Funder))];
}
