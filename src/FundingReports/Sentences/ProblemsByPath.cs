using FundingReports.Wording;

namespace FundingReports.Validation;

/// <summary>Problems as services answer them.</summary>
public static class ProblemsByPath
{
    /// <summary>The sentences of problems, by place: what <c>Results.ValidationProblem</c> of ASP.NET Core takes.</summary>
    /// <remarks>
    /// A place is <see cref="Problem.Path"/>: <c>commitments[3].until</c>, <c>Plan!F12</c>, or <c>$</c> for the whole. Places, and the
    /// sentences of one place, keep the order of the problems.
    /// </remarks>
    /// <param name="problems">The problems.</param>
    /// <param name="language">The language of the sentences.</param>
    /// <param name="withWarnings">
    /// Whether warnings are among them; by default only errors are, what prevents an answer, and beside errors the properties that the
    /// format does not have: one that is misspelt is why another is missing.
    /// </param>
    public static Dictionary<string, string[]> ByPath(
        this IEnumerable<Problem> problems, Language language = Language.French, bool withWarnings = false)
    {
        ArgumentNullException.ThrowIfNull(problems);
        List<Problem> all = [.. problems];
        bool refused = all.Exists(problem => problem.Severity is Severity.Error);
        return all.Where(problem => withWarnings || problem.Severity is Severity.Error
                || refused && problem.Code is ProblemCode.UnknownProperty)
            .GroupBy(problem => problem.Path, StringComparer.Ordinal)
            .ToDictionary(place => place.Key, place => place.Select(problem => problem.Message(language)).Distinct().ToArray(),
                StringComparer.Ordinal);
    }
}
