using System.Collections.Immutable;
using FundingReports.Validation;
using FundingReports.Wording;

namespace FundingReports.Sentences;

/// <summary>What an exception says of the errors that it carries: the first of them, a line each.</summary>
internal static class ErrorLines
{
    private const int Shown = 20;

    internal static string Of(ImmutableArray<Problem> problems, string? path, Language language)
    {
        Problem[] errors = [.. problems.Where(problem => problem.Severity is Severity.Error)];
        IEnumerable<string> lines = errors.Take(Shown)
            .Select(error => Words.OneLine(Phrase.In(language,
                $"{error.Path} : {error.Message(language)}", $"{error.Path}: {error.Message(language)}")));
        string rest = errors.Length > Shown ? $"{Environment.NewLine}… (+ {errors.Length - Shown})" : "";
        string file = path is null ? "" : $"{path}{Environment.NewLine}";
        return file + string.Join(Environment.NewLine, lines) + rest;
    }
}
