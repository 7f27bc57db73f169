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

    /// <summary>The error stream as it is: for what moves the cursor on purpose.</summary>
    internal TextWriter Progress { get; init; } = Error;

    /// <summary>The same, for what may hold other people's text.</summary>
    internal Terminal OnScreen() =>
        this with { Output = new ScreenWriter(Output), Error = new ScreenWriter(Error) { BearsClosed = true }, Progress = Error };

    /// <summary>Today, where the budgets are voted.</summary>
    internal LocalDate Today => Clock.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb["Europe/Paris"]).Date;
}
