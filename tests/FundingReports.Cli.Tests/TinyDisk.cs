using System.Diagnostics;
using FundingReports.Cli.Host;

namespace FundingReports.Cli.Tests;

/// <summary>A test that needs a disk of 64 KiB, which only the superuser of a Linux can make.</summary>
public sealed class TinyDiskFactAttribute : FactAttribute
{
    private static readonly Lazy<bool> possible = new(TinyDisk.IsPossible);

    public TinyDiskFactAttribute()
    {
        if (!possible.Value)
            Skip = "No disk of 64 KiB can be made here.";
    }
}

internal static class TinyDisk
{
    internal static bool IsPossible()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
            return false;
        string folder = Directory.CreateTempSubdirectory("fundingreports-").FullName;
        bool made = Mount(folder) == 0;
        if (made)
            Unmount(folder);
        Directory.Delete(folder);
        return made;
    }

    internal static int Mount(string folder) => Run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder);

    internal static int Unmount(string folder) => Run("umount", folder);

    private static int Run(string command, params string[] args)
    {
        using Process process = Process.Start(new ProcessStartInfo(command, args) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
