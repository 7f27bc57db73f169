using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using NodaTime;

namespace FundingReports.Files;

/// <summary>Temporary files of writers that were killed: the next one that writes into their folder takes them away.</summary>
/// <remarks>
/// Several machines may fill one folder, and not every network says who holds a file: a left-over must have our name to the letter, lie in
/// the folder itself, be no link, be an hour older than the file that was just written, by the clock of the same disk, and be held by
/// nobody. What cannot be deleted stays.
/// </remarks>
internal static partial class LeftoverFiles
{
    internal const string Mark = ".fundingreports-tmp-";

    /// <summary>No file takes as long as this to write.</summary>
    internal static readonly Duration Old = Duration.FromHours(1);

    // A batch of thousands of files does not list its folder thousands of times.
    private static readonly ConcurrentDictionary<string, long> looked = new(StringComparer.Ordinal);

    internal static string NewName(string extension) => $"{Mark}{Guid.NewGuid():N}{extension}";

    internal static Instant WrittenOn(string path) => Instant.FromDateTimeUtc(File.GetLastWriteTimeUtc(path));

    /// <summary>Deletes them, once an hour at most.</summary>
    /// <param name="folder">The folder, as a full path.</param>
    /// <param name="now">When a file was last written there, by the clock of its disk.</param>
    internal static void Clear(string folder, Instant now)
    {
        long ticks = Environment.TickCount64;
        if (looked.TryGetValue(folder, out long before) && ticks - before < Old.TotalMilliseconds)
            return;
        looked[folder] = ticks;
        ClearNow(folder, now);
    }

    internal static void ClearNow(string folder, Instant now)
    {
        try
        {
            ClearNow(Directory.EnumerateFiles(folder, Mark + "*"), now);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            // The file that was asked for is written: this step only tidies up.
        }
    }

    /// <summary>Deletes those of some files that are left over; one that vanishes meanwhile keeps none of the others.</summary>
    internal static void ClearNow(IEnumerable<string> paths, Instant now)
    {
        foreach (string path in paths)
            if (Name().IsMatch(Path.GetFileName(path)))
                DeleteIfLeft(path, now);
    }

    private static void DeleteIfLeft(string path, Instant now)
    {
        try
        {
            if (File.GetAttributes(path).HasFlag(FileAttributes.ReparsePoint) || now - WrittenOn(path) <= Old)
                return;
            // Opened by nobody else from here to its end.
            using var alone =
                new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (Exception held) when (held is IOException or UnauthorizedAccessException)
        {
            // Another process holds the file, or deleted it first.
        }
    }

    [GeneratedRegex(@"\A\.fundingreports-tmp-[0-9a-f]{32}(\.[A-Za-z0-9]{1,8})?\z")]
    private static partial Regex Name();
}
