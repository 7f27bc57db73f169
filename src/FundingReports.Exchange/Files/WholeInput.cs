namespace FundingReports.Exchange.Files;

/// <summary>
/// A file that comes in, where it can be read again from its beginning: the stream of a request can neither go back nor say its length.
/// </summary>
internal static class WholeInput
{
    /// <summary>What is longer is kept in a temporary file, which only we can read and which goes when it is closed.</summary>
    internal const long MostInMemory = IntakeFile.LargestFile;

    private const int ChunkSize = 81_920;

    /// <summary>
    /// No more than this is copied of a form or an export: what is longer is refused by its length, which is then known to be too much.
    /// </summary>
    internal const long MostOfForm = IntakeFile.LargestFile + 1;

    /// <summary>Reads a stream where it can seek, else a copy of it.</summary>
    internal static T Read<T>(Stream stream, long most, Func<Stream, T> read)
    {
        if (stream.CanSeek)
            return read(stream);
        using Stream copy = Copy(stream, most);
        return read(copy);
    }

    /// <summary>Copies a stream without holding a thread, then reads the copy on a thread of the pool.</summary>
    internal static async Task<T> ReadAsync<T>(Stream stream, long most, Func<Stream, T> read, CancellationToken cancellationToken)
    {
        Stream copy = await CopyAsync(stream, most, cancellationToken).ConfigureAwait(false);
        await using (copy.ConfigureAwait(false))
            return await Task.Run(() => read(copy), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The same of a file.</summary>
    internal static async Task<T> ReadAsync<T>(string path, long most, Func<Stream, T> read, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        cancellationToken.ThrowIfCancellationRequested();
        var file = new FileStream(
            path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
        await using (file.ConfigureAwait(false))
            return await ReadAsync(file, most, read, cancellationToken).ConfigureAwait(false);
    }

    internal static Stream Copy(Stream stream, long most)
    {
        var copy = new Kept();
        try
        {
            byte[] chunk = new byte[ChunkSize];
            for (int read; copy.Length < most && (read = stream.Read(chunk)) > 0;)
                copy.Take(chunk.AsSpan(0, read));
            return copy.Whole();
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }

    /// <summary>A copy of a stream, from its beginning where it can seek, else from where it stands.</summary>
    internal static async Task<Stream> CopyAsync(Stream stream, long most, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (stream.CanSeek)
            stream.Position = 0;
        var copy = new Kept();
        try
        {
            byte[] chunk = new byte[ChunkSize];
            for (int read; copy.Length < most && (read = await stream.ReadAsync(chunk, cancellationToken).ConfigureAwait(false)) > 0;)
                copy.Take(chunk.AsSpan(0, read));
            return copy.Whole();
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }

    /// <summary>What was taken so far: in memory, then on the disk.</summary>
    private sealed class Kept : IDisposable
    {
        private Stream bytes = new MemoryStream();

        internal long Length => bytes.Length;

        internal void Take(ReadOnlySpan<byte> chunk)
        {
            if (bytes is MemoryStream memory && memory.Length + chunk.Length > MostInMemory + ChunkSize)
            {
                Stream file = Temporary();
                memory.WriteTo(file);
                bytes = file;
            }
            bytes.Write(chunk);
        }

        internal Stream Whole()
        {
            bytes.Position = 0;
            return bytes;
        }

        public void Dispose() => bytes.Dispose();

        private static FileStream Temporary()
        {
            var options = new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Share = FileShare.None,
                BufferSize = ChunkSize,
                Options = FileOptions.DeleteOnClose,
            };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            return new(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), options);
        }
    }
}
