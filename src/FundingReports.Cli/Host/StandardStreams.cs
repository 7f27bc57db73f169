using Microsoft.Win32.SafeHandles;

namespace FundingReports.Cli.Host;

/// <summary>The three streams that a program is given: a shell may close any of them.</summary>
internal static class StandardStreams
{
    private const int Last = 2;

    // These handles are never closed, so that the places stay taken.
    private static readonly List<SafeFileHandle> taken = [];

    /// <summary>
    /// Takes the places of those that are closed, with what nothing can be written to. Else the next file that is opened would be standard
    /// output, and what is said would end in it; and a program compiled ahead of time falls where one is missing.
    /// </summary>
    internal static void TakeClosed()
    {
        if (OperatingSystem.IsWindows())
            return;
        while (true)
        {
            // The lowest place that is free.
            SafeFileHandle place = File.OpenHandle("/dev/null");
            if (place.DangerousGetHandle() > Last)
            {
                place.Dispose();
                return;
            }
            taken.Add(place);
        }
    }
}
