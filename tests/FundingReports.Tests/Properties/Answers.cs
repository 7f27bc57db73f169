using CsCheck;
using FundingReports.Portfolios;
using FundingReports.Tests.Naive;
using NodaTime;

namespace FundingReports.Tests.Properties;

/// <summary>What the library answers to random questions, in the plain form that two answers are compared in.</summary>
internal static class Answers
{
    internal static NaiveAnswer Of(PortfolioFacts facts, LocalDate asOf, LocalDate through) =>
        EngineAnswer.Of(Portfolio.Create(facts).Analyze(asOf, through));

    internal static void Check(int iterations, Action<(PortfolioFacts Facts, LocalDate AsOf, LocalDate Through), NaiveAnswer> assert) =>
        Generators.Question.Sample(question => assert(question, Of(question.Facts, question.AsOf, question.Through)),
            iter: Rounds.Of(iterations), print: FactsText.Of);

    /// <summary>Every horizon and piece of a post, view by view; no money and no ids of commitments.</summary>
    internal static string Horizons(NaivePost post) => string.Join('\n', Enum.GetValues<FundingView>().SelectMany(view =>
    {
        NaiveView own = post.View(view);
        return (own with { Cliff = own.Cliff is { } cliff ? cliff with { Commitments = [] } : null, Unused = null }).Lines()
            .Select(line => $"{view}.{line}");
    }));

    /// <summary>The sentence of a failed comparison.</summary>
    internal static void Same(string before, string after) =>
        Expect.Nothing(
            [.. before.Split('\n').Except(after.Split('\n')).Select(line => "was " + line),
                .. after.Split('\n').Except(before.Split('\n')).Select(line => "is  " + line)]);

    /// <summary>Known or unknown alike, and at most so many cents apart.</summary>
    internal static void Near(long? before, long? after, long cents, string what)
    {
        Assert.True(before.HasValue == after.HasValue, $"{what}: {Show.Cents(before)} became {Show.Cents(after)}");
        Assert.True(Math.Abs((before ?? 0) - (after ?? 0)) <= cents, $"{what}: {Show.Cents(before)} became {Show.Cents(after)}");
    }
}
