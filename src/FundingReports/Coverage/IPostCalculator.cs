namespace FundingReports.Coverage;

/// <summary>What can be asked of the calculation of a post, whatever the width of its integers.</summary>
internal interface IPostCalculator
{
    /// <summary>All the figures.</summary>
    PostFigures Run();

    /// <summary>What is missing on some days, in cents, rounded once; unknown where any of it is.</summary>
    long ShortfallOn(Span days, FundingView view);

    /// <summary>Whose money ended before a hole, after the last day that was funded: fully, or failing that in part.</summary>
    EndedMoney EndedBefore(Day hole, FundingView view);

    /// <summary>What the funding leans on, from the first day to the end of its sure run.</summary>
    /// <param name="view">The view.</param>
    /// <param name="stepsBefore">Step-downs are looked for before this day.</param>
    /// <param name="dependsBefore">Money that depends on another's, and one funder who bears too much, are looked for before this day.</param>
    /// <param name="concentration">The part of the cost from which one funder bears too much.</param>
    /// <param name="funderOf">The funder of a commitment.</param>
    Leaning LeansOn(FundingView view, Day stepsBefore, Day dependsBefore, Fraction concentration, Func<int, string> funderOf);
}

/// <summary>Money that ended before a hole.</summary>
/// <param name="Strands">The strands whose money ended, or fell.</param>
/// <param name="LastDay">The last funded day.</param>
/// <param name="Share">Shares cents between them in proportion to what each paid a year on that day; null where that is not known.</param>
internal sealed record EndedMoney(int[] Strands, Day LastDay, Func<long, long[]>? Share)
{
    internal static EndedMoney None { get; } = new([], Day.Never, null);
}

/// <summary>What the funding of a post leans on; null where it does not.</summary>
/// <param name="Bearer">A funder who bears too much of the cost alone.</param>
/// <param name="StepDownOn">The day on which needed money falls.</param>
/// <param name="SteppingDown">The funder whose money falls.</param>
/// <param name="Dependent">A funder whose money depends on another's.</param>
internal sealed record Leaning(string? Bearer, Day? StepDownOn, string? SteppingDown, string? Dependent)
{
    internal static Leaning OnNothing { get; } = new(null, null, null, null);
}
