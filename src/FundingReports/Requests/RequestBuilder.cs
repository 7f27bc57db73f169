using System.Collections.Concurrent;
using System.Collections.Immutable;
using FundingReports.Figures;
using FundingReports.Ledger;
using FundingReports.Policies;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Requests;

/// <summary>Lists what must be asked, from the figures, for the as-of year and the years after it that the policy says.</summary>
internal sealed class RequestBuilder
{
    /// <summary>The kind of employer whose papers are known.</summary>
    private const string Association = "association";

    /// <summary>Stands for a promise where there is none: after all others.</summary>
    private const int NoFunder = int.MaxValue;

    private readonly KnownFacts facts;
    private readonly PolicySet policies;
    private readonly Dictionary<(string Funder, string? Line), List<Campaign>> campaigns = [];
    private readonly bool anyClosed;
    private readonly CancellationToken cancellation;
    private readonly Lazy<RequestedMoney> requestedOfAll;
    // By commitment: worked out once for all its posts, whoever asks first.
    private readonly ConcurrentDictionary<int, Dictionary<int, long>> agreedByYear = [];

    internal RequestBuilder(KnownFacts facts, PolicySet policies, CancellationToken cancellation = default)
    {
        (this.facts, this.policies, this.cancellation) = (facts, policies, cancellation);
        requestedOfAll = new(() => RequestedMoney.Of(facts, LastAsked));
        foreach (var campaign in facts.Portfolio.Campaigns)
        {
            anyClosed |= campaign.Closes?.Last < facts.AsOf;
            if (!campaigns.TryGetValue((campaign.Funder, campaign.Line), out var list))
                campaigns[(campaign.Funder, campaign.Line)] = list = [];
            list.Add(campaign);
        }
    }

    /// <summary>The last budget year for which something is asked.</summary>
    internal static int LastYear(LocalDate asOf, PolicySet policies) => asOf.Year + policies.WholeOn("requests.years-after", asOf);

    /// <param name="facts">The facts.</param>
    /// <param name="figures">The figures of every post, at least to <see cref="LastYear"/>.</param>
    /// <param name="requested">What is already requested, as far.</param>
    /// <param name="policies">The policies.</param>
    /// <param name="cancellation">Looked at before each post and each request.</param>
    /// <returns>The overdue first, then by deadline, those without one last; then by year and in the portfolio's order.</returns>
    internal static ImmutableArray<FundingRequest> Build(
        KnownFacts facts, PostFigures[] figures, RequestedMoney requested, PolicySet policies, CancellationToken cancellation)
    {
        var builder = new RequestBuilder(facts, policies, cancellation);
        return [.. builder.Instalments(figures)
            .Concat(builder.Gaps(figures, requested))
            .Watched(cancellation)
            .OrderBy(request => !request.Overdue)
            .ThenBy(request => request.Closes ?? LocalDate.MaxIsoValue)
            .ThenBy(request => request.Year)];
    }

    private int LastAsked => LastYear(facts.AsOf, policies);

    /// <summary>The earliest deadline missed, among those of the requests that concern a post; null where there is none.</summary>
    internal LocalDate? EarliestMissed(PostFigures figure)
    {
        if (!anyClosed)
            return null;
        var analyzer = new PostAnalyzer();
        if (figure.FirstYear + figure.Cost.Length <= LastAsked)
            figure = analyzer.Analyze(facts, figure.Post, LastAsked, RiskHorizon.None);
        return Instalments([figure], AgreedOfAll).Concat(Gaps([figure], requestedOfAll.Value))
            .Where(request => request.IsMissed)
            .Min(request => request.Closes);
    }

    /// <summary>What is agreed for the days of a year that are not surely firm: one request per commitment and year.</summary>
    /// <param name="figures">The figures of the posts.</param>
    /// <param name="agreedOfAll">
    /// What is so agreed to all the posts of a commitment for a year, and what its payments are of; null: the figures are of all posts.
    /// </param>
    private IEnumerable<FundingRequest> Instalments(PostFigures[] figures, Func<int, int, long>? agreedOfAll = null)
    {
        var asked = new SortedDictionary<(int Commitment, int Year), InstalmentAsked>();
        foreach (var figure in figures.Watched(cancellation))
            foreach (var (commitment, year, agreed, missing) in InstalmentsOf(figure))
            {
                if (!asked.TryGetValue((commitment, year), out var request))
                    asked[(commitment, year)] = request = new();
                request.Posts.Add(facts.Portfolio.Posts[figure.Post]);
                request.Agreed = SumBalance.Sum(request.Agreed, agreed);
                request.Missing = SumBalance.Sum(request.Missing, missing);
            }
        foreach (var ((index, year), instalment) in asked)
        {
            var commitment = facts.Portfolio.Commitments[index];
            var request = Request(RequestKind.Instalment, commitment, [.. instalment.Posts], year, instalment.Missing);
            // Once its money is in, nothing is asked of a campaign that is over.
            if (!(request.Overdue && IsPaid(commitment, year, Agreed())))
                yield return request;

            long Agreed() => agreedOfAll is null || commitment.Posts.Length == 1 ? instalment.Agreed : agreedOfAll(index, year);
        }
    }

    private bool IsPaid(Commitment commitment, int year, long agreed) =>
        agreed != PostFigures.Unknown && PaidFor(commitment, year) >= agreed;

    /// <summary>What is agreed for the days of a year that are not surely firm, to all the posts of a commitment.</summary>
    private long AgreedOfAll(int commitment, int year) =>
        agreedByYear.GetOrAdd(commitment, AgreedByYear).GetValueOrDefault(year);

    private Dictionary<int, long> AgreedByYear(int commitment)
    {
        var analyzer = new PostAnalyzer();
        var agreed = new Dictionary<int, long>();
        foreach (string id in facts.Portfolio.Commitments[commitment].Posts)
            foreach (var one in InstalmentsOf(analyzer.Analyze(facts, facts.IndexOf(id), LastAsked, RiskHorizon.None)))
                if (one.Commitment == commitment)
                    agreed[one.Year] = SumBalance.Sum(agreed.GetValueOrDefault(one.Year), one.Agreed);
        return agreed;
    }

    /// <summary>A tranche of a year that is to be asked for, over the posts of its commitment, in cents.</summary>
    private sealed class InstalmentAsked
    {
        internal List<Post> Posts { get; } = [];

        internal long Agreed { get; set; }

        internal long Missing { get; set; }
    }

    /// <summary>What is known to have been paid for the days of a year, in cents.</summary>
    private long PaidFor(Commitment commitment, int year)
    {
        long paid = 0;
        foreach (var instalment in commitment.Instalments ?? [])
            if (instalment.From.First.Year == year && instalment.Until.Last.Year == year && instalment.Paid is { } sum
                && facts.Decided(instalment.DecidedOn) && facts.Decided(instalment.PaidOn))
                paid += sum.Cents;
        return paid;
    }

    /// <summary>
    /// The agreed money of a post that is not surely firm: a sum that is known is asked for as such, also where it is not known what of it
    /// is firm.
    /// </summary>
    private IEnumerable<(int Commitment, int Year, long Agreed, long Missing)> InstalmentsOf(PostFigures figure)
    {
        for (int s = 0; s < figure.Timelines.Length; s++)
            for (int year = facts.AsOf.Year; year <= LastAsked; year++)
                if (IsAgreedAndNotFirm(figure.Timelines[s], figure.Life, year))
                {
                    int shown = year - figure.FirstYear;
                    long agreed = figure[FundingView.Agreed].Cells(shown)[s], firm = figure[FundingView.Firm].Cells(shown)[s];
                    long missing = agreed == PostFigures.Unknown || firm == PostFigures.Unknown ? agreed : Math.Max(0, agreed - firm);
                    if (missing != 0)
                        yield return (figure.Timelines[s].Commitment, year, agreed, missing);
                }
    }

    private static bool IsAgreedAndNotFirm(CommitmentTimeline timeline, DayRange life, int year)
    {
        DayRange days = new DayRange(DayNumber.FirstOf(year), DayNumber.FirstOf(year + 1)).And(life)
            .And(timeline.InForce(FundingView.Agreed));
        foreach (var period in timeline.Periods)
            if (!period.Firm && period.Days.And(days).Weight > 0)
                return true;
        return false;
    }

    /// <summary>What nobody has agreed to pay: one request per promise whose money ended or fell, and year.</summary>
    private IEnumerable<FundingRequest> Gaps(PostFigures[] figures, RequestedMoney requested)
    {
        // A request of a known amount does not disappear in one of which a part is unknown.
        var asked = new SortedDictionary<(int Year, int Commitment, bool Unknown), GapAsked>();
        var analyzer = new PostAnalyzer();
        foreach (var figure in figures.Watched(cancellation))
            foreach (var (year, part) in PartsOf(analyzer, figure, requested))
            {
                var key = (year, part.Commitment, part.Cents == PostFigures.Unknown);
                if (!asked.TryGetValue(key, out var request))
                    asked[key] = request = new();
                request.Add(facts.Portfolio.Posts[figure.Post], part);
            }
        return asked.Select(pair => Request(
            RequestKind.Gap, pair.Key.Commitment == NoFunder
                ? null : facts.Portfolio.Commitments[pair.Key.Commitment], [.. pair.Value.Posts], pair.Key.Year, pair.Value.Cents) with
        {
            Requested = [.. pair.Value.Requested.Select(
                sum => new RequestedSum(facts.Portfolio.Commitments[sum.Key], KnownMoney.Of(sum.Value, [Missing.Amount])))],
        });
    }

    /// <summary>What is asked for the gaps of some posts.</summary>
    private sealed class GapAsked
    {
        internal List<Post> Posts { get; } = [];

        internal long Cents { get; private set; }

        internal SortedDictionary<int, long> Requested { get; } = [];

        internal void Add(Post post, GapPart part)
        {
            Posts.Add(post);
            Cents = SumBalance.Sum(Cents, part.Cents);
            foreach (var (commitment, cents) in part.Requested)
                Requested[commitment] = SumBalance.Sum(Requested.GetValueOrDefault(commitment), cents);
        }
    }

    /// <summary>The gaps of a post, year by year: asked, hole by hole, of those who have lost, less what is already requested.</summary>
    private IEnumerable<(int Year, GapPart Part)> PartsOf(PostAnalyzer analyzer, PostFigures figure, RequestedMoney requested)
    {
        var gaps = Enumerable.Range(facts.AsOf.Year, LastAsked - facts.AsOf.Year + 1)
            .Select(year => (Year: year, Cents: figure[FundingView.Agreed].Gap[year - figure.FirstYear])).Where(gap => gap.Cents != 0)
                .ToList();
        if (gaps.Count == 0)
            return [];
        var shares = GapShares.Of(analyzer.Ledgers, analyzer.Ledgers.CaseOf(facts, figure.Post, LastAsked), gaps);
        return gaps.Zip(shares).SelectMany(
            asked =>
                PartsOf(asked.Second, figure, asked.First.Year, asked.First.Cents, requested).Select(part => (asked.First.Year, part)));
    }

    private IEnumerable<GapPart> PartsOf(GapShares shares, PostFigures figure, int year, long gap, RequestedMoney requested)
    {
        var parts = shares.Timelines.Select(
            (timeline, i) => new GapPart(figure.Timelines[timeline].Commitment, shares.Cents?[i] ?? PostFigures.Unknown)).ToList();
        // Where it is not known what those who have lost would pay, neither is what is left to find.
        if (shares.Cents is { } known)
            parts.Add(new(NoFunder, known[^1]));
        else if (parts.Count == 0)
            parts.Add(new(NoFunder, gap));
        return GapsLessRequested.Of(parts, requested.Of(figure.Post, year), facts.Portfolio.Commitments);
    }

    private FundingRequest Request(RequestKind kind, Commitment? commitment, ImmutableArray<Post> posts, int year, long cents)
    {
        var funder = commitment is null ? null : facts.Portfolio.FindFunder(commitment.Funder);
        var request = new FundingRequest(kind, commitment, posts, funder, year, KnownMoney.Of(cents, [Missing.Cost, Missing.Amount]));
        if (commitment is not null)
            request = WithDeadline(request, commitment);
        return request with { Papers = Papers(posts, commitment, year, request.Closes) };
    }

    private FundingRequest WithDeadline(FundingRequest request, Commitment commitment)
    {
        // The line's own campaign comes first, then the funder's: for a promise without a line they are the same.
        var known = campaigns.GetValueOrDefault((commitment.Funder, commitment.Line)) ?? [];
        if (!known.Any(campaign => campaign.Year == request.Year))
            known = [.. known, .. campaigns.GetValueOrDefault((commitment.Funder, null)) ?? []];
        var dated = known.Where(c => c.Closes is not null).OrderBy(c => c.Closes!.Value.Last).ToList();
        var ofYear = dated.Where(c => c.Year == request.Year).ToList();
        // The first campaign that can still be met counts; otherwise the last that was missed.
        if ((ofYear.Find(c => c.Closes!.Value.Last >= facts.AsOf) ?? ofYear.LastOrDefault()) is { } campaign)
        {
            LocalDate closes = campaign.Closes!.Value.Last;
            return request with { Closes = closes, Overdue = closes < facts.AsOf, CampaignSource = campaign.Source };
        }
        var earlier = dated.Where(c => c.Year < request.Year).OrderBy(c => c.Year).LastOrDefault();
        return request with { LastKnown = earlier?.Closes?.Last, CampaignSource = earlier?.Source };
    }

    /// <summary>
    /// The papers that are due before the request is: its deadline, or the end of the year asked for where that is not published.
    /// </summary>
    private ImmutableArray<Paper> Papers(ImmutableArray<Post> posts, Commitment? commitment, int year, LocalDate? closes)
    {
        // The papers are null where the employer, or its kind, is not known.
        var kinds = posts.Select(post => PostFacts.EmployerOn(post, facts.AsOf)?.Kind).ToList();
        if (kinds.Contains(null))
            return [new(PaperKind.UnknownEmployer, null)];
        if (!kinds.Contains(Association))
            return [];
        var papers = ImmutableArray.CreateBuilder<Paper>();
        LocalDate before = closes ?? new LocalDate(year, 12, 31);
        if (commitment?.Until.Until is { } term
            && term.Last.PlusMonths(-policies.WholeOn("papers.bilan-months-before-term", facts.AsOf)) is var bilan && bilan <= before)
            papers.Add(new(PaperKind.Bilan, bilan));
        // The report covers the last year that has ended by then: it is due within some months of its end, and before any new request.
        int reportMonths = policies.WholeOn("papers.financial-report-months-after-year-end", facts.AsOf);
        LocalDate ended = new(Math.Min(year, before.Year), 1, 1);
        papers.Add(new(PaperKind.CompteRenduFinancier, LocalDate.Min(before, ended.PlusMonths(reportMonths).PlusDays(-1))));
        return papers.DrainToImmutable();
    }
}
