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
        return Behind(found => found.Add(SourceOf(commitment, property)));
    }

    /// <summary>Those behind a property of a post.</summary>
    /// <param name="post">A post of the portfolio.</param>
    /// <param name="property">The property, by its name in portfolio@1: "fte".</param>
    public ImmutableArray<Source> Of(Post post, string property)
    {
        ArgumentNullException.ThrowIfNull(post);
        return Behind(found => found.Add(SourceOf(post, property)));
    }

    /// <summary>Those behind anything of a commitment, its withdrawal included.</summary>
    public ImmutableArray<Source> Of(Commitment commitment)
    {
        ArgumentNullException.ThrowIfNull(commitment);
        return Behind(found => AddAll(found, commitment));
    }

    /// <summary>
    /// Those that enter any answer for a post: its facts, what is promised to it, and the working time by which that is split.
    /// </summary>
    public ImmutableArray<Source> Of(Post post)
    {
        ArgumentNullException.ThrowIfNull(post);
        return Behind(found =>
        {
            found.Add(post.Source);
            foreach (string source in post.Sources.Values)
                found.Add(source);
            foreach (Cost cost in PostFacts.KnownCosts(post, asOf))
                found.Add(cost.Source);
            foreach (Commitment commitment in PromisedTo(post))
                AddWhole(found, post, commitment);
        });
    }

    /// <summary>Those that enter the cost of a post in a budget year.</summary>
    public ImmutableArray<Source> Cost(Post post, int year)
    {
        ArgumentNullException.ThrowIfNull(post);
        return Behind(found => AddCost(found, post, year));
    }

    /// <summary>Those behind the cost in force on a day.</summary>
    public ImmutableArray<Source> CostOn(Post post, LocalDate day)
    {
        ArgumentNullException.ThrowIfNull(post);
        return Behind(found => AddCosts(found, post, day, day));
    }

    /// <summary>Those that enter what a commitment pays to a post in a budget year.</summary>
    public ImmutableArray<Source> Money(Post post, Commitment commitment, int year)
    {
        ArgumentNullException.ThrowIfNull(post);
        ArgumentNullException.ThrowIfNull(commitment);
        return Behind(found => AddMoney(found, post, commitment, year));
    }

    /// <summary>Those that enter what a funder pays to all posts in a budget year.</summary>
    public ImmutableArray<Source> Money(Funder funder, int year)
    {
        ArgumentNullException.ThrowIfNull(funder);
        return Behind(found =>
        {
            foreach (Post post in portfolio.Posts)
                foreach (Commitment commitment in PromisedTo(post))
                    if (commitment.Funder == funder.Id)
                        AddMoney(found, post, commitment, year);
        });
    }

    /// <summary>Those that enter the sums of a post in a budget year: its cost, what is paid to it, what is missing.</summary>
    public ImmutableArray<Source> Year(Post post, int year)
    {
        ArgumentNullException.ThrowIfNull(post);
        return Behind(found => AddYear(found, post, year));
    }

    /// <summary>Those that enter the sums of all posts in a budget year.</summary>
    public ImmutableArray<Source> Year(int year) => Behind(found =>
    {
        foreach (Post post in portfolio.Posts)
            AddYear(found, post, year);
    });

    /// <summary>Those that enter the days until which a post is funded in a view.</summary>
    public ImmutableArray<Source> Horizon(Post post, FundingView view)
    {
        ArgumentNullException.ThrowIfNull(post);
        return Behind(found => AddHorizon(found, post, view));
    }

    private void AddHorizon(Found found, Post post, FundingView view)
    {
        ImmutableArray<Cost> costs = PostFacts.KnownCosts(post, asOf);
        // Shares need no cost: an assumed cost does not touch until when they pay, unless it is nothing, which counts as paid.
        bool needsCost = costs.Any(cost => cost.Annual == Euros.Zero);
        foreach (Commitment commitment in PromisedTo(post))
            if (view == FundingView.Announced ? commitment.IsPromised : commitment.IsAgreed)
            {
                AddWhole(found, post, commitment);
                needsCost |= commitment.HoldsSums || commitment.Amount.IsUnknown;
            }
        found.Add(post.Source);
        found.Add(SourceOf(post, "from"));
        found.Add(SourceOf(post, "until"));
        if (!needsCost)
            return;
        found.Add(SourceOf(post, "fte"));
        foreach (Cost cost in costs)
            found.Add(cost.Source);
    }

    private void AddYear(Found found, Post post, int year)
    {
        AddCost(found, post, year);
        foreach (Commitment commitment in PromisedTo(post))
            AddMoney(found, post, commitment, year);
    }

    private void AddCost(Found found, Post post, int year)
    {
        AddLife(found, post, year);
        AddCosts(found, post, new(year, 1, 1), new(year, 12, 31));
    }

    private void AddMoney(Found found, Post post, Commitment commitment, int year)
    {
        bool spread = commitment.Amount.WholeSum is not null, stepped = spread || commitment.Amount.Years is not null;
        found.Add(commitment.Source);
        foreach ((string property, string source) in commitment.Sources)
            if (property switch
            {
                // A term moves no money before its own year, unless the sum is spread over the period.
                "until" => spread || commitment.Until.Until is not { } until || until.Last.Year <= year,
                "from" => stepped || commitment.From.First.Year >= year,
                _ => true,
            })
                found.Add(source);
        if (Decision.WithdrawalOf(commitment, asOf) is { } withdrawal && (spread || withdrawal.From.First.Year <= year))
            found.Add(withdrawal.Source);
        AddAmendments(found, commitment);
        if (commitment.Amount.IsSum)
            AddLife(found, post, year);
        else
            AddCost(found, post, year);
        AddWorkingTimes(found, post, commitment);
        // A remainder depends on what the others pay; another remainder, on the sums of its tranches.
        if (commitment.Amount.IsOfTheRest)
            foreach (Commitment other in PromisedTo(post))
                if (other != commitment && !other.Amount.IsOfTheRest)
                    AddMoney(found, post, other, year);
                else if (other != commitment && other.HoldsSums)
                    AddWhole(found, post, other);
    }

    // All of a promise, and how it is split.
    private void AddWhole(Found found, Post post, Commitment commitment)
    {
        AddAll(found, commitment);
        AddWorkingTimes(found, post, commitment);
    }

    private void AddAll(Found found, Commitment commitment)
    {
        found.Add(commitment.Source);
        foreach (string source in commitment.Sources.Values)
            found.Add(source);
        found.Add(Decision.WithdrawalOf(commitment, asOf)?.Source);
        AddAmendments(found, commitment);
    }

    // What amends a promise ends it, from when on and if it is decided; where it says no term of its own, that of the promise stands.
    private void AddAmendments(Found found, Commitment commitment)
    {
        amendments ??= portfolio.Commitments.Where(one => one.Amends is not null && IsCounted(one))
            .ToLookup(one => one.Amends!, StringComparer.Ordinal);
        foreach (Commitment amendment in amendments[commitment.Id])
            foreach (string property in (ReadOnlySpan<string>)["from", "status", "decidedOn"])
                found.Add(SourceOf(amendment, property));
        for (var one = commitment; portfolio.FindCommitment(one.Amends) is { } amended && amended.Until == one.Until; one = amended)
            found.Add(SourceOf(amended, "until"));
    }

    // The working time of the others decides what this one gets.
    private void AddWorkingTimes(Found found, Post post, Commitment commitment)
    {
        if (commitment.Posts.Length < 2 || !commitment.HoldsSums)
            return;
        if (commitment.Split is not Split.Fte)
            found.Add(SourceOf(post, "fte"));
        else
            foreach (string id in commitment.Posts)
                found.Add(SourceOf(portfolio.FindPost(id)!, "fte"));
    }

    private static void AddLife(Found found, Post post, int year)
    {
        if ((post.From ?? post.AttestedOn) is { } from && from.First.Year >= year)
            found.Add(SourceOf(post, "from"));
        if (post.Until is { } until && until.Last.Year <= year)
            found.Add(SourceOf(post, "until"));
    }

    private void AddCosts(Found found, Post post, LocalDate first, LocalDate last)
    {
        ImmutableArray<Cost> known = PostFacts.KnownCosts(post, asOf);
        int? said = null;
        for (int i = 0; i < known.Length && known[i].From.First <= last; i++)
        {
            int year = known[i].From.First.Year;
            if (year == said || i + 1 < known.Length && known[i + 1].From.First <= first)
                continue;
            said = year;
            // Of several that begin in one year, their days decide which is in force after it.
            AddCosts(found, known, year);
            AddCosts(found, post.Costs, year);
        }
    }

    private static void AddCosts(Found found, ImmutableArray<Cost> costs, int year)
    {
        foreach (Cost cost in costs)
            if (cost.From.First.Year == year)
                found.Add(cost.Source);
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

    private ImmutableArray<Source> Behind(Action<Found> add)
    {
        if (Assumptions.Count == 0)
            return [];
        var found = new Found(Assumptions);
        add(found);
        return found.InOrder();
    }

    // Of the sources behind a figure, those that are assumptions.
    private sealed class Found(Dictionary<string, Named> assumptions)
    {
        // One assumption stands behind most figures: its list is made once.
        private Named? first;
        private HashSet<string>? several;

        internal void Add(string? id)
        {
            if (id is not null && assumptions.TryGetValue(id, out Named named) && named != (first ??= named))
                (several ??= new(StringComparer.Ordinal) { first.Value.Source.Id }).Add(id);
        }

        internal ImmutableArray<Source> InOrder() => several is null
            ? first?.Alone ?? [] : [.. assumptions.Values.Where(one => several.Contains(one.Source.Id)).Select(one => one.Source)];
    }

    private readonly record struct Named(Source Source, ImmutableArray<Source> Alone);

    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"assumptions as of {asOf:uuuu-MM-dd}";
}
