using FundingReports.Figures;
using FundingReports.Ledger;
using FundingReports.Tests.SelfDoubt;

namespace FundingReports.Tests.Naive;

/// <summary>
/// The same random portfolios every time, answered once by the naive implementation: whoever asks often need not wait for it again.
/// </summary>
public class KeptQuestionsTests
{
    private const int Each = 20;

    private static readonly Lazy<(string[] Lines, string[] Payers)>[] answers = [
        .. KeptQuestions.All.Select(question => new Lazy<(string[], string[])>(() =>
    (
        [.. NaiveAnalysis.Run(question.Facts, question.AsOf, question.Through).Lines()],
        [.. Payers.Naively(question.Facts, question.AsOf, question.Through)])))];

    public static TheoryData<int> Parts => KeptQuestions.Parts(Each);

    [Theory]
    [MemberData(nameof(Parts))]
    public void Analyze_OfAKeptQuestion_AgreesWithTheNaiveImplementation(int part)
    {
        foreach (int i in KeptQuestions.Of(part, Each))
        {
            FundingAnalysis analysis = Portfolio.Create(KeptQuestions.All[i].Facts)
                .Analyze(KeptQuestions.All[i].AsOf, KeptQuestions.All[i].Through);
            (string[] lines, string[] payers) = answers[i].Value;
            string[] engine = [.. EngineAnswer.Of(analysis).Lines()];
            Assert.Equal(lines.Order(), engine.Order());
            Expect.Nothing(payers.Except(Payers.Of(analysis)));
            Expect.Nothing(analysis.Posts.SelectMany(post => SelfCheck.Of(post.Figures)));
        }
    }
}
