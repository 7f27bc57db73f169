using FundingReports.Files;

namespace FundingReports.Excel;

/// <summary>
/// Sends a workbook that is built whole in memory, on a thread of the pool, since its library has no asynchronous methods. What fails or
/// is cancelled before has sent nothing.
/// </summary>
internal static class BuiltWorkbook
{
    internal static async Task SendAsync(Action<Stream, CancellationToken> build, Stream stream, CancellationToken cancellationToken)
    {
        using MemoryStream bytes = await BuildAsync(build, cancellationToken).ConfigureAwait(false);
        await bytes.CopyToAsync(stream, cancellationToken).ConfigureAwait(false);
        await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    internal static async Task SendAsync(Action<Stream, CancellationToken> build, string path, CancellationToken cancellationToken)
    {
        // The workbook is whole before there is any file: building it takes most of the time.
        using MemoryStream bytes = await BuildAsync(build, cancellationToken).ConfigureAwait(false);
        await WholeFile.WriteAsync(path, (file, cancellation) => bytes.CopyToAsync(file, cancellation), cancellationToken)
            .ConfigureAwait(false);
    }

    private static Task<MemoryStream> BuildAsync(Action<Stream, CancellationToken> build, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            var bytes = new WatchedMemory(cancellationToken);
            build(bytes, cancellationToken);
            cancellationToken.Look();
            bytes.Position = 0;
            return (MemoryStream)bytes;
        },
        cancellationToken);
}

/// <summary>Memory that stops whoever fills it: parts of a workbook are written by libraries that know no cancellation.</summary>
internal sealed class WatchedMemory(CancellationToken cancellationToken) : MemoryStream
{
    public override void Write(byte[] buffer, int offset, int count)
    {
        cancellationToken.Look();
        base.Write(buffer, offset, count);
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        cancellationToken.Look();
        base.Write(buffer);
    }
}
