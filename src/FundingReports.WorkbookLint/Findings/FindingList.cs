using System.Collections.Immutable;

namespace FundingReports.WorkbookLint;

/// <summary>Findings as they come, never more than people can read: of one rule on one sheet, the first places and a count.</summary>
internal sealed class FindingList
{
    private const int MostOfOneRule = 20, MostOfAll = 5_000;

    private readonly List<(LintRule Rule, string? Sheet, string? Cell, ImmutableArray<string> Arguments)> found = [];
    private readonly Dictionary<(LintRule, string?), (int Count, int Last)> counts = [];
    private readonly Dictionary<string, int> order = new(StringComparer.Ordinal);

    /// <summary>The order of the sheets.</summary>
    internal void Order(IEnumerable<string> sheets)
    {
        foreach (string sheet in sheets)
            order.TryAdd(sheet, order.Count);
    }

    internal void Add(LintRule rule, string? sheet = null, string? cell = null, params ImmutableArray<string> arguments)
    {
        var (count, last) = counts.GetValueOrDefault((rule, sheet), (0, -1));
        if (count < MostOfOneRule && found.Count < MostOfAll)
        {
            last = found.Count;
            found.Add((rule, sheet, cell, arguments));
        }
        counts[(rule, sheet)] = (count + 1, last);
    }

    internal List<LintFinding> ToList()
    {
        var others = counts.Values.Where(count => count.Last >= 0).ToDictionary(
            count => count.Last, count =>
                count.Count - found.Count(item => item.Rule == found[count.Last].Rule && item.Sheet == found[count.Last].Sheet));
        return [.. found.Select((item, i) => (Item: item, Others: others.GetValueOrDefault(i), At: i))
            .OrderBy(item => item.Item.Sheet is { } sheet ? order.GetValueOrDefault(sheet, int.MaxValue) : -1)
            .ThenBy(item => item.Item.Rule).ThenBy(item => item.At)
            .Select(item => new LintFinding(item.Item.Rule, item.Item.Sheet, item.Item.Cell, item.Others, item.Item.Arguments))];
    }
}
