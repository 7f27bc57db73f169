using FundingReports;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the analysis.</summary>
public static class FundingReportsServiceCollectionExtensions
{
    /// <summary>Registers one <see cref="FundingAnalyzer"/> for all. Called twice, it registers one.</summary>
    public static IServiceCollection AddFundingReports(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton<FundingAnalyzer>();
        return services;
    }
}
