using FundingReports.Coverage;

namespace FundingReports.Reports;

/// <summary>When a row of the schedule counts.</summary>
internal enum Bucket
{
    /// <summary>Before the budget years shown.</summary>
    Before,

    /// <summary>In a budget year shown.</summary>
    Year,

    /// <summary>After the budget years shown.</summary>
    After,

    /// <summary>On days when the post is not active.</summary>
    Outside,
}

/// <summary>Days of a post on which nothing changes, and what is promised for them.</summary>
/// <param name="Span">The days.</param>
/// <param name="Bucket">When they count.</param>
/// <param name="Cost">Cents a year; null where unknown.</param>
/// <param name="Lines">What is promised; none where nothing is. Sums and parts first, then remainders, then the balance.</param>
internal sealed record SchedulePeriod(Span Span, Bucket Bucket, long? Cost, IReadOnlyList<ScheduleLine> Lines)
{
    /// <summary>Null where it has no end.</summary>
    internal int? Thirtieths => Span.To == Day.Never ? null : Span.Weight;
}

/// <summary>What a commitment promises for a period.</summary>
/// <param name="Commitment">Its place among those of the strands' portfolio.</param>
/// <param name="Segment">Its terms.</param>
/// <param name="Sure">Whether it is sure, or only possible.</param>
internal sealed record ScheduleLine(int Commitment, Segment Segment, bool Sure);
