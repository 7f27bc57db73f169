using CsCheck;
using FundingReports.Portfolios;
using NodaTime;


namespace FundingReports.Tests.Naive;

/// <summary>
/// The library against the naive implementation: every figure, to the cent and to the day, on random portfolios of every kind.
/// </summary>
public class EngineAgreesWithNaiveTests
{
    [Fact]
    public void Analyze_OfAnyPortfolio_AgreesWithTheNaiveImplementation()
    {
        Generators.Question.Sample(
            subject => Assert.Equal("", Differences(subject.Facts, subject.AsOf, subject.Through)),
            iter: Rounds.Of(1000), print: FactsText.Of);
    }

    private static string Differences(PortfolioFacts facts, LocalDate asOf, LocalDate through)
    {
        var naive = NaiveAnalysis.Run(facts, asOf, through).Lines().ToList();
        var engine = EngineAnswer.Of(Portfolio.Create(facts).Analyze(asOf, through)).Lines().ToList();
        return string.Join('\n',
            naive.Except(engine).Select(line => "naive  " + line).Concat(engine.Except(naive).Select(line => "engine " + line)).Order());
    }
}
