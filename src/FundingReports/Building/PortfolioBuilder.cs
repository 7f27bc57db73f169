using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using FundingReports.Portfolios;
using FundingReports.Validation;

namespace FundingReports;

/// <summary>A portfolio in a few lines of code: posts, then what was promised to them.</summary>
/// <remarks>
/// First and last days are included. A promise is made to the post named last, or to those it names. What is not said is unknown: a cost,
/// a working time, a term, what is firm. The kind of a funder is always said. Each call returns a new builder; one that was kept is not
/// changed.
/// </remarks>
/// <param name="facts">What it begins with.</param>
/// <example>
/// <code>
/// Portfolio portfolio = new PortfolioBuilder("Un poste")
///     .Post("Poste 1", costs: 50_000, from: new(2024, 1, 1), fte: 1)
///     .Signed(Funder.State("État"), pays: Share.Of(1, 2), from: new(2024, 1, 1), until: new(2026, 12, 31))
///     .Build();
/// </code>
/// </example>
[JsonConverter(typeof(NoJson<PortfolioBuilder>))]
public sealed class PortfolioBuilder(PortfolioFacts facts)
{
    /// <summary>A portfolio of which nothing is said yet.</summary>
    /// <param name="title">Its title.</param>
    public PortfolioBuilder(string? title = null) : this(new PortfolioFacts { Title = title })
    {
    }

    /// <summary>The facts so far, not yet checked.</summary>
    public PortfolioFacts Facts { get; } = facts ?? throw new ArgumentNullException(nameof(facts));

    /// <summary>One more post.</summary>
    /// <param name="label">Its label, and its id.</param>
    /// <param name="costs">Euros a year, from its first day on; null: unknown.</param>
    /// <param name="from">Its first day; null: unknown.</param>
    /// <param name="until">Its last day, included; null: none.</param>
    /// <param name="fte">Its full-time equivalent; null: unknown.</param>
    /// <param name="departement">The code of its département ("40"); null: unknown.</param>
    /// <param name="scheme">Its scheme (FONJEP); null: none.</param>
    /// <param name="id">Its id, where it is not its label.</param>
    /// <exception cref="ArgumentException">The label is blank, or there is a cost and no first day for it.</exception>
    public PortfolioBuilder Post(
        string label, decimal? costs = null, PartialDate? from = null, PartialDate? until = null, decimal? fte = null,
            string? departement = null, string? scheme = null, string? id = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(label);
        if (costs is not null && from is null)
            throw new ArgumentException(
                "A cost counts from the first day of the post: say it, or add the cost with ButPost.", nameof(from));
        var post = new Post(id ?? label, label)
        {
            From = from,
            Until = until,
            Fte = fte,
            Departement = departement,
            Scheme = scheme,
            Costs = costs is { } known ? [new(from!.Value, Euros.Of(known))] : [],
        };
        return new(Facts with { Posts = Facts.Posts.Add(post) });
    }

    /// <summary>A funder that promises nothing yet; those that promise something need no line of their own.</summary>
    /// <exception cref="ArgumentException">Another funder has its id.</exception>
    public PortfolioBuilder Funder(Funder funder)
    {
        ArgumentNullException.ThrowIfNull(funder);
        return new(Facts with { Funders = With(funder) });
    }

    /// <summary>A source; what cites it names its id.</summary>
    public PortfolioBuilder Source(Source source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new(Facts with { Sources = Facts.Sources.Add(source) });
    }

    /// <summary>
    /// Every post, cost and promise so far that cites no source cites this one; every promise without a date of decision was decided on
    /// this day.
    /// </summary>
    /// <param name="source">The source; it is added where no source has its id.</param>
    /// <param name="decidedOn">The day of the decision.</param>
    public PortfolioBuilder Documented(Source source, PartialDate decidedOn)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new(Facts with
        {
            Sources = Facts.Sources.Any(known => known.Id == source.Id) ? Facts.Sources : Facts.Sources.Add(source),
            Posts = [.. Facts.Posts.Select(post => post with
            {
                Source = post.Source ?? source.Id,
                Costs = [.. post.Costs.Select(cost => cost with { Source = cost.Source ?? source.Id })],
            })],
            Commitments = [.. Facts.Commitments.Select(promise => promise with
            {
                Source = promise.Source ?? source.Id,
                DecidedOn = promise.DecidedOn ?? decidedOn,
            })],
        });
    }

    /// <summary>Signed in a convention (conventionné).</summary>
    /// <param name="by">The funder: <c>Funder.State("État")</c>.</param>
    /// <param name="pays">What it pays: a <see cref="Share"/> of the cost, euros a year, or another kind (<see cref="Pays"/>).</param>
    /// <param name="from">The first day.</param>
    /// <param name="until">The last day, included; <see cref="Term.Open"/> for none; unknown where it is not said.</param>
    /// <param name="firmUntil">The last day that acts have made firm; null: what is firm is unknown.</param>
    /// <param name="line">The programme that the money comes from (FIPD).</param>
    /// <param name="posts">The ids of the posts (their labels, where nothing else was said); null: the one named last.</param>
    /// <param name="id">The id of the promise; null: C and its number, from C1 on.</param>
    /// <exception cref="ArgumentException">
    /// Another funder has the id of this one, or a sum for several posts does not say whether for all together or for each.
    /// </exception>
    /// <exception cref="InvalidOperationException">There is no post yet.</exception>
    public PortfolioBuilder Signed(
        Funder by, Pays pays, PartialDate from, Term until = default, PartialDate? firmUntil = null, string? line = null,
            IEnumerable<string>? posts = null, string? id = null) =>
        Promise(CommitmentStatus.Signed, by, pays, from, until, FirmFrom(from, firmUntil), line, posts, id);

    /// <summary>Decided by an act: arrêté, délibération (attribué).</summary>
    /// <inheritdoc cref="Signed"/>
    public PortfolioBuilder Granted(
        Funder by, Pays pays, PartialDate from, Term until = default, PartialDate? firmUntil = null, string? line = null,
            IEnumerable<string>? posts = null, string? id = null) =>
        Promise(CommitmentStatus.Granted, by, pays, from, until, FirmFrom(from, firmUntil), line, posts, id);

    /// <summary>Said, not decided (annoncé): nothing of it is firm.</summary>
    /// <inheritdoc cref="Signed"/>
    public PortfolioBuilder Announced(
        Funder by, Pays pays, PartialDate from, Term until = default, string? line = null, IEnumerable<string>? posts = null,
            string? id = null) =>
        Promise(CommitmentStatus.Announced, by, pays, from, until, ImmutableArray<Instalment>.Empty, line, posts, id);

    /// <summary>Asked for, without answer (sollicité): no money.</summary>
    /// <inheritdoc cref="Signed"/>
    public PortfolioBuilder Requested(
        Funder by, Pays pays, PartialDate from, Term until = default, string? line = null, IEnumerable<string>? posts = null,
            string? id = null) =>
        Promise(CommitmentStatus.Requested, by, pays, from, until, ImmutableArray<Instalment>.Empty, line, posts, id);

    /// <summary>
    /// Changes the last promise in any way: a cap, a date of decision, a withdrawal; <c>Instalments = []</c> where nothing of it is firm.
    /// </summary>
    /// <exception cref="InvalidOperationException">Nothing was promised yet.</exception>
    public PortfolioBuilder But(Func<Commitment, Commitment> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (Facts.Commitments.IsEmpty)
            throw new InvalidOperationException("Nothing was promised yet.");
        return new(Facts with { Commitments = Facts.Commitments.SetItem(Facts.Commitments.Length - 1, change(Facts.Commitments[^1])) });
    }

    /// <summary>Changes the post named last in any way: another cost, an employer, a place.</summary>
    /// <exception cref="InvalidOperationException">There is no post yet.</exception>
    public PortfolioBuilder ButPost(Func<Post, Post> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (Facts.Posts.IsEmpty)
            throw new InvalidOperationException("There is no post yet.");
        return new(Facts with { Posts = Facts.Posts.SetItem(Facts.Posts.Length - 1, change(Facts.Posts[^1])) });
    }

    /// <summary>The portfolio.</summary>
    /// <exception cref="PortfolioException">The facts have errors: it carries every problem.</exception>
    public Portfolio Build() => Portfolio.Create(Facts);

    /// <summary>The portfolio, or every problem that its facts have.</summary>
    /// <inheritdoc cref="Portfolio.TryCreate(PortfolioFacts, out Portfolio, out ImmutableArray{Problem})"/>
    public bool TryBuild([NotNullWhen(true)] out Portfolio? portfolio, out ImmutableArray<Problem> problems) =>
        Portfolio.TryCreate(Facts, out portfolio, out problems);

    private static ImmutableArray<Instalment>? FirmFrom(PartialDate from, PartialDate? firmUntil) =>
        firmUntil is { } until ? ImmutableArray.Create(new Instalment(from, until)) : null;

    private PortfolioBuilder Promise(
        CommitmentStatus status, Funder by, Pays pays, PartialDate from, Term until, ImmutableArray<Instalment>? instalments, string? line,
            IEnumerable<string>? posts, string? id)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (Facts.Posts.IsEmpty)
            throw new InvalidOperationException("There is no post to promise anything to.");
        ImmutableArray<string> paid = posts is null ? [Facts.Posts[^1].Id] : [.. posts];
        (Amount amount, Split split) = pays.For(paid.Length);
        var commitment = new Commitment(
            id ?? string.Create(CultureInfo.InvariantCulture, $"C{Facts.Commitments.Length + 1}"), by.Id, paid, from, amount)
        {
            Status = status,
            Line = line,
            Until = until,
            Split = split,
            Instalments = instalments,
        };
        return new(Facts with { Funders = With(by), Commitments = Facts.Commitments.Add(commitment) });
    }

    private ImmutableArray<Funder> With(Funder funder) => Facts.Funders.FirstOrDefault(known => known.Id == funder.Id) switch
    {
        null => Facts.Funders.Add(funder),
        var known when known == funder => Facts.Funders,
        var known => throw new ArgumentException(
            $"Two funders have the id \"{funder.Id}\": {known.Name} ({EnumWords<FunderKind>.Of(known.Kind)}) and {funder.Name} ({EnumWords<FunderKind>.Of(funder.Kind)}).", nameof(funder)),
    };
}
