using NodaTime;

namespace FundingReports.Reports.Schedules;

/// <summary>When a period of a schedule counts.</summary>
internal enum Bucket
{
    /// <summary>Before the budget years shown.</summary>
    Before,

    /// <summary>The budget years that are shown.</summary>
    Year,

    /// <summary>After the budget years shown.</summary>
    After,

    /// <summary>On days when the post is not active.</summary>
    Outside,
}

/// <summary>Days of a post on which nothing changes, and what is promised for them.</summary>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day, included; null where there is none.</param>
/// <param name="Thirtieths">How much the days weigh, in thirtieths of months (a year has 360); null where they have no end.</param>
/// <param name="Bucket">When they count.</param>
/// <param name="Cost">Cents a year; null where unknown, or where it does not matter.</param>
/// <param name="Lines">What is promised; none where nothing is. Sums and parts first, then remainders, then the balance.</param>
internal sealed record SchedulePeriod(
    LocalDate From, LocalDate? Until, int? Thirtieths, Bucket Bucket, long? Cost, IReadOnlyList<ScheduleLine> Lines);

/// <summary>What a commitment promises for a period.</summary>
/// <param name="Commitment">Its place in the portfolio.</param>
/// <param name="Terms">The place of its terms among those read for the post; null where the reading has none in force.</param>
/// <param name="Rule">How its money is worked out.</param>
/// <param name="Rate">Of a sum, the cents a year; else the part. Meaningless where the amount is unknown.</param>
/// <param name="Cap">The most a year; null where there is no cap.</param>
/// <param name="Sure">Whether it is sure, or only possible.</param>
internal sealed record ScheduleLine(int Commitment, int? Terms, PaymentRule Rule, Ratio Rate, Euros? Cap, bool Sure);
