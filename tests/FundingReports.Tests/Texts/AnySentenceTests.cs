using CsCheck;
using FundingReports.Tests.Json;

namespace FundingReports.Tests.Texts;

public sealed class AnySentenceTests
{
    [Fact]
    public void Note_AnyFacts_IsWellFormedInBothLanguages() => FactsGen.Facts.Sample(facts =>
    {
        if (!Portfolio.TryCreate(facts, out Portfolio? portfolio, out _))
            return;
        FundingAnalysis analysis;
        try
        {
            analysis = portfolio.Analyze(Told.AsOf);
        }
        catch (PortfolioException)
        {
            return;
        }
        foreach (Language language in (Language[])[Language.French, Language.English])
        {
            string said = analysis.Note(language);
            Assert.DoesNotContain("..", said);
            Assert.DoesNotContain(" ,", said);
            Assert.DoesNotContain(" .", said);
            Assert.DoesNotContain("ne est", said);
            Assert.All(said.Split('\n'), line => Assert.False(line.Length == 0 || char.IsLower(line[0])));
        }
    }, iter: Rounds.Of(2_000));
}
