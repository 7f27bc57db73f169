using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using FundingReports.Files;
using FundingReports.Validation;

namespace FundingReports.Json;

/// <summary>A document of ours in a file or a stream: its bytes, read by whoever knows its format.</summary>
internal static class DocumentFile
{
    internal delegate bool Reader<T>(
        ReadOnlyMemory<byte> utf8, [NotNullWhen(true)] out T? read, out ImmutableArray<Problem> problems) where T : class;

    internal static bool TryLoad<T>(
        string path, Reader<T> reader, [NotNullWhen(true)] out T? read, out ImmutableArray<Problem> problems) where T : class
    {
        using FileStream stream = File.OpenRead(path);
        return TryLoad(stream, reader, out read, out problems);
    }

    internal static bool TryLoad<T>(
        Stream stream, Reader<T> reader, [NotNullWhen(true)] out T? read, out ImmutableArray<Problem> problems) where T : class
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (JsonText.ReadAll(stream) is { } utf8)
            return reader(utf8, out read, out problems);
        (read, problems) = (null, JsonText.TooLarge);
        return false;
    }

    internal static void Write(Stream stream, byte[] utf8)
    {
        ArgumentNullException.ThrowIfNull(stream);
        stream.Write(utf8);
    }

    internal static async Task WriteAsync(Stream stream, Func<byte[]> utf8, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        cancellationToken.ThrowIfCancellationRequested();
        await stream.WriteAsync(utf8(), cancellationToken).ConfigureAwait(false);
        await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    internal static void Save(string path, byte[] utf8)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        WholeFile.Write(path, stream => stream.Write(utf8));
    }

    internal static Task SaveAsync(string path, Func<byte[]> utf8, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return WholeFile.WriteAsync(path, (stream, cancellation) => WriteAsync(stream, utf8, cancellation), cancellationToken);
    }

    internal static async Task<(T? Read, ImmutableArray<Problem> Problems)> LoadAsync<T>(
        string path, Reader<T> reader, CancellationToken cancellationToken) where T : class
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        cancellationToken.ThrowIfCancellationRequested();
        var stream = new FileStream(
            path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
        await using (stream.ConfigureAwait(false))
            return await LoadAsync(stream, reader, cancellationToken).ConfigureAwait(false);
    }

    internal static async Task<(T? Read, ImmutableArray<Problem> Problems)> LoadAsync<T>(
        Stream stream, Reader<T> reader, CancellationToken cancellationToken) where T : class
    {
        ArgumentNullException.ThrowIfNull(stream);
        byte[]? utf8 = await JsonText.ReadAllAsync(stream, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        if (utf8 is null)
            return (null, JsonText.TooLarge);
        reader(utf8, out T? read, out ImmutableArray<Problem> problems);
        cancellationToken.ThrowIfCancellationRequested();
        return (read, problems);
    }
}
