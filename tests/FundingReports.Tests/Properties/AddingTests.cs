using FundingReports.Portfolios;
using FundingReports.Tests.Naive;

namespace FundingReports.Tests.Properties;

/// <summary>More promised money is never worse.</summary>
public class AddingTests
{
    [Fact]
    public void Commitment_AddedToAnyPortfolio_NeverShortensAHorizonNorWidensAGap() => Answers.Check(500, (question, after) =>
    {
        PortfolioFacts facts = question.Facts;
        foreach (Commitment added in facts.Commitments.Where(c => c.Amends is null && facts.Commitments.All(other => other.Amends != c.Id)))
        {
            NaiveAnswer before = Answers.Of(facts with { Commitments = facts.Commitments.Remove(added) }, question.AsOf, question.Through);
            foreach (NaivePost post in before.Posts)
                foreach (FundingView view in Enum.GetValues<FundingView>())
                    AssertNotWorse(post, after.Post(post.Id), view);
        }
    });

    private static void AssertNotWorse(NaivePost before, NaivePost after, FundingView view)
    {
        (NaiveView was, NaiveView now) = (before.View(view), after.View(view));
        AssertNotEarlier(was.Full.Surely, now.Full.Surely);
        AssertNotEarlier(was.Full.Possibly, now.Full.Possibly);
        AssertNotEarlier(was.Part.Surely, now.Part.Surely);
        AssertNotEarlier(was.Part.Possibly, now.Part.Possibly);
        foreach (NaiveYear year in before.Years)
        {
            (NaiveYearView then, NaiveYearView thereafter) = (year.View(view), after.Year(year.Year).View(view));
            Assert.False(thereafter.Gap > then.Gap);
            Assert.False(thereafter.GapAtMost > then.GapAtMost);
        }
    }

    // Not on the first day, then dates in order, then "open": all as text.
    private static void AssertNotEarlier(string? before, string? after) =>
        Assert.True(string.CompareOrdinal(before ?? "", after ?? "") <= 0, $"{before} became {after}");
}
