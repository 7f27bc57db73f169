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

    /// <summary>By view, in the order of <see cref="FundingView"/>; one and the same object where two views count the same money.</summary>
    internal required ViewFigures[] Views { get; init; }

    /// <summary>By strand; null for one that is not a sum.</summary>
    internal required SumTie?[] Ties { get; init; }

    /// <summary>What the agreed funding leans on.</summary>
    internal required Leaning Leaning { get; init; }

    /// <summary>When the agreed coverage is thin.</summary>
    internal required ThinDays Thin { get; init; }

    /// <summary>The agreed gap of the twelve months after the sure horizon, in cents.</summary>
    internal required long Exposure { get; init; }

    internal ViewFigures this[FundingView view] => Views[(int)view];
}

/// <summary>The figures of one post in one view.</summary>
/// <param name="years">How many budget years are shown.</param>
/// <param name="strands">How many strands the post has.</param>
internal sealed class ViewFigures(int years, int strands)
{
    private const int Rows = 7;

    // One array for all: seven rows of years, then the cells year by year, then the parts.
    private readonly long[] packed = new long[(Rows + strands) * years + strands];

    /// <summary>The cells of a year, by strand.</summary>
    internal Span<long> Cells(int year) => packed.AsSpan(Rows * years + year * strands, strands);

    internal Span<long> Funding => Row(0);

    internal Span<long> Gap => Row(1);

    internal Span<long> GapAtMost => Row(2);

    internal Span<long> Surplus => Row(3);

    internal Span<long> Rounding => Row(4);

    /// <summary>Mean coverage of the year, in millionths.</summary>
    internal Span<long> Low => Row(5);

    internal Span<long> High => Row(6);

    /// <summary>Who pays what part on the last fully funded day (on the first day where there is none), by strand, in millionths of the cost.</summary>
    internal Span<long> Parts => packed.AsSpan((Rows + strands) * years);

    internal Piece[] Pieces { get; set; } = [];

    internal Run FullSurely { get; set; }

    internal Run FullPossibly { get; set; }

    internal Run PartSurely { get; set; }

    internal Run PartPossibly { get; set; }

    /// <summary>The first day of full funding after the hole; <see cref="Day.Never"/> where there is none.</summary>
    internal Day ResumesOn { get; set; }

    internal Drop? Cliff { get; set; }

    /// <summary>Money of sums on days when the post is not active.</summary>
    internal long Unused { get; set; }

    private Span<long> Row(int row) => packed.AsSpan(row * years, years);
}

/// <summary>How far an unbroken run reaches from the first day on.</summary>
/// <param name="End">The first day after it: the first day itself where there is no run, <see cref="Day.Never"/> where it has no end.</param>
/// <param name="MeetsPostEnd">Whether it ends only because the post does.</param>
internal readonly record struct Run(Day End, bool MeetsPostEnd);

/// <summary>Days on which the coverage does not change, in millionths of the cost, and what is exactly true of it.</summary>
/// <param name="Span">The days.</param>
/// <param name="Low">Unrounded, it is the same as the one before where <paramref name="SameAsBefore"/>.</param>
/// <param name="High">Unknown where it has no bound.</param>
/// <param name="Facts">What is exactly true.</param>
/// <param name="SameAsBefore">The coverage is exactly that of the piece before; what is known of it differs.</param>
internal readonly record struct Piece(Span Span, long Low, long High, Facts Facts, bool SameAsBefore);

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
