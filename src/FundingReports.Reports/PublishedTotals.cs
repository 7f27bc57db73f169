using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using FundingReports.Policies;
using FundingReports.Portfolios;
using FundingReports.Reports.Schedules;
using FundingReports.Reports.Sheets;
using NodaTime;

namespace FundingReports.Reports;

/// <summary>A budget year that may be published, rounded.</summary>
internal readonly record struct PublishedYear(int Year, Knowable<Euros> Cost, Knowable<Euros> Agreed, Knowable<Euros> Gap);

/// <summary>
/// The yearly totals that everybody may read. Two rules, as statistical offices have them, decide what is left out.
/// Primary: posts are counted in groups that the publication shows alike, of enough posts, none of which is most of its group.
/// Whatever is added or subtracted keeps a group whole or removes it whole, so nothing that is left concerns fewer posts.
/// Secondary: a year is published only where that holds of what changes from every other published year, too.
/// Where most posts are like no others, the as-of year alone is published, of all posts, if no sum of its figures tells more.
/// </summary>
internal sealed class PublishedTotals
{
    /// <summary>How many posts an amount must concern.</summary>
    internal const string LeastPosts = "publication.least-posts";

    /// <summary>
    /// What the smaller posts of a group come to together at least, as a part of what its greatest posts come to: these are one fewer than
    /// the least number of posts.
    /// </summary>
    internal const string LeastRest = "publication.least-rest";

    /// <summary>The sum to whose multiples totals are rounded.</summary>
    internal const string RoundedTo = "publication.rounded-to";

    // Each post is compared with each other one: with more posts that would take too long.
    private const int MostAlone = 1_000;

    private static readonly ImmutableArray<Func<PostYear, Knowable<Euros>>> measures =
        [year => year.Cost, year => year.Agreed.Funding, year => year.Agreed.Gap, year => year.Agreed.Surplus];

    private readonly int least;
    private readonly Share rest;
    private readonly long step;

    private PublishedTotals((int Least, Share OfOthers, Euros Step) rules, ReportContext context)
    {
        (least, rest, step) = (rules.Least, rules.OfOthers, rules.Step.Cents);
        int first = Math.Max(0, context.AsOf.Year - context.Analysis.Since);
        var promised =
            context.Analysis.Portfolio.Commitments.SelectMany(commitment => commitment.Posts, (commitment, post) => (commitment, post))
            .ToLookup(one => one.post, one => one.commitment, StringComparer.Ordinal);
        var groups = context.Analysis.Posts.GroupBy(post => Shown(context, post, promised[post.Id]), StringComparer.Ordinal)
            .Select(group => group.ToImmutableArray())
            .Where(group => group.Length >= least && first < group[0].Years.Length && IsKnown(group[0], first) && IsSafe(group, first))
                .ToList();
        Posts = [.. groups.SelectMany(group => group)];
        if (!Posts.IsEmpty)
            Years = [.. Published(groups, first)];
        var known = context.Analysis.Posts.Where(post => first < post.Years.Length && IsKnown(post, first)
            && !ReportContext.IsNothing(post.Years[first].Cost)).ToImmutableArray();
        if (2 * Posts.Length >= known.Length || !IsSafeAlone(known, first))
            return;
        Posts = known;
        Years = [.. Published([known], first).Take(1)];
        IsOneYear = true;
    }

    /// <summary>The posts that are counted, the same in each year.</summary>
    internal ImmutableArray<PostFunding> Posts { get; }

    /// <summary>The years that may be published, from the as-of year on.</summary>
    internal ImmutableArray<PublishedYear> Years { get; } = [];

    /// <summary>Whether the as-of year alone is published, of all posts of which its figures are known.</summary>
    internal bool IsOneYear { get; }

    /// <summary>The fewest posts that a total may be of.</summary>
    internal int Least => least;

    /// <summary>The sum to whose multiples totals are rounded.</summary>
    internal Euros Step => Euros.FromCents(step);

    /// <summary>
    /// The totals; null where the policies do not hold the three values on the as-of date: in doubt nothing is published.
    /// </summary>
    internal static PublishedTotals? Of(ReportContext context) => RulesOn(context) is { } rules ? new(rules, context) : null;

    /// <summary>How many posts an amount must concern; null where no total is published.</summary>
    internal static int? LeastOf(ReportContext context) => RulesOn(context)?.Least;

    private static (int Least, Share OfOthers, Euros Step)? RulesOn(ReportContext context)
    {
        PolicySet policies = context.Analysis.Policies;
        try
        {
            return (policies.WholeOn(LeastPosts, context.AsOf), policies.ShareOn(LeastRest, context.AsOf),
                policies.MoneyOn(RoundedTo, context.AsOf));
        }
        catch (PolicyException)
        {
            return null;
        }
    }

    private IEnumerable<PublishedYear> Published(List<ImmutableArray<PostFunding>> groups, int first)
    {
        var published = new List<int>();
        for (int y = first; y < Posts[0].Years.Length; y++)
        {
            if (!groups.TrueForAll(group => IsSafe(group, y) && published.TrueForAll(other => IsSafeBeside(group, y, other))))
                continue;
            var (cost, agreed, gap) = (Sum(measures[0], y), Sum(measures[1], y), Sum(measures[2], y));
            // What is unknown, or rounds to nothing, in each column is no row.
            if (new[] { cost, agreed, gap }.Any(sum => sum.IsKnown && !ReportContext.IsNothing(sum)))
            {
                published.Add(y);
                yield return new(Posts[0].Years[y].Year, cost, agreed, gap);
            }
        }
    }

    private Knowable<Euros> Sum(Func<PostYear, Knowable<Euros>> measure, int year)
    {
        long sum = 0;
        foreach (PostFunding post in Posts)
        {
            if (!measure(post.Years[year]).TryGet(out var known))
                return measure(post.Years[year]);
            sum = checked(sum + known.Cents);
        }
        long unit = Math.Max(1, step);
        return Knowable<Euros>.Known(Euros.FromCents((long)decimal.Round((decimal)sum / unit, 0, MidpointRounding.AwayFromZero) * unit));
    }

    // Whether the figures of a post in a year are all known. A post that lacks one in the as-of year would leave the others without a
    // total.
    private static bool IsKnown(PostFunding post, int year) => measures.All(measure => measure(post.Years[year]).IsKnown);

    private bool IsSafe(ImmutableArray<PostFunding> group, int year) =>
        measures.All(measure => IsManyAndEven(group.Select(post => (Int128)Cents(measure(post.Years[year])))));

    // Without a surplus, cost and money are all that a year tells. Added with any factors, they leave the fewest posts where the factors
    // make the part of some post nothing.
    private bool IsSafeAlone(ImmutableArray<PostFunding> posts, int year)
    {
        if (posts.Length > MostAlone || posts.Any(post => Cents(post.Years[year].Agreed.Surplus) != 0) || !IsSafe(posts, year))
            return false;
        var figures = posts.Select(
            post => (Cost: (Int128)Cents(post.Years[year].Cost), Money: (Int128)Cents(post.Years[year].Agreed.Funding))).ToList();
        return figures.TrueForAll(one => IsManyAndEven(figures.Select(other => other.Money * one.Cost - other.Cost * one.Money)));
    }

    // What changes from one published year to the other is a figure too.
    private bool IsSafeBeside(ImmutableArray<PostFunding> group, int year, int other) =>
        measures.All(
            measure => IsManyAndEven(group.Select(post => (Int128)Cents(measure(post.Years[year])) - Cents(measure(post.Years[other])))));

    // Whether no post has anything of a figure, or enough posts have, of which the smaller ones come to enough beside the greatest to hide
    // them.
    private bool IsManyAndEven(IEnumerable<Int128> parts)
    {
        var sizes = parts.Select(Int128.Abs).Where(size => size != 0).OrderDescending().ToList();
        int greatest = Math.Max(0, least - 1);
        return sizes.Count == 0
            || (sizes.Count >= least && Sum(sizes.Skip(greatest)) * rest.Denominator >= Sum(sizes.Take(greatest)) * rest.Numerator);
    }

    private static Int128 Sum(IEnumerable<Int128> sizes) => sizes.Aggregate(Int128.Zero, (sum, size) => sum + size);

    // Posts that are alike lack the same figures, and a sum that lacks one is not published.
    private static long Cents(Knowable<Euros> money) => money.TryGet(out var known) ? known.Cents : 0;

    /// <summary>
    /// All that the publication shows of a post beside its name: its days, how they are funded, by whom and until when, and what is not
    /// known.
    /// </summary>
    private static string Shown(ReportContext context, PostFunding post, IEnumerable<Commitment> promised)
    {
        var shown = new StringBuilder();
        SpanState? last = null;
        LocalDate from = new(context.Analysis.Since, 1, 1), until = new(context.Analysis.Through.Year, 12, 31);
        foreach (var span in context.CoverageOf(post).Spans(from, until))
        {
            if (span.Coverage.State != last)
                shown.Append(CultureInfo.InvariantCulture, $"{span.From:uuuuMMdd}{span.Coverage.State} ");
            last = span.Coverage.State;
        }
        foreach (PostYear year in post.Years)
            foreach (var measure in measures)
                shown.Append(measure(year).IsKnown ? '1' : '0');
        foreach (string commitment in promised.Select(commitment => Shown(context, commitment)).Order(StringComparer.Ordinal))
            shown.Append('\n').Append(commitment);
        return shown.ToString();
    }

    private static string Shown(ReportContext context, Commitment commitment) => string.Create(CultureInfo.InvariantCulture,
        $"{commitment.Funder}\t{commitment.Line}\t{commitment.From}\t{commitment.Until.Until}\t{commitment.Until.IsOpen}\t{commitment.Status}\t{commitment.Approximate}\t{commitment.Amends is null}\t{commitment.Withdrawn?.From}\t{context.BalanceOf(commitment) is null}");
}
