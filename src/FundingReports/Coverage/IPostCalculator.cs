namespace FundingReports.Coverage;

/// <summary>What can be asked of the calculation of a post, whatever the width of its integers.</summary>
internal interface IPostCalculator
{
    /// <summary>All the figures.</summary>
    PostFigures Run(Lookahead ahead);

    /// <summary>What is missing on some days, in cents, rounded once; unknown where any of it is. Not asked of the firm view, which needs the agreed one first.</summary>
    long ShortfallOn(Span days, FundingView view);

    /// <summary>Of whom the gap of a budget year is to be asked.</summary>
    /// <param name="year">The budget year.</param>
    /// <param name="gap">The gap of the year, in cents; or unknown.</param>
    /// <param name="view">The view.</param>
    GapShares SharesOfGap(int year, long gap, FundingView view);
}

/// <summary>Of whom the gap of a budget year is to be asked: of each funder, by line, that has lost on a day without full funding.</summary>
/// <param name="Strands">Of each funder and line that has lost, the first strand that paid more before.</param>
/// <param name="Cents">What is asked of each, then what is asked of nobody yet; null where that is not known.</param>
internal sealed record GapShares(int[] Strands, long[]? Cents);
