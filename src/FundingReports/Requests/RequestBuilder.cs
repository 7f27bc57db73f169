using System.Collections.Immutable;
using FundingReports.Coverage;
using FundingReports.Policies;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Requests;

/// <summary>Figures → what must be asked, for the as-of year and the years after it that the policy says.</summary>
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

    internal RequestBuilder(KnownFacts facts, PolicySet policies)
    {
        (this.facts, this.policies) = (facts, policies);
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
    /// <param name="policies">The policies.</param>
    /// <returns>The overdue first, then by deadline, those without one last; then by year and in the portfolio's order.</returns>
    internal static ImmutableArray<FundingRequest> Build(KnownFacts facts, PostFigures[] figures, PolicySet policies)
    {
        var builder = new RequestBuilder(facts, policies);
        int years = builder.Years;
        return [.. builder.Instalments(figures, years)
            .Concat(builder.Gaps(figures, years))
            .OrderBy(request => !request.Overdue)
            .ThenBy(request => request.Closes ?? LocalDate.MaxIsoValue)
            .ThenBy(request => request.Year)];
    }

    private int Years => LastYear(facts.AsOf, policies) - facts.AsOf.Year + 1;

    /// <summary>The earliest deadline missed, among those of the requests that concern a post; null where there is none.</summary>
    internal LocalDate? EarliestMissed(PostFigures figure)
    {
        if (!anyClosed)
            return null;
        var analyzer = new PostAnalyzer();
        if (figure.Cost.Length < Years)
            figure = analyzer.Analyze(facts, figure.Post, LastYear(facts.AsOf, policies), Lookahead.None);
        ImmutableArray<Post> post = [facts.Portfolio.Posts[figure.Post]];
        return InstalmentsOf(figure, Years).Concat(GapsOf(analyzer, figure, Years))
            .Where(asked => asked.Commitment != NoFunder)
            .Select(asked => Request(RequestKind.Gap, facts.Portfolio.Commitments[asked.Commitment], post, asked.Year, asked.Cents))
            .Where(request => request.Overdue)
            .Min(request => request.Closes);
    }

    /// <summary>What is agreed for the days of a year that are not surely firm: one request a commitment and year.</summary>
    private IEnumerable<FundingRequest> Instalments(PostFigures[] figures, int years)
    {
        var asked = new SortedDictionary<(int Commitment, int Year), (List<Post> Posts, long Cents)>();
        foreach (var figure in figures)
            foreach (var (commitment, year, cents) in InstalmentsOf(figure, years))
            {
                if (!asked.TryGetValue((commitment, year), out var request))
                    request = ([], 0);
                request.Posts.Add(facts.Portfolio.Posts[figure.Post]);
                asked[(commitment, year)] = (request.Posts, SumTie.Sum(request.Cents, cents));
            }
        return asked.Select(pair => Request(
            RequestKind.Instalment, facts.Portfolio.Commitments[pair.Key.Commitment], [.. pair.Value.Posts], pair.Key.Year, pair.Value.Cents));
    }

    /// <summary>The agreed money of a post that is not surely firm.</summary>
    private static IEnumerable<(int Commitment, int Year, long Cents)> InstalmentsOf(PostFigures figure, int years)
    {
        for (int s = 0; s < figure.Strands.Length; s++)
            for (int year = 0; year < years; year++)
                if (IsAgreedAndNotFirm(figure.Strands[s], figure.Life, figure.FirstYear + year))
                {
                    long agreed = figure[FundingView.Agreed].Cells(year)[s], firm = figure[FundingView.Firm].Cells(year)[s];
                    long missing = agreed == PostFigures.Unknown || firm == PostFigures.Unknown ? PostFigures.Unknown : Math.Max(0, agreed - firm);
                    if (missing != 0)
                        yield return (figure.Strands[s].Commitment, figure.FirstYear + year, missing);
                }
    }

    private static bool IsAgreedAndNotFirm(Strand strand, Span life, int year)
    {
        Span days = new Span(Day.FirstOf(year), Day.FirstOf(year + 1)).And(life).And(strand.InForce(FundingView.Agreed));
        foreach (var segment in strand.Segments)
            if (!segment.Firm && segment.Span.And(days).Weight > 0)
                return true;
        return false;
    }

    /// <summary>What nobody has agreed to pay, from the as-of date on: one request a promise whose money ended and year.</summary>
    private IEnumerable<FundingRequest> Gaps(PostFigures[] figures, int years)
    {
        // A request of a known amount is not lost in one of which a part is unknown.
        var asked = new SortedDictionary<(int Year, int Commitment, bool Unknown), (List<Post> Posts, long Cents)>();
        var analyzer = new PostAnalyzer();
        foreach (var figure in figures)
            foreach (var (commitment, year, cents) in GapsOf(analyzer, figure, years))
            {
                var key = (year, commitment, cents == PostFigures.Unknown);
                if (!asked.TryGetValue(key, out var request))
                    request = ([], 0);
                request.Posts.Add(facts.Portfolio.Posts[figure.Post]);
                asked[key] = (request.Posts, SumTie.Sum(request.Cents, cents));
            }
        return asked.Select(pair => Request(
            RequestKind.Gap, pair.Key.Commitment == NoFunder ? null : facts.Portfolio.Commitments[pair.Key.Commitment], [.. pair.Value.Posts], pair.Key.Year, pair.Value.Cents));
    }

    /// <summary>The gaps of a post, split between those whose agreed money ended, in proportion to what each paid a year.</summary>
    private IEnumerable<(int Commitment, int Year, long Cents)> GapsOf(PostAnalyzer analyzer, PostFigures figure, int years)
    {
        var agreed = figure[FundingView.Agreed];
        PostCase? subject = null;
        for (int year = 0; year < years; year++)
        {
            long gap = year == 0 ? agreed.GapAhead : agreed.Gap[year];
            if (gap == 0 || FirstHole(agreed, figure.FirstYear + year) is not { } hole)
                continue;
            subject ??= analyzer.CaseOf(facts, figure.Post, figure.FirstYear + figure.Cost.Length - 1);
            var ended = analyzer.EndedBefore(subject, hole);
            if (ended.Strands.Length == 0)
                yield return (NoFunder, figure.FirstYear + year, gap);
            long[]? parts = gap == PostFigures.Unknown ? null : ended.Share?.Invoke(gap);
            for (int i = 0; i < ended.Strands.Length; i++)
                if (parts?[i] != 0)
                    yield return (figure.Strands[ended.Strands[i]].Commitment, figure.FirstYear + year, parts?[i] ?? PostFigures.Unknown);
        }
    }

    /// <summary>The first day of a year, from the as-of date on, that is not surely funded and weighs something.</summary>
    private static Day? FirstHole(ViewFigures view, int year)
    {
        Span days = new(Day.FirstOf(year), Day.FirstOf(year + 1));
        foreach (var piece in view.Pieces)
            if ((piece.Facts & Facts.SurelyFull) == 0 && piece.Span.And(days) is { Weight: > 0 } hole)
                return hole.From;
        return null;
    }

    private FundingRequest Request(RequestKind kind, Commitment? commitment, ImmutableArray<Post> posts, int year, long cents)
    {
        var funder = commitment is null ? null : facts.Portfolio.FindFunder(commitment.Funder);
        var amount = PostYear.Known(cents, [Missing.Cost, Missing.Amount]);
        var request = new FundingRequest(kind, commitment, posts, funder, year, amount) { Papers = Papers(posts, commitment, year) };
        return commitment is null ? request : WithDeadline(request, commitment);
    }

    private FundingRequest WithDeadline(FundingRequest request, Commitment commitment)
    {
        // The line's own campaign, else the funder's: of a promise without line they are the same.
        var known = campaigns.GetValueOrDefault((commitment.Funder, commitment.Line)) ?? [];
        if (!known.Any(campaign => campaign.Year == request.Year))
            known = [.. known, .. campaigns.GetValueOrDefault((commitment.Funder, null)) ?? []];
        if (known.FirstOrDefault(campaign => campaign.Year == request.Year && campaign.Closes is not null) is { } campaign)
        {
            LocalDate closes = campaign.Closes!.Value.Last;
            return request with { Closes = closes, Overdue = closes < facts.AsOf, CampaignSource = campaign.Source };
        }
        var earlier = known.Where(c => c.Closes is not null && c.Year < request.Year).MaxBy(c => c.Year);
        return request with { LastKnown = earlier?.Closes?.Last, CampaignSource = earlier?.Source };
    }

    private ImmutableArray<Paper> Papers(ImmutableArray<Post> posts, Commitment? commitment, int year)
    {
        // Null where the employer, or its kind, is not known.
        var kinds = posts.Select(post => PostFacts.EmployerOn(post, facts.AsOf)?.Kind).ToList();
        if (kinds.Contains(null))
            return [new(PaperKind.UnknownEmployer, null)];
        if (!kinds.Contains(Association))
            return [];
        int reportMonths = policies.WholeOn("papers.financial-report-months-after-year-end", facts.AsOf);
        var report = new Paper(PaperKind.CompteRenduFinancier, new LocalDate(year, 1, 1).PlusMonths(reportMonths).PlusDays(-1));
        if (commitment?.Until.Until is not { } term)
            return [report];
        int bilanMonths = policies.WholeOn("papers.bilan-months-before-term", facts.AsOf);
        return [new(PaperKind.Bilan, term.Last.PlusMonths(-bilanMonths)), report];
    }
}
