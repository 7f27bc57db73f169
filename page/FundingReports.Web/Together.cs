using System.Collections.Immutable;
using FundingReports.Exchange;
using FundingReports.Validation;
using NodaTime;

namespace FundingReports.Web;

/// <summary>What several files say together on a day, and all that is wrong, each once.</summary>
/// <param name="Analysis">The answers; null where an error forbids any.</param>
/// <param name="Former">Those of the edition of before; null where there is none.</param>
/// <param name="Problems">What is wrong, with the name of its file where there are several.</param>
internal sealed record Together(
    FundingAnalysis? Analysis, FundingAnalysis? Former, ImmutableArray<(string? File, Problem Problem)> Problems)
{
    internal static Together Of(IReadOnlyList<ReadFile> files, LocalDate asOf)
    {
        var problems = new List<(string? File, Problem Problem)>();
        var current = files.Where(file => !file.IsFormer).ToList();
        bool several = current.Count > 1;
        foreach (var file in current)
            problems.AddRange(file.Problems.Select(problem => (several ? file.Name : null, problem)));
        Portfolio? portfolio = current.Count == 0 || current.Exists(file => file.Portfolio is null) ? null
            : several ? Merged(current, problems) : current[0].Portfolio;
        FundingAnalysis? analysis = portfolio is null ? null : Analysed(portfolio, asOf, several ? null : current[0], problems);
        if (problems.Exists(one => one.Problem.Severity == Severity.Error))
            analysis = null;
        FundingAnalysis? former = files.FirstOrDefault(file => file.IsFormer)?.Portfolio is { } old && analysis is not null
            ? Analysed(old, old.Edition?.On?.First is { } day && day < asOf ? day : asOf, null, [])
            : null;
        return new(analysis, former, [.. problems]);
    }

    // Returns first, then official exports into what they say; as the tool does by merge and import.
    private static Portfolio? Merged(List<ReadFile> files, List<(string?, Problem)> problems)
    {
        var told = files.Where(file => !file.IsImport).Select(file => new ReturnedFacts(file.Name, file.Portfolio!.Facts)).ToList();
        var imports = files.Where(file => file.IsImport).ToList();
        Portfolio? home = told.Count == 1 ? files.First(file => !file.IsImport).Portfolio : null;
        var own = files.SelectMany(file => file.Portfolio!.Findings).Select(problem => (problem.Code, problem.Found)).ToHashSet();
        if (told.Count > 1)
            home = Kept(PortfolioMerge.Merge(told));
        foreach (var import in imports)
            home = home is null && import == imports[0] && told.Count == 0 ? import.Portfolio
                : home is null ? null : Kept(PortfolioMerge.Into(home, files[0].Name, new(import.Name, import.Portfolio!.Facts)));
        return home;

        Portfolio? Kept(MergedPortfolio merged)
        {
            problems.AddRange(merged.Problems.Where(problem => !own.Contains((problem.Code, problem.Found)))
                .Select(problem => ((string?)null, problem)));
            return merged.Portfolio;
        }
    }

    private static FundingAnalysis? Analysed(
        Portfolio portfolio, LocalDate asOf, ReadFile? file, List<(string? File, Problem Problem)> problems)
    {
        ImmutableArray<Problem> found;
        FundingAnalysis? analysis = null;
        try
        {
            analysis = portfolio.Analyze(asOf);
            found = analysis.Findings;
        }
        catch (PortfolioException contradictions)
        {
            found = contradictions.Problems;
        }
        problems.AddRange((file?.AtCells(found) ?? found).Where(problem => !problems.Exists(known => known.Problem == problem))
            .Select(problem => ((string?)null, problem)).ToList());
        return analysis;
    }
}
