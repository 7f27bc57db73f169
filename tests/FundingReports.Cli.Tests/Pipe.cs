namespace FundingReports.Cli.Tests;

/// <summary>A stream that only goes forward: it takes so many bytes and then breaks, and gives seven at a time.</summary>
internal sealed class Pipe(long room, byte[]? source = null) : Stream
{
    private readonly MemoryStream taken = new();
    private readonly MemoryStream given = new(source ?? []);

    internal byte[] Taken => taken.ToArray();

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => given.Read(buffer, offset, Math.Min(7, count));

    public override void Write(byte[] buffer, int offset, int count)
    {
        if (taken.Length + count > room)
            throw new IOException("The pipe is broken.");
        taken.Write(buffer, offset, count);
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
