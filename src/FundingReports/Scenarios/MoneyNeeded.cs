using System.Collections.Immutable;
using System.Text.Json.Serialization;
using FundingReports.Figures;
using FundingReports.Ledger;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Scenarios;

/// <summary>What it would take: the least extra money that fully funds every post until a day, in the agreed view.</summary>
/// <param name="Target">The day until which every post is to be funded, included.</param>
/// <param name="Posts">What each post needs.</param>
[JsonConverter(typeof(NoJson<MoneyNeeded>))]
public sealed record MoneyNeeded(LocalDate Target, ImmutableArray<PostNeed> Posts)
{
    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{Total} until {Target:uuuu-MM-dd}, for {Posts.Length} posts";

    /// <summary>What each post needs.</summary>
    public ImmutableArray<PostNeed> Posts { get => posts.Items; init => posts = new(value); }

    private readonly ValueList<PostNeed> posts = new(Posts);

    /// <summary>The whole; unknown as soon as a part is.</summary>
    public Knowable<Euros> Total => Sum(Posts.SelectMany(post => post.Years).Select(year => year.Amount));

    /// <summary>The known part of the whole need.</summary>
    public Euros KnownPart =>
        Euros.FromCents(Posts.SelectMany(post => post.Years).Sum(year => year.Amount.TryGet(out var known) ? known.Cents : 0));

    /// <summary>The need of each budget year, of all posts.</summary>
    public ImmutableArray<YearNeed> Years =>
        [.. Posts.SelectMany(post => post.Years).GroupBy(year => year.Year).OrderBy(group => group.Key)
            .Select(group => new YearNeed(group.Key, Sum(group.Select(year => year.Amount))))];

    /// <summary>The needs of a portfolio, from the as-of date to a day, both included.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The target is before the as-of date, or more than a hundred years after.</exception>
    public static MoneyNeeded Until(Portfolio portfolio, LocalDate asOf, LocalDate target)
    {
        ArgumentNullException.ThrowIfNull(portfolio);
        ArgumentOutOfRangeException.ThrowIfLessThan(target, asOf);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(target.Year - asOf.Year, FundingAnalysis.MaxYears, nameof(target));
        var facts = new KnownFacts(portfolio, asOf);
        Conflicts.ThrowIfAny(facts);
        var analyzer = new PostAnalyzer();
        return new(target, [.. Enumerable.Range(0, portfolio.Posts.Length)
            .Select(post => new PostNeed(portfolio.Posts[post], NeedsOf(analyzer, facts, post, target)))]);
    }

    /// <summary>Splits an amount between funders, to the cent: equally, in proportion, or by keys.</summary>
    /// <param name="amount">The amount that is needed.</param>
    /// <param name="keys">One weight per funder, none negative, at least one above zero; equal weights for an equal split.</param>
    public static ImmutableArray<(Funder Funder, Euros Part)> Split(Euros amount, IReadOnlyList<(Funder Funder, long Key)> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var parts = amount.Allocate([.. keys.Select(key => key.Key)]);
        return [.. keys.Select((key, i) => (key.Funder, parts[i]))];
    }

    private static ImmutableArray<YearNeed> NeedsOf(PostAnalyzer analyzer, KnownFacts facts, int post, LocalDate target)
    {
        var agreed = analyzer.Analyze(facts, post, target.Year, RiskHorizon.None)[FundingView.Agreed];
        return [.. Enumerable.Range(facts.AsOf.Year, target.Year - facts.AsOf.Year + 1).Select(year =>
        {
            // The need of a year is what it lacks after compensation, or what its days within the target lack, whichever is less.
            DayNumber from = DayNumber.Max(DayNumber.FirstOf(year), DayNumber.Of(facts.AsOf)),
                to = DayNumber.Min(DayNumber.FirstOf(year + 1), DayNumber.After(target));
            long ofDays = analyzer.ShortfallOn(facts, post, new(from, to), FundingView.Agreed),
                ofYear = agreed.Gap[year - facts.FirstYear];
            long least = ofYear == PostFigures.Unknown ? ofDays : ofDays == PostFigures.Unknown && ofYear != 0
                ? ofDays : ofDays == PostFigures.Unknown ? 0 : Math.Min(ofDays, ofYear);
            return new YearNeed(year, KnownMoney.Of(least, [Missing.Cost, Missing.Amount]));
        })];
    }

    private static Knowable<Euros> Sum(IEnumerable<Knowable<Euros>> amounts)
    {
        var sum = Euros.Zero;
        foreach (var amount in amounts)
        {
            if (!amount.TryGet(out var known))
                return amount;
            sum += known;
        }
        return Knowable<Euros>.Known(sum);
    }
}

/// <summary>What one post needs, by budget year.</summary>
/// <param name="Post">The post.</param>
/// <param name="Years">What it needs, by budget year.</param>
[JsonConverter(typeof(NoJson<PostNeed>))]
public sealed record PostNeed(Post Post, ImmutableArray<YearNeed> Years)
{
    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{Post.Id}: {Listed.Of(Years)}";

    /// <summary>What it needs in each budget year.</summary>
    public ImmutableArray<YearNeed> Years { get => years.Items; init => years = new(value); }

    private readonly ValueList<YearNeed> years = new(Years);
}

/// <summary>What is needed in a budget year.</summary>
/// <param name="Amount">The money that is missing, in euros.</param>
/// <param name="Year">The budget year.</param>
public sealed record YearNeed(
    [property: JsonPropertyName("year"), JsonRequired] int Year,
        [property: JsonPropertyName("amount"), JsonRequired] Knowable<Euros> Amount)
{
    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{Amount} in {Year}";
}
