using FundingReports.Ledger;

namespace FundingReports.Figures;

/// <summary>All the figures of one post, in integers: cents, and millionths of the cost.</summary>
internal sealed class PostFigures
{
    /// <summary>Stands for a figure that is not known.</summary>
    internal const long Unknown = long.MinValue;

    internal required int Post { get; init; }

    internal required CommitmentTimeline[] Timelines { get; init; }

    /// <summary>The days of the post.</summary>
    internal required DayRange Life { get; init; }

    internal required int FirstYear { get; init; }

    /// <summary>The cost of each year, in cents.</summary>
    internal required long[] Cost { get; init; }

    /// <summary>
    /// By view, in the order of <see cref="FundingView"/>; one and the same object where two views count the same money.
    /// </summary>
    internal required ViewFigures[] Views { get; init; }

    /// <summary>By timeline; null for one that is not a sum.</summary>
    internal required SumBalance?[] Balances { get; init; }

    /// <summary>What the agreed funding leans on.</summary>
    internal required FunderDependence Dependence { get; init; }

    /// <summary>When the agreed coverage is thin.</summary>
    internal required ThinCoverage Thin { get; init; }

    /// <summary>The agreed gap of the twelve months after the sure horizon, in cents.</summary>
    internal required long Exposure { get; init; }

    internal ViewFigures this[FundingView view] => Views[(int)view];
}

/// <summary>The figures of one post in one view.</summary>
/// <param name="years">How many budget years are shown.</param>
/// <param name="timelines">How many timelines the post has.</param>
internal sealed class ViewFigures(int years, int timelines)
{
    private const int Rows = 7;

    // One array for all: seven rows of years, then the cells year by year, then the parts.
    private readonly long[] packed = new long[(Rows + timelines) * years + timelines];

    /// <summary>The cells of a year, by timeline.</summary>
    internal Span<long> Cells(int year) => packed.AsSpan(Rows * years + year * timelines, timelines);

    internal Span<long> Funding => Row(0);

    internal Span<long> Gap => Row(1);

    internal Span<long> GapAtMost => Row(2);

    internal Span<long> Surplus => Row(3);

    internal Span<long> Rounding => Row(4);

    /// <summary>Mean coverage of the year, in millionths.</summary>
    internal Span<long> Low => Row(5);

    internal Span<long> High => Row(6);

    /// <summary>
    /// Who pays what part on the last fully funded day (on the first day where there is none), by timeline, in millionths of the cost.
    /// </summary>
    internal Span<long> Parts => packed.AsSpan((Rows + timelines) * years);

    internal PackedPiece[] Pieces { get; set; } = [];

    internal FundedRun FullSurely { get; set; }

    internal FundedRun FullPossibly { get; set; }

    internal FundedRun PartSurely { get; set; }

    internal FundedRun PartPossibly { get; set; }

    /// <summary>The first day of full funding after the gap; <see cref="DayNumber.Never"/> where there is none.</summary>
    internal DayNumber ResumesOn { get; set; }

    internal PackedCliff? Cliff { get; set; }

    /// <summary>Money of sums on days when the post is not active.</summary>
    internal long Unused { get; set; }

    private Span<long> Row(int row) => packed.AsSpan(row * years, years);
}

/// <summary>How far an unbroken run reaches from the first day on.</summary>
/// <param name="End">
/// The first day after it: the first day itself where there is no run, <see cref="DayNumber.Never"/> where it has no end.
/// </param>
/// <param name="MeetsPostEnd">Whether it ends only because the post does.</param>
internal readonly record struct FundedRun(DayNumber End, bool MeetsPostEnd);

/// <summary>Days on which the coverage does not change, in millionths of the cost, and what is exactly true of it.</summary>
/// <param name="Days">The days.</param>
/// <param name="Low">Unrounded, it is the same as the one before where <paramref name="SameAsBefore"/>.</param>
/// <param name="High">Unknown where it has no bound.</param>
/// <param name="Flags">What is exactly true.</param>
/// <param name="SameAsBefore">The coverage is exactly that of the piece before; what is known of it differs.</param>
internal readonly record struct PackedPiece(DayRange Days, long Low, long High, CoverageFlags Flags, bool SameAsBefore);

/// <summary>What changes on the day after the last fully funded one.</summary>
/// <param name="On">That day.</param>
/// <param name="ShareLost">In millionths of the cost.</param>
/// <param name="YearlyRateLost">In cents a year, or unknown.</param>
/// <param name="Losses">The timelines that fall.</param>
internal sealed record PackedCliff(DayNumber On, long ShareLost, long YearlyRateLost, TimelineLoss[] Losses);

/// <summary>What one timeline loses: millionths of the cost, and cents a year (or unknown).</summary>
internal readonly record struct TimelineLoss(int Timeline, long Share, long YearlyRate);

/// <summary>A sum, from what was promised to where it goes, in cents; each may be unknown.</summary>
internal readonly record struct SumBalance(long Promised, long Before, long Shown, long After, long Unused)
{
    internal SumBalance Plus(SumBalance other) => new(
        Sum(Promised, other.Promised),
        Sum(Before, other.Before),
        Sum(Shown, other.Shown),
        Sum(After, other.After),
        Sum(Unused, other.Unused));

    /// <summary>The sum of two amounts; unknown where either is.</summary>
    internal static long Sum(long left, long right) =>
        left == PostFigures.Unknown || right == PostFigures.Unknown ? PostFigures.Unknown : checked(left + right);
}
