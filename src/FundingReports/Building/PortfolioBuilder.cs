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
/// changed. A value that no fact can hold (1.234 euros, 120 percent) is a problem at its place like any other:
/// <see cref="TryBuild"/> lists them all.
/// </remarks>
/// <example>
/// <code>
/// Portfolio portfolio = new PortfolioBuilder("Un poste")
///     .Post("Poste 1", costs: 50_000, from: new(2024, 1, 1), fte: 1)
///     .Signed(Funder.State("État"), pays: Share.Of(1, 2), from: new(2024, 1, 1), until: new(2026, 12, 31))
///     .Build();
/// </code>
/// </example>
[JsonConverter(typeof(NoJson<PortfolioBuilder>))]
public sealed class PortfolioBuilder
{
    // Stands where the first day of a cost was not said; no check looks at it.
    private static readonly PartialDate noDay = PartialDate.Of(2000);

    private readonly ImmutableArray<RefusedValue> refused;

    /// <summary>A portfolio that begins with some facts.</summary>
    /// <param name="facts">What it begins with.</param>
    public PortfolioBuilder(PortfolioFacts facts) : this(facts ?? throw new ArgumentNullException(nameof(facts)), [])
    {
    }

    /// <summary>A portfolio of which nothing is said yet.</summary>
    /// <param name="title">Its title.</param>
    public PortfolioBuilder(string? title = null) : this(new PortfolioFacts { Title = title })
    {
    }

    private PortfolioBuilder(PortfolioFacts facts, ImmutableArray<RefusedValue> refused) => (Facts, this.refused) = (facts, refused);

    /// <summary>
    /// The facts so far, not yet checked; a value that no fact can hold is unknown in them, and refused by <see cref="Build"/>.
    /// </summary>
    public PortfolioFacts Facts { get; }

    /// <summary>One more post.</summary>
    /// <param name="label">Its label, and its id.</param>
    /// <param name="costs">Euros a year, from its first day on; null: unknown.</param>
    /// <param name="from">Its first day; null: unknown.</param>
    /// <param name="until">Its last day, included; null: none.</param>
    /// <param name="fte">Its full-time equivalent; null: unknown.</param>
    /// <param name="departement">The code of its département ("40"); null: unknown.</param>
    /// <param name="scheme">Its scheme (FONJEP); null: none.</param>
    /// <param name="id">Its id, where it is not its label.</param>
    /// <remarks>
    /// A cost without a first day, from which it counts, is a problem: say the day, or add the cost with <see cref="ButPost"/>.
    /// </remarks>
    public PortfolioBuilder Post(
        string label, decimal? costs = null, PartialDate? from = null, PartialDate? until = null, decimal? fte = null,
            string? departement = null, string? scheme = null, string? id = null)
    {
        ArgumentNullException.ThrowIfNull(label);
        string place = $"{Property.Posts}[{Facts.Posts.Length}].{Property.Costs}[0]";
        ImmutableArray<RefusedValue> wrong = refused;
        Cost? cost = null;
        if (costs is { } asked)
        {
            var code = ExactNumber.Of(asked).AsMoney(out Euros annual);
            cost = new(from ?? noDay, code is null ? annual : null);
            if (code is { } why)
                wrong = wrong.Add(new(why, $"{place}.{Property.Annual}", ExactNumber.Write(asked), HasCost(Facts.Posts.Length, cost)));
            if (from is null)
                wrong = wrong.Add(new(
                    ProblemCode.Missing, $"{place}.{Property.From}", null, HasCost(Facts.Posts.Length, cost), Property.From));
        }
        var post = new Post(id ?? label, label)
        {
            From = from,
            Until = until,
            Fte = fte,
            Departement = departement,
            Scheme = scheme,
            Costs = cost is null ? [] : [cost],
        };
        return new(Facts with { Posts = Facts.Posts.Add(post) }, wrong);
    }

    /// <summary>A funder that promises nothing yet; those that promise something need no line of their own.</summary>
    /// <remarks>Two different funders of one id are a problem.</remarks>
    public PortfolioBuilder Funder(Funder funder)
    {
        ArgumentNullException.ThrowIfNull(funder);
        return With(Facts with { Funders = FundersWith(funder) });
    }

    /// <summary>A source; what cites it names its id.</summary>
    public PortfolioBuilder Source(Source source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return With(Facts with { Sources = Facts.Sources.Add(source) });
    }

    /// <summary>
    /// Every post, cost and promise so far that cites no source cites this one; every promise without a date of decision was decided, or
    /// announced, on this day. A request is decided by nobody: it is not dated (<see cref="But"/> says since when it is known).
    /// </summary>
    /// <param name="source">The source; it is added where no source has its id.</param>
    /// <param name="decidedOn">The day of the decision.</param>
    public PortfolioBuilder Documented(Source source, PartialDate decidedOn)
    {
        ArgumentNullException.ThrowIfNull(source);
        return (Facts.Sources.Any(known => known.Id == source.Id) ? this : Source(source)).DocumentedBy(source.Id, decidedOn);
    }

    /// <summary>The same, of a source that is said elsewhere.</summary>
    /// <param name="source">The id of the source.</param>
    /// <param name="decidedOn">The day of the decision.</param>
    /// <inheritdoc cref="Documented"/>
    public PortfolioBuilder DocumentedBy(string source, PartialDate decidedOn)
    {
        ArgumentNullException.ThrowIfNull(source);
        return With(Facts with
        {
            Posts = [.. Facts.Posts.Select(post => post with
            {
                Source = post.Source ?? source,
                Costs = [.. post.Costs.Select(cost => cost with { Source = cost.Source ?? source })],
            })],
            Commitments = [.. Facts.Commitments.Select(promise => promise with
            {
                Source = promise.Source ?? source,
                DecidedOn = promise.DecidedOn ?? (promise.Status is CommitmentStatus.Requested ? null : decidedOn),
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
    /// <remarks>
    /// A sum for several posts that does not say whether for all together or for each is a problem; so are two different funders of one
    /// id.
    /// </remarks>
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
            throw new InvalidOperationException("Nothing was promised yet: call Signed, Granted, Announced or Requested before But.");
        return With(Facts with { Commitments = Facts.Commitments.SetItem(Facts.Commitments.Length - 1, change(Facts.Commitments[^1])) });
    }

    /// <summary>Changes the post named last in any way: another cost, an employer, a place.</summary>
    /// <exception cref="InvalidOperationException">There is no post yet.</exception>
    public PortfolioBuilder ButPost(Func<Post, Post> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (Facts.Posts.IsEmpty)
            throw new InvalidOperationException("There is no post yet.");
        return With(Facts with { Posts = Facts.Posts.SetItem(Facts.Posts.Length - 1, change(Facts.Posts[^1])) });
    }

    /// <summary>Changes the facts in any way.</summary>
    public PortfolioBuilder With(Func<PortfolioFacts, PortfolioFacts> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return With(change(Facts) ?? throw new ArgumentException("The change gives null: give the facts.", nameof(change)));
    }

    /// <summary>The portfolio.</summary>
    /// <exception cref="PortfolioException">The facts have errors: it carries every problem.</exception>
    public Portfolio Build() =>
        TryBuild(out Portfolio? portfolio, out ImmutableArray<Problem> problems) ? portfolio : throw new PortfolioException(problems);

    /// <summary>The portfolio, or every problem that its facts have.</summary>
    /// <inheritdoc cref="Portfolio.TryCreate(PortfolioFacts, out Portfolio, out ImmutableArray{Problem})"/>
    public bool TryBuild([NotNullWhen(true)] out Portfolio? portfolio, out ImmutableArray<Problem> problems)
    {
        var found = new ProblemList();
        foreach (RefusedValue value in refused.Where(value => value.Stands(Facts)))
            found.Fail(value.Code, value.Path, value.Found, value.Arguments);
        bool isWhole = Portfolio.TryCreate(FactsGuard.Filled(Facts), found, out portfolio, out problems);
        // What must be put right stands before what may be.
        problems = [.. problems.OrderBy(problem => problem.Severity is Severity.Error ? 0 : 1)];
        return isWhole;
    }

    private PortfolioBuilder With(PortfolioFacts facts) => new(facts, refused);

    private static ImmutableArray<Instalment>? FirmFrom(PartialDate from, PartialDate? firmUntil) =>
        firmUntil is { } until ? ImmutableArray.Create(new Instalment(from, until)) : null;

    private PortfolioBuilder Promise(
        CommitmentStatus status, Funder by, Pays pays, PartialDate from, Term until, ImmutableArray<Instalment>? instalments, string? line,
            IEnumerable<string>? posts, string? id)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (Facts.Posts.IsEmpty)
            throw new InvalidOperationException("There is no post to promise anything to: call Post first, "
                + "and go on with the builder that it gives back, since none changes.");
        ImmutableArray<string> paid = posts is null ? [Facts.Posts[^1].Id] : [.. posts];
        if (paid.Contains(null!))
            throw new ArgumentException("One of the posts that are paid is null. Name each by its id.", nameof(posts));
        int index = Facts.Commitments.Length;
        (Amount amount, Split split, ImmutableArray<Problem> wrong) = pays.For(paid.Length);
        var commitment = new Commitment(
            id ?? string.Create(CultureInfo.InvariantCulture, $"C{index + 1}"), by.Id, paid, from, amount)
        {
            Status = status,
            Line = line,
            Until = until,
            Split = split,
            Instalments = instalments,
        };
        return new(Facts with { Funders = FundersWith(by), Commitments = Facts.Commitments.Add(commitment) }, refused.AddRange(
            wrong.Select(one => new RefusedValue(
                one.Code, $"{Property.Commitments}[{index}]{one.Path}", one.Found,
                facts => facts.Commitments.ElementAtOrDefault(index) is { } now && ReferenceEquals(now.Amount, amount)
                    && now.Split == split,
                [.. one.Arguments]))));
    }

    private ImmutableArray<Funder> FundersWith(Funder funder) =>
        Facts.Funders.Contains(funder) ? Facts.Funders : Facts.Funders.Add(funder);

    // Whether the post still has the cost that stands for the one that was refused, whatever source it has by now.
    private static Func<PortfolioFacts, bool> HasCost(int post, Cost cost) => facts =>
        facts.Posts.ElementAtOrDefault(post)?.Costs.Any(now => now with { Source = cost.Source } == cost) ?? false;

    /// <summary>A value that no fact can hold, as long as the facts hold what stands for it.</summary>
    private sealed record RefusedValue(
        ProblemCode Code, string Path, string? Found, Func<PortfolioFacts, bool> Stands, params ImmutableArray<string> Arguments);

    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => Facts.ToString();
}
