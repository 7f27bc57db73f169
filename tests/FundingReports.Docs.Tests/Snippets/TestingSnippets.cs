using FundingReports.Policies;
using FundingReports.Testing;
using NodaTime;

namespace FundingReports.Docs.Tests.Snippets;

/// <summary>The README of FundingReports.Testing.</summary>
public class TestingSnippets
{
    [Fact]
    public void Expectations()
    {
        // page
        FundingAnalysis analysis = Given.Post("Poste 6", costs: 50_000)
            .Signed("État", pays: Share.Of(3, 10), from: "2022-01-01", until: "2025-06-30")
            .Signed("Département", pays: Share.Of(7, 10), from: "2022-01-01", until: "2025-06-30").AsOf("2024-01-01");

        analysis.Expect("Poste 6").IsFullyFundedUntil(new LocalDate(2025, 6, 30)).HasGap(2025, 25_000).HasGap(2026, 50_000);
        // end of page
        Assert.Throws<ExpectationException>(() => analysis.Expect("Poste 6").HasGap(2025, 0));
    }

    [Fact]
    public void Cases()
    {
        // page
        PolicyCaseSet cases = PolicyCases.Load("cases.csv", PolicySet.Load("maison.json"));
        foreach (PolicyCase example in cases)
            example.Check();
        // end of page
        Assert.Equal(3, cases.Titles.Count());
    }
}
