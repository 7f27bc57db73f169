using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace FundingReports.Exchange.Files;

/// <summary>
/// The lines of a text, decoded one by one: a mark at its beginning is never part of it, and a line may be in another encoding than the
/// rest.
/// </summary>
internal sealed class TextLines
{
    // A record of a million characters, each of four bytes.
    private const int LongestLine = 4_000_000, Chunk = 1 << 16;

    private static readonly SearchValues<byte> telling =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);

    private readonly Stream stream;
    private readonly Encoding? wide;
    private readonly Encoding page;
    private readonly int mark;

    private TextLines(Stream stream, Encoding? wide, Encoding page, int mark, bool isMixed, string? name) =>
        (this.stream, this.wide, this.page, this.mark, IsMixed, PageName) = (stream, wide, page, mark, isMixed, name);

    /// <summary>The code page of all lines that need one; null for Unicode, or where the file mixes two.</summary>
    internal string? PageName { get; }

    /// <summary>
    /// The lines that hold a letter or a figure, each of which is a record: known where no quote may join two of them, else 0.
    /// </summary>
    internal int LeastRows { get; private init; }

    /// <summary>Whether some lines are UTF-8 and others are not.</summary>
    internal bool IsMixed { get; }

    /// <summary>Walks the stream once, to tell how it is written.</summary>
    /// <exception cref="NotReadException">It is no text.</exception>
    internal static TextLines Of(Stream stream)
    {
        stream.Position = 0;
        byte[] start = new byte[4096];
        int read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        ReadOnlySpan<byte> head = start.AsSpan(0, read);
        Encoding ansi = CodePages.Of(new long[256]).Page;
        if (head.StartsWith((ReadOnlySpan<byte>)[0xff, 0xfe]))
            return new(stream, Encoding.Unicode, ansi, 2, false, null);
        if (head.StartsWith((ReadOnlySpan<byte>)[0xfe, 0xff]))
            return new(stream, Encoding.BigEndianUnicode, ansi, 2, false, null);
        if (Wide(head) is { } unmarked)
            return new(stream, unmarked, ansi, 0, false, null);
        int mark = 0;
        // A file joined from several may have more than one.
        while (head[mark..].StartsWith("\ufeff"u8))
            mark += 3;
        long utf8 = 0, other = 0;
        int told = 0;
        bool isQuoted = false;
        long[] counts = new long[256];
        foreach (ReadOnlyMemory<byte> line in ByteLines(stream, mark))
        {
            ReadOnlySpan<byte> bytes = line.Span;
            if (bytes.Contains((byte)0))
                throw new NotReadException("not-a-workbook");
            told += bytes.ContainsAny(telling) ? 1 : 0;
            isQuoted |= bytes.Contains((byte)'"');
            if (!bytes.ContainsAnyInRange((byte)0x80, (byte)0xff))
                continue;
            if (Utf8.IsValid(bytes))
            {
                utf8++;
                continue;
            }
            other++;
            foreach (byte b in bytes)
                counts[b]++;
        }
        (string name, Encoding page) = CodePages.Of(counts);
        return new(stream, null, page, mark, utf8 > 0 && other > 0, other > 0 && utf8 == 0 ? name : null)
        {
            LeastRows = isQuoted ? 0 : told,
        };
    }

    /// <summary>The lines, and whether each is in another encoding than the rest.</summary>
    internal IEnumerable<(string Text, bool IsOther)> Read()
    {
        if (wide is not null)
        {
            foreach (string line in WideLines())
                yield return (line, false);
            yield break;
        }
        foreach (ReadOnlyMemory<byte> line in ByteLines(stream, mark))
            yield return Utf8.IsValid(line.Span)
                ? (Encoding.UTF8.GetString(line.Span), false) : (CodePages.Read(line.Span, page), IsMixed);
    }

    // Letters of Latin texts in two bytes: every other one is a zero.
    private static Encoding? Wide(ReadOnlySpan<byte> head)
    {
        int even = 0, odd = 0;
        for (int i = 0; i + 1 < head.Length; i += 2)
        {
            even += head[i] == 0 ? 1 : 0;
            odd += head[i + 1] == 0 ? 1 : 0;
        }
        int pairs = head.Length / 2;
        return pairs < 4 ? null : odd > pairs * 3 / 4 && even == 0
            ? Encoding.Unicode : even > pairs * 3 / 4 && odd == 0 ? Encoding.BigEndianUnicode : null;
    }

    private static IEnumerable<ReadOnlyMemory<byte>> ByteLines(Stream stream, int from)
    {
        stream.Position = from;
        byte[] buffer = new byte[Chunk];
        int start = 0, end = 0;
        bool afterReturn = false;
        while (true)
        {
            int cut = buffer.AsSpan(start, end - start).IndexOfAny((byte)'\n', (byte)'\r');
            if (cut >= 0)
            {
                bool isRest = afterReturn && cut == 0 && buffer[start] == '\n';
                afterReturn = buffer[start + cut] == '\r';
                if (!isRest)
                    yield return buffer.AsMemory(start, cut);
                start += cut + 1;
                continue;
            }
            if (start > 0)
            {
                buffer.AsSpan(start, end - start).CopyTo(buffer);
                (start, end) = (0, end - start);
            }
            if (end == buffer.Length)
            {
                if (end >= LongestLine)
                    throw new NotReadException("csv", "?");
                Array.Resize(ref buffer, buffer.Length * 2);
            }
            int read = stream.Read(buffer, end, buffer.Length - end);
            if (read == 0)
            {
                if (end > start)
                    yield return buffer.AsMemory(start, end - start);
                yield break;
            }
            end += read;
        }
    }

    private IEnumerable<string> WideLines()
    {
        stream.Position = mark;
        using var reader = new StreamReader(stream, wide!, detectEncodingFromByteOrderMarks: false, Chunk, leaveOpen: true);
        while (reader.ReadLine() is { } line)
            yield return line.Length > LongestLine ? throw new NotReadException("csv", "?") : line.TrimStart('\ufeff');
    }
}
