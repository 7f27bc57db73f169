using NodaTime;

namespace FundingReports.Files;

/// <summary>A file that appears whole or not at all: it is written beside its place under a name of its own, then moved.</summary>
public static class WholeFile
{
    /// <summary>Writes a file; what stood there is replaced once everything is written.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="write">Writes the file to the stream that it is given, which is closed afterwards.</param>
    /// <exception cref="IOException">The file cannot be written; nothing is left of it, and what stood there stays.</exception>
    public static void Write(string path, Action<Stream> write) => WriteBy(path, partial =>
    {
        // The file is held until everything is written: nobody takes it for a left-over.
        using var stream = new FileStream(partial, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
        write(stream);
    });

    /// <summary>The same for what can only write under a name; the one it is given keeps the extension.</summary>
    /// <param name="path">Where it will stand.</param>
    /// <param name="write">Writes the file whose path it is given: a name that nobody else has, in the same folder.</param>
    /// <exception cref="IOException">The file cannot be written; nothing is left of it, and what stood there still does.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied, or the path is a folder.</exception>
    public static void WriteBy(string path, Action<string> write)
    {
        string target = Path.GetFullPath(path), folder = Path.GetDirectoryName(target)!;
        // The temporary file stands beside the target, so that the move stays on one volume.
        string partial = Path.Combine(folder, LeftoverFiles.NewName(Path.GetExtension(target)));
        try
        {
            write(partial);
            Instant written = LeftoverFiles.WrittenOn(partial);
            File.Move(partial, target, overwrite: true);
            LeftoverFiles.Clear(folder, written);
        }
        finally
        {
            if (File.Exists(partial))
                File.Delete(partial);
        }
    }
}
