using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using FundingReports.Figures;
using FundingReports.Ledger;
using FundingReports.Policies;
using FundingReports.Requests;
using FundingReports.Risk;
using NodaTime;

namespace FundingReports;

/// <summary>What is asked of every post of a stream.</summary>
/// <param name="AsOf">The day as known on which to answer.</param>
/// <param name="FirstYear">The first budget year shown.</param>
/// <param name="LastYear">The last one.</param>
/// <param name="Policies">The values of the rules.</param>
/// <param name="Thresholds">Those of risk.</param>
/// <param name="AtOnce">How many batches are worked out at once; null: as many as there are cores.</param>
internal sealed record PostQuestion(
    LocalDate AsOf, int FirstYear, int LastYear, PolicySet Policies, RiskThresholds Thresholds, int? AtOnce)
{
    internal static PostQuestion Of(LocalDate asOf, AnalysisOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        asOf = asOf.InIso();
        AnalysisPeriod.Check(asOf, options.Through, options.Since);
        PolicySet policies = options.Policies ?? PolicySet.Default;
        RequiredPolicies.Check(policies, asOf);
        return new(asOf, options.Since ?? asOf.Year, AnalysisPeriod.Last(asOf, options.Through).Year, policies, new(policies, asOf),
            options.MaxDegreeOfParallelism);
    }
}

/// <summary>Portfolios in, answers out, in order: worked out on all cores, a batch ahead of the reader and no more.</summary>
internal sealed class PostStream
{
    /// <summary>Posts worked out together: enough to outweigh the handing over, few enough to be forgotten soon.</summary>
    private const int BatchSize = 32;

    /// <summary>A source that takes longer for one portfolio is not waited for until a batch is full.</summary>
    private static readonly TimeSpan slow = TimeSpan.FromMilliseconds(20);

    private readonly PostQuestion question;
    private readonly TaskScheduler scheduler;
    private readonly int mostAtWork;
    private readonly CancellationToken cancellation;

    /// <summary>The batches at work, in the order of the posts.</summary>
    private readonly Queue<Task<PostFunding[]>> atWork = new();

    private readonly ConcurrentBag<PostAnalyzer> idle = [];
    private List<Work> batch = [];
    private int batched, taken;

    // Whether the reader has stopped.
    private volatile bool left;

    /// <summary>Some posts of a portfolio.</summary>
    private readonly record struct Work(KnownFacts Facts, RiskAssessor Risks, AssumedFigures Assumed, int From, int To);

    private PostStream(PostQuestion question, CancellationToken cancellation)
    {
        (this.question, this.cancellation) = (question, cancellation);
        mostAtWork = (question.AtOnce ?? Environment.ProcessorCount) + 1;
        scheduler = question.AtOnce is { } most
            ? new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, most).ConcurrentScheduler : TaskScheduler.Default;
    }

    internal static IEnumerable<PostFunding> Answers(
        IEnumerable<Portfolio> portfolios, PostQuestion question, CancellationToken cancellation)
    {
        // Each reader has a stream of its own.
        var stream = new PostStream(question, cancellation);
        try
        {
            foreach (Task<PostFunding[]> due in stream.Due(portfolios))
                foreach (PostFunding post in due.GetAwaiter().GetResult())
                {
                    cancellation.ThrowIfCancellationRequested();
                    yield return post;
                }
        }
        finally
        {
            stream.left = true;
        }
    }

    private IEnumerable<Task<PostFunding[]>> Due(IEnumerable<Portfolio> portfolios)
    {
        using IEnumerator<Portfolio> source = portfolios.GetEnumerator();
        ExceptionDispatchInfo? broken;
        while (true)
        {
            long asked = Stopwatch.GetTimestamp();
            (bool more, broken) = Next(source);
            if (!more)
                break;
            // A slow source is not waited for with answers in hand.
            if (Stopwatch.GetElapsedTime(asked) > slow)
                foreach (Task<PostFunding[]> due in Rest())
                    yield return due;
            foreach (Task<PostFunding[]> due in Take(source.Current))
                yield return due;
        }
        foreach (Task<PostFunding[]> due in Rest())
            yield return due;
        broken?.Throw();
    }

    // A source that breaks says it when what came before is answered.
    private static (bool More, ExceptionDispatchInfo? Broken) Next(IEnumerator<Portfolio> source)
    {
        try
        {
            return (source.MoveNext(), null);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return (false, ExceptionDispatchInfo.Capture(error));
        }
    }

    internal static async IAsyncEnumerable<PostFunding> AnswersAsync(
        IAsyncEnumerable<Portfolio> portfolios, PostQuestion question, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var stream = new PostStream(question, cancellation);
        try
        {
            await foreach (Task<PostFunding[]> due in stream.DueAsync(portfolios).ConfigureAwait(false))
                foreach (PostFunding post in await due.ConfigureAwait(false))
                {
                    cancellation.ThrowIfCancellationRequested();
                    yield return post;
                }
        }
        finally
        {
            stream.left = true;
        }
    }

    private async IAsyncEnumerable<Task<PostFunding[]>> DueAsync(IAsyncEnumerable<Portfolio> portfolios)
    {
        IAsyncEnumerator<Portfolio> source = portfolios.GetAsyncEnumerator(cancellation);
        await using (source.ConfigureAwait(false))
        {
            ExceptionDispatchInfo? broken;
            while (true)
            {
                ValueTask<(bool More, ExceptionDispatchInfo? Broken)> next = NextAsync(source).Preserve();
                // A source that waits gives the time to answer what it has given.
                if (!next.IsCompleted && await IsSlow(next.AsTask()).ConfigureAwait(false))
                    foreach (Task<PostFunding[]> due in Rest())
                        yield return due;
                (bool more, broken) = await next.ConfigureAwait(false);
                if (!more)
                    break;
                foreach (Task<PostFunding[]> due in Take(source.Current))
                    yield return due;
            }
            foreach (Task<PostFunding[]> due in Rest())
                yield return due;
            broken?.Throw();
        }
    }

    // No timer is left behind for each portfolio of a source that is not slow.
    private static async Task<bool> IsSlow(Task next)
    {
        await next.WaitAsync(slow).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !next.IsCompleted;
    }

    private static async ValueTask<(bool More, ExceptionDispatchInfo? Broken)> NextAsync(IAsyncEnumerator<Portfolio> source)
    {
        try
        {
            return (await source.MoveNextAsync().ConfigureAwait(false), null);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return (false, ExceptionDispatchInfo.Capture(error));
        }
    }

    /// <summary>Sets the posts of a portfolio to work, and gives the batches that are due before more are begun.</summary>
    private IEnumerable<Task<PostFunding[]>> Take(Portfolio portfolio)
    {
        cancellation.ThrowIfCancellationRequested();
        taken++;
        // What came before is answered before an error is.
        if (portfolio is null)
        {
            foreach (Task<PostFunding[]> due in Rest())
                yield return due;
            throw NullPortfolio(taken, "portfolios");
        }
        var facts = new KnownFacts(portfolio, question.AsOf, question.FirstYear);
        if (Conflicts.In(facts, cancellation).Any())
        {
            foreach (Task<PostFunding[]> due in Rest())
                yield return due;
            Conflicts.ThrowIfAny(facts, cancellation);
        }
        var risks = new RiskAssessor(facts, question.Thresholds, new RequestBuilder(facts, question.Policies).EarliestMissed);
        var assumed = new AssumedFigures(portfolio, question.AsOf);
        for (int from = 0, to; from < portfolio.Posts.Length; from = to)
        {
            to = Math.Min(portfolio.Posts.Length, from + BatchSize - batched);
            batch.Add(new(facts, risks, assumed, from, to));
            batched += to - from;
            if (batched == BatchSize)
                Start();
            if (atWork.Count > mostAtWork)
                yield return atWork.Dequeue();
        }
    }

    private static ArgumentException NullPortfolio(int number, string sequence) =>
        new($"The portfolio number {number} of the sequence is null.", sequence);

    private IEnumerable<Task<PostFunding[]>> Rest()
    {
        if (batched > 0)
            Start();
        while (atWork.TryDequeue(out Task<PostFunding[]>? due))
            yield return due;
    }

    private void Start()
    {
        (List<Work> work, int posts) = (batch, batched);
        (batch, batched) = ([], 0);
        atWork.Enqueue(
            Task.Factory.StartNew(() => AnswersOf(work, posts), CancellationToken.None, TaskCreationOptions.DenyChildAttach, scheduler));
    }

    private PostFunding[] AnswersOf(List<Work> work, int posts)
    {
        if (!idle.TryTake(out PostAnalyzer? analyzer))
            analyzer = new();
        var answers = new PostFunding[posts];
        int next = 0;
        foreach (Work part in work)
            for (int post = part.From; post < part.To && !left; post++)
            {
                cancellation.ThrowIfCancellationRequested();
                answers[next++] = new(part.Facts, FundingAnalysis.FiguresOf(
                    part.Facts, post, question.LastYear, question.Thresholds.Ahead, analyzer), part.Risks, part.Assumed);
            }
        idle.Add(analyzer);
        return answers;
    }
}
