using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using FundingReports.Policies;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Testing;

/// <summary>A portfolio in a few lines, as a test says it: posts, then what was promised to them.</summary>
/// <remarks>
/// It is a <see cref="PortfolioBuilder"/> with dates as text, funders by their names, and a post that begins in 2022, full time, where
/// nothing is said. Dates are written as in portfolio@1: <c>2022-07-01</c>, <c>2022-07</c> or <c>2022</c>; first and last days are
/// included. A promise is made to the post named last, or to those it names. What is not said is unknown: a cost, a term, what is firm.
/// Each call returns a new value; one that was kept is not changed.
/// </remarks>
/// <example>
/// <code>
/// FundingAnalysis analysis = Given.Post("Poste 6", costs: 50_000)
///     .Signed("État", pays: Share.Of(3, 10), from: "2022-01-01", until: "2025-06-30")
///     .AsOf("2024-01-01");
/// </code>
/// </example>
public sealed class Given
{
    private readonly PortfolioBuilder builder;

    // The funders of which nobody has said the kind.
    private readonly ImmutableHashSet<string> undeclared;

    private Given(PortfolioBuilder builder, ImmutableHashSet<string>? undeclared = null) =>
        (this.builder, this.undeclared) = (builder, undeclared ?? []);

    /// <summary>Nothing yet: to begin with funders or sources.</summary>
    public static Given Nothing { get; } = new(new PortfolioBuilder());

    /// <summary>The facts so far, not yet checked.</summary>
    public PortfolioFacts Facts => builder.Facts;

    /// <summary>A portfolio that begins with a post.</summary>
    /// <param name="label">Its label, and its id.</param>
    /// <param name="costs">Euros a year; null: unknown.</param>
    /// <param name="from">Its first day.</param>
    /// <param name="until">Its last day, included; null: none.</param>
    /// <param name="fte">Its full-time equivalent; null: unknown.</param>
    /// <param name="scheme">Its scheme (FONJEP).</param>
    /// <param name="id">Its id, where it is not its label.</param>
    public static Given Post(
        string label, decimal? costs = null, string from = "2022-01-01", string? until = null, decimal? fte = 1, string? scheme = null,
            string? id = null) =>
        Nothing.AndPost(label, costs, from, until, fte, scheme, id);

    /// <summary>Adds a post.</summary>
    /// <inheritdoc cref="Post"/>
    public Given AndPost(
        string label, decimal? costs = null, string from = "2022-01-01", string? until = null, decimal? fte = 1, string? scheme = null,
            string? id = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(label);
        return With(builder.Post(label, costs, Day(from), until is null ? null : Day(until), fte, scheme: scheme, id: id));
    }

    /// <summary>
    /// A funder whose kind, SIRET or id matters; others are made when they first promise something, of the kind
    /// <see cref="FunderKind.Other"/>. The rules of a scheme look at kinds: of the posts of one that has rules, each funder is to be said
    /// here, before it promises anything.
    /// </summary>
    /// <param name="name">Its name, by which promises name it.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="siret">Its SIRET, 14 digits; null: unknown.</param>
    /// <param name="id">Its id, where it is not its name.</param>
    public Given Funder(string name, FunderKind kind, string? siret = null, string? id = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return With(builder.Funder(new(id ?? name, name, kind) { Siret = siret }));
    }

    /// <summary>
    /// Adds a source, which nothing cites yet: name its id in <see cref="But"/>, <see cref="ButPost"/> or <see cref="Documented"/>.
    /// </summary>
    /// <param name="id">Its id.</param>
    /// <param name="kind">Its kind; of an assumption its author and reason are needed.</param>
    /// <param name="title">Its title, as a document shows it.</param>
    /// <param name="author">Who assumes it.</param>
    /// <param name="reason">Why it is assumed.</param>
    public Given Source(string id, SourceKind kind, string title, string? author = null, string? reason = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentNullException.ThrowIfNull(title);
        return With(builder.Source(new(id, kind, title) { Author = author, Reason = reason }));
    }

    /// <summary>
    /// Every post, cost and promise so far that cites no source cites this one; every promise without a date of decision was decided, or
    /// announced, on this day. A request is decided by nobody: it is not dated.
    /// </summary>
    /// <param name="source">The id of the source.</param>
    /// <param name="decidedOn">The day of the decision.</param>
    public Given Documented(string source, string decidedOn)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        PartialDate day = Day(decidedOn);
        return With(builder.DocumentedBy(source, day));
    }

    /// <summary>Adds a promise signed in a convention (conventionné).</summary>
    /// <param name="by">The name of the funder.</param>
    /// <param name="pays">What it pays: a <see cref="Share"/> of the cost, euros a year, or another kind (<see cref="Pays"/>).</param>
    /// <param name="from">The first day.</param>
    /// <param name="until">The last day, included; <c>open</c> for none; null: unknown.</param>
    /// <param name="firmUntil">The last day that acts have made firm; <c>none</c> where no day is; null: unknown.</param>
    /// <param name="line">The programme that the money comes from (FIPD).</param>
    /// <param name="posts">The ids of the posts (their labels, where nothing else was said); null: the one named last.</param>
    /// <param name="id">The id of the promise; null: C and its number, from C1 on.</param>
    public Given Signed(
        string by, Pays pays, string from, string? until = null, string? firmUntil = null, string? line = null,
            IEnumerable<string>? posts = null, string? id = null) =>
        Promise(CommitmentStatus.Signed, by, pays, from, until, firmUntil, line, posts, id);

    /// <summary>Adds a promise decided by an act: arrêté, délibération (attribué).</summary>
    /// <inheritdoc cref="Signed"/>
    public Given Granted(
        string by, Pays pays, string from, string? until = null, string? firmUntil = null, string? line = null,
            IEnumerable<string>? posts = null, string? id = null) =>
        Promise(CommitmentStatus.Granted, by, pays, from, until, firmUntil, line, posts, id);

    /// <summary>Adds a promise that was announced, not decided (annoncé).</summary>
    /// <inheritdoc cref="Signed"/>
    public Given Announced(
        string by, Pays pays, string from, string? until = null, string? line = null, IEnumerable<string>? posts = null,
            string? id = null) =>
        Promise(CommitmentStatus.Announced, by, pays, from, until, "none", line, posts, id);

    /// <summary>Adds a request without an answer (sollicité), which counts as no money.</summary>
    /// <inheritdoc cref="Signed"/>
    public Given Requested(
        string by, Pays pays, string from, string? until = null, string? line = null, IEnumerable<string>? posts = null,
            string? id = null) =>
        Promise(CommitmentStatus.Requested, by, pays, from, until, "none", line, posts, id);

    /// <summary>Changes the last promise in any way: a cap, a withdrawal, a source.</summary>
    /// <exception cref="InvalidOperationException">Nothing was promised yet.</exception>
    public Given But(Func<Commitment, Commitment> change) => With(builder.But(change));

    /// <summary>Changes the post named last in any way: another cost, an employer, a département.</summary>
    /// <exception cref="InvalidOperationException">There is no post yet.</exception>
    public Given ButPost(Func<Post, Post> change) => With(builder.ButPost(change));

    /// <summary>Changes the facts in any way.</summary>
    public Given With(Func<PortfolioFacts, PortfolioFacts> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return With(builder.With(change));
    }

    /// <summary>The portfolio of the facts so far, once they are checked.</summary>
    /// <exception cref="PortfolioException">The facts have errors: it carries every problem.</exception>
    /// <exception cref="ArgumentException">A post of a scheme has a funder of which nobody has said the kind.</exception>
    public Portfolio Portfolio()
    {
        CheckKinds(_ => true);
        return builder.Build();
    }

    /// <summary>The answers as known on a date.</summary>
    /// <param name="asOf">The as-of date, a day: <c>2024-02-08</c>.</param>
    /// <param name="policies">The policies; null for those that ship.</param>
    /// <exception cref="PortfolioException">The facts have errors: it carries every problem.</exception>
    /// <exception cref="ArgumentException">
    /// A post of a scheme that the policies hold rules of has a funder of which nobody has said the kind.
    /// </exception>
    public FundingAnalysis AsOf(string asOf, PolicySet? policies = null)
    {
        PartialDate day = Day(asOf);
        CheckKinds(scheme => (policies ?? PolicySet.Default).FindScheme(scheme) is { Rules.IsEmpty: false });
        return builder.Build().Analyze(day.IsDay
            ? day.First : throw new ArgumentException($"\"{asOf}\" is not a day: write 2024-02-08.", nameof(asOf)), policies: policies);
    }

    private Given Promise(
        CommitmentStatus status, string by, Pays pays, string from, string? until, string? firmUntil, string? line,
            IEnumerable<string>? posts, string? id)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        Funder? said = Facts.Funders.FirstOrDefault(one => one.Name == by);
        Funder funder = said ?? FundingReports.Portfolios.Funder.Other(by);
        PartialDate first = Day(from);
        Term term = until switch { null => Term.Unknown, "open" => Term.Open, _ => Day(until) };
        PortfolioBuilder promised = status switch
        {
            CommitmentStatus.Signed => builder.Signed(funder, pays, first, term, line: line, posts: posts, id: id),
            CommitmentStatus.Granted => builder.Granted(funder, pays, first, term, line: line, posts: posts, id: id),
            CommitmentStatus.Announced => builder.Announced(funder, pays, first, term, line, posts, id),
            _ => builder.Requested(funder, pays, first, term, line, posts, id),
        };
        var kindless = said is null ? undeclared.Add(by) : undeclared;
        return new(promised.But(promise => promise with
        {
            Instalments = firmUntil switch
            {
                null => null,
                "none" => [],
                _ => [new Instalment(first, Day(firmUntil))],
            },
        }), kindless);
    }

    private Given With(PortfolioBuilder changed) => new(changed, undeclared);

    /// <summary>Refuses a funder of no said kind on a post of a scheme that has rules.</summary>
    private void CheckKinds(Func<string, bool> hasRules)
    {
        if (undeclared.IsEmpty)
            return;
        var funders = Facts.Funders.Where(funder => funder.Kind is FunderKind.Other && undeclared.Contains(funder.Name))
            .ToDictionary(funder => funder.Id, funder => funder.Name, StringComparer.Ordinal);
        foreach (Post post in Facts.Posts.Where(post => post.Scheme is { } scheme && hasRules(scheme)))
            foreach (Commitment promise in Facts.Commitments)
                if (promise.Posts.Contains(post.Id) && funders.TryGetValue(promise.Funder, out string? name))
                    throw new ArgumentException(
                        $"The rules of the scheme \"{post.Scheme}\" depend on the kind of \"{name}\": say it before it promises anything, Given.Nothing.Funder(\"{name}\", FunderKind.…).");
    }

    private static PartialDate Day(string text, [CallerArgumentExpression(nameof(text))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(text, name);
        return PartialDate.TryParse(text, out PartialDate date)
            ? date
            : throw new ArgumentException($"\"{text}\" is not a date: write 2022-07-01, 2022-07 or 2022.", name);
    }

    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => Facts.ToString();
}
