using System.Globalization;

namespace FundingReports.Tests;

/// <summary>
/// What a piece of work takes of the processor, on the thread that does it. The clock is not asked: it also counts what others do, and a
/// bound by the clock fails on a busy machine.
/// </summary>
/// <remarks>
/// Where a system does not say it of one thread, it is the processor time of the whole process: tests that run beside are counted too,
/// and the bounds are wide enough for them. Only for work that stays on its thread: not across an await.
/// </remarks>
internal readonly record struct Spent
{
    // In nanoseconds, the first of three numbers.
    private const string OfThread = "/proc/thread-self/schedstat";

    private static readonly bool isOfThread = File.Exists(OfThread);

    private readonly TimeSpan before;

    private Spent(TimeSpan before) => this.before = before;

    internal static Spent Start() => new(Now());

    internal TimeSpan Time => Now() - before;

    /// <summary>Fails where more was spent; of so many seconds only a fault needs more, such as work that grows with the square.</summary>
    internal void AtMost(int seconds, string what = "It")
    {
        TimeSpan time = Time;
        Assert.True(time < TimeSpan.FromSeconds(seconds), $"{what} took {time} of the processor.");
    }

    private static TimeSpan Now() => isOfThread
        ? TimeSpan.FromMicroseconds(long.Parse(File.ReadAllText(OfThread).Split(' ')[0], CultureInfo.InvariantCulture) / 1_000)
        : Environment.CpuUsage.TotalTime;
}
