using FundingReports.Portfolios;
using FundingReports.Tests.Naive;
using NodaTime;

namespace FundingReports.Tests.Properties;

/// <summary>More promised money is never worse.</summary>
public class AddingTests
{
    [Fact]
    public void Commitment_AddedToAnyPortfolio_NeverShortensAHorizonNorWidensAGap() => Answers.Check(500, (question, after) =>
    {
        PortfolioFacts facts = question.Facts;
        foreach (
            Commitment added in facts.Commitments.Where(c => c.Amends is null && facts.Commitments.All(other => other.Amends != c.Id)))
        {
            NaiveAnswer before = Answers.Of(facts with { Commitments = facts.Commitments.Remove(added) }, question.AsOf, question.Through);
            foreach (NaivePost post in before.Posts)
                foreach (FundingView view in ViewsThatOnlyGain(added, post.Id, facts))
                    AssertNotWorse(post, after.Post(post.Id), view);
        }
    });

    /// <summary>What is firm on all its days is more money in every view.</summary>
    [Fact]
    public void FirmCommitment_AddedToAnyPortfolio_IsWorseInNoView() => Answers.Check(500, (question, _) =>
    {
        PortfolioFacts facts = question.Facts;
        foreach (
            Commitment added in facts.Commitments.Where(c => c.Amends is null && facts.Commitments.All(other => other.Amends != c.Id)))
        {
            LocalDate last = added.Until.Until?.Last ?? new(2090, 12, 31);
            Commitment firm = added with { Status = CommitmentStatus.Signed, Until = last, Instalments = [new(added.From.First, last)] };
            PortfolioFacts with = facts with { Commitments = facts.Commitments.Replace(added, firm) };
            NaiveAnswer before = Answers.Of(facts with { Commitments = facts.Commitments.Remove(added) }, question.AsOf, question.Through);
            NaiveAnswer after = Answers.Of(with, question.AsOf, question.Through);
            foreach (NaivePost post in before.Posts)
                foreach (FundingView view in Enum.GetValues<FundingView>())
                    AssertNotWorse(post, after.Post(post.Id), view);
        }
    });

    /// <summary>The views in which a commitment added can take nothing away.</summary>
    /// <remarks>In the firm one, money that is only agreed lowers what a balance or a remainder is firm for.</remarks>
    internal static IEnumerable<FundingView> ViewsThatOnlyGain(Commitment added, string post, PortfolioFacts facts) =>
        added.IsAgreed
            && facts.Commitments.Any(c => c.IsAgreed && c.Posts.Contains(post) && c.Amount is Amount.Balance or Amount.OfRemainder)
            ? [FundingView.Agreed, FundingView.Announced]
            : Enum.GetValues<FundingView>();

    internal static void AssertNotWorse(NaivePost before, NaivePost after, FundingView view)
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
