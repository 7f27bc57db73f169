using System.Diagnostics;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
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
/// <remarks>
/// They are a pure function of the facts, the policies and the date: no clock, no culture, no file. Immutable, and safe for several
/// threads at once.
/// </remarks>
[DebuggerDisplay("{Posts.Length} posts, as of {AsOf}")]
public sealed partial class FundingAnalysis
{
    /// <summary>The most budget years that one analysis shows.</summary>
    public const int MaxYears = 100;

    private readonly Lazy<ImmutableArray<SchemeFinding>> schemeFindings;

    private FundingAnalysis(Portfolio portfolio, LocalDate asOf, LocalDate through, PolicySet policies, int since, ParallelOptions options)
    {
        var atOnce = new PostsAtOnce(options);
        CancellationToken cancellation = atOnce.Cancellation;
        cancellation.Look();
        var facts = new KnownFacts(portfolio, asOf, since);
        Conflicts.ThrowIfAny(facts, cancellation);

        var thresholds = new RiskThresholds(policies, asOf);
        PostFigures[] figures = FiguresOf(facts, through.Year, thresholds.Ahead, atOnce);

        Portfolio = portfolio;
        Policies = policies;
        AsOf = asOf;
        Through = through;
        Since = since;
        RequestedMoney = RequestedMoney.Of(facts, Math.Max(through.Year, RequestBuilder.LastYear(asOf, policies)), cancellation);
        ImmutableArray<FundingRequest> requests = [];
        ImmutableArray<CommitmentBalance> balances = [];
        PortfolioTotals? totals = null;
        atOnce.Together(
            () => requests = RequestBuilder.Build(
                facts, FiguresOfRequests(facts, figures, through.Year, policies, atOnce), RequestedMoney, policies, atOnce),
            () => balances = CommitmentBalance.Of(facts, figures, cancellation),
            () => totals = new(facts, figures, cancellation));
        (Requests, CommitmentBalances, Totals) = (requests, balances, totals!);
        cancellation.Look();
        var risks = RiskAssessor.Of(facts, thresholds, Requests);
        Assumptions = new(portfolio, asOf);
        Posts = [.. figures.Watched(cancellation).Select(post => new PostFunding(facts, post, risks, Assumptions))];
        cancellation.Look();
        Findings = AnalysisFindings.Of(facts, figures, Requests, policies, atOnce);
        byId = new(() => Posts.ToDictionary(post => post.Id, StringComparer.Ordinal));
        schemeFindings = new(() => SchemeChecker.Check(portfolio, policies, asOf));
    }

    private static PostFigures[] FiguresOf(KnownFacts facts, int lastYear, RiskHorizon ahead, PostsAtOnce atOnce) =>
        atOnce.Ask(facts.Portfolio.Posts.Length, (analyzer, post) => FiguresOf(facts, post, lastYear, ahead, analyzer));

    /// <exception cref="TooLargeException">They, or the rates of the ledger, are beyond all money.</exception>
    internal static PostFigures FiguresOf(KnownFacts facts, int post, int lastYear, RiskHorizon ahead, PostAnalyzer analyzer)
    {
        try
        {
            PostFigures figures = analyzer.Analyze(facts, post, lastYear, ahead);
            // The ledger is made only when somebody asks for it; money that does not fit in it must be found now, and not then.
            if (!analyzer.Ledgers.LastWasNarrow)
                foreach (FundingView view in Enum.GetValues<FundingView>())
                    LedgerReader.Of(facts, post, lastYear, view);
            return figures;
        }
        catch (OverflowException)
        {
            throw new TooLargeException(facts.Portfolio.Posts[post].Id, post);
        }
    }

    /// <summary>Requests look some years ahead, whatever the years shown.</summary>
    private static PostFigures[] FiguresOfRequests(
        KnownFacts facts, PostFigures[] shown, int lastShown, PolicySet policies, PostsAtOnce atOnce)
    {
        int last = RequestBuilder.LastYear(facts.AsOf, policies);
        return last <= lastShown ? shown : FiguresOf(facts, last, RiskHorizon.None, atOnce);
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

    /// <summary>
    /// Which assumptions enter which figure. Those of a post, a year, a cell stand there too: <see cref="PostFunding.Assumptions"/>.
    /// </summary>
    public AssumedFigures Assumptions { get; }

    /// <summary>One answer a post, in the portfolio's order.</summary>
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

    /// <summary>Analyses a portfolio.</summary>
    /// <param name="portfolio">The facts.</param>
    /// <param name="asOf">The day as known on which to answer; a decision of that day is known.</param>
    /// <param name="through">
    /// The budget years shown run to that of this date, which is included; by default the fifth after the as-of year.
    /// </param>
    /// <param name="policies">The values of the rules; by default those that ship.</param>
    /// <param name="since">
    /// The first budget year shown, not after the as-of year, which is the default. What an earlier year shows is known as on the as-of
    /// date all the same.
    /// </param>
    /// <param name="cancellationToken">
    /// Looked at before each post, and after the posts before each kind of answer over all of them.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="through"/> is before the as-of date, <paramref name="since"/> after its year, more than <see cref="MaxYears"/>
    /// years are shown, or a year is out of range.
    /// </exception>
    /// <exception cref="PolicyException">A rule has no value on the as-of date, or is in another unit.</exception>
    /// <exception cref="PortfolioException">
    /// The facts known on that day contradict one another: two balances, or remainder shares above 1, on one post on one day.
    /// </exception>
    /// <exception cref="OverflowException">
    /// A sum of money, or a rate that a scenario has scaled, is too large to be calculated; no figure is given.
    /// </exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <example>
    /// <code>
    /// FundingAnalysis analysis = Portfolio.Load("portfolio.json").Analyze(asOf: new LocalDate(2022, 2, 8));
    /// Console.WriteLine(analysis.Summary(Language.French));
    /// </code>
    /// </example>
    public static FundingAnalysis Of(
        Portfolio portfolio, LocalDate asOf, LocalDate? through = null, PolicySet? policies = null, int? since = null,
            CancellationToken cancellationToken = default) =>
        Of(portfolio, asOf, new AnalysisOptions { Through = through, Policies = policies, Since = since }, cancellationToken);

    /// <summary>Analyses a portfolio.</summary>
    /// <param name="portfolio">The facts.</param>
    /// <param name="asOf">The day as known on which to answer; a decision of that day is known.</param>
    /// <param name="options">The years shown, the values of the rules, and how many posts are worked out at once.</param>
    /// <param name="cancellationToken">
    /// Looked at before each post, and after the posts before each kind of answer over all of them.
    /// </param>
    /// <inheritdoc cref="Of(Portfolio, LocalDate, LocalDate?, PolicySet?, int?, CancellationToken)" path="/exception"/>
    [OverloadResolutionPriority(-1)]
    public static FundingAnalysis Of(
        Portfolio portfolio, LocalDate asOf, AnalysisOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(portfolio);
        ArgumentNullException.ThrowIfNull(options);
        asOf = asOf.InIso();
        AnalysisPeriod.Check(asOf, options.Through, options.Since);
        PolicySet policies = options.Policies ?? PolicySet.Default;
        RequiredPolicies.Check(policies, asOf);
        var atOnce =
            new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = options.MaxDegreeOfParallelism ?? -1 };
        try
        {
            return new(portfolio, asOf, AnalysisPeriod.Last(asOf, options.Through), policies, options.Since ?? asOf.Year, atOnce);
        }
        catch (OverflowException large) when (large is not TooLargeException)
        {
            throw new TooLargeException(null, null);
        }
    }

    /// <summary>
    /// Streams the answers for posts that are too many to hold: it reads portfolios and gives one answer per post, in the order of the
    /// input.
    /// </summary>
    /// <remarks>
    /// The posts are worked out on all cores, a few hundred ahead of the reader; an answer is forgotten when the reader lets go of it, and
    /// a portfolio with the last of its answers, so that memory does not grow with their number. Each answer is the one that
    /// <see cref="Of(Portfolio, LocalDate, AnalysisOptions, CancellationToken)"/> gives for the same post. What it does not do: no totals,
    /// requests, findings or promises tied over all posts; and one portfolio knows nothing of the next, so posts that share a commitment,
    /// or a post and all that is promised to it, belong in the same one. A reader who stops early stops the work.
    /// </remarks>
    /// <example>
    /// <code>
    /// IEnumerable&lt;Portfolio&gt; country = Directory.EnumerateFiles("departements", "*.json").Select(Portfolio.Load);
    /// foreach (PostFunding post in FundingAnalysis.Stream(country, asOf: new LocalDate(2022, 2, 8)))
    ///     Console.WriteLine($"{post.Id};{post.Agreed.FullyFundedUntil.Surely}");
    /// </code>
    /// </example>
    /// <param name="portfolios">The facts, read as the answers are: a département, an employer or a post at a time.</param>
    /// <param name="asOf">The day as known on which to answer; a decision of that day is known.</param>
    /// <param name="through">
    /// The budget years shown run to that of this date, which is included; by default the fifth after the as-of year.
    /// </param>
    /// <param name="policies">The values of the rules; by default those that ship.</param>
    /// <param name="cancellationToken">Looked at before each post is worked out, and before each answer is given.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="through"/> is before the as-of date, more than <see cref="MaxYears"/> years are shown, or a year is out of range.
    /// </exception>
    /// <exception cref="PolicyException">A rule has no value on the as-of date, or is in another unit.</exception>
    /// <exception cref="PortfolioException">
    /// While it is read: the facts of a portfolio known on that day contradict one another. What came before it has been answered.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// While it is read: a portfolio of the sequence is null; the message says which. What came before it has been answered.
    /// </exception>
    /// <exception cref="OverflowException">While it is read: the money of a post is too large to be calculated.</exception>
    /// <exception cref="OperationCanceledException">While it is read: it was cancelled.</exception>
    public static IEnumerable<PostFunding> Stream(
        IEnumerable<Portfolio> portfolios, LocalDate asOf, LocalDate? through = null, PolicySet? policies = null,
            CancellationToken cancellationToken = default) =>
        Stream(portfolios, asOf, new AnalysisOptions { Through = through, Policies = policies }, cancellationToken);

    /// <summary>
    /// Streams the answers for posts that are too many to hold: portfolios in, one answer a post out, in the order of the input.
    /// </summary>
    /// <param name="portfolios">The facts, read as the answers are: a département, an employer or a post at a time.</param>
    /// <param name="asOf">The day as known on which to answer; a decision of that day is known.</param>
    /// <param name="options">The years shown, the values of the rules, and how many posts are worked out at once.</param>
    /// <param name="cancellationToken">Looked at before each post is worked out, and before each answer is given.</param>
    /// <inheritdoc cref="Stream(IEnumerable{Portfolio}, LocalDate, LocalDate?, PolicySet?, CancellationToken)"
    /// path="/remarks|/exception"/>
    [OverloadResolutionPriority(-1)]
    public static IEnumerable<PostFunding> Stream(
        IEnumerable<Portfolio> portfolios, LocalDate asOf, AnalysisOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(portfolios);
        return PostStream.Answers(portfolios, PostQuestion.Of(asOf, options), cancellationToken);
    }

    /// <summary>
    /// Streams the answers for posts that are too many to hold, from portfolios that arrive one by one: no thread waits for the next of
    /// them.
    /// </summary>
    /// <param name="portfolios">The facts, asked for as the answers are: a département, an employer or a post at a time.</param>
    /// <param name="asOf">The day as known on which to answer; a decision of that day is known.</param>
    /// <param name="options">
    /// The years shown, the values of the rules, and how many posts are worked out at once; null for what is taken where nothing is said.
    /// </param>
    /// <param name="cancellationToken">
    /// Handed on to the portfolios; looked at before each post is worked out, and before each answer is given.
    /// </param>
    /// <inheritdoc cref="Stream(IEnumerable{Portfolio}, LocalDate, LocalDate?, PolicySet?, CancellationToken)"
    /// path="/remarks|/exception"/>
    public static IAsyncEnumerable<PostFunding> Stream(
        IAsyncEnumerable<Portfolio> portfolios, LocalDate asOf, AnalysisOptions? options = null,
            CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(portfolios);
        return PostStream.AnswersAsync(portfolios, PostQuestion.Of(asOf, options ?? AnalysisOptions.Default), cancellationToken);
    }
}

/// <summary>Holds the method that begins every use of the library: <c>portfolio.Analyze(asOf)</c>.</summary>
public static class PortfolioAnalysisExtensions
{
    /// <inheritdoc cref="FundingAnalysis.Of(Portfolio, LocalDate, LocalDate?, PolicySet?, int?, CancellationToken)"/>
    public static FundingAnalysis Analyze(
        this Portfolio portfolio, LocalDate asOf, LocalDate? through = null, PolicySet? policies = null, int? since = null,
            CancellationToken cancellationToken = default) =>
        FundingAnalysis.Of(portfolio, asOf, through, policies, since, cancellationToken);

    /// <inheritdoc cref="FundingAnalysis.Of(Portfolio, LocalDate, AnalysisOptions, CancellationToken)"/>
    // For `new(2026, 12, 31)`, which both could take: it is the last day shown.
    [OverloadResolutionPriority(-1)]
    public static FundingAnalysis Analyze(
        this Portfolio portfolio, LocalDate asOf, AnalysisOptions options, CancellationToken cancellationToken = default) =>
        FundingAnalysis.Of(portfolio, asOf, options, cancellationToken);

    /// <inheritdoc cref="FundingAnalysis.TryOf"/>
    public static bool TryAnalyze(
        this Portfolio portfolio, LocalDate asOf, [NotNullWhen(true)] out FundingAnalysis? analysis, out ImmutableArray<Problem> problems,
        AnalysisOptions? options = null, CancellationToken cancellationToken = default) =>
        FundingAnalysis.TryOf(portfolio, asOf, out analysis, out problems, options, cancellationToken);
}
