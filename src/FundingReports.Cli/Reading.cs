using System.Collections.Immutable;
using FundingReports.Policies;
using FundingReports.Scenarios;
using FundingReports.Validation;

namespace FundingReports.Cli;

/// <summary>Files → answers, with every problem on the way on the error stream, one a line.</summary>
internal static class Reading
{
    /// <summary>The answers for the portfolio, with the scenarios applied one after the other.</summary>
    /// <exception cref="Stop">A file cannot be read, has errors, or has warnings that were asked to stop.</exception>
    internal static FundingAnalysis Analyse(Request request, Terminal terminal)
    {
        var log = new ProblemLog(request, terminal);
        Portfolio? portfolio = Portfolio(request, log);
        PolicySet? policies = Policies(request, log);
        foreach (Scenario scenario in Scenarios(request, log))
            portfolio = portfolio is null ? null : Applied(scenario, portfolio, log);
        return log.End(Analysed(portfolio, policies, request, log));
    }

    /// <summary>The answers for the portfolio as it is, and the scenarios side by side; null where there are none.</summary>
    /// <exception cref="Stop">A file cannot be read, has errors, or has warnings that were asked to stop.</exception>
    internal static (FundingAnalysis Analysis, ScenarioComparison? Comparison) Compare(Request request, Terminal terminal)
    {
        var log = new ProblemLog(request, terminal);
        Portfolio? portfolio = Portfolio(request, log);
        PolicySet? policies = Policies(request, log);
        var baseline = Analysed(portfolio, policies, request, log);
        var answers = ImmutableArray.CreateBuilder<ScenarioAnswer>();
        foreach (Scenario scenario in Scenarios(request, log))
            if (portfolio is not null && Applied(scenario, portfolio, log) is { } changed && Analysed(changed, policies, request, log) is { } answer)
                answers.Add(new(scenario, answer));
        var analysis = log.End(baseline);
        return (analysis, answers.Count == 0 ? null : new(new(null, analysis), answers.ToImmutable()));
    }

    private static Portfolio? Portfolio(Request request, ProblemLog log)
    {
        var (portfolio, problems) = Files.Guard(request.Input, request.Language, reading: true, () =>
            (FundingReports.Portfolio.TryLoad(request.Input, out var read, out var found) ? read : null, found));
        log.Add(problems);
        return portfolio;
    }

    private static PolicySet? Policies(Request request, ProblemLog log)
    {
        if (request.Policy is not { } path)
            return PolicySet.Default;
        var (policies, problems) = Files.Guard(path, request.Language, reading: true, () =>
            (PolicySet.TryLoad(path, out var read, out var found) ? read : null, found));
        log.Add(problems);
        return policies;
    }

    private static IEnumerable<Scenario> Scenarios(Request request, ProblemLog log)
    {
        foreach (string path in request.Scenarios)
        {
            var (scenario, problems) = Files.Guard(path, request.Language, reading: true, () =>
                (Scenario.TryParse(File.ReadAllBytes(path), out var read, out var found) ? read : null, found));
            log.Add(problems);
            if (scenario is not null)
                yield return scenario;
        }
    }

    private static Portfolio? Applied(Scenario scenario, Portfolio portfolio, ProblemLog log)
    {
        bool applied = scenario.TryApply(portfolio, out Portfolio? changed, out var problems);
        // What was already said of the facts is not said again of the scenario.
        log.Add(applied ? [] : problems);
        return changed;
    }

    private static FundingAnalysis? Analysed(Portfolio? portfolio, PolicySet? policies, Request request, ProblemLog log)
    {
        if (portfolio is null || policies is null)
            return null;
        try
        {
            var analysis = portfolio.Analyze(request.AsOf, request.Through, policies);
            log.Add(analysis.Findings);
            return analysis;
        }
        catch (PortfolioException contradictions)
        {
            log.Add(contradictions.Problems);
            return null;
        }
        catch (PolicyException missing)
        {
            throw new Stop(ExitCode.BadInput, missing.Message);
        }
    }

    /// <summary>The problems of all that was read, each once.</summary>
    private sealed class ProblemLog(Request request, Terminal terminal)
    {
        private readonly List<Problem> problems = [];

        internal void Add(ImmutableArray<Problem> found) => problems.AddRange(found.Except(problems));

        /// <summary>Lists the problems, then gives the answers where they may be given.</summary>
        internal FundingAnalysis End(FundingAnalysis? analysis)
        {
            foreach (Problem problem in problems)
                terminal.Error.WriteLine(problem.ToLine(request.Language));
            bool stops = problems.Any(problem => problem.Severity == Severity.Error) || (request.Strict && problems.Count > 0);
            return analysis is null || stops ? throw new Stop(ExitCode.BadInput) : analysis;
        }
    }
}
