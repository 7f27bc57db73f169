namespace FundingReports.Coverage;

/// <summary>All the figures of one post, in integers: cents, and millionths of the cost.</summary>
internal sealed class PostFigures
{
    /// <summary>Stands for a figure that is not known.</summary>
    internal const long Unknown = long.MinValue;

    internal required int Post { get; init; }

    internal required Strand[] Strands { get; init; }

    /// <summary>The days of the post.</summary>
    internal required Span Life { get; init; }

    internal required int FirstYear { get; init; }

    /// <summary>By year.</summary>
    internal required long[] Cost { get; init; }

    /// <summary>By view, in the order of <see cref="FundingView"/>.</summary>
    internal required ViewFigures[] Views { get; init; }

    /// <summary>By strand; null for one that is not a sum.</summary>
    internal required SumTie?[] Ties { get; init; }

    internal ViewFigures this[FundingView view] => Views[(int)view];
}

/// <summary>The figures of one post in one view.</summary>
internal sealed class ViewFigures
{
    /// <summary>By year, then by strand.</summary>
    internal required long[][] Cells { get; init; }

    internal required long[] Funding { get; init; }

    internal required long[] Gap { get; init; }

    /// <summary>The gap of the as-of year, from the as-of date on.</summary>
    internal required long GapAhead { get; init; }

    internal required long[] GapAtMost { get; init; }

    internal required long[] Surplus { get; init; }

    internal required long[] Rounding { get; init; }

    /// <summary>Mean coverage of the year, in millionths.</summary>
    internal required long[] Low { get; init; }

    internal required long[] High { get; init; }

    internal required Piece[] Pieces { get; init; }

    internal required Run FullSurely { get; init; }

    internal required Run FullPossibly { get; init; }

    internal required Run PartSurely { get; init; }

    internal required Run PartPossibly { get; init; }

    /// <summary>The first day of full funding after the hole; <see cref="Day.Never"/> where there is none.</summary>
    internal required Day ResumesOn { get; init; }

    internal required Drop? Cliff { get; init; }

    /// <summary>Who pays what part on the last fully funded day (on the first day where there is none), by strand, in millionths of the cost.</summary>
    internal required long[] Parts { get; init; }

    /// <summary>Money of sums on days when the post is not active.</summary>
    internal required long Unused { get; init; }
}

/// <summary>How far an unbroken run reaches from the first day on.</summary>
/// <param name="End">The first day after it: the first day itself where there is no run, <see cref="Day.Never"/> where it has no end.</param>
/// <param name="MeetsPostEnd">Whether it ends only because the post does.</param>
internal readonly record struct Run(Day End, bool MeetsPostEnd);

/// <summary>Days on which the coverage does not change, in millionths of the cost, and what is exactly true of it.</summary>
internal readonly record struct Piece(Span Span, long Low, long High, Facts Facts);

/// <summary>What is exactly true of a coverage, whatever its millionths round to.</summary>
[Flags]
internal enum Facts
{
    None = 0,

    /// <summary>Low is 1 or more.</summary>
    SurelyFull = 1,

    /// <summary>High is 1 or more.</summary>
    PossiblyFull = 2,

    /// <summary>Some money is sure.</summary>
    SurelyPart = 4,

    /// <summary>Some money is possible.</summary>
    PossiblyPart = 8,

    /// <summary>Low is more than 1.</summary>
    Over = 16,

    /// <summary>High has no bound.</summary>
    Unbounded = 32,

    /// <summary>The cost is not known.</summary>
    CostUnknown = 64,

    /// <summary>The cost is known to be nothing.</summary>
    CostOfZero = 128,
}

/// <summary>What changes on the day after the last fully funded one.</summary>
/// <param name="On">That day.</param>
/// <param name="ShareLost">In millionths of the cost.</param>
/// <param name="YearlyRateLost">In cents a year, or unknown.</param>
/// <param name="Losses">The strands that fall.</param>
internal sealed record Drop(Day On, long ShareLost, long YearlyRateLost, StrandLoss[] Losses);

/// <summary>What one strand loses: millionths of the cost, and cents a year (or unknown).</summary>
internal readonly record struct StrandLoss(int Strand, long Share, long YearlyRate);

/// <summary>A sum, from what was promised to where it goes, in cents; each may be unknown.</summary>
internal readonly record struct SumTie(long Promised, long Before, long Shown, long After, long Unused)
{
    internal SumTie Plus(SumTie other) => new(
        Sum(Promised, other.Promised),
        Sum(Before, other.Before),
        Sum(Shown, other.Shown),
        Sum(After, other.After),
        Sum(Unused, other.Unused));

    /// <summary>Unknown where either is.</summary>
    internal static long Sum(long left, long right) =>
        left == PostFigures.Unknown || right == PostFigures.Unknown ? PostFigures.Unknown : checked(left + right);
}
