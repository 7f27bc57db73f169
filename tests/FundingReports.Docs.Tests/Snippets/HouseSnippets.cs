using FundingReports.Ledger;
using NodaTime;

namespace FundingReports.Docs.Tests.Snippets;

/// <summary>docs/house.md: from a cell to the facts.</summary>
public class HouseSnippets
{
    [Fact]
    public void Ledger_IsPrinted()
    {
        // page
        FundingAnalysis analysis = Portfolio.Load("six-postes.json").Analyze(asOf: new LocalDate(2026, 11, 26));
        PostFunding post = analysis.Posts.Single(post => post.Id == "CAR");
        foreach (LedgerPeriod period in post.Ledger(FundingView.Agreed).Periods)
            Console.WriteLine($"{period.From} {period.Until}: {period.Cost}, missing {period.Missing}; "
                + string.Join(", ", period.Lines.Select(line => $"{line.Commitment.Id} {line.LowMoney}")));
        // end of page
    }
}
