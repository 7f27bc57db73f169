using System.Collections.Immutable;
using FundingReports.Figures;
using FundingReports.Ledger;
using FundingReports.Portfolios;

namespace FundingReports.Requests;

/// <summary>What is only requested, as it would be if it were announced: in no view and in no sum, listed apart.</summary>
internal sealed class RequestedMoney
{
    private readonly Dictionary<(int Post, int Year), ImmutableArray<(int Commitment, long Cents)>> money = [];
    private readonly Portfolio portfolio;

    private RequestedMoney(Portfolio portfolio) => this.portfolio = portfolio;

    /// <param name="facts">The facts.</param>
    /// <param name="lastYear">The last budget year of which it is told.</param>
    /// <param name="cancellation">Looked at before each post.</param>
    internal static RequestedMoney Of(KnownFacts facts, int lastYear, CancellationToken cancellation = default)
    {
        var requested = new RequestedMoney(facts.Portfolio);
        var posts = new SortedSet<int>(facts.Portfolio.Commitments
            .Where(commitment => commitment.Status == CommitmentStatus.Requested && facts.Exists(commitment))
            .SelectMany(commitment => commitment.Posts)
            .Select(facts.IndexOf));
        if (posts.Count == 0)
            return requested;
        var asked = new KnownFacts(facts.Portfolio, facts.AsOf, facts.FirstYear, countsRequested: true);
        var analyzer = new PostAnalyzer();
        foreach (int post in posts.Watched(cancellation))
            if (Conflicts.On(asked, post))
                requested.AddUnknown(asked, post, lastYear);
            else
                requested.Add(asked, post, analyzer.Analyze(asked, post, lastYear, RiskHorizon.None));
        return requested;
    }

    // Two requests for the same rest, for example: nobody can tell what each would bring.
    private void AddUnknown(KnownFacts asked, int post, int lastYear)
    {
        var timelines = TimelineBuilder.Build(asked, post)
            .Where(timeline => asked.Portfolio.Commitments[timeline.Commitment].Status == CommitmentStatus.Requested).ToList();
        for (int year = asked.FirstYear; year <= lastYear; year++)
        {
            DayRange days = new(DayNumber.FirstOf(year), DayNumber.FirstOf(year + 1));
            ImmutableArray<(int, long)> own = [.. timelines.Where(timeline => !timeline.AnnouncedDays.And(days).IsEmpty)
                .Select(timeline => (timeline.Commitment, PostFigures.Unknown))];
            if (own.Length > 0)
                money[(post, year)] = own;
        }
    }

    private void Add(KnownFacts asked, int post, PostFigures figures)
    {
        for (int year = 0; year < figures.Cost.Length; year++)
        {
            var own = ImmutableArray.CreateBuilder<(int, long)>();
            for (int s = 0; s < figures.Timelines.Length; s++)
            {
                int commitment = figures.Timelines[s].Commitment;
                if (asked.Portfolio.Commitments[commitment].Status == CommitmentStatus.Requested
                    && figures[FundingView.Announced].Cells(year)[s] is not 0 and var cents)
                    own.Add((commitment, cents));
            }
            if (own.Count > 0)
                money[(post, figures.FirstYear + year)] = own.DrainToImmutable();
        }
    }

    /// <summary>The requests that would pay a post something in a budget year, in cents; or nobody knows how much.</summary>
    internal ImmutableArray<(int Commitment, long Cents)> Of(int post, int year) => money.GetValueOrDefault((post, year), []);

    /// <summary>The same, with the promises themselves.</summary>
    internal IEnumerable<(Commitment Commitment, Knowable<Euros> Money)> CommitmentsOf(int post, int year) =>
        Of(post, year).Select(sum => (portfolio.Commitments[sum.Commitment], KnownMoney.Of(sum.Cents, [Missing.Amount])));
}
