using NodaTime;

namespace FundingReports.Cli.Host;

/// <summary>All that the tool knows of the world: what it writes to, and a clock.</summary>
/// <param name="Output">Standard output, for people.</param>
/// <param name="Bytes">The same, for files that go there.</param>
/// <param name="Error">Problems and progress.</param>
/// <param name="Clock">The only clock of the project.</param>
/// <param name="Outputs">What writes the files.</param>
internal sealed record Terminal(TextWriter Output, Stream Bytes, TextWriter Error, IClock Clock, Outputs Outputs)
{
    /// <summary>Whether somebody sees what is written to the error stream as it comes.</summary>
    internal bool IsTerminal { get; init; }

    /// <summary>Today, where the budgets are voted.</summary>
    internal LocalDate Today => Clock.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb["Europe/Paris"]).Date;
}
