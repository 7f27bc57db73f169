using CsCheck;
using FundingReports.Portfolios;
using FundingReports.Tests.Properties;
using NodaTime;

namespace FundingReports.Tests.Naive;

/// <summary>What the model promises of every portfolio, held against the naive implementation before it judges another.</summary>
public class NaivePropertiesTests
{
    private const int Iterations = 100;

    [Fact]
    public void Year_OfAnyPortfolio_TiesToAFewCents() => Check((facts, answer) =>
    {
        foreach (NaivePost post in answer.Posts)
            foreach (NaiveYear year in post.Years)
                foreach (FundingView view in Enum.GetValues<FundingView>())
                    if (year.View(view).Rounding is { } rounding)
                        Assert.InRange(rounding, -year.Cells.Count - 2, year.Cells.Count + 2);
    });

    [Fact]
    public void Pieces_OfAnyPortfolio_FollowEachOtherAndDiffer() => Check((facts, answer) =>
    {
        foreach (NaivePost post in answer.Posts)
            foreach (FundingView view in Enum.GetValues<FundingView>())
            {
                IReadOnlyList<NaivePiece> pieces = post.View(view).Pieces;
                for (int i = 1; i < pieces.Count; i++)
                    Assert.Equal(pieces[i].From, pieces[i - 1].Until!.Value.PlusDays(1));
                if (pieces.Count > 0)
                    Assert.Equal(facts.Posts.Single(p => p.Id == post.Id).Until?.Last, pieces[^1].Until);
            }
    });

    [Fact]
    public void Sum_OfAnyPortfolio_TiesToWhatWasPromised() => Check((facts, answer) =>
    {
        foreach (NaiveCommitment c in answer.Commitments)
            if (c.Promised is not null)
                Assert.Equal(c.Promised, c.Before + c.Shown + c.After + c.Unused);
    });

    [Fact]
    public void Commitment_AddedToAnyPortfolio_NeverShortensAHorizonNorWidensAGap() => Generators.Question.Sample(question =>
    {
        (PortfolioFacts facts, LocalDate asOf, LocalDate through) = question;
        foreach (
            Commitment added in facts.Commitments.Where(c => c.Amends is null && facts.Commitments.All(other => other.Amends != c.Id)))
        {
            NaiveAnswer before = NaiveAnalysis.Run(facts with { Commitments = facts.Commitments.Remove(added) }, asOf, through);
            NaiveAnswer after = NaiveAnalysis.Run(facts, asOf, through);
            foreach (NaivePost post in before.Posts)
                foreach (FundingView view in AddingTests.ViewsThatOnlyGain(added, post.Id, facts))
                    AddingTests.AssertNotWorse(post, after.Post(post.Id), view);
        }
    }, iter: Rounds.Of(Iterations / 4), print: FactsText.Of);

    private static void Check(Action<PortfolioFacts, NaiveAnswer> assert) => Generators.Question.Sample(
        question => assert(question.Facts, NaiveAnalysis.Run(question.Facts, question.AsOf, question.Through)),
        iter: Rounds.Of(Iterations), print: FactsText.Of);
}
