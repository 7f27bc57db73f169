namespace FundingReports.WorkbookLint.Package;

/// <summary>A part of a package, read no further than it declares: one that holds more is a bomb.</summary>
/// <param name="inner">The part.</param>
/// <param name="length">What it declares.</param>
/// <param name="bomb">What is thrown past it.</param>
internal sealed class BoundedStream(Stream inner, long length, Func<Exception> bomb) : Stream
{
    private long left = length;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        int read = inner.Read(buffer, offset, count);
        left -= read;
        return left >= 0 ? read : throw bomb();
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
