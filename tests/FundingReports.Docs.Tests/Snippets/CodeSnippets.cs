using FundingReports.Excel;
using FundingReports.Validation;
using NodaTime;

namespace FundingReports.Docs.Tests.Snippets;

/// <summary>docs/code.md.</summary>
public class CodeSnippets
{
    [Fact]
    public async Task Service()
    {
        using var response = new MemoryStream();
        Assert.Empty(await Answer(File.OpenRead("portfolio.json"), response, new LocalDate(2022, 2, 8), CancellationToken.None));
        Assert.NotEqual(0, response.Length);
        var refused = await Answer(File.OpenRead("portfolio.json"), response, new LocalDate(1500, 1, 1), CancellationToken.None);
        Assert.Equal(["asOf"], refused.Keys);
    }

    private static async Task<IDictionary<string, string[]>> Answer(
        Stream request, Stream response, LocalDate asOf, CancellationToken cancellation)
    {
        // page
        var (portfolio, problems) = await Portfolio.TryLoadAsync(request, cancellation);
        if (portfolio is null || !portfolio.TryAnalyze(asOf, out FundingAnalysis? analysis, out problems, cancellationToken: cancellation))
            return problems.ByPath(Language.French);     // what Results.ValidationProblem takes
        await analysis.SaveWorkbookAsync(response, Language.French, cancellationToken: cancellation);
        // end of page
        return new Dictionary<string, string[]>();
    }
}
