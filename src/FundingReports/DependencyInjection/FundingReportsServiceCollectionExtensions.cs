using FundingReports;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the analysis with dependency injection.</summary>
public static class FundingReportsServiceCollectionExtensions
{
    /// <summary>Registers one <see cref="FundingAnalyzer"/> for the whole application. A second call changes nothing.</summary>
    public static IServiceCollection AddFundingReports(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton<FundingAnalyzer>();
        return services;
    }
}
