using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace FundingReports.Figures;

/// <summary>One post is independent of the next: what is asked of each is worked out on as many cores as are allowed.</summary>
internal sealed class PostsAtOnce(ParallelOptions options)
{
    internal CancellationToken Cancellation => options.CancellationToken;

    /// <summary>One answer a post, in the order of the posts, whatever the number of cores.</summary>
    /// <param name="posts">How many posts.</param>
    /// <param name="answer">The answer of a post, by an analyzer that one thread uses at a time.</param>
    internal TAnswer[] Ask<TAnswer>(int posts, Func<PostAnalyzer, int, TAnswer> answer) => Ask(posts, () => new PostAnalyzer(), answer);

    /// <summary>One answer a post, in the order of the posts, whatever the number of cores.</summary>
    /// <param name="posts">How many posts.</param>
    /// <param name="worker">Makes what works an answer out, and keeps its arrays from one post to the next.</param>
    /// <param name="answer">The answer of a post, by a worker that one thread uses at a time.</param>
    internal TAnswer[] Ask<TWorker, TAnswer>(int posts, Func<TWorker> worker, Func<TWorker, int, TAnswer> answer)
    {
        var answers = new TAnswer[posts];
        if (posts > 0)
            Alone(() => Parallel.ForEach(Partitioner.Create(0, posts), options, range =>
            {
                TWorker own = worker();
                for (int post = range.Item1; post < range.Item2; post++)
                {
                    Cancellation.Look();
                    answers[post] = answer(own, post);
                }
            }));
        return answers;
    }

    /// <summary>Answers over all posts that do not need one another.</summary>
    internal void Together(params Action[] answers) => Alone(() => Parallel.Invoke(options, answers));

    /// <summary>An exception that callers may expect is thrown alone, whatever the number of cores.</summary>
    private static void Alone(Action work)
    {
        try
        {
            work();
        }
        catch (AggregateException several)
            when (several.Flatten().InnerExceptions.FirstOrDefault(one => one is OverflowException or OperationCanceledException)
                is { } first)
        {
            ExceptionDispatchInfo.Throw(first);
        }
    }
}
