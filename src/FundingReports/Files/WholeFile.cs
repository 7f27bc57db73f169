using System.ComponentModel;
using NodaTime;

namespace FundingReports.Files;

/// <summary>A file that appears whole or not at all: it is written beside its place under a name of its own, then moved.</summary>
/// <remarks>
/// What fails names the file that was asked for, never the one that stood beside it for a moment. Behind a symbolic link its target is
/// written, and the link stays. A pipe or a device is written to, once all is there to write: it cannot be replaced.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class WholeFile
{
    private const int BufferSize = 81_920;

    // What Windows says of a path that is none.
    private const int BadPathName = unchecked((int)0x800700A1);

    /// <summary>Writes a file; what stood there is replaced once all is written.</summary>
    /// <param name="path">Where it will stand.</param>
    /// <param name="write">Writes it to the stream it is given, which is closed afterwards.</param>
    /// <exception cref="IOException">The file cannot be written; nothing is left of it, and what stood there still does.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied, or the path is a folder.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        WriteBy(path, partial =>
        {
            // Held until all is written: nobody takes it for a left-over.
            using var stream = new FileStream(partial, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
            write(stream);
        });
    }

    /// <summary>Writes a file without holding a thread; what stood there is replaced once all is written.</summary>
    /// <param name="path">Where it will stand.</param>
    /// <param name="write">Writes it to the stream it is given, which is closed afterwards.</param>
    /// <param name="cancellationToken">
    /// Until the file is moved to its place; what is cancelled leaves nothing, and what stood there still does.
    /// </param>
    /// <exception cref="IOException">The file cannot be written; nothing is left of it, and what stood there still does.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied, or the path is a folder.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task WriteAsync(
        string path, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(write);
        cancellationToken.ThrowIfCancellationRequested();
        var place = Place.Of(path);
        try
        {
            var stream =
                new FileStream(place.Partial, FileMode.CreateNew, FileAccess.Write, FileShare.Read, BufferSize, FileOptions.Asynchronous);
            await using (stream.ConfigureAwait(false))
                await write(stream, cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            place.Take();
        }
        catch (Exception trouble) when (place.Of(trouble) is { } said)
        {
            throw said;
        }
        finally
        {
            place.Clear();
        }
    }

    /// <summary>The same for what can only write under a name; the one it is given keeps the extension.</summary>
    /// <param name="path">Where it will stand.</param>
    /// <param name="write">Writes the file whose path it is given: a name that nobody else has, in the same folder.</param>
    /// <exception cref="IOException">The file cannot be written; nothing is left of it, and what stood there still does.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied, or the path is a folder.</exception>
    public static void WriteBy(string path, Action<string> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var place = Place.Of(path);
        try
        {
            write(place.Partial);
            place.Take();
        }
        catch (Exception trouble) when (place.Of(trouble) is { } said)
        {
            throw said;
        }
        finally
        {
            place.Clear();
        }
    }

    /// <summary>Where a file will stand, and where it stands until it is whole.</summary>
    private sealed record Place(string Target, string Folder, string Partial)
    {
        internal static Place Of(string path)
        {
            string asked = Path.GetFullPath(path);
            if (OperatingSystem.IsWindows() && SpecialFiles.IsReserved(path, asked))
                throw new IOException($"The name '{path}' is that of a device of Windows, and of no file.", BadPathName);
            if (SpecialFiles.IsOne(asked))
                return new(asked, Path.GetTempPath(), NewIn(Path.GetTempPath())) { IsSpecial = true };
            string target = SpecialFiles.BehindLinks(asked), folder = Path.GetDirectoryName(target)!;
            // Beside the target, so that the move stays on one volume.
            return new(target, folder, NewIn(folder));

            string NewIn(string where) => Path.Combine(where, LeftoverFiles.NewName(Path.GetExtension(asked)));
        }

        /// <summary>Whether the target can be written to, and not replaced.</summary>
        private bool IsSpecial { get; init; }

        internal void Take()
        {
            if (IsSpecial)
            {
                SpecialFiles.Write(Target, Partial);
                return;
            }
            Instant written = LeftoverFiles.WrittenOn(Partial);
            File.Move(Partial, Target, overwrite: true);
            LeftoverFiles.Clear(Folder, written);
        }

        internal void Clear()
        {
            if (File.Exists(Partial))
                File.Delete(Partial);
        }

        /// <summary>The same trouble, of the file that was asked for; null where it does not name the other.</summary>
        internal Exception? Of(Exception trouble)
        {
            if (!trouble.Message.Contains(Partial, StringComparison.Ordinal))
                return null;
            string message = trouble.Message.Replace(Partial, Target, StringComparison.Ordinal);
            Exception? said = trouble switch
            {
                FileNotFoundException => new FileNotFoundException(message, Target),
                DirectoryNotFoundException => new DirectoryNotFoundException(message),
                PathTooLongException => new PathTooLongException(message),
                UnauthorizedAccessException => new UnauthorizedAccessException(message),
                IOException => new IOException(message),
                _ => null,
            };
            said?.HResult = trouble.HResult;
            return said;
        }
    }
}
