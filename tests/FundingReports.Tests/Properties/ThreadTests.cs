using CsCheck;
using FundingReports.Tests.Naive;

namespace FundingReports.Tests.Properties;

/// <summary>An analysis may be asked by many threads at once, and portfolios analysed by many: the answers are those of one.</summary>
public class ThreadTests
{
    private const int Runs = 1_000;

    [Fact]
    public void OneAnalysis_AskedByManyThreads_AnswersAsOne()
    {
        var question = Generators.Question.Array[200].Drawn("0000-PXaq7B2").First(question => question.Facts.Commitments.Length > 3);
        Portfolio portfolio = Portfolio.Create(question.Facts);
        string alone = Said(portfolio.Analyze(question.AsOf, question.Through));
        for (int round = 0; round < Runs / 20; round++)
        {
            var shared = portfolio.Analyze(question.AsOf, question.Through);
            string[] said = new string[20];
            Parallel.For(0, said.Length, i => said[i] = Said(shared));
            Assert.All(said, one => Assert.Equal(alone, one));
        }
    }

    [Fact]
    public void OnePortfolio_AnalysedByManyThreads_AnswersTheSame()
    {
        var question = Generators.Question.Array[200].Drawn("0000-PXaq7B2").First(question => question.Facts.Commitments.Length > 3);
        Portfolio portfolio = Portfolio.Create(question.Facts);
        string alone = portfolio.Analyze(question.AsOf, question.Through).ToJson();
        string[] said = new string[Runs];
        Parallel.For(0, Runs, i => said[i] = portfolio.Analyze(question.AsOf, question.Through).ToJson());
        Assert.All(said, one => Assert.Equal(alone, one));
    }

    private static string Said(FundingAnalysis analysis) =>
        analysis.ToJson() + analysis.Summary(Language.French) + analysis.Note(Language.English);
}
