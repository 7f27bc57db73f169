using System.Collections.Immutable;
using System.Text.Json.Serialization;
using FundingReports.Portfolios;
using FundingReports.Risk;
using NodaTime;

namespace FundingReports.Consolidation;

/// <summary>One portfolio among those consolidated.</summary>
/// <param name="Name">Its name: that of its file.</param>
/// <param name="Posts">How many of its posts are counted here.</param>
/// <param name="Fully">How many of these are fully and surely funded, by agreed money, to the end of the as-of year at least.</param>
/// <param name="AtRisk">How many of these have a high or critical risk.</param>
/// <param name="Earliest">
/// The earliest day, included, until which one of these is surely and fully funded; null where one is not on its first day, or none ends.
/// </param>
[JsonConverter(typeof(NoJson<ConsolidatedPortfolio>))]
public sealed record ConsolidatedPortfolio(string Name, int Posts, int Fully, int AtRisk, LocalDate? Earliest)
{
    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{Name}: {Posts} posts, {Fully} fully funded, {AtRisk} at risk";

    /// <summary>The title that its facts give it; null where they give none.</summary>
    public string? Title { get; init; }
}

/// <summary>
/// How many posts are fully funded, by agreed money, until a day of the same year; or have one of the answers that are no day.
/// </summary>
/// <param name="State">The kind of answer.</param>
/// <param name="Year">The year of the last funded day; null where the answer is no day.</param>
/// <param name="Posts">How many posts.</param>
/// <param name="Earliest">The earliest of these last funded days, included; null where the answer is no day.</param>
[JsonConverter(typeof(NoJson<HorizonCount>))]
public sealed record HorizonCount(HorizonState State, int? Year, int Posts, LocalDate? Earliest)
{
    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{State}{(Year is { } year ? $" {year}" : "")}: {Posts} posts";
}

/// <summary>A post that another portfolio has too: counted there, and not again.</summary>
/// <param name="Portfolio">The portfolio in which it is not counted.</param>
/// <param name="Post">Its label.</param>
/// <param name="CountedIn">The portfolio in which it is.</param>
/// <param name="By">
/// What makes it the same: a reference that identifies (<c>fonjep 10004</c>), or its département, id, label and employer.
/// </param>
[JsonConverter(typeof(NoJson<CountedElsewhere>))]
public sealed record CountedElsewhere(string Portfolio, string Post, string CountedIn, string By);

/// <summary>A post that looks like one of another portfolio, which nothing proves: both are counted.</summary>
/// <param name="Portfolio">The later of the two portfolios.</param>
/// <param name="Post">Its label there.</param>
/// <param name="Other">The earlier of the two portfolios.</param>
/// <param name="By">What they share: département, label and employer.</param>
[JsonConverter(typeof(NoJson<LikelyTheSame>))]
public sealed record LikelyTheSame(string Portfolio, string Post, string Other, string By);

/// <summary>Several portfolios as one: by département, funder, scheme and line, nothing counted twice.</summary>
/// <remarks>
/// Portfolios are added one after the other and are not held; only sums are. A post is the same as another of an earlier portfolio where
/// they share a reference that identifies (<see cref="Policies.PolicySet.IdentifyingReferences"/>), or have the same département, id,
/// label and employers, and no reference says otherwise; it is then counted in the first one only, and said. A reference that describes (a
/// scheme, a status) identifies nobody. What only looks the same is counted, and said (<see cref="LikelyTheSame"/>). Names, also those of
/// funders and lines, are compared without case, accents, spaces and punctuation. Not safe for use by several threads at once.
/// </remarks>
[JsonConverter(typeof(NoJson<Consolidated>))]
public sealed class Consolidated
{
    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{Portfolios.Length} portfolios, {Portfolios.Sum(portfolio => portfolio.Posts)} posts";

    private readonly Dictionary<string, Seen> seen = new(StringComparer.Ordinal), alike = new(StringComparer.Ordinal);
    private readonly ImmutableArray<LikelyTheSame>.Builder likely = ImmutableArray.CreateBuilder<LikelyTheSame>();
    private readonly ImmutableArray<ConsolidatedPortfolio>.Builder portfolios = ImmutableArray.CreateBuilder<ConsolidatedPortfolio>();
    private readonly ImmutableArray<CountedElsewhere>.Builder twice = ImmutableArray.CreateBuilder<CountedElsewhere>();
    private readonly ConsolidatedSums all = new(true), departements = new(true), schemes = new(true), funders = new(false),
        lines = new(false),
        byPortfolio = new(true, isExact: true);
    private readonly Dictionary<(HorizonState State, int? Year), HorizonCount> horizons = [];
    private int rows;

    /// <summary>The portfolios, in the order in which they were added.</summary>
    public ImmutableArray<ConsolidatedPortfolio> Portfolios => portfolios.ToImmutable();

    /// <summary>The posts that were not counted again.</summary>
    public ImmutableArray<CountedElsewhere> CountedElsewhere => twice.ToImmutable();

    /// <summary>The posts that are counted, and look like one of an earlier portfolio: to be looked at.</summary>
    public ImmutableArray<LikelyTheSame> LikelyTheSame => likely.ToImmutable();

    /// <summary>All posts, by budget year.</summary>
    public ImmutableArray<GroupYear> Years => all.ToRows();

    /// <summary>Posts by portfolio, under its name, and budget year.</summary>
    public ImmutableArray<GroupYear> ByPortfolio => byPortfolio.ToRows();

    /// <summary>
    /// Until when the posts are fully funded, by agreed money: those that are not on their first day first, then by year, then what is no
    /// day.
    /// </summary>
    public ImmutableArray<HorizonCount> Horizons =>
        [.. horizons.Values.OrderBy(one => one.State == HorizonState.NotOnFirstDay ? 0 : 1).ThenBy(one => one.State)
            .ThenBy(one => one.Year)];

    /// <summary>Posts by code of département, and budget year.</summary>
    public ImmutableArray<GroupYear> ByDepartement => departements.ToRows();

    /// <summary>Posts by scheme, and budget year.</summary>
    public ImmutableArray<GroupYear> ByScheme => schemes.ToRows();

    /// <summary>Money by name of funder, and budget year.</summary>
    public ImmutableArray<GroupYear> ByFunder => funders.ToRows();

    /// <summary>Money by line (FIPD, FONJEP), and budget year.</summary>
    public ImmutableArray<GroupYear> ByLine => lines.ToRows();

    /// <summary>How many rows the flat data have: a post, a funder and a budget year for which it promises something, each.</summary>
    public int DataRows => rows;

    /// <summary>Adds a portfolio.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="analysis">Its answers, on the same as-of date and over the same years as the others.</param>
    /// <returns>The posts that are counted, in order: all but those of an earlier portfolio.</returns>
    public ImmutableArray<PostFunding> Add(string name, FundingAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(analysis);
        var identity = new PostIdentity(analysis.Policies.IdentifyingReferences);
        ImmutableArray<PostFunding> counted = [.. analysis.Posts.Where(post => IsNew(name, post.Post, identity))];
        foreach (var post in counted)
        {
            var said = new Seen(name, [.. identity.Of(post.Post)]);
            foreach (var (key, _) in Keys(post.Post, said.References))
                seen.TryAdd(key, said);
            if (Looks(post.Post) is { } looks)
                alike.TryAdd(looks, said);
            foreach (var year in post.Years)
                Add(name, analysis, post, year);
            Count(post.Agreed.FullyFundedUntil);
            rows += post.Years.Sum(year => year.Cells.Where(cell => !cell.IsNothing)
                .Select(cell => cell.Commitment.Funder).Distinct(StringComparer.Ordinal).Count());
        }
        var endOfYear = new LocalDate(analysis.AsOf.Year, 12, 31);
        portfolios.Add(new(
            name,
            counted.Length,
            counted.Count(post => post.Agreed.FullyFundedUntil.Surely is var sure && (sure.IsOpen || sure.Until >= endOfYear)),
            counted.Count(post => post.Risk?.Level is RiskLevel.High or RiskLevel.Critical),
            counted.Any(post => post.Agreed.FullyFundedUntil.State == HorizonState.NotOnFirstDay)
                ? null : counted.Select(post => post.Agreed.FullyFundedUntil.Surely.Until).Min())
        { Title = analysis.Portfolio.Facts.Title });
        return counted;
    }

    private void Add(string name, FundingAnalysis analysis, PostFunding funding, PostYear year)
    {
        var post = funding.Post;
        bool isAssumed = !year.Assumptions.IsEmpty;
        all.Post("", post, year, isAssumed);
        byPortfolio.Post(name, post, year, isAssumed);
        departements.Post(post.Departement, post, year, isAssumed);
        schemes.Post(post.Scheme, post, year, isAssumed);
        funders.Cells(post, year, cell => analysis.Portfolio.FindFunder(cell.Commitment.Funder)?.Name);
        lines.Cells(post, year, cell => cell.Commitment.Line);
    }

    private void Count(FundingHorizon horizon)
    {
        LocalDate? last = horizon.State == HorizonState.Until ? horizon.Surely.Until : null;
        var key = (horizon.State, last?.Year);
        horizons[key] = horizons.TryGetValue(key, out var before)
            ? before with { Posts = before.Posts + 1, Earliest = last < before.Earliest ? last : before.Earliest }
            : new(horizon.State, last?.Year, 1, last);
    }

    private bool IsNew(string name, Post post, PostIdentity identity)
    {
        ImmutableArray<KeyValuePair<string, string>> own = [.. identity.Of(post)];
        foreach (var (key, by) in Keys(post, own))
            if (seen.TryGetValue(key, out var where) && !PostIdentity.Contradict(own, where.References))
            {
                twice.Add(new(name, post.Label, where.Portfolio, by));
                return false;
            }
        if (Looks(post) is { } looks && alike.TryGetValue(looks, out var other) && !PostIdentity.Contradict(own, other.References))
            likely.Add(new(name, post.Label, other.Portfolio, string.Join(
                ", ", ((string?[])[post.Departement, post.Label, EmployerOf(post)]).Where(said => !string.IsNullOrWhiteSpace(said)))));
        return true;
    }

    // The unit separator stands in no name that people type.
    private static IEnumerable<(string Key, string By)> Keys(Post post, ImmutableArray<KeyValuePair<string, string>> identifying)
    {
        foreach (var reference in identifying)
            yield return (PostIdentity.Key(reference), $"{reference.Key} {reference.Value}");
        if (post.Departement is not { } departement)
            yield break;
        string[] employers = [.. post.Employers.Select(employer => employer.Siret ?? employer.Name ?? "")];
        yield return (string.Join('\u001F', [departement, post.Id, PlainName.Key(post.Label), .. employers.Select(PlainName.Key)]),
            string.Join(' ', [departement, post.Id, post.Label, .. employers]));
    }

    /// <summary>What two posts that may be one have in common; null where too little is known to say that they look alike.</summary>
    private static string? Looks(Post post) => post.Departement is null && EmployerOf(post) is null
        ? null
        : string.Join('\u001F', "looks", post.Departement, PlainName.Key(post.Label), PlainName.Key(EmployerOf(post) ?? ""));

    private static string? EmployerOf(Post post) =>
        post.Employers is [.., { Name: { } name }] && !string.IsNullOrWhiteSpace(name) ? name : null;

    /// <summary>Where a post is counted, and what identifies it.</summary>
    private sealed record Seen(string Portfolio, ImmutableArray<KeyValuePair<string, string>> References);
}
