using CsCheck;
using FundingReports.Changes;
using FundingReports.Portfolios;
using FundingReports.Tests.Naive;
using NodaTime;

namespace FundingReports.Tests.Changes;

/// <summary>What holds between any two random portfolios, on any two days.</summary>
public class ChangesPropertiesTests
{
    private const int Iterations = 300;

    [Fact]
    public void Between_Itself_NothingChanges() => Generators.Question.Sample(question =>
    {
        if (Analysis(question.Facts, question.AsOf) is { } analysis && Analysis(question.Facts, question.AsOf) is { } again)
            Assert.True(PortfolioChanges.Between(analysis, again).IsEmpty);
    }, iter: Rounds.Of(Iterations));

    [Fact]
    public void Between_Swapped_CreatedIsClosed() => Check((before, after) =>
    {
        PortfolioChanges there = PortfolioChanges.Between(before, after), back = PortfolioChanges.Between(after, before);
        Assert.Equal(Ids(there, PostMove.Created), Ids(back, PostMove.Closed));
        Assert.Equal(Ids(there, PostMove.Closed), Ids(back, PostMove.Created));
        Assert.Equal(Ids(there, PostMove.Unmatched), Ids(back, PostMove.Unmatched));
    });

    [Fact]
    public void Difference_IsAfterLessBefore_AndFundersAddUp() => Check((before, after) =>
    {
        foreach (var year in PortfolioChanges.Between(before, after).Years)
        {
            foreach (var money in year.Funders.Select(funder => funder.Money).Append(year.Funding).Append(year.Gap).Append(year.Cost))
                if (money.Before.Exact.TryGet(out Euros was) && money.After.Exact.TryGet(out Euros now))
                    Assert.Equal(now - was, money.Difference.Value);
                else
                    Assert.False(money.Difference.IsKnown);
            Assert.Equal(year.Funding.Before.KnownPart, Sum(year.Funders.Select(funder => funder.Money.Before.KnownPart)));
            Assert.Equal(year.Funding.After.KnownPart, Sum(year.Funders.Select(funder => funder.Money.After.KnownPart)));
            if (year.Funders.All(funder => funder.Money.Difference.IsKnown))
                Assert.Equal(year.Funding.Difference.Value, Sum(year.Funders.Select(funder => funder.Money.Difference.Value)));
        }
    });

    [Fact]
    public void Everything_IsListedOnce() => Check((before, after) =>
    {
        var changes = PortfolioChanges.Between(before, after);
        Assert.Equal(before.Posts.Select(post => post.Id).Order(), changes.Posts.Select(post => post.Before?.Id).OfType<string>().Order());
        Assert.Equal(after.Posts, changes.Posts.Select(post => post.After).OfType<PostFunding>());
        Assert.Equal(after.Portfolio.Commitments.Where(one => one.DecidedOn is not { } on || on.Last <= after.AsOf),
            changes.Promises.Select(promise => promise.After).OfType<Commitment>());
    });

    [Fact]
    public void Sentences_OfAnything_AreWhole() => Check((before, after) =>
    {
        var changes = PortfolioChanges.Between(before, after);
        foreach (Language language in Enum.GetValues<Language>())
            foreach (string said in changes.Posts.Select(post => changes.Sentence(post, language))
                    .Concat(changes.Promises.Select(promise => changes.Sentence(promise, language))).Append(changes.Summary(language)))
            {
                Assert.Matches(@"[.?]$", said);
                Assert.DoesNotContain("  ", said);
                Assert.DoesNotContain("..", said);
            }
    });

    private static void Check(Action<FundingAnalysis, FundingAnalysis> holds) =>
        Gen.Select(Generators.Question, Generators.Question, Gen.Bool).Sample((one, other, sameFacts) =>
    {
        if (Analysis(one.Facts, one.AsOf) is { } before && Analysis(sameFacts ? one.Facts : other.Facts, other.AsOf) is { } after)
            holds(before, after);
    }, iter: Rounds.Of(Iterations));

    // Some random facts contradict one another on some day: nothing is calculated of them.
    private static FundingAnalysis? Analysis(PortfolioFacts facts, LocalDate asOf)
    {
        try
        {
            return Portfolio.Create(facts).Analyze(asOf);
        }
        catch (PortfolioException)
        {
            return null;
        }
    }

    private static string[] Ids(PortfolioChanges changes, PostMove move) =>
        [.. changes.Posts.Where(post => post.Move == move).Select(post => post.Post.Id).Order(StringComparer.Ordinal)];

    private static Euros Sum(IEnumerable<Euros> amounts) => amounts.Aggregate(Euros.Zero, (sum, amount) => sum + amount);
}
