using FundingReports.Cli.Usage;
using NodaTime;

namespace FundingReports.Cli.Batch;

/// <summary>What is asked of a batch.</summary>
internal sealed record BatchOptions(string Input, string Output, LocalDate AsOf, LocalDate? Through, bool Strict, Language Language)
{
    /// <summary>The file of the policies; null for those that ship.</summary>
    internal string? Policy { get; init; }

    /// <summary>The first budget year shown; null for that of the as-of date.</summary>
    internal int? Since { get; init; }

    /// <summary>What is asked of one of the files.</summary>
    internal Request Of(string file) => new(file, AsOf, Through, Strict, Language) { Policy = Policy, Since = Since };
}
