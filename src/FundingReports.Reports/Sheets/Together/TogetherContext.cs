using System.Collections.Immutable;
using FundingReports.Consolidation;
using FundingReports.Reports.Texts;
using FundingReports.Totals;
using NodaTime;

namespace FundingReports.Reports.Sheets.Together;

/// <summary>What the sheets of several portfolios are built from.</summary>
internal sealed class TogetherContext
{
    private readonly Dictionary<string, string> titles = new(StringComparer.Ordinal);

    internal TogetherContext(Consolidated consolidated, LocalDate asOf, ReportTexts texts, WorkbookTexts words, ConsolidatedTexts own)
    {
        (Consolidated, AsOf, Texts, Words, Own) = (consolidated, asOf, texts, words, own);
        Years = [.. consolidated.Years.Where(year => year.Year >= asOf.Year || !SaysNothing(year))];
        // As for the funding plan: up to the year after the last one for which somebody is known to pay.
        int last = Math.Max(asOf.Year, Years.Where(year => year.Announced.KnownPart != Euros.Zero || year.Agreed.KnownPart != Euros.Zero)
            .Select(year => year.Year).DefaultIfEmpty(asOf.Year).Max()) + 1;
        Years = [.. Years.Where(year => year.Year <= last)];
        while (Years is [_, .., var end] && end.Year > asOf.Year && SaysNothing(end))
            Years = Years[..^1];
        // People know a portfolio by its title; a file's name tells two of one title apart.
        var twice = consolidated.Portfolios.GroupBy(TitleOf, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1)
            .SelectMany(group => group).ToHashSet(ReferenceEqualityComparer.Instance);
        foreach (var portfolio in consolidated.Portfolios)
            titles.TryAdd(portfolio.Name, twice.Contains(portfolio) && portfolio.Title is not null
                ? $"{TitleOf(portfolio)} ({portfolio.Name})" : TitleOf(portfolio));
    }

    internal Consolidated Consolidated { get; }

    internal LocalDate AsOf { get; }

    internal ReportTexts Texts { get; }

    internal WorkbookTexts Words { get; }

    internal ConsolidatedTexts Own { get; }

    /// <summary>
    /// All portfolios together, by year, to the one after the last that somebody pays for: no year in which all is zero.
    /// </summary>
    internal ImmutableArray<GroupYear> Years { get; }

    /// <summary>How people call a portfolio, by its name.</summary>
    internal string Title(string name) => titles.GetValueOrDefault(name, name);

    internal static bool IsNothing(Total total) => total.Exact.TryGet(out var money) && money == Euros.Zero;

    /// <summary>
    /// What is known of a sum, with what must be said beside it: no money at all is not about so much, and a cost is not what is promised.
    /// </summary>
    internal static ReportCell KnownPart(Total total, GroupYear year, bool isCost) => new ReportCell.Amount(total.KnownPart)
    {
        Marks = total.KnownPart == Euros.Zero ? Marks.None
            : ReportContext.Assumed(year.IsAssumed) | (year.IsApproximate && !isCost ? Marks.Approximate : Marks.None),
    };

    private static bool SaysNothing(GroupYear year) =>
        year.Cost is { } cost && IsNothing(cost) && IsNothing(year.Announced) && IsNothing(year.Agreed);

    private static string TitleOf(ConsolidatedPortfolio portfolio) =>
        string.IsNullOrWhiteSpace(portfolio.Title) ? portfolio.Name : portfolio.Title.Trim();
}
