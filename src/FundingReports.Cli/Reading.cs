using System.Collections.Immutable;
using FundingReports.Validation;

namespace FundingReports.Cli;

/// <summary>A file → its analysis, with every problem on the way on the error stream, one a line.</summary>
internal static class Reading
{
    /// <exception cref="Stop">The file cannot be read, has errors, or has warnings that were asked to stop.</exception>
    internal static FundingAnalysis Analyse(Request request, Terminal terminal)
    {
        var (portfolio, problems) = Files.Guard(request.Input, request.Language, reading: true, () =>
            (Portfolio.TryLoad(request.Input, out Portfolio? read, out ImmutableArray<Problem> found) ? read : null, found));
        FundingAnalysis? analysis = null;
        try
        {
            analysis = portfolio?.Analyze(request.AsOf, request.Through);
            // Its findings are those of the file, then those of the as-of date.
            problems = analysis?.Findings ?? problems;
        }
        catch (PortfolioException contradictions)
        {
            // Found on the as-of date only; the warnings stay listed beside.
            problems = [.. problems, .. contradictions.Problems.Except(problems)];
        }
        foreach (Problem problem in problems)
            terminal.Error.WriteLine(problem.ToLine(request.Language));
        return analysis is null || (request.Strict && !problems.IsEmpty) ? throw new Stop(ExitCode.BadInput) : analysis;
    }
}
