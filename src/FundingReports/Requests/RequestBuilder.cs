using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
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
    // The list of one post: most requests are for one, and most posts have several.
    private readonly ImmutableArray<Post>[] alone;

    internal RequestBuilder(KnownFacts facts, PolicySet policies, CancellationToken cancellation = default)
    {
        (this.facts, this.policies, this.cancellation, lastAsked) = (facts, policies, cancellation, LastYear(facts.AsOf, policies));
        alone = new ImmutableArray<Post>[facts.Portfolio.Posts.Length];
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
        var parts = atOnce.Ask(
            figures.Length, () => new GapSharer(), (sharer, post) => builder.PartsOf(sharer, figures[post], requested));
        return InOrder(builder.Instalments(figures).Concat(builder.Gaps(figures, parts)).Watched(atOnce.Cancellation));
    }

    /// <summary>Many requests have few deadlines: each joins those of its own, and only the deadlines are sorted.</summary>
    private static ImmutableArray<FundingRequest> InOrder(IEnumerable<FundingRequest> requests)
    {
        var together = new Dictionary<(bool InTime, LocalDate Closes, int Year), List<FundingRequest>>();
        int count = 0;
        foreach (var request in requests)
        {
            var deadline = (!request.Overdue, request.Closes ?? LocalDate.MaxIsoValue, request.Year);
            if (!together.TryGetValue(deadline, out var list))
                together[deadline] = list = [];
            list.Add(request);
            count++;
        }
        var ordered = ImmutableArray.CreateBuilder<FundingRequest>(count);
        foreach (var (_, list) in together.OrderBy(deadline => deadline.Key))
            ordered.AddRange(list);
        return ordered.MoveToImmutable();
    }

    /// <summary>The earliest deadline missed, among those of the requests that concern a post; null where there is none.</summary>
    internal LocalDate? EarliestMissed(PostFigures figure)
    {
        if (!anyClosed)
            return null;
        if (figure.FirstYear + figure.Cost.Length <= lastAsked)
            figure = new PostAnalyzer().Analyze(facts, figure.Post, lastAsked, RiskHorizon.None);
        return Instalments([figure], AgreedOfAll).Concat(Gaps([figure], [PartsOf(new(), figure, requestedOfAll.Value)]))
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
        var asked = new List<InstalmentAsked>();
        foreach (var figure in figures)
        {
            cancellation.Look();
            AddInstalments(figure, asked);
        }
        // Requests of one commitment and year then stand together, in the order of their posts.
        asked.Sort();
        for (int from = 0, to; from < asked.Count; from = to)
        {
            var (index, year, _, agreed, missing) = asked[from];
            for (to = from + 1; to < asked.Count && asked[to].Commitment == index && asked[to].Year == year; to++)
                (agreed, missing) = (SumBalance.Sum(agreed, asked[to].Agreed), SumBalance.Sum(missing, asked[to].Missing));
            var commitment = facts.Portfolio.Commitments[index];
            var posts = PostsOf(CollectionsMarshal.AsSpan(asked)[from..to], static one => one.Post);
            var request = Request(RequestKind.Instalment, commitment, posts, year, missing, []);
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
        var asked = new List<InstalmentAsked>();
        foreach (string id in facts.Portfolio.Commitments[commitment].Posts)
            AddInstalments(analyzer.Analyze(facts, facts.IndexOf(id), lastAsked, RiskHorizon.None), asked);
        foreach (var one in asked)
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

    /// <summary>What is agreed to a post for a year, and not surely firm.</summary>
    /// <param name="Commitment">The place of the commitment.</param>
    /// <param name="Year">The budget year.</param>
    /// <param name="Post">The place of the post.</param>
    /// <param name="Agreed">What is agreed, in cents; or unknown.</param>
    /// <param name="Missing">What of it is not surely firm, in cents; or unknown.</param>
    private readonly record struct InstalmentAsked(int Commitment, int Year, int Post, long Agreed, long Missing)
        : IComparable<InstalmentAsked>
    {
        public int CompareTo(InstalmentAsked other) => Commitment != other.Commitment ? Commitment.CompareTo(other.Commitment)
            : Year != other.Year ? Year.CompareTo(other.Year)
            : Post.CompareTo(other.Post);
    }

    /// <summary>
    /// Adds the agreed money of a post that is not surely firm: a sum that is known is asked for as such, also where it is not known what
    /// of it is firm.
    /// </summary>
    private void AddInstalments(PostFigures figure, List<InstalmentAsked> asked)
    {
        for (int s = 0; s < figure.Timelines.Length; s++)
            for (int year = facts.AsOf.Year; year <= lastAsked; year++)
                if (IsAgreedAndNotFirm(figure.Timelines[s], figure.Life, year))
                {
                    int shown = year - figure.FirstYear;
                    long agreed = figure[FundingView.Agreed].Cells(shown)[s], firm = figure[FundingView.Firm].Cells(shown)[s];
                    long missing = agreed == PostFigures.Unknown || firm == PostFigures.Unknown ? agreed : Math.Max(0, agreed - firm);
                    if (missing != 0)
                        asked.Add(new(figure.Timelines[s].Commitment, year, figure.Post, agreed, missing));
                }
    }

    private static bool IsAgreedAndNotFirm(CommitmentTimeline timeline, DayRange life, int year)
    {
        DayRange days = new DayRange(DayNumber.FirstOf(year), DayNumber.FirstOf(year + 1)).And(life)
            .And(timeline.InForce(FundingView.Agreed));
        foreach (ref readonly var period in timeline.Periods.AsSpan())
            if (!period.Firm && period.Days.And(days).Weight > 0)
                return true;
        return false;
    }

    /// <summary>What nobody has agreed to pay: one request per promise whose money ended or fell, and year.</summary>
    /// <param name="figures">The figures of the posts.</param>
    /// <param name="parts">Of each of them, what is asked of whom.</param>
    private IEnumerable<FundingRequest> Gaps(PostFigures[] figures, (int Year, GapPart Part)[][] parts)
    {
        var asked = new List<GapAsked>();
        for (int i = 0; i < figures.Length; i++)
            foreach (var (year, part) in parts[i])
                asked.Add(new(year, part.Commitment, part.Cents == PostFigures.Unknown, asked.Count, figures[i].Post, part));
        asked.Sort();
        for (int from = 0, to; from < asked.Count; from = to)
        {
            GapAsked first = asked[from];
            long cents = first.Part.Cents;
            for (to = from + 1; to < asked.Count && asked[to].IsWith(first); to++)
                cents = SumBalance.Sum(cents, asked[to].Part.Cents);
            var together = CollectionsMarshal.AsSpan(asked)[from..to];
            yield return Request(
                RequestKind.Gap, first.Commitment == NoFunder ? null : facts.Portfolio.Commitments[first.Commitment],
                PostsOf(together, static one => one.Post), first.Year, cents, RequestedBeside(together), ContinuationOf(together))
                with { NeededUntil = LastNeeded(together) };
        }
    }

    /// <summary>What is asked for the gap of a post and year.</summary>
    /// <param name="Year">The budget year.</param>
    /// <param name="Commitment">The place of the promise whose money ended or fell.</param>
    /// <param name="Unknown">
    /// Whether nobody knows how much: a request of a known amount does not disappear in one of which a part is unknown.
    /// </param>
    /// <param name="Place">Its place among all, post by post.</param>
    /// <param name="Post">The place of the post.</param>
    /// <param name="Part">How much, and what is requested beside it.</param>
    private readonly record struct GapAsked(int Year, int Commitment, bool Unknown, int Place, int Post, GapPart Part)
        : IComparable<GapAsked>
    {
        internal bool IsWith(in GapAsked other) => Year == other.Year && Commitment == other.Commitment && Unknown == other.Unknown;

        public int CompareTo(GapAsked other) => Year != other.Year ? Year.CompareTo(other.Year)
            : Commitment != other.Commitment ? Commitment.CompareTo(other.Commitment)
            : Unknown != other.Unknown ? Unknown.CompareTo(other.Unknown)
            : Place.CompareTo(other.Place);
    }

    /// <summary>The posts of what is asked together.</summary>
    private ImmutableArray<Post> PostsOf<TAsked>(ReadOnlySpan<TAsked> together, Func<TAsked, int> postOf)
    {
        if (together is [var single])
        {
            ref ImmutableArray<Post> known = ref alone[postOf(single)];
            return known.IsDefault ? known = [facts.Portfolio.Posts[postOf(single)]] : known;
        }
        var posts = ImmutableArray.CreateBuilder<Post>(together.Length);
        foreach (var one in together)
            posts.Add(facts.Portfolio.Posts[postOf(one)]);
        return posts.MoveToImmutable();
    }

    private Commitment? ContinuationOf(ReadOnlySpan<GapAsked> together)
    {
        foreach (var one in together)
            if (one.Part.Continuation is null)
                return null;
        return facts.Portfolio.Commitments[together[0].Part.Continuation!.Value];
    }

    private static LocalDate? LastNeeded(ReadOnlySpan<GapAsked> together)
    {
        DayNumber? end = null;
        foreach (var one in together)
            if (one.Part.End is { } own)
                end = end is { } other ? DayNumber.Max(own, other) : own;
        return end?.Eve;
    }

    private ImmutableArray<RequestedSum> RequestedBeside(ReadOnlySpan<GapAsked> together)
    {
        SortedDictionary<int, long>? sums = null;
        foreach (var one in together)
            foreach (var (commitment, cents) in one.Part.Requested)
                (sums ??= [])[commitment] = SumBalance.Sum(sums.GetValueOrDefault(commitment), cents);
        return sums is null ? []
            : [.. sums.Select(sum => new RequestedSum(
                facts.Portfolio.Commitments[sum.Key], KnownMoney.Of(sum.Value, noRequestedAmount)))];
    }

    /// <summary>The gaps of a post, year by year: asked, hole by hole, of those who have lost, less what is already requested.</summary>
    private (int Year, GapPart Part)[] PartsOf(GapSharer sharer, PostFigures figure, RequestedMoney requested)
    {
        List<(int Year, long Cents)>? gaps = null;
        for (int year = facts.AsOf.Year; year <= lastAsked; year++)
            if (figure[FundingView.Agreed].Gap[year - figure.FirstYear] is not 0 and var cents)
                (gaps ??= []).Add((year, cents));
        if (gaps is null)
            return [];
        var shares = sharer.Of(PostCase.Of(facts, figure.Post, lastAsked, figure.Timelines), gaps);
        var parts = new List<(int, GapPart)>();
        for (int i = 0; i < shares.Length; i++)
            foreach (var part in PartsOf(shares[i], figure, gaps[i].Year, gaps[i].Cents, requested))
                parts.Add((gaps[i].Year, part));
        return [.. parts];
    }

    private IEnumerable<GapPart> PartsOf(GapShares shares, PostFigures figure, int year, long gap, RequestedMoney requested)
    {
        var parts = new List<GapPart>(shares.Timelines.Length + 1);
        for (int i = 0; i < shares.Timelines.Length; i++)
            parts.Add(new(figure.Timelines[shares.Timelines[i]].Commitment, shares.Cents?[i] ?? PostFigures.Unknown)
            {
                End = shares.Ends[i],
                Continuation = facts.HasAmendments ? ContinuationOf(figure, shares.Timelines[i], shares.Ends[i]) : null,
            });
        // Where it is not known what those who have lost would pay, neither is what is left to find.
        if (shares.Cents is { } known)
            parts.Add(new(NoFunder, known[^1]));
        else if (parts.Count == 0)
            parts.Add(new(NoFunder, gap));
        return GapsLessRequested.Of(parts, requested.Of(figure.Post, year), facts.Portfolio.Commitments);
    }

    /// <summary>The amendment, of the same promise, that pays on the eve of a day.</summary>
    private int? ContinuationOf(PostFigures figure, int ended, DayNumber end)
    {
        int line = facts.LineOf(figure.Timelines[ended].Commitment);
        var eve = new DayRange(DayNumber.Of(end.Eve), end);
        foreach (var timeline in figure.Timelines)
            if (timeline.Commitment != figure.Timelines[ended].Commitment && facts.LineOf(timeline.Commitment) == line
                && facts.RankOf(timeline.Commitment) > facts.RankOf(figure.Timelines[ended].Commitment)
                && !timeline.InForce(FundingView.Agreed).And(eve).IsEmpty
                && Array.Exists(timeline.Periods, period => !period.Days.And(eve).IsEmpty))
                return timeline.Commitment;
        return null;
    }

    private FundingRequest Request(RequestKind kind, Commitment? commitment, ImmutableArray<Post> posts, int year, long cents,
        ImmutableArray<RequestedSum> requested, Commitment? continuation = null)
    {
        Deadline deadline = commitment is null ? default : DeadlineOf(commitment, year);
        return new(kind, commitment, posts, facts.Portfolio.FindFunder(commitment?.Funder), year, KnownMoney.Of(cents, noAmount))
        {
            Requested = requested,
            Closes = deadline.Closes,
            Overdue = deadline.Closes < facts.AsOf,
            LastKnown = deadline.LastKnown,
            CampaignSource = deadline.Source,
            Continuation = continuation,
            // An amendment that gives no term keeps that of what it amends.
            Papers = Papers(posts, continuation?.Until.Until is null ? commitment : continuation, year, deadline.Closes),
        };
    }

    /// <summary>The last day of a campaign, or that of an earlier one, and the source of either.</summary>
    private readonly record struct Deadline(LocalDate? Closes, LocalDate? LastKnown, string? Source);

    private Deadline DeadlineOf(Commitment commitment, int year)
    {
        if (campaigns.Count == 0)
            return default;
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
