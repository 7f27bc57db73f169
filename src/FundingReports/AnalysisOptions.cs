using System.Text.Json.Serialization;
using FundingReports.Policies;
using NodaTime;

namespace FundingReports;

/// <summary>How an analysis is made, beside the facts and the as-of date.</summary>
[JsonConverter(typeof(NoJson<AnalysisOptions>))]
public sealed record AnalysisOptions
{
    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() =>
        $"since {(Since is { } year ? $"{year}" : "the as-of year")}, "
        + $"through {(Through is { } day ? $"{day:uuuu-MM-dd}" : "the fifth year after it")}, by {Policies?.ToString() ?? "the policies that ship"}";

    /// <summary>What is asked for where nothing is said.</summary>
    public static AnalysisOptions Default { get; } = new();

    /// <summary>The budget years shown run to that of this date, which is included; null: the fifth after the as-of year.</summary>
    public LocalDate? Through { get; init => field = value?.InIso(); }

    /// <summary>
    /// The first budget year shown, not after the as-of year; null: the as-of year. What an earlier year shows is known as on the as-of
    /// date all the same.
    /// </summary>
    public int? Since { get; init; }

    /// <summary>The values of the rules; null: those that ship.</summary>
    public PolicySet? Policies { get; init; }

    /// <summary>
    /// How many posts are worked out at once, at most; null: as many as there are cores. One, and a service keeps the other cores for its
    /// other callers.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 1.</exception>
    public int? MaxDegreeOfParallelism
    {
        get;
        init
        {
            if (value is { } degree)
                ArgumentOutOfRangeException.ThrowIfLessThan(degree, 1, nameof(MaxDegreeOfParallelism));
            field = value;
        }
    }
}
