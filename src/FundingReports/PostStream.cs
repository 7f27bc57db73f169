using System.Collections.Concurrent;
using FundingReports.Figures;
using FundingReports.Ledger;
using FundingReports.Policies;
using FundingReports.Requests;
using FundingReports.Risk;
using NodaTime;

namespace FundingReports;

/// <summary>Portfolios in, answers out, in order: worked out on all cores, a batch ahead of the reader and no more.</summary>
internal sealed class PostStream
{
    /// <summary>Posts worked out together: enough to outweigh the handing over, few enough to be forgotten soon.</summary>
    private const int BatchSize = 32;

    private readonly LocalDate asOf;
    private readonly int lastYear;
    private readonly PolicySet policies;
    private readonly RiskThresholds thresholds;

    /// <summary>The batches at work, in the order of the posts.</summary>
    private readonly Queue<Task<PostFunding[]>> atWork = new();

    private readonly ConcurrentBag<PostAnalyzer> idle = [];
    private List<Work> batch = [];
    private int batched;

    /// <summary>Some posts of a portfolio.</summary>
    private readonly record struct Work(KnownFacts Facts, RiskAssessor Risks, int From, int To);

    private PostStream(LocalDate asOf, int lastYear, PolicySet policies, RiskThresholds thresholds) =>
        (this.asOf, this.lastYear, this.policies, this.thresholds) = (asOf, lastYear, policies, thresholds);

    internal static IEnumerable<PostFunding> Answers(
        IEnumerable<Portfolio> portfolios, LocalDate asOf, int lastYear, PolicySet policies, RiskThresholds thresholds)
    {
        // A stream of its own for each who reads.
        foreach (PostFunding post in new PostStream(asOf, lastYear, policies, thresholds).Answers(portfolios))
            yield return post;
    }

    private IEnumerable<PostFunding> Answers(IEnumerable<Portfolio> portfolios)
    {
        int most = Environment.ProcessorCount + 1;
        foreach (Portfolio portfolio in portfolios)
        {
            var facts = new KnownFacts(portfolio, asOf);
            if (Conflicts.In(facts).Any())
            {
                // What came before is answered before the error is.
                foreach (PostFunding post in Rest())
                    yield return post;
                Conflicts.ThrowIfAny(facts);
            }
            var risks = new RiskAssessor(facts, thresholds, new RequestBuilder(facts, policies).EarliestMissed);
            for (int from = 0, to; from < portfolio.Posts.Length; from = to)
            {
                to = Math.Min(portfolio.Posts.Length, from + BatchSize - batched);
                batch.Add(new(facts, risks, from, to));
                batched += to - from;
                if (batched == BatchSize)
                    Start();
                if (atWork.Count > most)
                    foreach (PostFunding post in Next())
                        yield return post;
            }
        }
        foreach (PostFunding post in Rest())
            yield return post;
    }

    private IEnumerable<PostFunding> Rest()
    {
        if (batched > 0)
            Start();
        while (atWork.Count > 0)
            foreach (PostFunding post in Next())
                yield return post;
    }

    private PostFunding[] Next() => atWork.Dequeue().GetAwaiter().GetResult();

    private void Start()
    {
        (List<Work> work, int posts) = (batch, batched);
        (batch, batched) = ([], 0);
        atWork.Enqueue(Task.Run(() => AnswersOf(work, posts)));
    }

    private PostFunding[] AnswersOf(List<Work> work, int posts)
    {
        if (!idle.TryTake(out PostAnalyzer? analyzer))
            analyzer = new();
        var answers = new PostFunding[posts];
        int next = 0;
        foreach (Work part in work)
            for (int post = part.From; post < part.To; post++)
                answers[next++] = new(part.Facts, analyzer.Analyze(part.Facts, post, lastYear, thresholds.Ahead), part.Risks);
        idle.Add(analyzer);
        return answers;
    }
}
