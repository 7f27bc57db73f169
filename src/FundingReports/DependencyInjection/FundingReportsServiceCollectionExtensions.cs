using FundingReports;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the analysis with dependency injection.</summary>
public static class FundingReportsServiceCollectionExtensions
{
    /// <summary>Registers one <see cref="FundingAnalyzer"/> for all. Called twice, it registers one.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">
    /// By which rules; null for those that ship. Rules of the configuration are bound as other options are, by
    /// <c>services.AddOptions&lt;FundingReportsOptions&gt;().BindConfiguration(FundingReportsOptions.Section)</c>.
    /// </param>
    public static IServiceCollection AddFundingReports(this IServiceCollection services, Action<FundingReportsOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions();
        if (configure is not null)
            services.Configure(configure);
        services.TryAddSingleton(provider => new FundingAnalyzer(provider.GetRequiredService<IOptions<FundingReportsOptions>>()));
        return services;
    }
}
