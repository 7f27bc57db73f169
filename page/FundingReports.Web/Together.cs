using System.Collections.Immutable;
using FundingReports.Exchange;
using FundingReports.Portfolios;
using FundingReports.Validation;
using NodaTime;

namespace FundingReports.Web;

/// <summary>What several files say together on a day, and all that is wrong, each once.</summary>
/// <param name="Analysis">The answers; null where an error forbids any.</param>
/// <param name="Former">Those of the edition of before; null where there is none.</param>
/// <param name="Problems">What is wrong, with its file where it is that of one.</param>
internal sealed record Together(
    FundingAnalysis? Analysis, FundingAnalysis? Former, ImmutableArray<(ReadFile? File, Problem Problem)> Problems)
{
    internal static Together Of(IReadOnlyList<ReadFile> files, Decisions decisions, LocalDate asOf)
    {
        var problems = new List<(ReadFile? File, Problem Problem)>();
        var current = files.Where(file => !file.IsFormer).ToList();
        bool several = current.Count > 1;
        foreach (var file in current)
            problems.AddRange(file.Problems.Select(problem => ((ReadFile?)file, problem)));
        Portfolio? portfolio = current.Count == 0 || current.Exists(file => file.Portfolio is null) ? null
            : several ? Merged(current, problems) : current[0].Portfolio;
        ReadFile? only = several ? null : current.FirstOrDefault();
        JoinedPortfolio? joined = portfolio is null ? null : Joined(portfolio, decisions, only, problems);
        portfolio = joined is null ? portfolio : joined.Portfolio;
        FundingAnalysis? analysis = portfolio is null ? null : Analysed(portfolio, asOf, only, joined, problems);
        problems.RemoveAll(one => Doubles.Asks(one.Problem) && decisions.Of(one.Problem) is not null);
        if (problems.Exists(one => one.Problem.Severity == Severity.Error))
            analysis = null;
        FundingAnalysis? former = files.FirstOrDefault(file => file.IsFormer)?.Portfolio is { } old && analysis is not null
            ? Analysed(old, old.Edition?.On?.First is { } day && day < asOf ? day : asOf, null, null, [])
            : null;
        return new(analysis, former, [.. problems]);
    }

    // Returns first, then official exports into what they say; as the tool does by merge and import.
    private static Portfolio? Merged(List<ReadFile> files, List<(ReadFile?, Problem)> problems)
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
                .Select(problem => ((ReadFile?)null, problem)));
            return merged.Portfolio;
        }
    }

    // What was said to be one becomes one; null where nothing was.
    private static JoinedPortfolio? Joined(
        Portfolio portfolio, Decisions decisions, ReadFile? only, List<(ReadFile? File, Problem Problem)> problems)
    {
        // The problems of a form stand at its cells: the same questions are found again of the facts, at their places.
        var same = portfolio.Findings.Concat(only is null ? problems.Where(one => one.File is null).Select(one => one.Problem) : [])
            .Where(problem => Doubles.Asks(problem) && decisions.Of(problem) is true).DistinctBy(decisions.Ask).ToList();
        if (same.Count == 0)
            return null;
        JoinedPortfolio joined = Doubles.Join(portfolio.Facts, same);
        AddNew(problems, only, AtCells(only, joined.Problems));
        return joined;
    }

    private static FundingAnalysis? Analysed(Portfolio portfolio, LocalDate asOf, ReadFile? only, JoinedPortfolio? joined,
        List<(ReadFile? File, Problem Problem)> problems)
    {
        if (portfolio.TryAnalyze(asOf, out FundingAnalysis? analysis, out ImmutableArray<Problem> found))
            found = analysis.Findings;
        AddNew(problems, only, AtCells(only, joined?.AsBefore(found) ?? found));
        return analysis;
    }

    private static void AddNew(
        List<(ReadFile? File, Problem Problem)> problems, ReadFile? only, ImmutableArray<Problem> found)
    {
        HashSet<Problem> known = [.. problems.Select(one => one.Problem)];
        problems.AddRange(found.Where(problem => !known.Contains(problem)).Select(problem => (only, problem)));
    }

    private static ImmutableArray<Problem> AtCells(ReadFile? file, ImmutableArray<Problem> found) => file?.AtCells(found) ?? found;
}
