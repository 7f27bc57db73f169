using CsCheck;
using FundingReports.Portfolios;
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
        foreach (Commitment added in facts.Commitments.Where(c => c.Amends is null && facts.Commitments.All(other => other.Amends != c.Id)))
        {
            NaiveAnswer before = NaiveAnalysis.Run(facts with { Commitments = facts.Commitments.Remove(added) }, asOf, through);
            NaiveAnswer after = NaiveAnalysis.Run(facts, asOf, through);
            foreach (NaivePost post in before.Posts)
                foreach (FundingView view in Enum.GetValues<FundingView>())
                {
                    (NaiveView was, NaiveView now) = (post.View(view), after.Post(post.Id).View(view));
                    AssertNotEarlier(was.Full.Surely, now.Full.Surely);
                    AssertNotEarlier(was.Full.Possibly, now.Full.Possibly);
                    AssertNotEarlier(was.Part.Surely, now.Part.Surely);
                    AssertNotEarlier(was.Part.Possibly, now.Part.Possibly);
                    foreach (NaiveYear year in post.Years)
                    {
                        (NaiveYearView then, NaiveYearView thereafter) = (year.View(view), after.Post(post.Id).Year(year.Year).View(view));
                        Assert.False(thereafter.Gap > then.Gap);
                        Assert.False(thereafter.GapAtMost > then.GapAtMost);
                    }
                }
        }
    }, iter: Rounds.Of(Iterations / 4), print: FactsText.Of);

    // Not on the first day, then dates in order, then "open": all as text.
    private static void AssertNotEarlier(string? before, string? after) =>
        Assert.True(string.CompareOrdinal(before ?? "", after ?? "") <= 0, $"{before} became {after}");

    private static void Check(Action<PortfolioFacts, NaiveAnswer> assert) => Generators.Question.Sample(
        question => assert(question.Facts, NaiveAnalysis.Run(question.Facts, question.AsOf, question.Through)), iter: Rounds.Of(Iterations), print: FactsText.Of);
}
