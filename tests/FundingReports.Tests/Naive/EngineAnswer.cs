using NodaTime;
using NodaTime.Text;

namespace FundingReports.Tests.Naive;

/// <summary>What the library answers, in the form in which the naive implementation answers.</summary>
internal static class EngineAnswer
{
    internal static NaiveAnswer Of(FundingAnalysis analysis) => new(
        analysis.AsOf,
        analysis.Through,
        [.. analysis.Posts.Select(Post)],
        [.. analysis.CommitmentBalances.Select(tie => new NaiveCommitment(
            tie.Commitment.Id, Cents(tie.Promised), Cents(tie.Before), Cents(tie.Shown), Cents(tie.After), Cents(tie.Unused),
            Cents(tie.Paid)))]);

    /// <summary>Every figure of one post, as a line each.</summary>
    internal static IEnumerable<string> PostLines(PostFunding post) => new NaiveAnswer(default, default, [Post(post)], []).Lines();

    private static NaivePost Post(PostFunding post) => new(
        post.Id, View(post.Firm), View(post.Agreed), View(post.Announced), [.. post.Years.Select(Year)]);

    private static NaiveView View(ViewFunding view) => new(
        Horizon(view.FullyFundedUntil),
        view.FullyFundedUntil.Left is { } left ? PeriodPattern.Roundtrip.Format(left) : null,
        view.FullyFundedUntil.ResumesOn,
        Horizon(view.PartlyFundedUntil),
        [.. view.Pieces.Select(piece =>
                new NaivePiece(piece.From, piece.Until, piece.Low.ToString(), Rate(piece.High), Word(piece.State)))],
        view.Cliff is { } cliff
            ? new(cliff.On, cliff.ShareLost.ToString(), Cents(cliff.YearlyRateLost), [.. cliff.Losses.Select(loss => loss.Commitment.Id)])
            : null,
        Cents(view.Unused));

    private static NaiveHorizon Horizon(FundingHorizon horizon) =>
        new(Word(horizon.State), Reach(horizon.Surely), Reach(horizon.Possibly));

    private static string Word(Enum value) => char.ToLowerInvariant(value.ToString()[0]) + value.ToString()[1..];

    private static string? Reach(Reach reach) =>
        reach.IsOpen ? "open" : reach.Until is { } until ? LocalDatePattern.Iso.Format(until) : null;

    private static NaiveYear Year(PostYear year) => new(
        year.Year,
        Cents(year.Cost),
        [.. year.Cells.Select(cell => new NaiveCell(cell.Commitment.Id, Cents(cell.Firm), Cents(cell.Agreed), Cents(cell.Announced)))],
        YearView(year.Firm), YearView(year.Agreed), YearView(year.Announced));

    private static NaiveYearView YearView(YearFunding year) => new(
        Cents(year.Funding), Cents(year.Gap), Cents(year.GapAtMost), Cents(year.Surplus), Cents(year.Rounding),
        Rate(year.Low), Rate(year.High));

    private static long? Cents(Knowable<Euros> amount) => amount.OrNull()?.Cents;

    private static string? Rate(Knowable<CoverageRate> rate) => rate.OrNull()?.ToString();
}
