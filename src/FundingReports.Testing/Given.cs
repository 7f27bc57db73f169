using System.Collections.Immutable;
using System.Globalization;
using FundingReports.Policies;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Testing;

/// <summary>A portfolio in a few lines: posts, then what was promised to them.</summary>
/// <remarks>
/// Dates are written as in portfolio@1: <c>2022-07-01</c>, <c>2022-07</c> or <c>2022</c>; first and last days are included.
/// A promise is made to the post named last, or to those it names. What is not said is unknown: a cost, a term, what is firm.
/// Each call returns a new value; one that was kept is not changed.
/// </remarks>
public sealed class Given
{
    private Given(PortfolioFacts facts) => Facts = facts;

    /// <summary>An empty portfolio, to begin with funders or sources.</summary>
    public static Given Nothing { get; } = new(new PortfolioFacts());

    /// <summary>The facts so far, not yet checked.</summary>
    public PortfolioFacts Facts { get; }

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
        PartialDate first = Day(from);
        var post = new Post(id ?? label, label)
        {
            From = first,
            Until = until is null ? null : Day(until),
            Fte = fte,
            Scheme = scheme,
            Costs = costs is { } known ? [new(first, Euros.Of(known))] : [],
        };
        return new(Facts with { Posts = Facts.Posts.Add(post) });
    }

    /// <summary>
    /// A funder whose kind, SIRET or id matters; others are made when they first promise something, of the kind
    /// <see cref="FunderKind.Other"/>.
    /// </summary>
    /// <param name="name">Its name, by which promises name it.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="siret">Its SIRET, 14 digits; null: unknown.</param>
    /// <param name="id">Its id, where it is not its name.</param>
    public Given Funder(string name, FunderKind kind, string? siret = null, string? id = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new(Facts with { Funders = Facts.Funders.Add(new(id ?? name, name, kind) { Siret = siret }) });
    }

    /// <summary>
    /// A source, which nothing cites yet: name its id in <see cref="But"/>, <see cref="ButPost"/> or <see cref="Documented"/>.
    /// </summary>
    /// <param name="id">Its id.</param>
    /// <param name="kind">Its kind; of an assumption its author and reason are needed.</param>
    /// <param name="title">Its title, as a document shows it.</param>
    /// <param name="author">Who assumes it.</param>
    /// <param name="reason">Why it is assumed.</param>
    public Given Source(string id, SourceKind kind, string title, string? author = null, string? reason = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        return new(Facts with { Sources = Facts.Sources.Add(new(id, kind, title) { Author = author, Reason = reason }) });
    }

    /// <summary>
    /// Every post, cost and promise so far that cites no source cites this one; every promise without a date of decision was decided on
    /// this day.
    /// </summary>
    /// <param name="source">The id of the source.</param>
    /// <param name="decidedOn">The day of the decision.</param>
    public Given Documented(string source, string decidedOn)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        PartialDate day = Day(decidedOn);
        return new(Facts with
        {
            Posts = [.. Facts.Posts.Select(post => post with
            {
                Source = post.Source ?? source,
                Costs = [.. post.Costs.Select(cost => cost with { Source = cost.Source ?? source })],
            })],
            Commitments = [.. Facts.Commitments.Select(promise => promise with
            {
                Source = promise.Source ?? source,
                DecidedOn = promise.DecidedOn ?? day,
            })],
        });
    }

    /// <summary>Signed in a convention (conventionné).</summary>
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
    public Given But(Func<Commitment, Commitment> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (Facts.Commitments.IsEmpty)
            throw new InvalidOperationException("Nothing was promised yet.");
        return new(Facts with { Commitments = Facts.Commitments.SetItem(Facts.Commitments.Length - 1, change(Facts.Commitments[^1])) });
    }

    /// <summary>Changes the post named last in any way: another cost, an employer, a département.</summary>
    /// <exception cref="InvalidOperationException">There is no post yet.</exception>
    public Given ButPost(Func<Post, Post> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (Facts.Posts.IsEmpty)
            throw new InvalidOperationException("There is no post yet.");
        return new(Facts with { Posts = Facts.Posts.SetItem(Facts.Posts.Length - 1, change(Facts.Posts[^1])) });
    }

    /// <summary>Changes the facts in any way.</summary>
    public Given With(Func<PortfolioFacts, PortfolioFacts> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return new(change(Facts));
    }

    /// <summary>Makes the portfolio.</summary>
    /// <exception cref="PortfolioException">The facts have errors: the exception carries every problem.</exception>
    public Portfolio Portfolio() => FundingReports.Portfolio.Create(Facts);

    /// <summary>The answers as known on a date.</summary>
    /// <param name="asOf">The as-of date, a day: <c>2024-02-08</c>.</param>
    /// <param name="policies">The policies; null for those that ship.</param>
    /// <exception cref="PortfolioException">The facts have errors: it carries every problem.</exception>
    public FundingAnalysis AsOf(string asOf, PolicySet? policies = null)
    {
        PartialDate day = Day(asOf);
        return Portfolio().Analyze(day.IsDay
            ? day.First : throw new ArgumentException($"\"{asOf}\" is not a day: write 2024-02-08.", nameof(asOf)), policies: policies);
    }

    private Given Promise(
        CommitmentStatus status, string by, Pays pays, string from, string? until, string? firmUntil, string? line,
            IEnumerable<string>? posts, string? id)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        if (Facts.Posts.IsEmpty)
            throw new InvalidOperationException("There is no post to promise anything to.");
        var funders = Facts.Funders.Any(funder => funder.Name == by) ? Facts.Funders : Facts.Funders.Add(new(by, by, FunderKind.Other));
        PartialDate first = Day(from);
        string funder = funders.First(one => one.Name == by).Id;
        string name = id ?? string.Create(CultureInfo.InvariantCulture, $"C{Facts.Commitments.Length + 1}");
        var commitment = new Commitment(name, funder, posts is null ? [Facts.Posts[^1].Id] : [.. posts], first, pays.Amount)
        {
            Status = status,
            Line = line,
            Until = until switch { null => Term.Unknown, "open" => Term.Open, _ => Term.On(Day(until)) },
            Instalments = firmUntil switch
            {
                null => null,
                "none" => [],
                _ => [new Instalment(first, Day(firmUntil))],
            },
        };
        return new(Facts with { Funders = funders, Commitments = Facts.Commitments.Add(commitment) });
    }

    private static PartialDate Day(string text) => PartialDate.TryParse(text, out PartialDate date)
        ? date
        : throw new ArgumentException($"\"{text}\" is not a date: write 2022-07-01, 2022-07 or 2022.", nameof(text));
}
