namespace FundingReports.Cli.Input;

/// <summary>Where paths lead once each link on the way is followed: two names of one file are one place.</summary>
internal static class Places
{
    // As many as a system follows: links may go round in a circle.
    private const int MostLinks = 40;

    private static readonly StringComparison comparison =
        OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    /// <summary>Whether what is written to one would replace the other. A pipe or a device is written to, and never replaced.</summary>
    internal static bool AreSame(string one, string other)
    {
        string place = Of(one);
        return string.Equals(place, Of(other), comparison)
            && (OperatingSystem.IsWindows() || !IsUnder(place, "/dev") && !IsUnder(place, "/proc"));
    }

    private static string Of(string path)
    {
        int left = MostLinks;
        return Followed(Path.GetFullPath(path), ref left);
    }

    private static string Followed(string path, ref int left)
    {
        string place = Path.GetPathRoot(path) ?? "";
        foreach (string name in path[place.Length..].Split(
            [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries))
        {
            place = Path.Combine(place, name);
            if (left > 0 && TargetOf(place) is { } target)
            {
                left--;
                place = Followed(Path.GetFullPath(target, Path.GetDirectoryName(place)!), ref left);
            }
        }
        return place;
    }

    private static string? TargetOf(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            // What cannot be looked at is said when it is opened.
            return null;
        }
    }

    private static bool IsUnder(string path, string folder) => path.StartsWith(folder + "/", StringComparison.Ordinal);
}
