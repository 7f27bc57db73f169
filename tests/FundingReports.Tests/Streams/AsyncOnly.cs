namespace FundingReports.Tests.Streams;

/// <summary>
/// The stream of a request or of a response: only asynchronous, in small pieces, no way back, no length, and not ours to close.
/// Whatever else is asked of it is a failure.
/// </summary>
internal sealed class AsyncOnly : Stream
{
    private const int Piece = 1_000;

    private readonly ReadOnlyMemory<byte> given;
    private readonly MemoryStream taken = new();
    private readonly Action<int>? afterEach;
    private int at, calls;

    /// <param name="given">What is read from it.</param>
    /// <param name="afterEach">Hears of each call, counted from one, before anything is read or written.</param>
    internal AsyncOnly(byte[]? given = null, Action<int>? afterEach = null) => (this.given, this.afterEach) = (given ?? [], afterEach);

    /// <summary>What was written to it.</summary>
    internal byte[] Taken => taken.ToArray();

    internal bool IsReadToItsEnd => at == given.Length;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw Refused();

    public override long Position
    {
        get => throw Refused();
        set => throw Refused();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await Call(cancellationToken);
        int read = Math.Min(Math.Min(buffer.Length, Piece), given.Length - at);
        given.Slice(at, read).CopyTo(buffer);
        at += read;
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await Call(cancellationToken);
        taken.Write(buffer.Span);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken) => Call(cancellationToken);

    public override void Flush() => throw Refused();

    public override int Read(byte[] buffer, int offset, int count) => throw Refused();

    public override int Read(Span<byte> buffer) => throw Refused();

    public override int ReadByte() => throw Refused();

    public override void Write(byte[] buffer, int offset, int count) => throw Refused();

    public override void Write(ReadOnlySpan<byte> buffer) => throw Refused();

    public override void WriteByte(byte value) => throw Refused();

    public override long Seek(long offset, SeekOrigin origin) => throw Refused();

    public override void SetLength(long value) => throw Refused();

    public override ValueTask DisposeAsync() => throw Refused();

    protected override void Dispose(bool disposing) => throw Refused();

    private async Task Call(CancellationToken cancellationToken)
    {
        afterEach?.Invoke(++calls);
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
    }

    private static InvalidOperationException Refused() =>
        new("Only asynchronous reading and writing is allowed, and nobody here may close this stream.");
}
