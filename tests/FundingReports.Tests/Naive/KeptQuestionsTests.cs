using CsCheck;
using FundingReports.Coverage;
using FundingReports.Portfolios;
using FundingReports.Tests.SelfDoubt;
using NodaTime;

namespace FundingReports.Tests.Naive;

/// <summary>The same random portfolios every time, answered once by the naive implementation: who asks often need not wait for it again.</summary>
public class KeptQuestionsTests
{
    private const int Each = 20;

    private static readonly (PortfolioFacts Facts, LocalDate AsOf, LocalDate Through)[] questions = [.. Generators.Question.Array[Rounds.Kept].Single(_ => true, "0000-PXaq7B2")];
    private static readonly Lazy<(string[] Lines, string[] Payers)>[] answers = [.. questions.Select(question => new Lazy<(string[], string[])>(() =>
    (
        [.. NaiveAnalysis.Run(question.Facts, question.AsOf, question.Through).Lines()],
        [.. Payers.Naively(question.Facts, question.AsOf, question.Through)])))];

    public static TheoryData<int> Tens => [.. Enumerable.Range(0, (Rounds.Kept + Each - 1) / Each)];

    [Theory]
    [MemberData(nameof(Tens))]
    public void Analyze_OfAKeptQuestion_AgreesWithTheNaiveImplementation(int tens)
    {
        for (int i = tens * Each; i < Math.Min(questions.Length, (tens + 1) * Each); i++)
        {
            FundingAnalysis analysis = Portfolio.Create(questions[i].Facts).Analyze(questions[i].AsOf, questions[i].Through);
            (string[] lines, string[] payers) = answers[i].Value;
            string[] engine = [.. EngineAnswer.Of(analysis).Lines()];
            Assert.Equal(lines.Order(), engine.Order());
            Expect.Nothing(payers.Except(Payers.Of(analysis)));
            Expect.Nothing(analysis.Posts.SelectMany(post => SelfCheck.Of(post.Figures)));
        }
    }
}
