using System.Collections.Immutable;
using FundingReports.Portfolios;
using FundingReports.Validation;
using NodaTime.Text;

namespace FundingReports.Ledger;

/// <summary>Promises that contradict one another as known on the as-of date: nobody can say which of them pays.</summary>
internal static class Conflicts
{
    internal static void ThrowIfAny(KnownFacts facts, CancellationToken cancellationToken = default)
    {
        ImmutableArray<Problem> problems = [.. In(facts, cancellationToken)];
        if (problems.Length > 0)
            throw new PortfolioException(problems);
    }

    internal static IEnumerable<Problem> In(KnownFacts facts, CancellationToken cancellationToken = default)
    {
        for (int post = 0; post < facts.Portfolio.Posts.Length; post++)
        {
            cancellationToken.Look();
            if (Find(facts, post) is { } conflict)
                yield return conflict.Said(conflict.Second);
        }
    }

    /// <summary>Whether promises to a post contradict one another in any view.</summary>
    internal static bool On(KnownFacts facts, int post) => Find(facts, post) is not null;

    /// <summary>
    /// The first conflict of a post: among what is agreed, otherwise among what is agreed or announced. What is firm is also agreed.
    /// </summary>
    internal static Conflict? Find(KnownFacts facts, int post)
    {
        if (!MayConflict(facts, post))
            return null;
        var timelines = TimelineBuilder.Build(facts, post);
        return Find(facts, timelines, post, FundingView.Agreed) ?? Find(facts, timelines, post, FundingView.Announced);
    }

    /// <summary>
    /// Whether there are two balances, or parts of the rest above 1 together, whatever their days: a quick answer, never "no" where they
    /// contradict one another.
    /// </summary>
    private static bool MayConflict(KnownFacts facts, int post)
    {
        int balances = 0;
        Ratio parts = Ratio.Zero;
        foreach (var (index, _) in facts.PromisedTo(post))
        {
            var commitment = facts.Portfolio.Commitments[index];
            if (commitment.Amount.Rule is PaymentRule.Balance)
                balances++;
            else if (commitment.Amount.Rule is PaymentRule.ShareOfRemainder)
                // A scenario may have multiplied the part.
                parts = (parts + (commitment.Scalings.IsEmpty ? commitment.Amount.RestAtMost : Ratio.One)).Reduced;
        }
        return balances > 1 || parts > Ratio.One;
    }

    /// <summary>The first conflict of a post in a view.</summary>
    private static Conflict? Find(KnownFacts facts, CommitmentTimeline[] timelines, int post, FundingView view)
    {
        // What is in force together changes for the worse only where something begins.
        var starts = timelines.SelectMany(timeline => timeline.Periods.Select(period => period.Days.And(timeline.InForce(view))))
            .Where(span => !span.IsEmpty).Select(span => span.From);
        var all = facts.Portfolio.Commitments;
        string id = facts.Portfolio.Posts[post].Id, viewName = KebabCase.Of(view.ToString());
        foreach (DayNumber day in starts.Distinct().Order())
        {
            string date = LocalDatePattern.Iso.Format(day.Date);
            var balances = InForce(PaymentRule.Balance, day).ToList();
            if (balances.Count > 1)
                return new(ProblemCode.TwoBalances, id, balances[0].Commitment, balances[1].Commitment, date, viewName,
                    [id, all[balances[0].Commitment].Id, all[balances[1].Commitment].Id, date, viewName]);
            var parts = InForce(PaymentRule.ShareOfRemainder, day).ToList();
            Ratio sum = Ratio.Sum(parts.Select(item => item.Rate.ToRatio()));
            if (sum > Ratio.One)
                return new(ProblemCode.RemaindersAboveOne, id, parts[0].Commitment, parts[^1].Commitment, date, viewName,
                    [id, date, viewName, $"{sum.Numerator}/{sum.Denominator}"]);
        }
        return null;

        IEnumerable<(int Commitment, PackedFraction Rate)> InForce(PaymentRule rule, DayNumber day) =>
            from timeline in timelines
            where timeline.InForce(view).Contains(day)
            from period in timeline.Periods
            where period.Rule == rule && period.Days.Contains(day)
            select (timeline.Commitment, period.Rate);
    }
}

/// <summary>Promises to a post that contradict one another on a day in a view.</summary>
/// <param name="Code">Two balances, or remainder shares above 1.</param>
/// <param name="Post">The id of the post.</param>
/// <param name="First">The place in the portfolio of the first of them.</param>
/// <param name="Second">The place of the one that contradicts it: the later in the portfolio.</param>
/// <param name="Day">The first such day.</param>
/// <param name="View">The view.</param>
/// <param name="Arguments">What the sentence needs.</param>
internal sealed record Conflict(
    ProblemCode Code, string Post, int First, int Second, string Day, string View, ImmutableArray<string> Arguments)
{
    /// <summary>The problem, at the commitment that stands at a place.</summary>
    internal Problem Said(int place) => new(Code, $"commitments[{place}]", Post, Arguments);
}
