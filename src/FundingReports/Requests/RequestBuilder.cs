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

    private static readonly ImmutableArray<Missing> noAmount = [Missing.Cost, Missing.Amount], noRequestedAmount = [Missing.Amount];
    private static readonly ImmutableArray<Paper> unknownEmployer = [new(PaperKind.UnknownEmployer, null)];

    private readonly KnownFacts facts;
    private readonly PolicySet policies;
    private readonly Dictionary<(string Funder, string? Line), List<Campaign>> campaigns = [];
    private readonly bool anyClosed;
    private readonly int lastAsked;
    private readonly CancellationToken cancellation;
    private readonly Lazy<RequestedMoney> requestedOfAll;
    // By commitment: worked out once for all its posts, whoever asks first.
    private readonly ConcurrentDictionary<int, Dictionary<int, long>> agreedByYear = [];

    internal RequestBuilder(KnownFacts facts, PolicySet policies, CancellationToken cancellation = default)
    {
        (this.facts, this.policies, this.cancellation, lastAsked) = (facts, policies, cancellation, LastYear(facts.AsOf, policies));
        requestedOfAll = new(() => RequestedMoney.Of(facts, lastAsked));
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
    /// <param name="atOnce">Works out what is asked for each post.</param>
    /// <returns>The overdue first, then by deadline, those without one last; then by year and in the portfolio's order.</returns>
    internal static ImmutableArray<FundingRequest> Build(
        KnownFacts facts, PostFigures[] figures, RequestedMoney requested, PolicySet policies, PostsAtOnce atOnce)
    {
        var builder = new RequestBuilder(facts, policies, atOnce.Cancellation);
        var parts = atOnce.Ask(figures.Length, (analyzer, post) => builder.PartsOf(analyzer, figures[post], requested));
        return [.. builder.Instalments(figures)
            .Concat(builder.Gaps(figures, parts))
            .Watched(atOnce.Cancellation)
            .OrderBy(request => !request.Overdue)
            .ThenBy(request => request.Closes ?? LocalDate.MaxIsoValue)
            .ThenBy(request => request.Year)];
    }

    /// <summary>The earliest deadline missed, among those of the requests that concern a post; null where there is none.</summary>
    internal LocalDate? EarliestMissed(PostFigures figure)
    {
        if (!anyClosed)
            return null;
        var analyzer = new PostAnalyzer();
        if (figure.FirstYear + figure.Cost.Length <= lastAsked)
            figure = analyzer.Analyze(facts, figure.Post, lastAsked, RiskHorizon.None);
        return Instalments([figure], AgreedOfAll).Concat(Gaps([figure], [PartsOf(analyzer, figure, requestedOfAll.Value)]))
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
        var asked = new List<(int Commitment, int Year, int Post, long Agreed, long Missing)>();
        foreach (var figure in figures.Watched(cancellation))
            foreach (var (commitment, year, agreed, missing) in InstalmentsOf(figure))
                asked.Add((commitment, year, figure.Post, agreed, missing));
        // Requests of one commitment and year then stand together, in the order of their posts.
        asked.Sort();
        for (int from = 0, to; from < asked.Count; from = to)
        {
            var (index, year, _, agreed, missing) = asked[from];
            for (to = from + 1; to < asked.Count && (asked[to].Commitment, asked[to].Year) == (index, year); to++)
                (agreed, missing) = (SumBalance.Sum(agreed, asked[to].Agreed), SumBalance.Sum(missing, asked[to].Missing));
            var posts = ImmutableArray.CreateBuilder<Post>(to - from);
            for (int i = from; i < to; i++)
                posts.Add(facts.Portfolio.Posts[asked[i].Post]);
            var commitment = facts.Portfolio.Commitments[index];
            var request = Request(RequestKind.Instalment, commitment, posts.MoveToImmutable(), year, missing);
            if (request.Overdue && agreedOfAll is not null && commitment.Posts.Length > 1)
                agreed = agreedOfAll(index, year);
            // Once its money is in, nothing is asked of a campaign that is over.
            if (!(request.Overdue && IsPaid(commitment, year, agreed)))
                yield return request;
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
            foreach (var one in InstalmentsOf(analyzer.Analyze(facts, facts.IndexOf(id), lastAsked, RiskHorizon.None)))
                if (one.Commitment == commitment)
                    agreed[one.Year] = SumBalance.Sum(agreed.GetValueOrDefault(one.Year), one.Agreed);
        return agreed;
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
            for (int year = facts.AsOf.Year; year <= lastAsked; year++)
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
    /// <param name="figures">The figures of the posts.</param>
    /// <param name="parts">Of each of them, what is asked of whom.</param>
    private IEnumerable<FundingRequest> Gaps(PostFigures[] figures, (int Year, GapPart Part)[][] parts)
    {
        // A request of a known amount does not disappear in one of which a part is unknown.
        var asked = new Dictionary<(int Year, int Commitment, bool Unknown), GapAsked>();
        for (int i = 0; i < figures.Length; i++)
            foreach (var (year, part) in parts[i])
            {
                var key = (year, part.Commitment, part.Cents == PostFigures.Unknown);
                if (!asked.TryGetValue(key, out var request))
                    asked[key] = request = new();
                request.Add(facts.Portfolio.Posts[figures[i].Post], part);
            }
        return asked.OrderBy(pair => pair.Key).Select(pair => Request(
            RequestKind.Gap, pair.Key.Commitment == NoFunder
                ? null : facts.Portfolio.Commitments[pair.Key.Commitment], [.. pair.Value.Posts], pair.Key.Year, pair.Value.Cents) with
        {
            Requested = [.. pair.Value.Requested.Select(
                sum => new RequestedSum(facts.Portfolio.Commitments[sum.Key], KnownMoney.Of(sum.Value, noRequestedAmount)))],
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
    private (int Year, GapPart Part)[] PartsOf(PostAnalyzer analyzer, PostFigures figure, RequestedMoney requested)
    {
        var gaps = new List<(int Year, long Cents)>();
        for (int year = facts.AsOf.Year; year <= lastAsked; year++)
            if (figure[FundingView.Agreed].Gap[year - figure.FirstYear] is not 0 and var cents)
                gaps.Add((year, cents));
        if (gaps.Count == 0)
            return [];
        var shares = GapShares.Of(analyzer.Ledgers, analyzer.Ledgers.CaseOf(facts, figure.Post, lastAsked), gaps);
        return [.. gaps.Zip(shares).SelectMany(
            asked =>
                PartsOf(asked.Second, figure, asked.First.Year, asked.First.Cents, requested).Select(part => (asked.First.Year, part)))];
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
        Deadline deadline = commitment is null ? default : DeadlineOf(commitment, year);
        return new(kind, commitment, posts, facts.Portfolio.FindFunder(commitment?.Funder), year, KnownMoney.Of(cents, noAmount))
        {
            Closes = deadline.Closes,
            Overdue = deadline.Closes < facts.AsOf,
            LastKnown = deadline.LastKnown,
            CampaignSource = deadline.Source,
            Papers = Papers(posts, commitment, year, deadline.Closes),
        };
    }

    /// <summary>The last day of a campaign, or that of an earlier one, and the source of either.</summary>
    private readonly record struct Deadline(LocalDate? Closes, LocalDate? LastKnown, string? Source);

    private Deadline DeadlineOf(Commitment commitment, int year)
    {
        // The line's own campaign comes first, then the funder's: for a promise without a line they are the same.
        var known = campaigns.GetValueOrDefault((commitment.Funder, commitment.Line), []);
        if (!known.Any(campaign => campaign.Year == year))
            known = [.. known, .. campaigns.GetValueOrDefault((commitment.Funder, null), [])];
        if (known.Count == 0)
            return default;
        var dated = known.Where(c => c.Closes is not null).OrderBy(c => c.Closes!.Value.Last).ToList();
        var ofYear = dated.Where(c => c.Year == year).ToList();
        // The first campaign that can still be met counts; otherwise the last that was missed.
        if ((ofYear.Find(c => c.Closes!.Value.Last >= facts.AsOf) ?? ofYear.LastOrDefault()) is { } campaign)
            return new(campaign.Closes!.Value.Last, null, campaign.Source);
        var earlier = dated.Where(c => c.Year < year).OrderBy(c => c.Year).LastOrDefault();
        return new(null, earlier?.Closes?.Last, earlier?.Source);
    }

    /// <summary>
    /// The papers that are due before the request is: its deadline, or the end of the year asked for where that is not published.
    /// </summary>
    private ImmutableArray<Paper> Papers(ImmutableArray<Post> posts, Commitment? commitment, int year, LocalDate? closes)
    {
        // The papers are null where the employer, or its kind, is not known.
        bool ofAssociation = false;
        foreach (Post post in posts)
        {
            if (PostFacts.EmployerOn(post, facts.AsOf)?.Kind is not { } kind)
                return unknownEmployer;
            ofAssociation |= kind == Association;
        }
        if (!ofAssociation)
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
