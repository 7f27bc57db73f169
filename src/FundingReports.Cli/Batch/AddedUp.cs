using System.Collections.Immutable;
using FundingReports.Consolidation;
using FundingReports.Policies;
using NodaTime;

namespace FundingReports.Cli.Batch;

/// <summary>The files of a batch added up in the order of their names, whichever is done first.</summary>
/// <remarks>
/// Answers are let go once they are added; what stays of a file is its facts. Its rows of flat data are worked out again when they are
/// written: that costs a hundredth of its workbook, and the answers of a country are most of what a batch would hold.
/// </remarks>
internal sealed class AddedUp(int files)
{
    private readonly Waiting[] waiting = new Waiting[files];
    private readonly List<Counted> counted = [];
    private int next;

    /// <summary>What is done and waits for files before it.</summary>
    private readonly record struct Waiting(bool IsDone, string Name, FundingAnalysis? Analysis);

    /// <summary>What was counted of a file, and what was asked of it.</summary>
    private sealed record Counted(
        string Name, Portfolio Portfolio, LocalDate AsOf, LocalDate Through, int Since, PolicySet Policies, HashSet<string> Posts);

    /// <summary>The sums, once every file is done.</summary>
    internal Consolidated Sums { get; } = new();

    /// <summary>Takes what became of a file.</summary>
    /// <param name="place">Its place among all files.</param>
    /// <param name="name">Its name.</param>
    /// <param name="analysis">Its answers; null where it is set aside.</param>
    internal void Add(int place, string name, FundingAnalysis? analysis)
    {
        lock (waiting)
        {
            waiting[place] = new(true, name, analysis);
            for (; next < waiting.Length && waiting[next].IsDone; next++)
            {
                if (waiting[next].Analysis is { } due)
                    Count(waiting[next].Name, due);
                waiting[next] = default;
            }
        }
    }

    private void Count(string name, FundingAnalysis analysis) => counted.Add(new(name, analysis.Portfolio, analysis.AsOf, analysis.Through,
        analysis.Since, analysis.Policies, [.. Sums.Add(name, analysis).Select(post => post.Id)]));

    /// <summary>The posts that are counted, file after file: the same answers, worked out again.</summary>
    internal IEnumerable<(string Name, FundingAnalysis Analysis, ImmutableArray<PostFunding> Posts)> Data() => counted.Select(one =>
    {
        var analysis = one.Portfolio.Analyze(one.AsOf, one.Through, one.Policies, one.Since);
        return (one.Name, analysis, analysis.Posts.Where(post => one.Posts.Contains(post.Id)).ToImmutableArray());
    });
}
