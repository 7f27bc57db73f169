using NodaTime;

namespace FundingReports;

/// <summary>The analysis as a service. It holds no state: any number of threads may use it at once.</summary>
/// <remarks>The as-of date is always an argument; no clock is asked.</remarks>
public sealed class FundingAnalyzer
{
    /// <inheritdoc cref="FundingAnalysis.Of(Portfolio, LocalDate, LocalDate?, Policies.PolicySet?, int?, CancellationToken)"/>
    public FundingAnalysis Analyze(Portfolio portfolio, LocalDate asOf, LocalDate? through = null, CancellationToken cancellationToken = default) =>
        FundingAnalysis.Of(portfolio, asOf, through, cancellationToken: cancellationToken);

    /// <inheritdoc cref="FundingAnalysis.Stream(IEnumerable{Portfolio}, LocalDate, LocalDate?, Policies.PolicySet?, CancellationToken)"/>
    public IEnumerable<PostFunding> Stream(IEnumerable<Portfolio> portfolios, LocalDate asOf, LocalDate? through = null, CancellationToken cancellationToken = default) =>
        FundingAnalysis.Stream(portfolios, asOf, through, cancellationToken: cancellationToken);

    /// <inheritdoc cref="FundingAnalysis.Stream(IAsyncEnumerable{Portfolio}, LocalDate, AnalysisOptions, CancellationToken)"/>
    public IAsyncEnumerable<PostFunding> Stream(
        IAsyncEnumerable<Portfolio> portfolios, LocalDate asOf, AnalysisOptions? options = null, CancellationToken cancellationToken = default) =>
        FundingAnalysis.Stream(portfolios, asOf, options, cancellationToken);
}
