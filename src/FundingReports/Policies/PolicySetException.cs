using System.Collections.Immutable;
using FundingReports.Validation;

namespace FundingReports.Policies;

/// <summary>A policy document holds errors: nothing of it is used. It carries every problem, warnings too.</summary>
public sealed class PolicySetException : Exception
{
    private const int Shown = 20;

    /// <summary>An exception that carries the problems.</summary>
    public PolicySetException(ImmutableArray<Problem> problems) : base(Text(problems)) => Problems = problems;

    /// <summary>Every problem, errors and warnings, in the order of the document.</summary>
    public ImmutableArray<Problem> Problems { get; }

    private static string Text(ImmutableArray<Problem> problems)
    {
        Problem[] errors = [.. problems.Where(problem => problem.Severity is Severity.Error)];
        IEnumerable<string> lines = errors.Take(Shown).Select(error => $"{error.Path}: {error.Message(Language.English)} / {error.Message(Language.French)}");
        return string.Join(Environment.NewLine, lines) + (errors.Length > Shown ? $"{Environment.NewLine}… (+ {errors.Length - Shown})" : "");
    }
}
