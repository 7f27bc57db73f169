using FundingReports.Figures;
using FundingReports.Ledger;

namespace FundingReports.Tests.Calculation;

/// <summary>All the figures of a post, a line each.</summary>
internal static class FigureText
{
    internal static string[] Of(PostFigures post) =>
    [
        $"cost {string.Join(' ', post.Cost)}",
        $"exposure {post.Exposure}",
        $"leaning {post.Dependence}",
        .. post.Balances.Select(tie => $"tie {tie}"),
        .. Enum.GetValues<FundingView>().SelectMany(view => Of(view, post, post[view])),
    ];

    private static IEnumerable<string> Of(FundingView view, PostFigures post, ViewFigures own) => new[]
    {
        $"funding {Row(own.Funding)}",
        $"gap {Row(own.Gap)}",
        $"gap at most {Row(own.GapAtMost)}",
        $"surplus {Row(own.Surplus)}",
        $"rounding {Row(own.Rounding)}",
        $"low {Row(own.Low)}",
        $"high {Row(own.High)}",
        $"parts {Row(own.Parts)}",
        $"pieces {string.Join(' ', own.Pieces)}",
        $"runs {own.FullSurely} {own.FullPossibly} {own.PartSurely} {own.PartPossibly}",
        $"resumes {own.ResumesOn}",
        $"cliff {own.Cliff?.On} {own.Cliff?.ShareLost} {own.Cliff?.YearlyRateLost} {string.Join(' ', own.Cliff?.Losses ?? [])}",
        $"unused {own.Unused}",
    }.Concat(Enumerable.Range(0, post.Cost.Length).Select(year => $"cells {Row(own.Cells(year))}")).Select(line => $"{view} {line}");

    private static string Row(Span<long> figures) => string.Join(' ', figures.ToArray());
}
