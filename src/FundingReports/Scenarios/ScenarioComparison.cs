using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using FundingReports.Policies;
using FundingReports.Validation;
using NodaTime;

namespace FundingReports.Scenarios;

/// <summary>The baseline and its scenarios, side by side.</summary>
/// <param name="Baseline">The portfolio as it is.</param>
/// <param name="Scenarios">The portfolio as it would be, in the order given.</param>
[JsonConverter(typeof(NoJson<ScenarioComparison>))]
public sealed record ScenarioComparison(ScenarioAnswer Baseline, ImmutableArray<ScenarioAnswer> Scenarios)
{
    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"the portfolio as it is, and {Scenarios.Length} scenarios";

    /// <summary>Analyses the portfolio as it is and as each scenario would make it.</summary>
    /// <param name="portfolio">The facts.</param>
    /// <param name="asOf">The as-of date of all of them.</param>
    /// <param name="through">The last day shown, included; null: the end of the fifth year after.</param>
    /// <param name="policies">The policies of all of them; null for those that ship.</param>
    /// <param name="scenarios">The scenarios, in the order in which they are shown.</param>
    /// <exception cref="PortfolioException">A scenario cannot be applied: it carries every problem.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The days asked for cannot be shown, as of
    /// <see cref="FundingAnalysis.Of(Portfolio, LocalDate, AnalysisOptions, CancellationToken)"/>.
    /// </exception>
    /// <exception cref="PolicyException">A rule has no value on the as-of date, or is in another unit.</exception>
    public static ScenarioComparison Of(
        Portfolio portfolio, LocalDate asOf, LocalDate? through = null, PolicySet? policies = null,
            params IReadOnlyList<Scenario> scenarios) =>
        Of(portfolio, asOf, scenarios, new AnalysisOptions { Through = through, Policies = policies });

    /// <summary>Analyses the portfolio as it is and as each scenario would make it.</summary>
    /// <param name="portfolio">The facts.</param>
    /// <param name="asOf">The as-of date of all of them.</param>
    /// <param name="scenarios">The scenarios, in the order in which they are shown.</param>
    /// <param name="options">
    /// The years shown, the policies and the cores of all of them; null for what is taken where nothing is said.
    /// </param>
    /// <param name="cancellationToken">Looked at before each post of each scenario.</param>
    /// <exception cref="PortfolioException">A scenario cannot be applied: it carries every problem.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The days asked for cannot be shown, as of
    /// <see cref="FundingAnalysis.Of(Portfolio, LocalDate, AnalysisOptions, CancellationToken)"/>.
    /// </exception>
    /// <exception cref="PolicyException">A rule has no value on the as-of date, or is in another unit.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    [OverloadResolutionPriority(-1)]
    public static ScenarioComparison Of(
        Portfolio portfolio, LocalDate asOf, IReadOnlyList<Scenario> scenarios, AnalysisOptions? options = null,
            CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(portfolio);
        ArgumentNullException.ThrowIfNull(scenarios);
        if (scenarios.ToList().IndexOf(null!) is >= 0 and var missing)
            throw new ArgumentException($"The scenario number {missing + 1} of the list is null.", nameof(scenarios));
        options ??= AnalysisOptions.Default;
        return new(
            new(null, portfolio.Analyze(asOf, options, cancellationToken)),
            [.. scenarios.Select(
                scenario => new ScenarioAnswer(scenario, scenario.Apply(portfolio, asOf).Analyze(asOf, options, cancellationToken)))]);
    }

    /// <summary>The comparison, or every reason why there is none: nothing that a scenario or the facts say makes it throw.</summary>
    /// <param name="portfolio">The facts.</param>
    /// <param name="asOf">The as-of date of all of them.</param>
    /// <param name="scenarios">The scenarios, in the order in which they are shown.</param>
    /// <param name="comparison">The baseline and its scenarios; null where there is a problem.</param>
    /// <param name="problems">
    /// What is wrong; of a scenario, at <c>scenarios[0].changes[2]</c>, by its place among those that were given.
    /// </param>
    /// <param name="options">
    /// The years shown, the policies and the cores of all of them; null for what is taken where nothing is said.
    /// </param>
    /// <param name="cancellationToken">Looked at before each post of each scenario.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static bool TryOf(
        Portfolio portfolio, LocalDate asOf, IReadOnlyList<Scenario> scenarios,
        [NotNullWhen(true)] out ScenarioComparison? comparison, out ImmutableArray<Problem> problems, AnalysisOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(portfolio);
        ArgumentNullException.ThrowIfNull(scenarios);
        comparison = null;
        if (!FundingAnalysis.TryOf(portfolio, asOf, out var baseline, out problems, options, cancellationToken))
            return false;
        var answers = ImmutableArray.CreateBuilder<ScenarioAnswer>();
        var wrong = ImmutableArray.CreateBuilder<Problem>();
        for (int i = 0; i < scenarios.Count; i++)
            // Of a list that somebody has sent: nothing else keeps a null out of it.
            if (scenarios[i] is null)
                wrong.Add(InScenario(i, new(ProblemCode.WrongType, JsonPath.Root, "null", "object")));
            else if (scenarios[i].TryApply(portfolio, asOf, out var changed, out var found)
                && FundingAnalysis.TryOf(changed, asOf, out var answer, out found, options, cancellationToken))
                answers.Add(new(scenarios[i], answer));
            else
                wrong.AddRange(found.Select(problem => InScenario(i, problem)));
        problems = wrong.ToImmutable();
        if (problems.IsEmpty)
            comparison = new(new(null, baseline), answers.ToImmutable());
        return comparison is not null;
    }

    private static Problem InScenario(int scenario, Problem problem)
    {
        string at = $"scenarios[{scenario.ToString(CultureInfo.InvariantCulture)}]";
        return new(problem.Code, problem.Path == JsonPath.Root ? at : $"{at}.{problem.Path}", problem.Found, problem.Arguments);
    }

    /// <summary>
    /// Who bears the difference: for each funder, the money that it pays more (or less) than in the baseline in a budget year, in the
    /// agreed view.
    /// </summary>
    /// <returns>The difference by id of funder, in euros; unknown where either figure is.</returns>
    public ImmutableSortedDictionary<string, Knowable<Euros>> Difference(ScenarioAnswer answer, int year)
    {
        ArgumentNullException.ThrowIfNull(answer);
        // Where a scenario leaves no post, nobody pays anything; where neither has the year, it is not one of those shown.
        var before = Baseline.Analysis.TryYear(year, out var was) ? was.Agreed.ByFunder : null;
        var after = answer.Analysis.TryYear(year, out var becomes) ? becomes.Agreed.ByFunder : null;
        if (before is null && after is null)
            Baseline.Analysis.Year(year);
        return (before?.Keys ?? []).Union(after?.Keys ?? []).ToImmutableSortedDictionary(
            funder => funder,
            funder => Minus(after?.TryGetValue(funder, out var now) is true ? now.Exact : Nothing,
                before?.TryGetValue(funder, out var then) is true ? then.Exact : Nothing),
            StringComparer.Ordinal);
    }

    private static Knowable<Euros> Nothing => Knowable<Euros>.Known(Euros.Zero);

    private static Knowable<Euros> Minus(Knowable<Euros> left, Knowable<Euros> right) =>
        !left.TryGet(out var a) ? left : !right.TryGet(out var b) ? right : Knowable<Euros>.Known(a - b);
}

/// <summary>One column of the comparison.</summary>
/// <param name="Scenario">The scenario; null for the baseline.</param>
/// <param name="Analysis">The answers.</param>
[JsonConverter(typeof(NoJson<ScenarioAnswer>))]
public sealed record ScenarioAnswer(Scenario? Scenario, FundingAnalysis Analysis)
{
    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => Scenario?.ToString() ?? "the portfolio as it is";

    /// <summary>
    /// How many posts, and how much working time, are surely and fully funded at the end of a budget year, in the agreed view.
    /// </summary>
    public (int Posts, decimal? Fte) FundedAtEndOf(int year)
    {
        var day = new LocalDate(year, 12, 31);
        // The last piece has no end.
        var piece = Analysis.Totals.Pieces.LastOrDefault(piece => piece.View == FundingView.Agreed && piece.From <= day);
        return piece is null ? (0, 0m) : (piece.Full.Posts, piece.Full.Fte.Exact);
    }
}
