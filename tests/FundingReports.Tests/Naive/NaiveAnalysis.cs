using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Tests.Naive;

/// <summary>
/// The model, sections 2 to 5, written a second time and day by day: slow, plain, and independent of the one that ships.
/// </summary>
internal static class NaiveAnalysis
{
    internal static NaiveAnswer Run(PortfolioFacts facts, LocalDate asOf, LocalDate through)
    {
        var walks = new Dictionary<string, Dictionary<FundingView, Walk>>();
        var posts = new List<NaivePost>();
        foreach (Post post in facts.Posts)
        {
            Promise[] promises = Promise.AllTo(post, facts, asOf);
            Dictionary<FundingView, Walk> views = Enum.GetValues<FundingView>()
                .ToDictionary(view => view, view => new Walk(post, promises, view, asOf, through));
            walks.Add(post.Id, views);
            posts.Add(new(
                post.Id,
                NaiveHorizons.Of(views[FundingView.Firm], asOf),
                NaiveHorizons.Of(views[FundingView.Agreed], asOf),
                NaiveHorizons.Of(views[FundingView.Announced], asOf),
                [.. Enumerable.Range(asOf.Year, through.Year - asOf.Year + 1).Select(year => NaiveYears.Of(year, views))]));
        }
        return new(asOf, through, posts, [.. facts.Commitments
            .Where(commitment => IsListed(commitment, asOf))
            .Select(commitment => OfCommitment(commitment, walks, asOf, through))]);
    }

    private static bool IsListed(Commitment commitment, LocalDate asOf) =>
        commitment.IsPromised && Knowledge.IsKnown(commitment.DecidedOn, asOf);

    private static NaiveCommitment OfCommitment(
        Commitment commitment, Dictionary<string, Dictionary<FundingView, Walk>> walks, LocalDate asOf, LocalDate through)
    {
        long? paid = null;
        foreach (Instalment tranche in commitment.Instalments ?? [])
            if (Knowledge.IsKnown(tranche.DecidedOn, asOf) && tranche.Paid is { } sum)
                paid = (paid ?? 0) + sum.Cents;

        FundingView view = commitment.IsAgreed ? FundingView.Agreed : FundingView.Announced;
        long? before = 0, shown = 0, after = 0, unused = 0;
        foreach (string post in commitment.Posts)
        {
            Walk walk = walks[post][view];
            Promise promise = walk.Promises.Single(p => p.Commitment.Id == commitment.Id);
            if (!promise.IsSum)
                return new(commitment.Id, null, null, null, null, null, paid);

            before += walk.PaidBefore(promise, asOf.Year);
            for (int year = asOf.Year; year <= through.Year; year++)
                shown += NaiveYears.Cells(walk, year)[walk.Promises.ToList().IndexOf(promise)];
            unused += walk.Unused(promise);
            after += walk.PaidAfter(promise, through.Year);
        }
        return new(commitment.Id, before + shown + after + unused, before, shown, after, unused, paid);
    }
}
