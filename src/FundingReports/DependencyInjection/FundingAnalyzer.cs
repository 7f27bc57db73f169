using NodaTime;

namespace FundingReports;

/// <summary>The analysis as a service. It holds no state: any number of threads may use it at once.</summary>
/// <remarks>The as-of date is always an argument; no clock is asked.</remarks>
/// <example> With dependency injection, one analyzer serves the whole application:
/// <code>
/// services.AddFundingReports();
/// var analyzer = provider.GetRequiredService&lt;FundingAnalyzer&gt;();
/// FundingAnalysis analysis = analyzer.Analyze(portfolio, asOf: new LocalDate(2022, 2, 8));
/// </code>
/// </example>
public sealed class FundingAnalyzer
{
    /// <inheritdoc cref="FundingAnalysis.Of"/>
    public FundingAnalysis Analyze(Portfolio portfolio, LocalDate asOf, LocalDate? through = null) =>
        FundingAnalysis.Of(portfolio, asOf, through);

    /// <inheritdoc cref="FundingAnalysis.Stream"/>
    public IEnumerable<PostFunding> Stream(IEnumerable<Portfolio> portfolios, LocalDate asOf, LocalDate? through = null) =>
        FundingAnalysis.Stream(portfolios, asOf, through);
}
