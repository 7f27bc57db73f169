using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using FundingReports.Portfolios;
using FundingReports.Figures;
using FundingReports.Ledger;
using FundingReports.Findings;
using FundingReports.Policies;
using FundingReports.Requests;
using FundingReports.Risk;
using FundingReports.Totals;
using FundingReports.Validation;
using NodaTime;

namespace FundingReports;

/// <summary>
/// The answers about a portfolio on an as-of date: until when each post is funded, how surely, and what is missing after.
/// </summary>
/// <remarks>They are a pure function of the facts, the policies and the date: no clock, no culture, no file.</remarks>
public sealed partial class FundingAnalysis
{
    /// <summary>The most budget years that one analysis shows.</summary>
    public const int MaxYears = 100;

    private readonly Lazy<ImmutableArray<SchemeFinding>> schemeFindings;

    private FundingAnalysis(Portfolio portfolio, LocalDate asOf, LocalDate through, PolicySet policies, int since)
    {
        var facts = new KnownFacts(portfolio, asOf, since);
        Conflicts.ThrowIfAny(facts);

        var thresholds = new RiskThresholds(policies, asOf);
        PostFigures[] figures = FiguresOf(facts, through.Year, thresholds.Ahead);

        Portfolio = portfolio;
        Policies = policies;
        AsOf = asOf;
        Through = through;
        Since = since;
        RequestedMoney = RequestedMoney.Of(facts, Math.Max(through.Year, RequestBuilder.LastYear(asOf, policies)));
        Requests = RequestBuilder.Build(facts, FiguresOfRequests(facts, figures, through.Year, policies), RequestedMoney, policies);
        var risks = RiskAssessor.Of(facts, thresholds, Requests);
        Posts = [.. figures.Select(post => new PostFunding(facts, post, risks))];
        CommitmentBalances = CommitmentBalance.Of(facts, figures);
        Totals = new PortfolioTotals(facts, figures);
        Findings = AnalysisFindings.Of(facts, figures, Requests, policies);
        schemeFindings = new(() => SchemeChecker.Check(portfolio, policies, asOf));
    }

    /// <summary>The figures of all posts, worked out on all cores: no post depends on another.</summary>
    private static PostFigures[] FiguresOf(KnownFacts facts, int lastYear, RiskHorizon ahead)
    {
        var figures = new PostFigures[facts.Portfolio.Posts.Length];
        if (figures.Length > 0)
            try
            {
                Parallel.ForEach(Partitioner.Create(0, figures.Length), range =>
                {
                    var analyzer = new PostAnalyzer();
                    for (int post = range.Item1; post < range.Item2; post++)
                        figures[post] = analyzer.Analyze(facts, post, lastYear, ahead);
                });
            }
            catch (AggregateException several) when (several.InnerExceptions.FirstOrDefault(one => one is OverflowException) is { } first)
            {
                // An exception that callers may expect is thrown alone, whatever the number of cores.
                ExceptionDispatchInfo.Throw(first);
            }
        return figures;
    }

    /// <summary>Requests look some years ahead, whatever the years shown.</summary>
    private static PostFigures[] FiguresOfRequests(KnownFacts facts, PostFigures[] shown, int lastShown, PolicySet policies)
    {
        int last = RequestBuilder.LastYear(facts.AsOf, policies);
        return last <= lastShown ? shown : FiguresOf(facts, last, RiskHorizon.None);
    }

    /// <summary>The facts.</summary>
    public Portfolio Portfolio { get; }

    /// <summary>The dated, sourced values that the rules used.</summary>
    public PolicySet Policies { get; }

    /// <summary>The day as known on which the answers are given; what was decided later does not exist.</summary>
    public LocalDate AsOf { get; }

    /// <summary>The last day of the budget years shown.</summary>
    public LocalDate Through { get; }

    /// <summary>The first budget year shown: that of the as-of date, or an earlier one where that was asked for.</summary>
    public int Since { get; }

    /// <summary>One answer per post, in the portfolio's order.</summary>
    public ImmutableArray<PostFunding> Posts { get; }

    /// <summary>One entry per promise known on the as-of date (announced, granted or signed), in the portfolio's order.</summary>
    public ImmutableArray<CommitmentBalance> CommitmentBalances { get; }

    /// <summary>The answers for all posts together.</summary>
    public PortfolioTotals Totals { get; }

    /// <summary>Demandes: what must be asked, of whom, for which budget year; the overdue first, then by deadline.</summary>
    public ImmutableArray<FundingRequest> Requests { get; }

    /// <summary>The last budget year for which something is asked: the as-of year, and the years after it that the policies say.</summary>
    public int LastRequestYear => RequestBuilder.LastYear(AsOf, Policies);

    private RequestedMoney RequestedMoney { get; }

    /// <summary>
    /// The money that is only requested for a post and a budget year, in the portfolio's order: no view and no sum counts it. An amount
    /// that nobody can tell is unknown.
    /// </summary>
    /// <param name="post">A post of this analysis.</param>
    /// <param name="year">The budget year; nothing is listed after <see cref="LastRequestYear"/>.</param>
    public IEnumerable<(Commitment Commitment, Knowable<Euros> Money)> RequestedFor(PostFunding post, int year)
    {
        ArgumentNullException.ThrowIfNull(post);
        return RequestedMoney.CommitmentsOf(post.Figures.Post, year);
    }

    /// <summary>The findings of the schemes' rules about their posts. They change no figure and stop nothing.</summary>
    public ImmutableArray<SchemeFinding> SchemeFindings => schemeFindings.Value;

    /// <summary>What people should look at: the findings of the portfolio itself, then those of the as-of date.</summary>
    public ImmutableArray<Problem> Findings { get; }

    /// <summary>The totals of a budget year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is not among those shown.</exception>
    public PortfolioYear Year(int year) => year >= Since && year <= Through.Year
        ? Totals.Years[year - Since]
        : throw new ArgumentOutOfRangeException(nameof(year), year, $"The years shown are {Since} to {Through.Year}.");

    /// <summary>Analyses a portfolio.</summary>
    /// <param name="portfolio">The facts.</param>
    /// <param name="asOf">The day as known on which to answer.</param>
    /// <param name="through">The budget years shown run to that of this date; by default the fifth after the as-of year.</param>
    /// <param name="policies">The values of the rules; by default those that ship.</param>
    /// <param name="since">
    /// The first budget year shown, not after the as-of year, which is the default. What an earlier year shows is known as on the as-of
    /// date all the same.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="through"/> is before the as-of date, <paramref name="since"/> after its year, more than <see cref="MaxYears"/>
    /// years are shown, or a year is out of range.
    /// </exception>
    /// <exception cref="PolicyException">A rule has no value on the as-of date.</exception>
    /// <exception cref="PortfolioException">
    /// The facts known on that day contradict one another: two balances, or remainder shares above 1, on one post on one day.
    /// </exception>
    /// <exception cref="OverflowException">
    /// A sum of money, or a rate that a scenario has scaled, is too large to be calculated; no figure is given.
    /// </exception>
    public static FundingAnalysis Of(
        Portfolio portfolio, LocalDate asOf, LocalDate? through = null, PolicySet? policies = null, int? since = null)
    {
        ArgumentNullException.ThrowIfNull(portfolio);
        LocalDate last = LastDay(asOf, through);
        return new(portfolio, asOf, last, policies ?? PolicySet.Default, FirstYear(asOf, last, since));
    }

    private static int FirstYear(LocalDate asOf, LocalDate last, int? since)
    {
        int first = since ?? asOf.Year;
        ArgumentOutOfRangeException.ThrowIfLessThan(first, PartialDate.FirstYear, nameof(since));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first, asOf.Year, nameof(since));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(last.Year - first, MaxYears, nameof(since));
        return first;
    }

    /// <summary>
    /// Streams the answers for posts that are too many to hold: it reads portfolios and gives one answer per post, in the order of the
    /// input.
    /// </summary>
    /// <remarks>
    /// The posts are worked out on all cores, a few hundred ahead of the reader. An answer is forgotten when the reader lets go of it, and
    /// a portfolio with the last of its answers, so that memory does not grow with their number. Each answer is the one that
    /// <see cref="Of"/> gives for the same post. A stream makes no totals, requests, findings or balances of promises over all posts. One
    /// portfolio knows nothing of the next: posts that share a commitment, or a post and all that is promised to it, belong in the same
    /// one.
    /// </remarks>
    /// <param name="portfolios">The facts, read as the answers are: a département, an employer or a post at a time.</param>
    /// <param name="asOf">The as-of date: what is decided later does not exist yet.</param>
    /// <param name="through">A date in the last budget year shown; by default in the fifth year after the as-of year.</param>
    /// <param name="policies">The values of the rules; by default those that ship.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="through"/> is before the as-of date, more than <see cref="MaxYears"/> years after it, or a year is out of range.
    /// </exception>
    /// <exception cref="PolicyException">A rule has no value on the as-of date.</exception>
    /// <exception cref="PortfolioException">
    /// While the answers are read: the facts of a portfolio known on that day contradict one another. The posts before it were answered.
    /// </exception>
    public static IEnumerable<PostFunding> Stream(
        IEnumerable<Portfolio> portfolios, LocalDate asOf, LocalDate? through = null, PolicySet? policies = null)
    {
        ArgumentNullException.ThrowIfNull(portfolios);
        LocalDate last = LastDay(asOf, through);
        var thresholds = new RiskThresholds(policies ?? PolicySet.Default, asOf);
        return PostStream.Answers(portfolios, asOf, last.Year, policies ?? PolicySet.Default, thresholds);
    }

    private static LocalDate LastDay(LocalDate asOf, LocalDate? through)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(asOf.Year, PartialDate.FirstYear, nameof(asOf));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(asOf.Year, PartialDate.LastYear, nameof(asOf));
        LocalDate last = through ?? new LocalDate(asOf.Year + 5, 12, 31);
        ArgumentOutOfRangeException.ThrowIfLessThan(last, asOf, nameof(through));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(last.Year - asOf.Year, MaxYears, nameof(through));
        return last;
    }
}

/// <summary>Holds the method that begins every use of the library: <c>portfolio.Analyze(asOf)</c>.</summary>
public static class PortfolioAnalysisExtensions
{
    /// <inheritdoc cref="FundingAnalysis.Of"/>
    /// <example> Until when each post is funded by granted and signed money, as known on 8 February 2022:
    /// <code>
    /// FundingAnalysis analysis = Portfolio.Load("portfolio.json").Analyze(asOf: new LocalDate(2022, 2, 8));
    /// foreach (PostFunding post in analysis.Posts)
    ///     Console.WriteLine($"{post.Label}: {post.Agreed.FullyFunded}");
    /// </code>
    /// </example>
    public static FundingAnalysis Analyze(
        this Portfolio portfolio, LocalDate asOf, LocalDate? through = null, PolicySet? policies = null, int? since = null) =>
        FundingAnalysis.Of(portfolio, asOf, through, policies, since);
}
