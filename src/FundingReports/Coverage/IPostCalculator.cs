namespace FundingReports.Coverage;

/// <summary>What can be asked of the calculation of a post, whatever the width of its integers.</summary>
internal interface IPostCalculator
{
    /// <summary>All the figures.</summary>
    PostFigures Run(Lookahead ahead);

    /// <summary>What is missing on some days, in cents, rounded once; unknown where any of it is.</summary>
    long ShortfallOn(Span days, FundingView view);

    /// <summary>Whose money ended before a hole, after the last day that was funded: fully, or failing that in part.</summary>
    EndedMoney EndedBefore(Day hole, FundingView view);
}

/// <summary>Money that ended before a hole.</summary>
/// <param name="Strands">The strands whose money ended, or fell.</param>
/// <param name="LastDay">The last funded day.</param>
/// <param name="Share">Shares cents between them in proportion to what each paid a year on that day; null where that is not known.</param>
internal sealed record EndedMoney(int[] Strands, Day LastDay, Func<long, long[]>? Share)
{
    internal static EndedMoney None { get; } = new([], Day.Never, null);
}
