using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CsCheck;
using FundingReports.Portfolios;
using FundingReports.Tests.Naive;

namespace FundingReports.Tests.Properties;

/// <summary>Ids are names and nothing else; and portfolios that share nothing do not touch one another.</summary>
public partial class RenamingTests
{
    [Fact]
    public void Ids_Renamed_ChangeNothingElse() => Answers.Check(300, (question, answer) =>
        Answers.Same(Ids().Replace(answer.ToString(), "x$0"),
            Answers.Of(Renamed(question.Facts), question.AsOf, question.Through).ToString()));

    [Fact]
    public void TwoPortfolios_InOne_AnswerAsTheTwo() => Gen.Select(Generators.Question, Generators.Portfolio).Sample((question, other) =>
    {
        PortfolioFacts second = Renamed(other);
        PortfolioFacts both = question.Facts with
        {
            Funders = [.. question.Facts.Funders, .. second.Funders],
            Posts = [.. question.Facts.Posts, .. second.Posts],
            Commitments = [.. question.Facts.Commitments, .. second.Commitments],
        };
        NaiveAnswer first = Answers.Of(question.Facts, question.AsOf, question.Through),
            last = Answers.Of(second, question.AsOf, question.Through), together = Answers.Of(both, question.AsOf, question.Through);
        foreach (NaivePost post in first.Posts.Concat(last.Posts))
            Answers.Same(post.ToString()!, together.Post(post.Id).ToString()!);
        foreach (NaiveCommitment tie in first.Commitments.Concat(last.Commitments))
            Assert.Equal(tie, together.Commitment(tie.Id));
    }, iter: Rounds.Of(300));

    [GeneratedRegex(@"\b[PC][0-9]+\b")]
    private static partial Regex Ids();

    private static PortfolioFacts Renamed(PortfolioFacts facts) => facts with
    {
        Funders = [.. facts.Funders.Select(funder => funder with { Id = "x" + funder.Id })],
        Posts = [.. facts.Posts.Select(post => post with { Id = "x" + post.Id })],
        Commitments = [.. facts.Commitments.Select(commitment => commitment with
        {
            Id = "x" + commitment.Id,
            Funder = "x" + commitment.Funder,
            Posts = [.. commitment.Posts.Select(post => "x" + post)],
            Amends = commitment.Amends is { } amended ? "x" + amended : null,
            Split = commitment.Split is Split.Weights weights
                ? new Split.Weights(
                    weights.ByPost.ToImmutableSortedDictionary(pair => "x" + pair.Key, pair => pair.Value)) : commitment.Split,
        })],
    };
}
