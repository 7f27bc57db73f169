using System.Collections.Immutable;
using System.Text.Json.Serialization;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Figures;

/// <summary>Which assumptions enter which figure: the one place that tells, for sheets, pages, sentences and exports.</summary>
/// <remarks>
/// Each answer is the sources of kind <see cref="SourceKind.Assumption"/>, in the portfolio's order; empty where the figure rests on none.
/// In doubt an assumption is named: a mark too many misleads nobody. Safe for any number of threads.
/// </remarks>
[JsonConverter(typeof(NoJson<AssumedFigures>))]
public sealed class AssumedFigures
{
    private readonly Portfolio portfolio;
    private readonly LocalDate asOf;
    // Made when first asked for, by whoever comes first: of a country's million posts nobody may ask.
    private Dictionary<string, Named>? assumptions;
    private ILookup<string, Commitment>? promised, amendments;

    internal AssumedFigures(Portfolio portfolio, LocalDate asOf) => (this.portfolio, this.asOf) = (portfolio, asOf);

    /// <summary>Those behind a property of a commitment.</summary>
    /// <param name="commitment">A commitment of the portfolio.</param>
    /// <param name="property">The property, by its name in portfolio@1: "until".</param>
    public ImmutableArray<Source> Of(Commitment commitment, string property)
    {
        ArgumentNullException.ThrowIfNull(commitment);
        return Assumptions.Count == 0 ? [] : InOrder([SourceOf(commitment, property)]);
    }

    /// <summary>Those behind a property of a post.</summary>
    /// <param name="post">A post of the portfolio.</param>
    /// <param name="property">The property, by its name in portfolio@1: "fte".</param>
    public ImmutableArray<Source> Of(Post post, string property)
    {
        ArgumentNullException.ThrowIfNull(post);
        return Assumptions.Count == 0 ? [] : InOrder([SourceOf(post, property)]);
    }

    /// <summary>Those behind anything of a commitment, its withdrawal included.</summary>
    public ImmutableArray<Source> Of(Commitment commitment)
    {
        ArgumentNullException.ThrowIfNull(commitment);
        return Assumptions.Count == 0 ? [] : InOrder(All(commitment));
    }

    /// <summary>
    /// Those that enter any answer for a post: its facts, what is promised to it, and the working time by which that is split.
    /// </summary>
    public ImmutableArray<Source> Of(Post post)
    {
        ArgumentNullException.ThrowIfNull(post);
        return Assumptions.Count == 0 ? [] : InOrder([
            post.Source, .. post.Sources.Values, .. PostFacts.KnownCosts(post, asOf).Select(cost => cost.Source),
            .. PromisedTo(post).SelectMany(commitment => All(commitment).Concat(WorkingTimes(post, commitment)))]);
    }

    /// <summary>Those that enter the cost of a post in a budget year.</summary>
    public ImmutableArray<Source> Cost(Post post, int year)
    {
        ArgumentNullException.ThrowIfNull(post);
        return Assumptions.Count == 0 ? [] : InOrder(CostIn(post, year));
    }

    /// <summary>Those behind the cost in force on a day.</summary>
    public ImmutableArray<Source> CostOn(Post post, LocalDate day)
    {
        ArgumentNullException.ThrowIfNull(post);
        return Assumptions.Count == 0 ? [] : InOrder(CostsOf(post, day, day));
    }

    /// <summary>Those that enter what a commitment pays to a post in a budget year.</summary>
    public ImmutableArray<Source> Money(Post post, Commitment commitment, int year)
    {
        ArgumentNullException.ThrowIfNull(post);
        ArgumentNullException.ThrowIfNull(commitment);
        return Assumptions.Count == 0 ? [] : InOrder(MoneyIn(post, commitment, year));
    }

    /// <summary>Those that enter what a funder pays to all posts in a budget year.</summary>
    public ImmutableArray<Source> Money(Funder funder, int year)
    {
        ArgumentNullException.ThrowIfNull(funder);
        return Assumptions.Count == 0 ? [] : InOrder(portfolio.Posts.SelectMany(
            post => PromisedTo(post).Where(commitment => commitment.Funder == funder.Id)
                .SelectMany(commitment => MoneyIn(post, commitment, year))));
    }

    /// <summary>Those that enter the sums of a post in a budget year: its cost, what is paid to it, what is missing.</summary>
    public ImmutableArray<Source> Year(Post post, int year)
    {
        ArgumentNullException.ThrowIfNull(post);
        return Assumptions.Count == 0 ? [] : InOrder(YearOf(post, year));
    }

    /// <summary>Those that enter the sums of all posts in a budget year.</summary>
    public ImmutableArray<Source> Year(int year) =>
        Assumptions.Count == 0 ? [] : InOrder(portfolio.Posts.SelectMany(post => YearOf(post, year)));

    /// <summary>Those that enter the days until which a post is funded in a view.</summary>
    public ImmutableArray<Source> Horizon(Post post, FundingView view)
    {
        ArgumentNullException.ThrowIfNull(post);
        return Assumptions.Count == 0 ? [] : InOrder(HorizonOf(post, view));
    }

    private IEnumerable<string?> HorizonOf(Post post, FundingView view)
    {
        Commitment[] counted =
            [.. PromisedTo(post).Where(commitment => view == FundingView.Announced ? commitment.IsPromised : commitment.IsAgreed)];
        ImmutableArray<Cost> costs = PostFacts.KnownCosts(post, asOf);
        // Shares need no cost: an assumed cost does not touch until when they pay, unless it is nothing, which counts as paid.
        bool needsCost = counted.Any(commitment => commitment.HoldsSums || commitment.Amount.IsUnknown)
            || costs.Any(cost => cost.Annual == Euros.Zero);
        return [
            .. counted.SelectMany(commitment => All(commitment).Concat(WorkingTimes(post, commitment))),
            post.Source, SourceOf(post, "from"), SourceOf(post, "until"),
            .. needsCost ? costs.Select(cost => cost.Source).Append(SourceOf(post, "fte")) : []];
    }

    private IEnumerable<string?> YearOf(Post post, int year) =>
        [.. CostIn(post, year), .. PromisedTo(post).SelectMany(commitment => MoneyIn(post, commitment, year))];

    private IEnumerable<string?> CostIn(Post post, int year) =>
        [.. LifeIn(post, year), .. CostsOf(post, new(year, 1, 1), new(year, 12, 31))];

    private IEnumerable<string?> MoneyIn(Post post, Commitment commitment, int year)
    {
        bool spread = commitment.Amount.WholeSum is not null, stepped = spread || commitment.Amount.Years is not null;
        List<string?> entering = [commitment.Source, .. commitment.Sources.Where(property => property.Key switch
        {
            // A term moves no money before its own year, unless the sum is spread over the period.
            "until" => spread || commitment.Until.Until is not { } until || until.Last.Year <= year,
            "from" => stepped || commitment.From.First.Year >= year,
            _ => true,
        }).Select(property => property.Value)];
        if (Decision.WithdrawalOf(commitment, asOf) is { } withdrawal && (spread || withdrawal.From.First.Year <= year))
            entering.Add(withdrawal.Source);
        entering.AddRange(Amendments(commitment));
        entering.AddRange(commitment.Amount.IsSum ? LifeIn(post, year) : CostIn(post, year));
        entering.AddRange(WorkingTimes(post, commitment));
        // A remainder depends on what the others pay; another remainder, on the sums of its tranches.
        if (commitment.Amount.IsOfTheRest)
            foreach (Commitment other in PromisedTo(post).Where(other => other != commitment))
                entering.AddRange(!other.Amount.IsOfTheRest ? MoneyIn(post, other, year)
                    : other.HoldsSums ? All(other).Concat(WorkingTimes(post, other)) : []);
        return entering;
    }

    private IEnumerable<string?> All(Commitment commitment) =>
        [commitment.Source, .. commitment.Sources.Values, Decision.WithdrawalOf(commitment, asOf)?.Source, .. Amendments(commitment)];

    // What amends a promise ends it, from when on and if it is decided; where it says no term of its own, that of the promise stands.
    private IEnumerable<string?> Amendments(Commitment commitment)
    {
        amendments ??= portfolio.Commitments.Where(one => one.Amends is not null && IsCounted(one))
            .ToLookup(one => one.Amends!, StringComparer.Ordinal);
        foreach (Commitment amendment in amendments[commitment.Id])
            foreach (string property in new[] { "from", "status", "decidedOn" })
                yield return SourceOf(amendment, property);
        for (var one = commitment; portfolio.FindCommitment(one.Amends) is { } amended && amended.Until == one.Until; one = amended)
            yield return SourceOf(amended, "until");
    }

    // The working time of the others decides what this one gets.
    private IEnumerable<string?> WorkingTimes(Post post, Commitment commitment) =>
        commitment.Posts.Length < 2 || !commitment.HoldsSums ? []
        : commitment.Split is Split.Fte ? commitment.Posts.Select(id => SourceOf(portfolio.FindPost(id)!, "fte"))
        : [SourceOf(post, "fte")];

    private static IEnumerable<string?> LifeIn(Post post, int year)
    {
        if ((post.From ?? post.AttestedOn) is { } from && from.First.Year >= year)
            yield return SourceOf(post, "from");
        if (post.Until is { } until && until.Last.Year <= year)
            yield return SourceOf(post, "until");
    }

    private IEnumerable<string?> CostsOf(Post post, LocalDate first, LocalDate last)
    {
        ImmutableArray<Cost> known = PostFacts.KnownCosts(post, asOf);
        // Of several that begin in one year, their days decide which is in force after it.
        var years = known.Where((cost, i) => cost.From.First <= last && (i + 1 == known.Length || known[i + 1].From.First > first))
            .Select(cost => cost.From.First.Year).ToHashSet();
        return known.Concat(post.Costs).Where(cost => years.Contains(cost.From.First.Year)).Select(cost => cost.Source);
    }

    private static string? SourceOf(Commitment commitment, string property) =>
        commitment.Sources.GetValueOrDefault(property) ?? commitment.Source;

    private static string? SourceOf(Post post, string property) => post.Sources.GetValueOrDefault(property) ?? post.Source;

    private Dictionary<string, Named> Assumptions =>
        assumptions ??= portfolio.Sources.Where(source => source.Kind is SourceKind.Assumption)
        .ToDictionary(source => source.Id, source => new Named(source, [source]), StringComparer.Ordinal);

    // Asked for every figure: no walk through all commitments each time.
    private IEnumerable<Commitment> PromisedTo(Post post) => (promised ??= portfolio.Commitments
        .Where(IsCounted)
        .SelectMany(commitment => commitment.Posts.Distinct(StringComparer.Ordinal), (commitment, id) => (id, commitment))
        .ToLookup(pair => pair.id, pair => pair.commitment, StringComparer.Ordinal))[post.Id];

    private bool IsCounted(Commitment commitment) => commitment.IsPromised && Decision.IsTaken(commitment.DecidedOn, asOf);

    private ImmutableArray<Source> InOrder(IEnumerable<string?> ids)
    {
        // One assumption stands behind most figures: its list is made once.
        Named? first = null;
        HashSet<string>? several = null;
        foreach (string? id in ids)
            if (id is not null && Assumptions.TryGetValue(id, out Named found) && found != (first ??= found))
                (several ??= new(StringComparer.Ordinal) { first.Value.Source.Id }).Add(id);
        return several is null
            ? first?.Alone ?? [] : [.. Assumptions.Values.Where(one => several.Contains(one.Source.Id)).Select(one => one.Source)];
    }

    private readonly record struct Named(Source Source, ImmutableArray<Source> Alone);

    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"assumptions as of {asOf:uuuu-MM-dd}";
}
