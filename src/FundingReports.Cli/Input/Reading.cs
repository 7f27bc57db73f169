using System.Collections.Immutable;
using FundingReports.Cli.Host;
using FundingReports.Cli.Usage;
using FundingReports.Exchange;
using FundingReports.Policies;
using FundingReports.Scenarios;
using FundingReports.Validation;
using NodaTime;

namespace FundingReports.Cli.Input;

/// <summary>Reads files into answers; every problem on the way goes to the error stream, one per line.</summary>
internal static class Reading
{
    /// <summary>The answers for the portfolio, with the scenarios applied one after the other.</summary>
    /// <exception cref="StopException">A file cannot be read, has errors, or has warnings that were asked to stop.</exception>
    internal static FundingAnalysis Analyse(Request request, Terminal terminal) => Analyse(request, terminal, out _);

    /// <summary>The same, and how many warnings were said on the way.</summary>
    /// <exception cref="StopException">A file cannot be read, has errors, or has warnings that were asked to stop.</exception>
    internal static FundingAnalysis Analyse(Request request, Terminal terminal, out int warnings)
    {
        var log = new ProblemLog(request, terminal);
        LoadedInput loaded = log.Add(Load(request.Input, request.Language, terminal));
        PolicySet? policies = Policies(request, log);
        Portfolio? portfolio = loaded.Portfolio;
        foreach (Scenario scenario in Scenarios(request, log))
            portfolio = portfolio is null ? null : Applied(scenario, portfolio, request.AsOf, log);
        FundingAnalysis analysis = log.End(Analysed(portfolio, policies, request, log));
        warnings = log.Count;
        return analysis;
    }

    /// <summary>The answers for the portfolio as it is, and the scenarios side by side; null where there are none.</summary>
    /// <exception cref="StopException">A file cannot be read, has errors, or has warnings that were asked to stop.</exception>
    internal static (FundingAnalysis Analysis, ScenarioComparison? Comparison) Compare(Request request, Terminal terminal)
    {
        var log = new ProblemLog(request, terminal);
        Portfolio? portfolio = log.Add(Load(request.Input, request.Language, terminal)).Portfolio;
        PolicySet? policies = Policies(request, log);
        var baseline = Analysed(portfolio, policies, request, log);
        var answers = ImmutableArray.CreateBuilder<ScenarioAnswer>();
        foreach (Scenario scenario in Scenarios(request, log))
            if (portfolio is not null && Applied(scenario, portfolio, request.AsOf, log) is { } changed
                && Analysed(changed, policies, request, log) is { } answer)
                answers.Add(new(scenario, answer));
        var analysis = log.End(baseline);
        return (analysis, answers.Count == 0 ? null : new(new(null, analysis), answers.ToImmutable()));
    }

    /// <summary>A portfolio@1, or a filled form with its account.</summary>
    /// <exception cref="StopException">The file cannot be read at all.</exception>
    internal static LoadedInput Load(string path, Language language, Terminal terminal) =>
        GuardedFiles.Guard(path, language, reading: true, () =>
    {
        if (!IntakeReader.IsFormName(path))
            return new LoadedInput(
                Portfolio.TryLoad(path, out Portfolio? read, out ImmutableArray<Problem> found) ? read : null, found, null);
        IntakeReading form = IntakeReader.Read(path);
        if (form.Form is null)
        {
            Say(form.Problems, language, terminal);
            bool opened =
                form.Problems is [{ Arguments: ["no-table" or "two-forms" or "long-form" or "no-funders" or "too-many-rows", ..] }];
            throw new StopException(opened ? ExitCode.BadInput : ExitCode.FileTrouble);
        }
        terminal.Error.WriteLine(form.Account.Sentence(language));
        return new LoadedInput(form.Portfolio, form.Problems, form);
    });

    internal static void Say(IEnumerable<Problem> problems, Language language, Terminal terminal)
    {
        foreach (Problem problem in problems)
            terminal.Error.WriteLine(problem.ToLine(language));
    }

    private static PolicySet? Policies(Request request, ProblemLog log)
    {
        if (request.Policy is not { } path)
            return PolicySet.Default;
        var (policies, problems) = GuardedFiles.Guard(path, request.Language, reading: true, () =>
            (PolicySet.TryLoad(path, out var read, out var found) ? read : null, found));
        log.Add(problems);
        return policies;
    }

    private static IEnumerable<Scenario> Scenarios(Request request, ProblemLog log)
    {
        foreach (string path in request.Scenarios)
        {
            var (scenario, problems) = GuardedFiles.Guard(path, request.Language, reading: true, () =>
                (Scenario.TryLoad(path, out var read, out var found) ? read : null, found));
            log.Add(problems);
            if (scenario is not null)
                yield return scenario;
        }
    }

    private static Portfolio? Applied(Scenario scenario, Portfolio portfolio, LocalDate asOf, ProblemLog log)
    {
        bool applied = scenario.TryApply(portfolio, asOf, out Portfolio? changed, out var problems);
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
            var analysis = portfolio.Analyze(request.AsOf, request.Through, policies, request.Since);
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
            throw new StopException(ExitCode.BadInput, missing.Message);
        }
    }

    /// <summary>The problems of all that was read, each once.</summary>
    private sealed class ProblemLog(Request request, Terminal terminal)
    {
        private readonly List<Problem> problems = [];
        private IntakeReading? form;

        internal int Count => problems.Count;

        internal void Add(ImmutableArray<Problem> found) => problems.AddRange((form?.AtCells(found) ?? found).Except(problems));

        /// <summary>For a form, the problems found later are placed at its cells too.</summary>
        internal LoadedInput Add(LoadedInput loaded)
        {
            problems.AddRange(loaded.Problems.Except(problems));
            form = loaded.Form;
            return loaded;
        }

        /// <summary>Lists the problems, then gives the answers where they may be given.</summary>
        internal FundingAnalysis End(FundingAnalysis? analysis)
        {
            Say(problems, request.Language, terminal);
            bool stops = problems.Any(problem => problem.Severity == Severity.Error) || (request.Strict && problems.Count > 0);
            return analysis is null || stops ? throw new StopException(ExitCode.BadInput) : analysis;
        }
    }
}

/// <summary>What a file holds.</summary>
/// <param name="Portfolio">The portfolio; null where there is an error.</param>
/// <param name="Problems">Every problem.</param>
/// <param name="Form">The reading, where the file is a form.</param>
internal sealed record LoadedInput(Portfolio? Portfolio, ImmutableArray<Problem> Problems, IntakeReading? Form);
