using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace FundingReports.Tests.DependencyInjection;

public sealed class AddFundingReportsTests
{
    [Fact]
    public void AddFundingReports_Twice_RegistersOneAnalyzer()
    {
        using ServiceProvider services = new ServiceCollection().AddFundingReports().AddFundingReports().BuildServiceProvider();
        Assert.Same(services.GetServices<FundingAnalyzer>().Single(), services.GetRequiredService<FundingAnalyzer>());
    }

    [Fact]
    public void Analyze_ManyThreads_SaysTheSame()
    {
        var analyzer = new FundingAnalyzer();
        Portfolio portfolio = Portfolio.Load(Path.Combine(AppContext.BaseDirectory, "seeds", "landes", "portfolio.json"));
        var said = new string[200];
        Parallel.For(0, said.Length, i => said[i] = analyzer.Analyze(portfolio, new LocalDate(2022, 2, 8)).Note(Language.French));
        Assert.Single(said.Distinct());
    }
}
