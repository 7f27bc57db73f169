using System.Diagnostics.CodeAnalysis;
using FundingReports.Policies;
using FundingReports.Portfolios;
using FundingReports.Risk;
using NodaTime;

namespace FundingReports.Testing;

/// <summary>
/// What a test expects of a post. Every expectation that does not hold throws <see cref="ExpectationException"/>, whatever the test
/// framework.
/// </summary>
public sealed class PostExpectations
{
    private readonly FundingAnalysis analysis;
    private readonly PostFunding post;

    internal PostExpectations(FundingAnalysis analysis, PostFunding post) => (this.analysis, this.post) = (analysis, post);

    /// <summary>Expects the whole cost to be surely paid until a day, included, and no longer.</summary>
    public PostExpectations IsFullyFundedUntil(LocalDate day, FundingView view = FundingView.Agreed) =>
        Horizon($"fully funded until {day:uuuu'-'MM'-'dd}", view, horizon => horizon.State == HorizonState.Until
            && horizon.Surely.Until == day);

    /// <summary>Expects a state of the funding horizon for the whole cost.</summary>
    public PostExpectations HasHorizon(HorizonState state, FundingView view = FundingView.Agreed) =>
        Horizon($"a horizon of HorizonState.{state}", view, horizon => horizon.State == state);

    /// <summary>Expects the gap of a budget year (reste à financer), to the cent.</summary>
    public PostExpectations HasGap(int year, decimal euros, FundingView view = FundingView.Agreed) =>
        Money("gap", year, view, of => of.Gap, euros);

    /// <summary>Expects the gap of a budget year (reste à financer) to be unknown.</summary>
    public PostExpectations HasUnknownGap(int year, FundingView view = FundingView.Agreed) => Money("gap", year, view, of => of.Gap, null);

    /// <summary>Expects the money of a budget year, to the cent.</summary>
    public PostExpectations HasFunding(int year, decimal euros, FundingView view = FundingView.Agreed) =>
        Money("funding", year, view, of => of.Funding, euros);

    /// <summary>Expects the money of a budget year to be unknown.</summary>
    public PostExpectations HasUnknownFunding(int year, FundingView view = FundingView.Agreed) =>
        Money("funding", year, view, of => of.Funding, null);

    /// <summary>Expects the level of the renewal risk.</summary>
    public PostExpectations HasRisk(RiskLevel level)
    {
        if (post.Risk?.Level != level)
            Fail($"risk {level} expected, found {post.Risk?.Level.ToString() ?? "none: the post has ended"}");
        return this;
    }

    /// <summary>
    /// Expects the rules of the post's scheme to find nothing. A scheme without rules, or none at all, is not respected; nor is one whose
    /// rules are data (policy@1) where no money of the post is the scheme's: they had nothing to look at.
    /// </summary>
    public PostExpectations RespectsItsScheme()
    {
        string held = string.Join(", ", analysis.Policies.Schemes.Select(scheme => $"\"{scheme.Id}\"").DefaultIfEmpty("none"));
        if (post.Post.Scheme is null)
            Fail($"no finding expected of its scheme, but the post has none; the policies hold {held}");
        string own = post.Post.Scheme;
        var scheme = analysis.Policies.FindScheme(own);
        if (scheme is null || scheme.Rules.IsEmpty)
            Fail($"no finding expected of its scheme, but the policies hold no rule of \"{own}\"; they hold {held}");
        var findings = analysis.SchemeFindings.Where(finding => finding.Post.Id == post.Id).ToList();
        if (findings.Count > 0)
            Fail($"no finding expected of its scheme, found{string.Concat(findings.Select(Line))}");
        // A rule in code may look at the money of others; one of policy@1 looks at that of the scheme.
        if (scheme.Rules.All(rule => rule is ParameterRule)
            && !Promised.Any(promise => scheme.Pays(promise, analysis.Portfolio.FindFunder(promise.Funder))))
            Fail($"no finding expected of its scheme, but its rules had no money to look at: {NothingOf(scheme)}");
        return this;

        static string Line(SchemeFinding finding) =>
            $"\n  {EnumWords<SchemeVerdict>.Of(finding.Verdict)} {finding.Rule}: {finding.Message(Language.English)}";
    }

    /// <summary>What is promised to the post, as known on the as-of date.</summary>
    private IEnumerable<Commitment> Promised => analysis.CommitmentBalances.Select(balance => balance.Commitment)
        .Where(commitment => commitment.Posts.Contains(post.Id));

    private string NothingOf(Scheme scheme)
    {
        string none = scheme.Line is { } line
            ? $"the scheme \"{scheme.Id}\" looks at the line \"{line}\", and no promise to the post has it"
            : $"the scheme \"{scheme.Id}\" looks at the money of the State, and no funder of the post is of that kind";
        return Promised.Any()
            ? $"{none}; there is {string.Join(", ", Promised.Select(promise => $"{promise.Id} of \"{analysis.Portfolio.FindFunder(promise.Funder)!.Name}\", {(promise.Line is { } own ? $"line \"{own}\"" : "without line")}"))}"
            : $"{none}; nothing is promised to it as of that day";
    }

    private PostExpectations Horizon(string expected, FundingView view, Func<FundingHorizon, bool> holds)
    {
        var horizon = post[view].FullyFundedUntil;
        if (!holds(horizon))
            Fail($"{expected} expected ({view} view), found \"{horizon.ToString(Language.English)}\" (HorizonState.{horizon.State})");
        return this;
    }

    private PostExpectations Money(string what, int year, FundingView view, Func<YearFunding, Knowable<Euros>> of, decimal? euros)
    {
        var own = post.Years.FirstOrDefault(one => one.Year == year);
        if (own is null)
            Fail($"{what} of {year} expected, but the answers run from {analysis.AsOf.Year} to {analysis.Through.Year}");
        var found = of(own![view]);
        bool same = euros is { } known ? found.TryGet(out var money) && money == Euros.Of(known) : !found.IsKnown;
        if (!same)
            Fail($"{what} of {year} ({view} view): {(euros is { } amount ? Euros.Of(amount).ToString() : "unknown")} expected, found {found}{Why(found)}");
        return this;
    }

    private static string Why(Knowable<Euros> found) => found.IsKnown ? ""
        : found.Missing.IsEmpty ? " (nothing says what is missing)" : $" (missing: {string.Join(", ", found.Missing)})";

    [DoesNotReturn]
    private void Fail(string what) =>
        throw new ExpectationException(
            $"{post.Label}, as of {analysis.AsOf:uuuu'-'MM'-'dd}: {what}{(what[^1] is '.' or '…' ? "" : ".")}\n{Because.Of(analysis, post)}");

    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{post.Label}, as of {analysis.AsOf:uuuu-MM-dd}";
}

/// <summary>Holds the methods with which expectations begin.</summary>
public static class Expectations
{
    /// <summary>Begins the expectations of a post.</summary>
    /// <param name="analysis">The answers.</param>
    /// <param name="post">The label or id of the post.</param>
    /// <exception cref="ArgumentException">There is no such post.</exception>
    /// <example>
    /// <code>
    /// analysis.Expect("Poste 6").IsFullyFundedUntil(new LocalDate(2025, 6, 30)).HasGap(2026, 50_000);
    /// </code>
    /// </example>
    public static PostExpectations Expect(this FundingAnalysis analysis, string post)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        return new(analysis, analysis.Posts.FirstOrDefault(one => one.Id == post || one.Label == post)
            ?? throw new ArgumentException(
                $"There is no post \"{post}\"; there are {string.Join(", ", analysis.Posts.Select(one => $"\"{one.Label}\""))}.",
                nameof(post)));
    }

    /// <summary>Expects that something is to be asked of a funder for a budget year.</summary>
    /// <param name="analysis">The answers.</param>
    /// <param name="funder">The name of the funder; null: one to be found.</param>
    /// <param name="year">The budget year.</param>
    /// <param name="euros">How much; null: an amount that is unknown.</param>
    public static FundingAnalysis ExpectRequest(this FundingAnalysis analysis, string? funder, int year, decimal? euros)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        Knowable<Euros> Amount(decimal? known) => known is { } money ? Knowable<Euros>.Known(Euros.Of(money)) : Knowable<Euros>.Unknown();
        bool found = analysis.Requests.Any(request => request.Funder?.Name == funder && request.Year == year
            && (euros is null ? !request.Amount.IsKnown : request.Amount.TryGet(out var money) && money == Amount(euros).Value));
        return found ? analysis : throw new ExpectationException(
            $"A request of {funder ?? "a funder to be found"} for {year}, of {(euros is null ? "an unknown amount" : Amount(euros).ToString())} expected; found:\n"
            + string.Join(
                '\n', analysis.Requests.Select(
                    request => $"  {request.Funder?.Name ?? "a funder to be found"}, {request.Year}: {request.Amount} ({request.Kind})")
                    .DefaultIfEmpty("  none")));
    }
}
