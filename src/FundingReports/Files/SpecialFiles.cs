using System.Formats.Tar;

namespace FundingReports.Files;

/// <summary>What stands under a name and is no file of bytes: links, pipes and devices.</summary>
internal static class SpecialFiles
{
    /// <summary>Where a path leads once every symbolic link is followed; a link that leads nowhere yet gives the place it names.</summary>
    /// <exception cref="IOException">The links go round in a circle.</exception>
    internal static string BehindLinks(string path) =>
        new FileInfo(path) is { LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName : path;

    /// <summary>Whether it is there, and is a pipe or a device: nothing may stand in its place.</summary>
    internal static bool IsOne(string path)
    {
        if (OperatingSystem.IsWindows())
            return path.StartsWith(Device, StringComparison.Ordinal);
        // Paths of an open output, whose links name no file: /dev/stdout, /dev/fd/3, /proc/self/fd/1.
        if (IsUnder(path, "/proc") || IsUnder(path, "/dev/fd") || path is "/dev/stdout" or "/dev/stderr")
            return true;
        // What holds bytes says how many; a pipe or a device says none.
        return new FileInfo(BehindLinks(path)) is { Exists: true, Length: 0 } file
            && TypeOf(file.FullName) is not TarEntryType.RegularFile;
    }

    /// <summary>
    /// Whether Windows takes the name of a file for one of its devices: what is written to NUL.xlsx or COM1.xlsx is lost, and said to be
    /// written.
    /// </summary>
    /// <param name="asked">The path that was given; whoever writes NUL, or \\.\, means a device.</param>
    /// <param name="full">The same as the system completes it.</param>
    internal static bool IsReserved(string asked, string full) => full.StartsWith(Device, StringComparison.Ordinal)
        && !asked.StartsWith(Device, StringComparison.Ordinal) && !asked.Equals("NUL", StringComparison.OrdinalIgnoreCase);

    private const string Device = @"\\.\";

    /// <summary>Writes to it what a file holds.</summary>
    internal static void Write(string path, string from)
    {
        using FileStream source = File.OpenRead(from);
        using var target = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        source.CopyTo(target);
    }

    private static bool IsUnder(string path, string folder) => path.StartsWith(folder + "/", StringComparison.Ordinal);

    /// <summary>
    /// What an empty file is, by the one library that says so without opening it: opening a pipe would let its reader go.
    /// </summary>
    private static TarEntryType TypeOf(string path)
    {
        using var bytes = new MemoryStream();
        using (var archive = new TarWriter(bytes, TarEntryFormat.Pax, leaveOpen: true))
            archive.WriteEntry(path, "it");
        bytes.Position = 0;
        using var written = new TarReader(bytes);
        return written.GetNextEntry()!.EntryType;
    }
}
