using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using FundingReports.Changes;
using FundingReports.Policies;
using FundingReports.Scenarios;
using FundingReports.Validation;
using Microsoft.Extensions.Options;
using NodaTime;

namespace FundingReports;

/// <summary>The analysis as a service, by one set of rules. It holds no state: any number of threads may use it at once.</summary>
/// <remarks>The as-of date is always an argument; no clock is asked.</remarks>
[JsonConverter(typeof(NoJson<FundingAnalyzer>))]
public sealed class FundingAnalyzer
{
    /// <summary>By the rules that ship.</summary>
    public FundingAnalyzer() : this(new FundingReportsOptions()) { }

    /// <summary>By the rules that the options name.</summary>
    /// <exception cref="PolicySetException">The file of the rules holds errors: it carries every problem.</exception>
    /// <exception cref="IOException">The file of the rules cannot be read.</exception>
    public FundingAnalyzer(FundingReportsOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Policies = options.Rules();
    }

    internal FundingAnalyzer(IOptions<FundingReportsOptions> options) : this(options.Value) { }

    /// <summary>The rules of every answer.</summary>
    public PolicySet Policies { get; }

    /// <summary>Analyses a portfolio by these rules.</summary>
    /// <inheritdoc cref="FundingAnalysis.Of(Portfolio, LocalDate, LocalDate?, PolicySet?, int?, CancellationToken)"/>
    public FundingAnalysis Analyze(
        Portfolio portfolio, LocalDate asOf, LocalDate? through = null, int? since = null,
            CancellationToken cancellationToken = default) =>
        FundingAnalysis.Of(portfolio, asOf, through, Policies, since, cancellationToken);

    /// <summary>Analyses a portfolio; the rules of the options, where they name some, stand above these.</summary>
    /// <inheritdoc cref="FundingAnalysis.Of(Portfolio, LocalDate, AnalysisOptions, CancellationToken)"/>
    [OverloadResolutionPriority(-1)]
    public FundingAnalysis Analyze(
        Portfolio portfolio, LocalDate asOf, AnalysisOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        return FundingAnalysis.Of(portfolio, asOf, ByTheseRules(options), cancellationToken);
    }

    /// <summary>
    /// Analyses a portfolio by these rules, or says every reason why it cannot be; the rules of the options, where they name some, stand
    /// above these.
    /// </summary>
    /// <inheritdoc cref="FundingAnalysis.TryOf"/>
    public bool TryAnalyze(
        Portfolio portfolio, LocalDate asOf, [NotNullWhen(true)] out FundingAnalysis? analysis, out ImmutableArray<Problem> problems,
        AnalysisOptions? options = null, CancellationToken cancellationToken = default) =>
        FundingAnalysis.TryOf(portfolio, asOf, out analysis, out problems, ByTheseRules(options), cancellationToken);

    /// <summary>Streams the answers, by these rules, for posts that are too many to hold.</summary>
    /// <inheritdoc cref="FundingAnalysis.Stream(IEnumerable{Portfolio}, LocalDate, LocalDate?, PolicySet?, CancellationToken)"/>
    public IEnumerable<PostFunding> Stream(
        IEnumerable<Portfolio> portfolios, LocalDate asOf, LocalDate? through = null, CancellationToken cancellationToken = default) =>
        FundingAnalysis.Stream(portfolios, asOf, through, Policies, cancellationToken);

    /// <summary>
    /// Streams the answers, for posts that are too many to hold; the rules of the options, where they name some, stand above these.
    /// </summary>
    /// <inheritdoc cref="FundingAnalysis.Stream(IEnumerable{Portfolio}, LocalDate, AnalysisOptions, CancellationToken)"/>
    [OverloadResolutionPriority(-1)]
    public IEnumerable<PostFunding> Stream(
        IEnumerable<Portfolio> portfolios, LocalDate asOf, AnalysisOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        return FundingAnalysis.Stream(portfolios, asOf, ByTheseRules(options), cancellationToken);
    }

    /// <summary>
    /// The same for portfolios that arrive one by one; the rules of the options, where they name some, stand above these.
    /// </summary>
    /// <inheritdoc cref="FundingAnalysis.Stream(IAsyncEnumerable{Portfolio}, LocalDate, AnalysisOptions, CancellationToken)"/>
    public IAsyncEnumerable<PostFunding> Stream(
        IAsyncEnumerable<Portfolio> portfolios, LocalDate asOf, AnalysisOptions? options = null,
            CancellationToken cancellationToken = default) =>
        FundingAnalysis.Stream(portfolios, asOf, ByTheseRules(options), cancellationToken);

    /// <summary>The portfolio as it is and as each scenario would make it, by these rules.</summary>
    /// <inheritdoc cref="ScenarioComparison.Of(Portfolio, LocalDate, LocalDate?, PolicySet?, IReadOnlyList{Scenario})"/>
    public ScenarioComparison Compare(
        Portfolio portfolio, LocalDate asOf, LocalDate? through = null, params IReadOnlyList<Scenario> scenarios) =>
        ScenarioComparison.Of(portfolio, asOf, through, Policies, scenarios);

    /// <summary>The same, for callers who may leave; the rules of the options, where they name some, stand above these.</summary>
    /// <inheritdoc cref="ScenarioComparison.Of(Portfolio, LocalDate, IReadOnlyList{Scenario}, AnalysisOptions, CancellationToken)"/>
    [OverloadResolutionPriority(-1)]
    public ScenarioComparison Compare(
        Portfolio portfolio, LocalDate asOf, IReadOnlyList<Scenario> scenarios, AnalysisOptions? options = null,
            CancellationToken cancellationToken = default) =>
        ScenarioComparison.Of(portfolio, asOf, scenarios, ByTheseRules(options), cancellationToken);

    /// <summary>The comparison by these rules, or every reason why there is none: for facts and scenarios that others gave.</summary>
    /// <inheritdoc cref="ScenarioComparison.TryOf"/>
    public bool TryCompare(
        Portfolio portfolio, LocalDate asOf, IReadOnlyList<Scenario> scenarios,
        [NotNullWhen(true)] out ScenarioComparison? comparison, out ImmutableArray<Problem> problems, AnalysisOptions? options = null,
        CancellationToken cancellationToken = default) => ScenarioComparison.TryOf(
            portfolio, asOf, scenarios, out comparison, out problems, ByTheseRules(options), cancellationToken);

    /// <summary>What changed between two editions of a portfolio, both seen by these rules.</summary>
    /// <param name="before">The earlier edition.</param>
    /// <param name="asOfBefore">The as-of date of the earlier edition.</param>
    /// <param name="after">The later edition.</param>
    /// <param name="asOf">The as-of date of the later edition.</param>
    /// <param name="through">The last day shown of both, included; null: the end of the fifth year after each as-of date.</param>
    /// <exception cref="PolicyException">A rule has no value on one of the dates.</exception>
    /// <exception cref="PortfolioException">The facts known on one of the dates contradict one another.</exception>
    public PortfolioChanges Changes(Portfolio before, LocalDate asOfBefore, Portfolio after, LocalDate asOf, LocalDate? through = null) =>
        PortfolioChanges.Between(Analyze(before, asOfBefore, through), Analyze(after, asOf, through));

    private AnalysisOptions ByTheseRules(AnalysisOptions? options) =>
        (options ?? AnalysisOptions.Default) with { Policies = options?.Policies ?? Policies };

    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"by {Policies}";
}
