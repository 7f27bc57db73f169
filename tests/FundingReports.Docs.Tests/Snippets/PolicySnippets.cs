using FundingReports.Policies;
using FundingReports.Portfolios;
using FundingReports.Testing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace FundingReports.Docs.Tests.Snippets;

/// <summary>docs/policies.md.</summary>
public class PolicySnippets
{
    [Fact]
    public void AnotherValue()
    {
        Portfolio portfolio = Portfolio.Load("portfolio.json");
        // page
        var ours = new Source("seuil-maison", SourceKind.Assumption, "Seuil de la maison") { Author = "direction", Reason = "nos délibérations demandent neuf mois" };
        PolicySet policies = PolicySet.Default.WithValue("risk.critical-months", new LocalDate(2022, 1, 1), 9, ours);

        FundingAnalysis analysis = portfolio.Analyze(asOf: new LocalDate(2022, 2, 8), policies: policies);
        // end of page
        Assert.Equal(9, policies.WholeOn("risk.critical-months", analysis.AsOf));
        Assert.NotEqual(9, PolicySet.Default.WholeOn("risk.critical-months", analysis.AsOf));
    }

    [Fact]
    public void SchemeAsData()
    {
        Portfolio portfolio = Given.Nothing.Funder("Commune", FunderKind.Commune).AndPost("Médiateur", costs: 40_000, from: "2024-04-01", scheme: "maison")
            .Signed("Commune", pays: 11_000, from: "2024-04-01", until: "2026-03-31", line: "MAISON").Portfolio();
        // page
        PolicySet policies = PolicySet.Load("maison.json");                       // PolicySetException carries every problem; TryLoad returns them
        Euros sum = policies.MoneyOn("maison.sum", new LocalDate(2025, 1, 1));    // on 31 March 2024, the eve of its first day: PolicyException

        FundingAnalysis analysis = portfolio.Analyze(asOf: new LocalDate(2025, 1, 1), policies: policies);
        foreach (SchemeFinding finding in analysis.SchemeFindings)
            Console.WriteLine(finding.Message(Language.French));
        // end of page
        Assert.Equal(Euros.Of(12_000), sum);
        Assert.Throws<PolicyException>(() => policies.MoneyOn("maison.sum", new LocalDate(2024, 3, 31)));
        Assert.Equal("flat-amount", Assert.Single(analysis.SchemeFindings).Rule);
    }

    [Fact]
    public void TestOfAScheme()
    {
        // page
        PolicySet policies = PolicySet.Load("maison.json");
        Given post = Given.Nothing.Funder("Commune", FunderKind.Commune).AndPost("Médiateur", costs: 40_000, from: "2024-04-01", scheme: "maison");

        post.Signed("Commune", pays: 12_000, from: "2024-04-01", until: "2026-03-31", line: "MAISON")
            .AsOf("2024-06-01", policies).Expect("Médiateur").RespectsItsScheme();

        Assert.Throws<ExpectationException>(() =>
            post.Signed("Commune", pays: 11_000, from: "2024-04-01", until: "2026-03-31", line: "MAISON")
                .AsOf("2024-06-01", policies).Expect("Médiateur").RespectsItsScheme());
        // end of page
    }

    [Fact]
    public void RegisteredRules()
    {
        Given post = Given.Nothing.Funder("Commune", FunderKind.Commune).AndPost("Médiateur", costs: 40_000, from: "2024-04-01", scheme: "maison");
        // page
        var services = new ServiceCollection();
        services.AddFundingReports(options => options.Policies = PolicySet.Load("maison.json"));    // or what your program calls
        using ServiceProvider provider = services.BuildServiceProvider();

        Portfolio portfolio = post.Signed("Commune", pays: 11_000, from: "2024-04-01", until: "2026-03-31", line: "MAISON").Portfolio();
        FundingAnalysis analysis = provider.GetRequiredService<FundingAnalyzer>().Analyze(portfolio, asOf: new LocalDate(2024, 6, 1));
        Assert.Equal("flat-amount", Assert.Single(analysis.SchemeFindings).Rule);
        // end of page
    }

    // page
    private static readonly PolicyCaseSet cases = PolicyCases.Load("cases.csv", PolicySet.Load("maison.json"));

    public static TheoryData<string> Cases => new(cases.Titles);

    [Theory, MemberData(nameof(Cases))]
    public void CaseHolds(string title) => cases[title].Check();
    // end of page

    [Fact]
    public void Cases_InJson_Hold_AndAreThoseThatThePageShows()
    {
        PolicySet policies = PolicySet.Load("maison.json");
        PolicyCaseSet cases = PolicyCases.Load("cases.json", policies);
        Assert.Equal(["la veille", "le jour", "onze mille au lieu de douze mille"], cases.Titles);
        foreach (PolicyCase one in cases)
            one.Check();
        string other = File.ReadAllText("cases.json").Replace("\"broken\"", "\"unverifiable\"", StringComparison.Ordinal);
        Assert.Throws<ExpectationException>(() => PolicyCases.ParseJson(other, ".", policies)[2].Check());
    }

    [Fact]
    public void Cases_AreAllThere() => Assert.Equal(3, Cases.Count);
}
