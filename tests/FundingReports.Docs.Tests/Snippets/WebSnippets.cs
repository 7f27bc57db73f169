using System.Text.Json;
using NodaTime;

namespace FundingReports.Docs.Tests.Snippets;

/// <summary>docs/web.md.</summary>
public class WebSnippets
{
    [Fact]
    public void Json()
    {
        FundingAnalysis analysis = Portfolio.Load("portfolio.json").Analyze(asOf: new LocalDate(2022, 2, 8));
        // page
        var answer = new Reply("L1", analysis.Year(2024).Agreed.Gap, analysis.Posts[0].Agreed.FullyFundedUntil);
        string json = JsonSerializer.Serialize(answer, JsonSerializerOptions.Web);
        // {"post":"L1","gap":{"unknown":["amount"]},"until":{"state":"until","surely":"2023-07-23", …
        Reply read = JsonSerializer.Deserialize<Reply>(json, JsonSerializerOptions.Web)!;
        // end of page
        const string begins = """{"post":"L1","gap":{"unknown":["amount"]},"until":{"state":"until","surely":"2023-07-23",""";
        Assert.StartsWith(begins, json, StringComparison.Ordinal);
        Assert.Equal(answer, read);
    }

    private sealed record Reply(string Post, Knowable<Euros> Gap, FundingHorizon Until);
}
