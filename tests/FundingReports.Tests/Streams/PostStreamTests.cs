using CsCheck;
using FundingReports.Tests.Naive;
using NodaTime;

namespace FundingReports.Tests.Streams;

/// <summary>Portfolios that arrive one by one, answers asked for one by one, on any number of cores, until somebody leaves.</summary>
public class PostStreamTests
{
    private static readonly LocalDate asOf = new(2022, 2, 8);

    [Fact]
    public Task Stream_OfPortfoliosThatArrive_AnswersWhatThatOfPortfoliosAtHandDoes() =>
        Gen.Select(Generators.Portfolio.Array[0, 40], Generators.AsOf, Gen.Int[0, 4]).SampleAsync(
            async question =>
            {
                var (facts, day, cores) = question;
                Portfolio[] portfolios = [.. facts.Select(Portfolio.Create)];
                var options = new AnalysisOptions { MaxDegreeOfParallelism = cores == 0 ? null : cores, Since = day.Year - 1 };
                List<string> expected =
                    [.. portfolios.SelectMany(one => one.Analyze(day, options).Posts).SelectMany(EngineAnswer.PostLines)];
                List<string> found = [];
                await foreach (PostFunding post in FundingAnalysis.Stream(Arriving(portfolios), day, options))
                    found.AddRange(EngineAnswer.PostLines(post));
                Assert.Equal(expected, found);
                Assert.Equal(expected, FundingAnalysis.Stream(portfolios, day, options).SelectMany(EngineAnswer.PostLines));
            },
            iter: Rounds.Of(15));

    [Fact]
    public async Task Stream_WithANullPortfolio_AnswersWhatCameBefore_ThenSaysWhich()
    {
        Portfolio one = DocumentStreamTests.Many(40);
        Portfolio[] portfolios = [one, null!, one];
        int read = 0, arrived = 0;
        var atHand = Assert.Throws<ArgumentException>(() =>
        {
            foreach (PostFunding post in FundingAnalysis.Stream(portfolios, asOf))
                read++;
        });
        var arriving = await Assert.ThrowsAsync<ArgumentException>(async () =>
        {
            await foreach (PostFunding post in FundingAnalysis.Stream(Arriving(portfolios), asOf))
                arrived++;
        });
        Assert.Equal((one.Posts.Length, one.Posts.Length), (read, arrived));
        Assert.All([atHand, arriving], error => Assert.Equal(
            ("The portfolio number 2 of the sequence is null. (Parameter 'portfolios')", "portfolios"), (error.Message, error.ParamName)));
    }

    [Fact]
    public Task Stream_CancelledAfterSomePosts_GivesThoseAndNoMore() => Gen.Int[1, 399].SampleAsync(
        async wanted =>
        {
            Portfolio many = DocumentStreamTests.Many(400);
            using CancellationTokenSource one = new(), other = new();
            int read = 0;
            await DocumentStreamTests.Cancelled(
                async () =>
                {
                    await foreach (PostFunding post in FundingAnalysis.Stream(Arriving([many]), asOf).WithCancellation(one.Token))
                        if (++read == wanted)
                            one.Cancel();
                },
                one.Token);
            Assert.Equal(wanted, read);
            int atHand = 0;
            await DocumentStreamTests.Cancelled(
                () =>
                {
                    foreach (PostFunding post in FundingAnalysis.Stream([many], asOf, cancellationToken: other.Token))
                        if (++atHand == wanted)
                            other.Cancel();
                    return Task.CompletedTask;
                },
                other.Token);
            Assert.Equal(wanted, atHand);
        },
        iter: Rounds.Of(10));

    [Fact]
    public async Task Stream_OfPortfoliosThatNeverEnd_AsksForAFewAheadOfItsReader()
    {
        Portfolio landes = Portfolio.Load(Repository.PathOf("seeds", "landes", "portfolio.json"));
        int asked = 0, read = 0;
        async IAsyncEnumerable<Portfolio> Endless()
        {
            for (; ; asked++)
            {
                await Task.Yield();
                yield return landes;
            }
        }
        await foreach (PostFunding post in FundingAnalysis.Stream(Endless(), asOf, new AnalysisOptions { MaxDegreeOfParallelism = 2 }))
            if (++read == 2_000)
                break;
        Assert.InRange(asked * 4, 2_000, 2_000 + 32 * 6);
    }

    [Fact]
    public async Task Stream_ThatIsRefused_IsBeforeItIsRead()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => { FundingAnalysis.Stream(Arriving([]), new LocalDate(1599, 1, 1)); });
        Assert.Throws<ArgumentOutOfRangeException>(() => new AnalysisOptions { MaxDegreeOfParallelism = 0 });
        await foreach (PostFunding post in FundingAnalysis.Stream(Arriving([]), asOf))
            Assert.Fail(post.Id);
    }

    [Fact]
    public async Task Analysis_Cancelled_StopsBeforeAndInTheMiddle()
    {
        Portfolio many = DocumentStreamTests.Many(2_000);
        await DocumentStreamTests.Cancelled(() => Task.FromResult(many.Analyze(asOf, cancellationToken: new(true))), new(true));
        int all = Looked(int.MaxValue, null);
        Assert.True(all > 2_000, $"{all} looks");
        foreach (int leaving in (int[])[1, 2, all / 3, all / 2, all - 1])
        {
            using var stop = new CancellationTokenSource();
            await DocumentStreamTests.Cancelled(() => Task.FromResult(Looked(leaving, stop)), stop.Token);
            Assert.Throws<OperationCanceledException>(() => many.TryAnalyze(asOf, out _, out _, cancellationToken: stop.Token));
        }

        // How often it looked; its caller leaves at one of the looks, and the next does not come back.
        int Looked(int leaving, CancellationTokenSource? stop)
        {
            int looked = 0;
            using (new Looks(() =>
                {
                    Assert.True(looked < leaving, "It went on.");
                    if (++looked == leaving)
                        stop!.Cancel();
                }, typeof(Portfolio).Assembly))
                many.Analyze(asOf, new AnalysisOptions { MaxDegreeOfParallelism = 1 }, stop?.Token ?? default);
            return looked;
        }
    }

    private static async IAsyncEnumerable<Portfolio> Arriving(IEnumerable<Portfolio> portfolios)
    {
        foreach (Portfolio portfolio in portfolios)
        {
            await Task.Yield();
            yield return portfolio;
        }
    }
}
