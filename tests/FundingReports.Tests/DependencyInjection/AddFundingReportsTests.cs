using FundingReports.Changes;
using FundingReports.Policies;
using FundingReports.Scenarios;
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
    public void Policies_OfTheOptions_AreThoseOfEveryAnswer()
    {
        PolicySet own = PolicySet.Default.WithIdentifyingReferences("dossier");
        using ServiceProvider services = new ServiceCollection()
            .AddFundingReports(options => options.Policies = own).BuildServiceProvider();
        var analyzer = services.GetRequiredService<FundingAnalyzer>();
        Portfolio portfolio = Portfolio.Load(Path.Combine(AppContext.BaseDirectory, "seeds", "landes", "portfolio.json"));
        var asOf = new LocalDate(2022, 2, 8);
        Assert.NotEqual(PolicySet.Default.Hash, own.Hash);
        Assert.Same(own, analyzer.Policies);
        Assert.Same(own, analyzer.Analyze(portfolio, asOf).Policies);
        ScenarioComparison compared = analyzer.Compare(portfolio, asOf, null, new Scenario("Vide", null));
        Assert.Same(own, compared.Baseline.Analysis.Policies);
        Assert.All(compared.Scenarios, answer => Assert.Same(own, answer.Analysis.Policies));
        PortfolioChanges changes = analyzer.Changes(portfolio, asOf.PlusYears(-1), portfolio, asOf);
        Assert.Same(own, changes.Before.Policies);
        Assert.Same(own, changes.After.Policies);
        Assert.Equal(4, analyzer.Stream([portfolio], asOf).Count());
    }

    /// <summary>Each question to the analyzer may say years, rules and how many posts at once, as one to the analysis does.</summary>
    [Fact]
    public async Task Options_AreThoseOfEachQuestion_AndTheirRulesStandAboveTheOthers()
    {
        PolicySet own = PolicySet.Default.WithIdentifyingReferences("dossier"), other = PolicySet.Default.WithIdentifyingReferences("EJ");
        var analyzer = new FundingAnalyzer(new FundingReportsOptions { Policies = own });
        Portfolio portfolio = Portfolio.Load(Path.Combine(AppContext.BaseDirectory, "seeds", "landes", "portfolio.json"));
        var asOf = new LocalDate(2022, 2, 8);
        var options = new AnalysisOptions { Since = 2020, Through = new LocalDate(2023, 12, 31), MaxDegreeOfParallelism = 1 };
        FundingAnalysis analysis = analyzer.Analyze(portfolio, asOf, options);
        Assert.Same(own, analysis.Policies);
        Assert.Equal([2020, 2021, 2022, 2023], analysis.Posts[0].Years.Select(year => year.Year));
        Assert.Same(other, analyzer.Analyze(portfolio, asOf, options with { Policies = other }).Policies);
        Assert.All(analyzer.Stream([portfolio], asOf, options),
            post => Assert.Equal([2020, 2021, 2022, 2023], post.Years.Select(year => year.Year)));
        // A rule that has no value on the day is asked for: it is those of the options that are.
        Assert.Throws<PolicyException>(() => analyzer.Stream([portfolio], asOf, options with { Policies = PolicySet.Empty }));
        await foreach (PostFunding post in analyzer.Stream(Arriving(portfolio), asOf, options))
            Assert.Equal(4, post.Years.Length);
    }

    private static async IAsyncEnumerable<Portfolio> Arriving(Portfolio portfolio)
    {
        await Task.Yield();
        yield return portfolio;
    }

    [Fact]
    public void PolicyFile_OfTheOptions_IsRead_AndItsErrorsAreSaid()
    {
        string file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.json");
        try
        {
            File.WriteAllText(file, PolicySet.Default.WithIdentifyingReferences("dossier").ToJson());
            var analyzer = new FundingAnalyzer(new FundingReportsOptions { PolicyFile = file });
            Assert.Equal("dossier", Assert.Single(analyzer.Policies.IdentifyingReferences));
            File.WriteAllText(file, "{}");
            using ServiceProvider services = new ServiceCollection()
                .AddFundingReports(options => options.PolicyFile = file).BuildServiceProvider();
            Assert.NotEmpty(Assert.Throws<PolicySetException>(services.GetRequiredService<FundingAnalyzer>).Problems);
        }
        finally
        {
            File.Delete(file);
        }
        foreach (string lost in (IEnumerable<string>)["regles-perdues.json", "nulle-part/regles.json", Path.GetTempPath()])
        {
            using ServiceProvider services = new ServiceCollection()
                .AddFundingReports(options => options.PolicyFile = lost).BuildServiceProvider();
            var refused = Assert.ThrowsAny<IOException>(services.GetRequiredService<FundingAnalyzer>);
            Assert.NotNull(refused.InnerException);
            Assert.All(["FundingReportsOptions.PolicyFile", $"\"{lost}\"", Path.GetFullPath(lost)],
                part => Assert.Contains(part, refused.Message, StringComparison.Ordinal));
        }
        Assert.Contains("PolicyFile is blank", Assert.Throws<InvalidOperationException>(
            () => new FundingAnalyzer(new FundingReportsOptions { PolicyFile = " " })).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(
            () => new FundingAnalyzer(new FundingReportsOptions { Policies = PolicySet.Empty, PolicyFile = "regles.json" }));
        Assert.Same(PolicySet.Default, new FundingAnalyzer().Policies);
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
