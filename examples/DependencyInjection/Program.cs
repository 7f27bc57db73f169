using FundingReports;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

Console.OutputEncoding = System.Text.Encoding.UTF8;

using ServiceProvider services = new ServiceCollection()
    .AddFundingReports()
    .AddSingleton<MorningNote>()
    .BuildServiceProvider();

Portfolio portfolio = Portfolio.Load(Path.Combine(AppContext.BaseDirectory, "seeds", "landes", "portfolio.json"));
Console.WriteLine(services.GetRequiredService<MorningNote>().Write(portfolio, new LocalDate(2022, 2, 8)));

/// <summary>A service of one's own, which is given the analyzer. The day is always an argument.</summary>
internal sealed class MorningNote(FundingAnalyzer analyzer)
{
    public string Write(Portfolio portfolio, LocalDate day) => analyzer.Analyze(portfolio, day).Note(Language.French);
}
