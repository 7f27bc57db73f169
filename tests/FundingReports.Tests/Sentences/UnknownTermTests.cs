using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Tests.Sentences;

/// <summary>A term that nobody gave is not the end of anything, whatever else ends.</summary>
public class UnknownTermTests
{
    private static readonly Funder state = Funder.State("État"), county = Funder.Departement("Département");
    private static readonly LocalDate asOf = new(2024, 9, 1);

    [Theory]
    [InlineData(80, "2024-12-31", 20)]
    [InlineData(80, "2024-10-31", 20)]
    [InlineData(50, "2024-12-31", 20)]
    [InlineData(80, "2026-12-31", 20)]
    [InlineData(30, "2024-12-31", 60)]
    public void MoneyWithoutATerm_IsNeverSaidToEnd(int first, string until, int second)
    {
        var analysis = Analysis(post => post
            .Signed(state, Pays.Percent(first), new(2024, 1, 1), PartialDate.Parse(until))
            .Signed(county, Pays.Percent(second), new(2024, 1, 1)));
        foreach (string said in Said(analysis))
        {
            Assert.DoesNotContain("prennent fin", said, StringComparison.Ordinal);
            Assert.DoesNotContain("du Département (20", said, StringComparison.Ordinal);
            Assert.DoesNotContain("cease to pay", said, StringComparison.Ordinal);
            Assert.DoesNotContain("qui ne suffit plus", said, StringComparison.Ordinal);
        }
        Assert.Contains("terme des crédits du Département", analysis.Summary(Language.French), StringComparison.Ordinal);
    }

    [Fact]
    public void ShareThatFalls_WithoutATerm_DoesNotEnd()
    {
        var analysis = Analysis(post => post.Signed(state, Pays.PercentYearByYear(100, 50), new(2024, 1, 1)));
        foreach (string said in Said(analysis))
            Assert.DoesNotContain("prend fin", said, StringComparison.Ordinal);
        Assert.Contains("terme des crédits de l’État", analysis.Summary(Language.French), StringComparison.Ordinal);
    }

    [Fact]
    public void MoneyThatEnds_IsStillSaidTo() => Assert.Contains("la participation de l’État (80\u202F%) prend fin à cette date",
        string.Join('\n', Said(Analysis(post => post
            .Signed(state, Pays.Percent(80), new(2024, 1, 1), new PartialDate(2024, 12, 31))
            .Signed(county, Pays.Percent(20), new(2024, 1, 1))))),
        StringComparison.Ordinal);

    private static FundingAnalysis Analysis(Func<PortfolioBuilder, PortfolioBuilder> promised) =>
        promised(new PortfolioBuilder("Un poste").Post("Poste 1", costs: 50_000, from: new(2024, 1, 1), id: "P1"))
            .Documented(new("A", SourceKind.Act, "Convention"), decidedOn: new(2024, 1, 1)).Build().Analyze(asOf);

    private static IEnumerable<string> Said(FundingAnalysis analysis) => Enum.GetValues<Language>().SelectMany(language => (string[])
    [
        analysis.Summary(language), analysis.Note(language), .. analysis.Posts.Select(post => analysis.Summary(post, language)),
        .. analysis.Requests.Select(request => analysis.Sentence(request, language)),
    ]);
}
