using System.Collections.Immutable;
using FundingReports.Validation;

namespace FundingReports;

/// <summary>The facts hold errors. It carries every problem, warnings too, in the order of the document.</summary>
public sealed class PortfolioException : Exception
{
    private const int Shown = 20;

    /// <summary>An exception that carries the problems.</summary>
    public PortfolioException(ImmutableArray<Problem> problems) : base(Text(problems)) => Problems = problems;

    /// <summary>Every problem, errors and warnings, in the order of the document.</summary>
    public ImmutableArray<Problem> Problems { get; }

    private static string Text(ImmutableArray<Problem> problems)
    {
        ImmutableArray<Problem> errors = [.. problems.Where(problem => problem.Severity is Severity.Error)];
        IEnumerable<string> lines = errors.Take(Shown).Select(error => $"{error.Path}: {error.Message(Language.English)} / {error.Message(Language.French)}");
        string rest = errors.Length > Shown ? $"{Environment.NewLine}… (+ {errors.Length - Shown})" : "";
        return string.Join(Environment.NewLine, lines) + rest;
    }
}
